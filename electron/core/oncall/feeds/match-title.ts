import type { FeedEvent } from '#core/store';
import type { ShiftRole, Trade } from '#shared/contract';
import { type Named, namesIn, type Places } from './names-in-title.ts';
import { type People, wordsOf } from './people.ts';
import { phonesIn } from './phones.ts';
import { emailsIn, hasStrangeSign, roleIn, segmentsOf, tradeIn } from './title-words.ts';

/** A title and what stands beside it. */
export type Asked = Pick<FeedEvent, 'title' | 'phones' | 'notedPhones' | 'emails'>;

/** Whom a title means, and what else it says. */
export type Match = {
  /** Null: nobody, or nobody for certain. */
  readonly responderId: string | null;
  readonly role: ShiftRole | null;
  readonly trade: Trade | null;
  /** Where it is nobody: whom it could mean, likeliest first, at most three. */
  readonly guesses: readonly string[];
};

const MOST_GUESSES = 3;
/** For whoever is to be offered: a name is not looked for further on. */
const MOST_WORDS = 20;

/** What a title and what stands beside it say of who is on. Ambiguous is nobody; nothing is guessed. */
export function matchTitle(event: Asked, people: People, places: Places): Match {
  const segments = segmentsOf(event.title);
  const named = namesIn(segments, people, places);
  const byPhone = idsOf(people, [...phonesIn(event.title), ...event.phones]);
  const byNoted = idsOf(people, event.notedPhones);
  const byEmail = [...new Set([...emailsIn(event.title), ...event.emails].flatMap((each) => byAddress(each, people)))];
  const responderId = hasStrangeSign(event.title) ? null : decided(named, { byPhone, byNoted, byEmail });
  return {
    responderId,
    role: roleIn(segments),
    trade: tradeIn(named.understood.map(({ words }) => words)),
    guesses:
      responderId === null
        ? [...new Set([...named.ids, ...byPhone, ...byNoted, ...byEmail, ...alike(event.title, people)])].slice(
            0,
            MOST_GUESSES,
          )
        : [],
  };
}

type Beside = Readonly<Record<'byPhone' | 'byNoted' | 'byEmail', readonly string[]>>;

function decided(named: Named, { byPhone, byNoted, byEmail }: Beside): string | null {
  switch (named.kind) {
    case 'absent':
    case 'unclear':
      return null;
    case 'one': {
      const [id = null] = named.ids;
      // The name of one and the number of another: one of them is wrong, and nobody knows which.
      return byPhone.length > 0 && id !== null && !byPhone.includes(id) ? null : id;
    }
    case 'several':
      return [byPhone, byNoted, byEmail].reduce<string | null>(
        (found, ids) => found ?? only(named.ids.filter((id) => ids.includes(id))),
        null,
      );
    case 'nobody':
      // Beside a name that nobody here bears, a number or address further down is likely to be somebody else's.
      return only(byPhone) ?? (named.hasStranger ? null : (only(byNoted) ?? only(byEmail)));
  }
}

function only(ids: readonly string[]): string | null {
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

function idsOf(people: People, phones: readonly string[]): readonly string[] {
  return people.all.filter(({ phone }) => phone !== null && phones.includes(phone)).map(({ id }) => id);
}

/** Whose name the part before the @ is: `marcus.chen`, `mchen`, `chen.m`, `marcus`. */
function byAddress(email: string, people: People): readonly string[] {
  const words = wordsOf((email.split('@')[0] ?? '').replace(/[\d_+]+/g, ' '));
  const run = words.join('');
  const fits = people.all.flatMap(({ id, spellings }) => {
    const surest = Math.max(
      ...spellings.map(({ words: name, sureness }) => {
        const isIt =
          name.join(' ') === words.join(' ') || (words.length === 1 && sureness > 1 && name.join('') === run);
        return isIt ? sureness : 0;
      }),
      0,
    );
    return surest > 0 ? [{ id, surest }] : [];
  });
  const surest = Math.max(...fits.map((each) => each.surest), 0);
  return fits.filter((each) => each.surest === surest).map(({ id }) => id);
}

/** People with a name like a word of the title, for whoever has to choose. */
function alike(title: string, people: People): readonly string[] {
  const words = new Set(
    wordsOf(title)
      .filter((word) => word.length > 2)
      .slice(0, MOST_WORDS),
  );
  const isLike = (name: string): boolean =>
    name.length > 2 &&
    [...words].some((word) => word.startsWith(name.slice(0, 4)) || name.startsWith(word.slice(0, 4)));
  return people.all.filter(({ words: names }) => names.some(isLike)).map(({ id }) => id);
}
