import type { Translation } from '../../../app/locales/en.ts';
import type { printing as english } from './text.en.ts';

export const printing: Translation<typeof english> = {
  made: 'hecho {{time}} por {{name}}; lo que cambió después no está en esta hoja',
  numbers: 'Números',
  gaps: 'No hay nadie',
  moreGaps: 'y {{count}} más: vea la pantalla',
};
