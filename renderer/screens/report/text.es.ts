import type { Translation } from '../../app/locales/en.ts';
import type { report as english } from './text.en.ts';

export const report: Translation<typeof english> = { title: 'Nuevo reporte' };
