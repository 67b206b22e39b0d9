import type { Translation } from '../../app/locales/en.ts';
import type { welcome as english } from './text.en.ts';

export const welcome: Translation<typeof english> = { title: 'Buenas noches' };
