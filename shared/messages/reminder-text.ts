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
  readonly parts: readonly Part[];
  /** Until when the parts last, where that is not the end; else null. */
  readonly partsUntil: Instant | null;
  /** What is held after that. */
  readonly thenParts: readonly Part[];
};
type Part = { readonly trade: Trade; readonly role: ShiftRole };

const ONE_SEGMENT = 160;
const LONGEST_COMPANY = 40;
const LONGEST_NAME = 24;

/** Before a shift, to whoever has it. `hasBegun`: it is about now, because somebody has just changed the plan. */
export function reminderText(duty: ToldDuty & { readonly hasBegun: boolean }): string {
  const { language, hasBegun } = duty;
  const isEnglish = language === 'en';
  const now = isEnglish ? 'now' : 'desde ahora';
  const when = hasBegun ? `${now}${until(duty)}` : stretchOf(duty);
  return fitted(duty, (parts) =>
    isEnglish
      ? `${companyOf(duty)}: you are on call ${when}, ${parts}. Please reply CONFIRM.`
      : `${companyOf(duty)}: tiene guardia ${when}, ${parts}. Responda CONFIRMO.`,
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

/** To whoever confirmed, all that they confirmed. `isIncidentWaiting`: something is open for them, which this has not taken. */
export function confirmedText(input: {
  readonly language: Language;
  readonly zone: string;
  /** `name`: whose it is, where several people have the telephone. */
  readonly stretches: readonly (Pick<ToldDuty, 'startsAt' | 'endsAt'> & { readonly name: string | null })[];
  readonly isIncidentWaiting: boolean;
}): string {
  const { language, zone, stretches, isIncidentWaiting } = input;
  const when = stretches
    .map(
      ({ name, ...each }) =>
        `${name === null ? '' : `${shorten(name, LONGEST_NAME)} `}${stretchOf({ language, zone, ...each })}`,
    )
    .join('; ');
  const thanks = language === 'en' ? `Thank you, confirmed: on call ${when}.` : `Gracias, guardia confirmada: ${when}.`;
  if (!isIncidentWaiting) return plainLine(thanks);
  const more =
    language === 'en'
      ? 'The incident still waits: reply 1 to take it, 2 no.'
      : 'El incidente sigue esperando: responda 1 acepto, 2 no.';
  return plainLine(`${thanks} ${more}`);
}

/** To whoever wrote a mere yes or no that could mean an incident or a shift: nothing has changed, this is how to say which. */
export function whichIsMeantText(input: {
  readonly language: Language;
  /** Those that a word could take or pass on, latest first; at least one. */
  readonly incidents: readonly { readonly code: string; readonly number: number }[];
}): string {
  const { language, incidents } = input;
  const isEnglish = language === 'en';
  for (let shown = incidents.length; ; shown -= 1) {
    const ways = incidents
      .slice(0, shown)
      .map(({ code, number }) =>
        isEnglish ? `1${code} takes #${number}, 2${code} passes` : `1${code} acepta #${number}, 2${code} no`,
      )
      .join('; ');
    const more = shown < incidents.length ? (isEnglish ? '; ? lists all' : '; ? muestra todos') : '';
    const text = plainLine(
      isEnglish
        ? `Which do you mean? Nothing has changed. ${ways}${more}. CONFIRM is the shift.`
        : `¿Cuál? Nada ha cambiado. ${ways}${more}. CONFIRMO es la guardia.`,
    );
    if (shown <= 1 || septetsOf(text) <= ONE_SEGMENT) return text;
  }
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
function fitted({ language, zone, parts, partsUntil, thenParts }: ToldDuty, say: (parts: string) => string): string {
  const isEnglish = language === 'en';
  const till = partsUntil === null ? '' : `${isEnglish ? 'until' : 'hasta'} ${dayAndTime(partsUntil, zone, language)} `;
  const wordsOf = ({ trade, role }: Part): string => `${TRADE_WORDS[language][trade]} ${ROLE_WORDS[language][role]}`;
  const after = isEnglish ? 'then' : 'luego';
  const then = thenParts.map((part, index) => `${index === 0 ? `${after} ` : ''}${wordsOf(part)}`);
  const words = [...parts.map(wordsOf), ...then];
  for (let shown = words.length; ; shown -= 1) {
    const left = words.length - shown;
    const list = [...words.slice(0, shown), ...(left === 0 ? [] : [`+${left}`])].join(', ');
    const text = plainLine(say(`${till}${list}`));
    if (shown <= 1 || septetsOf(text) <= ONE_SEGMENT) return text;
  }
}
