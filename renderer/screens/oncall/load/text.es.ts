import type { Translation } from '../../../app/locales/en.ts';
import type { load as english } from './text.en.ts';

export const load: Translation<typeof english> = {
  means:
    'Una noche cuenta si alguna parte de 22:00 a 06:00 estuvo de guardia; de viernes a domingo son noches de fin de semana (ámbar). Despertar cuenta cada incidente una vez para quien despertó.',
  empty: 'En estas semanas nadie estuvo ni estará de guardia',
  person: 'Persona',
  past: 'Últimas cuatro semanas',
  next: 'Próximas cuatro semanas',
  nights: 'Noches',
  weekendNights: 'Fin de semana',
  hours: 'Horas',
  wakeUps: 'Despertar',
  spread: 'Diferencia',
  spreadNights_one: '1 noche entre quien más y quien menos',
  spreadNights_other: '{{count}} noches entre quien más y quien menos',
};
