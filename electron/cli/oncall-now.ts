import { onCallBook, storedSources } from '#core/oncall';
import { foldText } from '#core/portfolio';
import { allRows, feedCheck, getRow, openForReading, type ReadDb, StoreTrouble, schemaState } from '#core/store';
import {
  type BothLanguages,
  type Duty,
  type Gap,
  type Instant,
  type Property,
  type Responder,
  type ScheduleSources,
  SHIFT_ROLES,
  type ShiftRole,
  TRADES,
  type Trade,
} from '#shared/contract';
import { TRADE_WORDS } from '#shared/messages';
import { gaps, nextChange, tradesInUse, whoIsOn } from '#shared/oncall';
import { momentOf } from '../core/oncall/calendar-file/index.ts';
import { closestNames } from './closest.ts';
import { noMoment } from './oncall-ics.ts';
import { answerJson, answerLines } from './oncall-lines.ts';
import type { Terminal } from './terminal.ts';

export type OnCallQuestion = {
  readonly at: string | undefined;
  readonly property: string | undefined;
  readonly trade: string | undefined;
  readonly isJson: boolean;
};

/** Who holds a role, until when, and where that comes from. */
export type Holder = {
  readonly person: Responder;
  readonly duty: Duty;
  /** When somebody else, or nobody, follows; null when not within 70 days. */
  readonly until: Instant | null;
  readonly next: string | null;
  /** Whom it stands in for. */
  readonly insteadOf: string | null;
  readonly feed: { readonly name: string; readonly checkedAt: Instant | null; readonly isFailing: boolean } | null;
};

export type TradeAnswer = {
  readonly trade: Trade;
  readonly holders: Readonly<Record<ShiftRole, Holder | null>>;
  /** Within a day from then on: nobody at all is called. */
  readonly gaps: readonly (Gap & { readonly acceptedBy: string | null })[];
  /** How many properties have somebody else; 0 where one was asked for. */
  readonly exceptions: number;
};

export type OnCallAnswer = {
  readonly at: Instant;
  readonly now: Instant;
  readonly zone: string;
  readonly property: Property | null;
  readonly trades: readonly TradeAnswer[];
};

const DAY_MS = 24 * 60 * 60_000;

/** Who is on call, out of the data folder, whether or not a core runs on it. */
export async function whoIsOnCall(question: OnCallQuestion, terminal: Terminal): Promise<number> {
  const answer = readAnswer(question, terminal.folder);
  if ('en' in answer) {
    terminal.complain(answer);
    return 1;
  }
  if (question.isJson) terminal.print(JSON.stringify(answerJson(answer)));
  else for (const line of answerLines(answer, terminal)) terminal.print(line);
  return 0;
}

function readAnswer(question: OnCallQuestion, folder: string): OnCallAnswer | BothLanguages {
  try {
    const { read, close } = openForReading(folder);
    try {
      return schemaState(read).state === 'older' ? olderDatabase(folder) : answerOf(question, read);
    } finally {
      close();
    }
  } catch (error) {
    if (error instanceof StoreTrouble) return error.sentence;
    throw error;
  }
}

function answerOf(question: OnCallQuestion, db: ReadDb): OnCallAnswer | BothLanguages {
  const property = question.property === undefined ? null : propertyOf(question.property, allRows(db, 'property'));
  if (property !== null && 'en' in property) return property;
  const trade = question.trade === undefined ? null : tradeOf(question.trade);
  if (trade !== null && typeof trade !== 'string') return trade;
  const zone = property?.zone ?? companyZone(db);
  const now = Date.now();
  const at = question.at === undefined ? now : momentOf(question.at, zone);
  if (at === null) return noMoment('--at', question.at ?? '');
  const stored = storedSources(db);
  // Who has left since may have been called then.
  const sources = at < now ? { ...stored, inactive: [] } : stored;
  const trades = trade === null ? tradesInUse(sources) : [trade];
  const exceptions = property === null ? onCallBook(db).now(at) : [];
  return {
    at,
    now,
    zone,
    property,
    trades: trades.map((each) => ({
      ...tradeAnswer(each, property?.id ?? null, at, sources, db),
      exceptions: exceptions.find((line) => line.trade === each)?.exceptions ?? 0,
    })),
  };
}

function tradeAnswer(
  trade: Trade,
  propertyId: string | null,
  at: Instant,
  sources: ScheduleSources,
  db: ReadDb,
): Omit<TradeAnswer, 'exceptions'> {
  const holder = (role: ShiftRole): Holder | null => holderOf({ trade, role, propertyId }, at, sources, db);
  const holes = gaps(sources, [trade], SHIFT_ROLES, at, at + DAY_MS, [{ propertyId, group: null }]);
  return {
    trade,
    holders: { primary: holder('primary'), backup: holder('backup') },
    gaps: holes
      .filter(({ coveredBy }) => coveredBy === null)
      .map((gap) => ({ ...gap, acceptedBy: gap.accepted && (getRow(db, 'staff', gap.accepted.by)?.name ?? null) })),
  };
}

function holderOf(
  key: { readonly trade: Trade; readonly role: ShiftRole; readonly propertyId: string | null },
  at: Instant,
  sources: ScheduleSources,
  db: ReadDb,
): Holder | null {
  const duty = whoIsOn(sources, { ...key, at });
  const person = duty && getRow(db, 'responder', duty.responderId);
  if (!duty || !person) return null;
  const nameOf = (id: string | null | undefined): string | null =>
    id ? (getRow(db, 'responder', id)?.name ?? null) : null;
  const change = nextChange(sources, key, at);
  const { source } = duty;
  return {
    person,
    duty,
    until: change?.at ?? null,
    next: nameOf(change?.after?.responderId),
    insteadOf: 'insteadOf' in source ? nameOf(source.insteadOf) : null,
    feed: source.kind === 'feed' ? feedOf(source.feedId, db) : null,
  };
}

function feedOf(id: string, db: ReadDb): Holder['feed'] {
  const { checkedAt, failingSince } = feedCheck(db, id);
  return { name: getRow(db, 'feed', id)?.name ?? id, checkedAt, isFailing: failingSince !== null };
}

function companyZone(db: ReadDb): string {
  const zone = (getRow(db, 'setting', 'company')?.value as { readonly zone?: string } | undefined)?.zone; // written by the first run
  return zone ?? 'UTC';
}

function propertyOf(typed: string, properties: readonly Property[]): Property | BothLanguages {
  const named = properties.filter(({ name }) => foldText(name) === foldText(typed));
  const [found] = [...properties.filter(({ id }) => id === typed), ...named];
  if (found !== undefined) return found;
  const names = closestNames(
    typed,
    properties.map(({ name }) => name),
  );
  return {
    en: `There is no property ${typed}.${names.length > 0 ? ` Close to it: ${names.join(', ')}.` : ''}`,
    es: `No existe la propiedad ${typed}.${names.length > 0 ? ` Parecidas: ${names.join(', ')}.` : ''}`,
  };
}

function tradeOf(typed: string): Trade | BothLanguages {
  const words = TRADES.flatMap((trade) => [
    [trade, trade] as const,
    [TRADE_WORDS.en[trade], trade] as const,
    [TRADE_WORDS.es[trade], trade] as const,
  ]);
  const found = words.find(([word]) => foldText(word) === foldText(typed))?.[1];
  if (found !== undefined) return found;
  const close = (language: 'en' | 'es') => {
    const names = TRADES.map((trade) => TRADE_WORDS[language][trade]);
    const likely = closestNames(typed, names);
    return (likely.length > 0 ? likely : names).join(', ');
  };
  return {
    en: `There is no trade ${typed}. Close to it: ${close('en')}.`,
    es: `No existe el oficio ${typed}. Parecidos: ${close('es')}.`,
  };
}

function olderDatabase(folder: string): BothLanguages {
  return {
    en: `The database in ${folder} was written by an older Nightdesk. Start Nightdesk once, then ask again.`,
    es: `La base de datos en ${folder} es de un Nightdesk anterior. Inicie Nightdesk una vez y vuelva a preguntar.`,
  };
}
