import type { Translation } from '../../app/locales/en.ts';
import type { reports as english } from './text.en.ts';

export const reports: Translation<typeof english> = {
  title: 'Informes',
  handoffs: 'Entregas de la mañana',
  handoffsWords: 'Una por sesión de mesa, hecha al cerrar la sesión. Se puede hacer antes y hacer de nuevo.',
  makeNow: 'Hacer la entrega hasta ahora',
  make: 'Hacerla',
  makeAgain: 'Hacerla de nuevo',
  making: 'Haciendo el PDF…',
  made: 'La entrega está lista.',
  running: 'de turno ahora',
  span: '{{from}} – {{to}}',
  none: 'Todavía no hay sesiones de mesa',
  noneWords: 'La primera empieza cuando alguien inicia sesión. Su entrega se puede hacer en cualquier momento (H).',
  preview: 'Vista previa',
  previewOf: 'Entrega de {{name}}, {{from}}',
  download: 'Descargar PDF',
  notMade: 'Todavía sin documento',
  notMadeWords:
    'La entrega de esta sesión nunca se hizo. Hágala ahora a partir del registro; no se pierde nada por hacerla tarde.',
  runningWords:
    'La entrega se hace al cerrar la sesión. Hágala ahora para leer la noche hasta este momento; se puede hacer de nuevo.',
  pick: 'Elija una sesión de mesa para ver su entrega.',
  evidence: 'Archivo de pruebas de un incidente',
  evidenceWords:
    'Todo lo que el registro guarda sobre un incidente, con sus huellas. Se prueba solo: nightdesk verify ARCHIVO.json funciona con el archivo y nada más.',
  number: 'Número de incidente',
  find: 'Buscar',
  notFound: 'No hay un incidente {{number}}. Revise el número en la cola o en una entrega.',
  evidenceOf: 'Archivo de pruebas (JSON)',
};
