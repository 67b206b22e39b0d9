import type { Language, Phone, Tier } from '#shared/contract';
import { withholdAccessCodes } from './access-codes.ts';
import { plainLine, septetsOf, shorten } from './gsm7.ts';
import { displayPhone } from './phone.ts';
import { fullPlace, type IncidentPlace } from './place.ts';
import { FIRST_SEGMENT_CHARACTERS } from './segments.ts';

export type CopyTextInput = {
  readonly language: Language;
  readonly number: number;
  readonly tier: Tier;
  readonly place: IncidentPlace;
  /** The resident's own words, in whatever language. */
  readonly words: string;
  /** Who is asked to come; empty while nobody could be reached. */
  readonly asked: readonly string[];
  readonly callBack: Phone | null;
};

const MAX_PLACE = 70;
const MAX_ASKED = 40;

/** To whoever is only to know of it: what, where, and who is asked. One segment, so the resident's words give way. */
export function copyText(input: CopyTextInput): string {
  const { language, number, tier, callBack } = input;
  const where = fullPlace(input.place, MAX_PLACE);
  const asked = shorten(plainLine(input.asked.join(', ')), MAX_ASKED);
  const isSpanish = language === 'es';
  const head = isSpanish ? 'Para su información, no responda' : 'For information, no reply needed';
  const who = asked === '' ? '' : isSpanish ? ` Se avisó a ${asked}.` : ` Asked: ${asked}.`;
  const call = callBack === null ? '' : ` ${isSpanish ? 'Residente' : 'Resident'} ${displayPhone(callBack)}.`;
  const frame = `${head}: ${tier} #${number} ${where}. .${who}${call}`;
  const room = FIRST_SEGMENT_CHARACTERS - septetsOf(frame);
  const words = shorten(plainLine(withholdAccessCodes(input.words)), Math.max(12, room));
  return `${head}: ${tier} #${number} ${where}. ${words}.${who}${call}`;
}
