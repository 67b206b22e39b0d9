import { answer, raises } from './build.ts';

/**
 * The one question on safety, neutral, the same for everybody and always the first. Nobody is asked about age, pregnancy,
 * disability, family or origin; it belongs to the product and is not edited with a card.
 */
export const SAFETY_QUESTION = raises(
  'anyone-in-danger',
  'Is anyone in immediate danger, or does anyone depend on powered medical equipment?',
  '¿Hay alguien en peligro inmediato, o alguien que dependa de un equipo médico eléctrico?',
  [
    answer('nobody', 'No', 'No'),
    answer('danger', 'Yes, someone is in danger', 'Sí, alguien está en peligro', 'P1', 'person-in-danger'),
    answer('equipment', 'Yes, medical equipment', 'Sí, equipo médico', null, 'volunteered-need'),
  ],
);
