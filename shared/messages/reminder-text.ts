import type { Instant, Language, ShiftRole, Trade } from '#shared/contract';
import { dayAndTime, ROLE_WORDS, TRADE_WORDS, zoneWord } from './duty-words.ts';
import { plainLine, septetsOf, shorten } from './gsm7.ts';

/** A stretch of duty as the person who holds it is told of it. */
export type ToldDuty = {
  readonly language: Language;
  readonly company: string;
  /** The company's zone: every time in the text is by its clock. */
  readonly zone: string;
  readonly startsAt: Instant;
  /** Null: as far as anybody has planned. */
  readonly endsAt: Instant | null;
  /** What is held, in order of time, each once. */
  readonly parts: readonly { readonly trade: Trade; readonly role: ShiftRole }[];
  /** Until when the parts last, where that is not the end; else null. */
  readonly partsUntil: Instant | null;
};

const ONE_SEGMENT = 160;
const LONGEST_COMPANY = 40;

/** Before a shift, to whoever has it. `hasBegun`: it is about now, because somebody has just changed the plan. */
export function reminderText(duty: ToldDuty & { readonly hasBegun: boolean }): string {
  const { language, hasBegun } = duty;
  const isEnglish = language === 'en';
  const now = isEnglish ? 'now' : 'desde ahora';
  const when = hasBegun ? `${now}${until(duty)}` : stretchOf(duty);
  return fitted(duty, (parts) =>
    isEnglish
      ? `${companyOf(duty)}: you are on call ${when}, ${parts}. Reply OK to confirm.`
      : `${companyOf(duty)}: tiene guardia ${when}, ${parts}. Confirme con OK.`,
  );
}

/** To whoever was reminded of a duty that is not theirs any more. */
export function noLongerOnCallText(duty: ToldDuty): string {
  return fitted(duty, (parts) =>
    duty.language === 'en'
      ? `${companyOf(duty)}: you are no longer on call ${stretchOf(duty)}, ${parts}. No reply needed.`
      : `${companyOf(duty)}: ya no tiene guardia ${stretchOf(duty)}, ${parts}. No hace falta responder.`,
  );
}

/** To whoever confirmed. `isIncidentWaiting`: something is open for them, which this reply has not taken. */
export function confirmedText(input: {
  readonly language: Language;
  readonly zone: string;
  readonly stretches: readonly Pick<ToldDuty, 'startsAt' | 'endsAt'>[];
  readonly isIncidentWaiting: boolean;
}): string {
  const { language, zone, stretches, isIncidentWaiting } = input;
  const when = stretches.map((each) => stretchOf({ language, zone, ...each })).join('; ');
  const thanks = language === 'en' ? `Thank you, confirmed: on call ${when}.` : `Gracias, guardia confirmada: ${when}.`;
  if (!isIncidentWaiting) return plainLine(thanks);
  const more =
    language === 'en'
      ? 'The incident still waits: reply 1 to take it, 2 no.'
      : 'El incidente sigue esperando: responda 1 acepto, 2 no.';
  return plainLine(`${thanks} ${more}`);
}

/** To whoever cannot: a person decides, and until then nothing has changed. */
export function shiftDeclinedText(duty: Pick<ToldDuty, 'language' | 'zone' | 'startsAt' | 'endsAt'>): string {
  return plainLine(
    duty.language === 'en'
      ? `The desk will see your answer. Until somebody tells you otherwise you are still on call ${stretchOf(duty)}.`
      : `La mesa va a ver su respuesta. Mientras nadie le diga otra cosa, usted sigue de guardia ${stretchOf(duty)}.`,
  );
}

/** `Mon Nov 23 08:00 to Mon Nov 30 08:00 EST`, as it stands in a sentence. */
export function stretchOf(duty: Pick<ToldDuty, 'language' | 'zone' | 'startsAt' | 'endsAt'>): string {
  const { language, zone, startsAt, endsAt } = duty;
  const from = dayAndTime(startsAt, zone, language);
  if (endsAt === null) {
    const open = `${from} ${zoneWord(startsAt, zone)}`;
    return language === 'en' ? `from ${open} on` : `desde el ${open}`;
  }
  const to = `${dayAndTime(endsAt, zone, language)} ${zoneWord(endsAt, zone)}`;
  return language === 'en' ? `${from} to ${to}` : `del ${from} al ${to}`;
}

function until({ language, zone, endsAt }: ToldDuty): string {
  if (endsAt === null) return '';
  const to = `${dayAndTime(endsAt, zone, language)} ${zoneWord(endsAt, zone)}`;
  return language === 'en' ? ` until ${to}` : ` hasta el ${to}`;
}

function companyOf({ company }: ToldDuty): string {
  return shorten(plainLine(company), LONGEST_COMPANY);
}

/** With as many of the parts as one segment holds, the rest counted; at least the first. */
function fitted({ language, zone, parts, partsUntil }: ToldDuty, say: (parts: string) => string): string {
  const isEnglish = language === 'en';
  const till =
    partsUntil === null ? '' : `${isEnglish ? 'until' : 'hasta el'} ${dayAndTime(partsUntil, zone, language)} `;
  const words = parts.map(({ trade, role }) => `${TRADE_WORDS[language][trade]} ${ROLE_WORDS[language][role]}`);
  for (let shown = words.length; ; shown -= 1) {
    const left = words.length - shown;
    const list = [...words.slice(0, shown), ...(left === 0 ? [] : [`+${left}`])].join(', ');
    const text = plainLine(say(`${till}${list}`));
    if (shown <= 1 || septetsOf(text) <= ONE_SEGMENT) return text;
  }
}
