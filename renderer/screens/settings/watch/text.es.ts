import type { Translation } from '../../../app/locales/en.ts';
import type { watching as english } from './text.en.ts';

export const watching: Translation<typeof english> = {
  title: 'Vigilancia desde otra computadora',
  why: 'Si esta computadora muere de noche, nada en ella puede avisar. Otra con pasarela propia le pregunta cada 15 segundos y, tras tres minutos de silencio, escribe al responsable con los P1 abiertos.',
  isOn: 'Responder a la vigilancia',
  isOnMeans:
    'Se le dicen los P1 abiertos por número y lugar, y a quién llamar; nada de un residente. Solo la clave lo abre.',
  host: 'Dirección de esta computadora',
  hostMeans: 'su nombre o número en su red; 127.0.0.1 es solo esta computadora',
  port: 'Puerto',
  portMeans: '0: uno libre cualquiera, que se conserva',
  save: 'Guardar',
  asked: 'Preguntó por última vez {{time}}.',
  neverAsked: 'No ha preguntado desde que se abrió Nightdesk.',
  steps: 'En la otra computadora',
  gateway: 'Instale allí Nightdesk y elija en Ajustes una pasarela propia: otro teléfono, otra cuenta.',
  keyFile: 'Ponga esta clave en un archivo que allí solo usted pueda leer, por ejemplo watch.key:',
  run: 'Manténgalo allí en marcha desde el inicio de sesión:',
  copy: 'Copiar',
  copied: 'Copiado.',
  notCopied: 'Esta ventana no puede escribir en el portapapeles: selecciónelo y cópielo a mano.',
  newKey: 'Crear una clave nueva',
  newKeySure: 'La vigilancia calla hasta tener la nueva. ¿Crearla?',
};
