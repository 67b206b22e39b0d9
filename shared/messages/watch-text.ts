import type { Language, WatchAnswer } from '#shared/contract';
import { formatInZone } from '#shared/oncall';
import { plainLine, shorten } from './gsm7.ts';

/** P1s that a text names; three segments hold no more. */
const MOST_NAMED = 4;
const LONGEST_PLACE = 40;
const LONGEST_COMPANY = 40;

/** What the watch on a second computer tells whoever is over the desk. No reply is read, so it asks for none. */
export function watchText(input: {
  readonly kind: 'silent' | 'stuck' | 'back';
  readonly minutes: number;
  readonly answer: WatchAnswer;
  readonly language: Language;
}): string {
  const { kind, minutes, answer, language } = input;
  const isEnglish = language === 'en';
  const desk = shorten(plainLine(answer.company), LONGEST_COMPANY);
  if (kind === 'back')
    return plainLine(
      isEnglish
        ? `NIGHTDESK WATCH: the desk of ${desk} is back after ${minutes} min. ${openWords(answer, language)}`
        : `NIGHTDESK WATCH: la mesa de ${desk} volvió a los ${minutes} min. ${openWords(answer, language)}`,
    );
  const what =
    kind === 'silent'
      ? isEnglish
        ? `has not answered for ${minutes} min`
        : `no responde desde hace ${minutes} min`
      : isEnglish
        ? `answers, but its clockwork has stood still for ${minutes} min`
        : `responde, pero su mecanismo está parado desde hace ${minutes} min`;
  return plainLine(
    isEnglish
      ? `NIGHTDESK WATCH: the desk of ${desk} ${what}. ${openWords(answer, language)} Go there, and call by hand.`
      : `NIGHTDESK WATCH: la mesa de ${desk} ${what}. ${openWords(answer, language)} Vaya allí y llame a mano.`,
  );
}

/** The open P1s as they were last known, those that nobody has first. */
function openWords({ openP1, more, at, zone }: WatchAnswer, language: Language): string {
  const isEnglish = language === 'en';
  const time = formatInZone(at, zone, language, 'time');
  const count = openP1.length + more;
  if (count === 0) return isEnglish ? `No open P1 at ${time}.` : `Sin P1 abiertos a las ${time}.`;
  const worst = openP1.toSorted((a, b) => Number(a.isTaken) - Number(b.isTaken) || a.since - b.since);
  const named = worst.slice(0, MOST_NAMED).map(({ number, place, isTaken }) => {
    const taken = isTaken ? (isEnglish ? ' (taken)' : ' (atendido)') : '';
    return `#${number} ${shorten(plainLine(place), LONGEST_PLACE)}${taken}`;
  });
  const rest = count - named.length;
  const others = rest === 0 ? '' : ` +${rest}`;
  return isEnglish
    ? `Open P1 at ${time}: ${named.join(', ')}${others}.`
    : `P1 abiertos a las ${time}: ${named.join(', ')}${others}.`;
}
