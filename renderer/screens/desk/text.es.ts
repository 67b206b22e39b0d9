import type { Translation } from '../../app/locales/en.ts';
import type { desk as english } from './text.en.ts';

export const desk: Translation<typeof english> = {
  lines: {
    acknowledge: 'Aceptó…',
    decline: 'No puede…',
    call: 'Guion de llamada',
    escalate: 'Escalar ya…',
    write: 'Escribir…',
    tier: 'Nivel…',
    eta: 'Nueva llegada…',
    arrived: 'En el sitio',
    resolve: 'Resolver…',
    reopen: 'Reabrir…',
    note: 'Nota…',
  },
};
