import type { Translation } from '../app/locales/en.ts';
import type { parts as english } from './text.en.ts';

export const parts: Translation<typeof english> = {
  undo: 'Deshacer',
  time: 'En formato de 24 horas, como 17:30.',
  card: { advice: 'Qué decir mientras llega ayuda', photos: 'Fotos que se piden', identity: 'A quién se deja entrar' },
};
