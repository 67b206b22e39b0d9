import type { Translation } from '../../../app/locales/en.ts';
import type { weather as english } from './text.en.ts';

export const weather: Translation<typeof english> = {
  unknown: 'clima desconocido',
  dot: { freeze: 'modo helada desde {{time}}', heat: 'modo calor desde {{time}}' },
};
