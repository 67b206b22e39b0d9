import type { Category, ProtocolCard } from '#shared/contract';
import { COOLING, HEAT } from './climate.ts';
import { ELECTRICAL, FIRE, GAS } from './danger.ts';
import { ELEVATOR, LOCKOUT, SECURITY } from './doors.ts';
import { APPLIANCE, GENERAL, NOISE, PEST, STRUCTURAL } from './indoors.ts';
import { PLUMBING, SEWER } from './water.ts';

/** The cards the product comes with. A company's own stand over them. */
export const PRODUCT_CARDS: Readonly<Record<Category, ProtocolCard>> = {
  plumbing: PLUMBING,
  sewer: SEWER,
  gas: GAS,
  fire: FIRE,
  electrical: ELECTRICAL,
  heat: HEAT,
  cooling: COOLING,
  lockout: LOCKOUT,
  security: SECURITY,
  elevator: ELEVATOR,
  appliance: APPLIANCE,
  structural: STRUCTURAL,
  pest: PEST,
  noise: NOISE,
  general: GENERAL,
};
