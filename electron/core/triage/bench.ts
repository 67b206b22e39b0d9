import { allRows, getRow, pastContacts, type ReadDb } from '#core/store';
import {
  BENCH_CHANGES,
  type BenchChange,
  type BenchInput,
  type BenchResult,
  type BenchRow,
  type BenchVerdict,
  type Property,
  TIERS,
  type TriageLayer,
  type TriageRules,
  type Verdict,
  type WallTime,
} from '#shared/contract';
import { formatInZone } from '#shared/oncall';
import { bothWithNumbers, classify, questionById, resolveRules } from '#shared/triage';
import { layerAt, placesAbove, placesOf } from './layers.ts';

/** What the window is sent; more than a person looks through, and little enough to be sent at once. */
const MOST_ROWS = 500;

/** A text to judge: where it came from, and when by the clock there. */
type Sample = {
  readonly text: string;
  readonly receivedAt: number | null;
  readonly placeName: string | null;
  readonly places: readonly string[];
  readonly wallTime: string | null;
};

/**
 * Judges texts by the rules in force where they came from and, where something is compared, by other rules too. Reads
 * only. `msNow` is a clock in milliseconds.
 */
export function bench(db: ReadDb, input: BenchInput, msNow: () => number): BenchResult {
  const samples = samplesOf(db, input);
  const inForce = rulesReader((place) => layerAt(db, place));
  const instead = insteadReader(db, input, inForce);
  const startedAt = msNow();
  const judged = samples.map((sample) => judge(sample, inForce(sample.places), instead?.(sample.places) ?? null));
  const ms = msNow() - startedAt;
  const listed = instead === null ? judged : judged.filter((row) => row.changes.length > 0);
  return {
    judged: judged.length,
    tiers: countsOf(TIERS, (tier) => judged.filter((row) => row.inForce.tier === tier).length),
    changed: countsOf(BENCH_CHANGES, (change) => judged.filter((row) => row.changes.includes(change)).length),
    rows: listed.slice(0, MOST_ROWS),
    rowsLeftOut: Math.max(0, listed.length - MOST_ROWS),
    ms,
  };
}

function countsOf<Name extends string>(names: readonly Name[], count: (name: Name) => number): Record<Name, number> {
  // One entry per name of the list.
  return Object.fromEntries(names.map((name) => [name, count(name)])) as Record<Name, number>;
}

function samplesOf(db: ReadDb, { source, place }: BenchInput): readonly Sample[] {
  if (source.kind === 'texts') {
    const places = [...(placesAbove(db, place) ?? []), place];
    return source.texts.map((text) => ({ text, receivedAt: null, placeName: null, places, wallTime: null }));
  }
  const zone = companyZone(db);
  const properties = new Map(allRows(db, 'property').map((property) => [property.id, property]));
  return pastContacts(db, source).map(({ text, receivedAt, propertyId }) => {
    const property: Property | null = properties.get(propertyId) ?? null;
    return {
      text,
      receivedAt,
      placeName: property?.name ?? null,
      places: placesOf(db, propertyId),
      wallTime: formatInZone(receivedAt, property?.zone ?? zone, 'en', 'time'),
    };
  });
}

function companyZone(db: ReadDb): string {
  const zone = (getRow(db, 'setting', 'company')?.value as { readonly zone?: string } | undefined)?.zone; // written by the first run
  return zone ?? 'UTC';
}

type RulesOf = (places: readonly string[]) => TriageRules;

/** The rules along a way of places, each way resolved once. */
function rulesReader(layer: (place: string) => TriageLayer): RulesOf {
  const known = new Map<string, TriageRules>();
  return (places) => {
    const key = places.join('\n');
    const rules = known.get(key) ?? resolveRules(places.map(layer));
    known.set(key, rules);
    return rules;
  };
}

/** By what a text would be judged instead; the very rules in force where a draft does not reach. */
function insteadReader(db: ReadDb, { against }: BenchInput, inForce: RulesOf): RulesOf | null {
  switch (against.kind) {
    case 'nothing':
      return null;
    case 'draft': {
      const { layer } = against;
      const withDraft = rulesReader((place) => (place === layer.place ? layer : layerAt(db, place)));
      return (places) => (places.includes(layer.place) ? withDraft(places) : inForce(places));
    }
    case 'place': {
      const rules = inForce([...(placesAbove(db, against.place) ?? []), against.place]);
      return () => rules;
    }
  }
}

function judge(sample: Sample, inForce: TriageRules, instead: TriageRules | null): BenchRow {
  const { text, receivedAt, placeName, wallTime } = sample;
  const context = wallTime === null ? {} : { wallTime };
  const now = shortOf(classify(text, { ...context, rules: inForce }), inForce, wallTime);
  // Where nothing differs nothing is judged twice.
  const then =
    instead === null || instead === inForce
      ? instead && now
      : shortOf(classify(text, { ...context, rules: instead }), instead, wallTime);
  return {
    text,
    receivedAt,
    placeName,
    inForce: now,
    instead: then,
    changes: then === null ? [] : changesOf(now, then),
  };
}

function shortOf(verdict: Verdict, rules: TriageRules, wallTime: WallTime | null): BenchVerdict {
  const { tier, category, reasons, questions, question } = verdict;
  const asked = questions.find((one) => one.question === question && one.canChangeTier && one.answer === null);
  const words = asked && questionById(rules, asked.card, asked.question)?.text;
  return {
    tier,
    category,
    reasons: reasons.map(({ code, start, end }) => ({ code, start, end })),
    question: words ? bothWithNumbers(words, rules.numbers, wallTime ?? undefined) : null,
  };
}

function changesOf(now: BenchVerdict, then: BenchVerdict): readonly BenchChange[] {
  const rise = TIERS.indexOf(now.tier) - TIERS.indexOf(then.tier);
  return [
    ...(rise > 0 ? (['up'] as const) : rise < 0 ? (['down'] as const) : []),
    ...(now.category === then.category ? [] : (['category'] as const)),
    ...(now.question?.en === then.question?.en && now.question?.es === then.question?.es
      ? []
      : (['question'] as const)),
  ];
}
