import type { Translation } from '../app/locales/en.ts';
import type { parts as english } from './text.en.ts';

export const parts: Translation<typeof english> = {
  undo: 'Deshacer',
  minutes: { between: 'Entre {{least}} y {{most}} minutos. Hasta entonces vale {{counts}}.' },
  time: 'En formato de 24 horas, como 17:30.',
  ladder: {
    minutesOf: 'Paso {{number}}: minutos después del anterior',
    addTo: 'Paso {{number}}: despertar también a',
    somebody: 'también…',
    doAdd: 'El paso {{number}} despierta también a {{name}}',
    change: 'Cambiar para este incidente…',
    changed: 'Cambiada solo para este incidente',
    changedWords: 'La política queda como está; el registro guarda lo que se cambió.',
    back: 'Volver a la política',
    close: 'Cerrar',
    why: 'Por qué',
    whyHint: 'lo que usted sabe y la política no',
    doChange: 'Cambiar la escalera',
    done: '#{{number}}: la escalera cambió, solo para este incidente',
    nothing: 'Todavía no se cambió nada.',
    policy: 'Escaleras de {{name}}, versión {{version}}',
  },
  card: { advice: 'Qué decir mientras llega ayuda', photos: 'Fotos que se piden', identity: 'A quién se deja entrar' },
};
