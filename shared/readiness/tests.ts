import type { Instant, PersonTest, Readiness, Responder, ScheduleSources } from '#shared/contract';
import { finalSchedule } from '#shared/oncall';

/** What a phone got lately: any text that arrived, else the last test. */
export type Reached = { readonly state: 'received' | 'sent' | 'failed'; readonly at: Instant };

type TestFacts = {
  readonly sources: ScheduleSources;
  readonly responders: readonly Responder[];
  readonly reached: ReadonlyMap<string, Reached>;
  readonly hasReceipts: boolean;
};

/** Whether a text reaches each of tonight's people, and only theirs: nobody else is texted for it. */
export function testsOf(facts: TestFacts, from: Instant, to: Instant): Readiness['tests'] {
  const people = onTonight(facts, from, to).map(({ id, name, phone }): PersonTest => {
    const reached = facts.reached.get(id);
    if (phone === null) return { responderId: id, name, state: 'noNumber', at: null };
    return { responderId: id, name, state: reached?.state ?? 'due', at: reached?.at ?? null };
  });
  return { level: levelOf(people, facts.hasReceipts), people };
}

/** Everybody who is on call at some time of the night, once. */
function onTonight(
  { sources, responders }: Pick<TestFacts, 'sources' | 'responders'>,
  from: Instant,
  to: Instant,
): readonly Responder[] {
  const ids = new Set(finalSchedule(sources, from, to).map((each) => each.responderId));
  return responders.filter((each) => each.active && ids.has(each.id));
}

function levelOf(people: readonly PersonTest[], hasReceipts: boolean): Readiness['tests']['level'] {
  if (people.some((each) => each.state === 'failed')) return 'bad';
  if (people.some((each) => each.state === 'due')) return 'warn';
  // Without receipts a test says only that the gateway took it.
  if (people.some((each) => each.state === 'sent')) return hasReceipts ? 'warn' : 'unknown';
  return 'ok';
}
