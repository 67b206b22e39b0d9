import type { Translation } from '../../app/locales/en.ts';
import type { practice as english } from './text.en.ts';

export const practice: Translation<typeof english> = {
  title: 'Práctica',
  note: 'PRÁCTICA: estos teléfonos solo existen en esta pantalla. Nada de aquí llega a una persona real.',
  notInUse: 'Los teléfonos de práctica no están en uso',
  notInUseWords:
    'La pasarela en uso es {{kind}}: los mensajes salen a teléfonos reales. Elija la pasarela de práctica en Ajustes para probar la mesa aquí.',
  none: 'Ningún teléfono ha recibido mensajes todavía',
  noneWords: 'Haga un reporte (N): los teléfonos que despierte aparecen aquí y pueden responder.',
  responders: 'Técnicos y proveedores',
  residents: 'Residentes',
  phone: 'Teléfono de {{name}}',
  ringing: 'sonando',
  rings: 'Está sonando el teléfono de {{name}}.',
  notOnCall: 'no está de guardia ahora',
  desk: 'mesa',
  quick: 'Respuestas rápidas de {{name}}',
  says: '{{name}} responde «{{text}}»',
  means: {
    yes: 'lo toma',
    yes30: 'lo toma y llega en 30 minutos',
    no: 'lo pasa',
    here: 'está en el lugar',
    done: 'terminó',
    help: 'pregunta qué hay pendiente',
    fixed: 'ya quedó',
    notFixed: 'sigue igual',
  },
  write: 'Escribir como {{name}}',
  send: 'Enviar',
  empty: 'Sin mensajes todavía.',
  show: 'Teléfonos a la vista',
  all: 'Todos',
  withTexts: 'Con mensajes',
  trouble: 'Falla de la pasarela',
  troubleNow: 'La pasarela dice: {{detail}}',
  troubles: {
    none: 'Ninguna',
    refusing: 'Rechaza',
    down: 'Caída',
    silent: 'Muda',
  },
  troubleMeans: {
    none: 'Los mensajes se aceptan y se entregan.',
    refusing:
      'La pasarela rechaza nuestra cuenta: los mensajes esperan y se reintentan cada 30 segundos; la mesa recibe aviso.',
    down: 'Sin conexión: los mensajes esperan y se reintentan; la mesa recibe aviso.',
    silent: 'Los mensajes se aceptan, pero no llega respuesta: nadie sabe si salieron.',
  },
  troubleSet: 'Puesto: {{what}}',
};
