import type { Category, Language } from '#shared/contract';

/** What is wrong, as it is called in a sentence: on the screen and in the timeline alike. */
export const CATEGORY_WORDS: Readonly<Record<Language, Readonly<Record<Category, string>>>> = {
  en: {
    plumbing: 'plumbing',
    sewer: 'sewer',
    gas: 'gas',
    fire: 'fire',
    electrical: 'electrical',
    heat: 'heat',
    cooling: 'cooling',
    lockout: 'lockout',
    security: 'security',
    elevator: 'elevator',
    appliance: 'appliance',
    structural: 'structural',
    pest: 'pest',
    noise: 'noise',
    general: 'general',
  },
  es: {
    plumbing: 'plomería',
    sewer: 'drenaje',
    gas: 'gas',
    fire: 'incendio',
    electrical: 'electricidad',
    heat: 'calefacción',
    cooling: 'aire acondicionado',
    lockout: 'sin llave',
    security: 'seguridad',
    elevator: 'elevador',
    appliance: 'electrodomésticos',
    structural: 'estructura',
    pest: 'plagas',
    noise: 'ruido',
    general: 'general',
  },
};
