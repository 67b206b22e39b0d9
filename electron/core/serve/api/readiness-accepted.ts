import { z } from 'zod';
import { getRow, putRow } from '#core/store';
import { type Readiness, ReadinessCheck } from '#shared/contract';
import type { Actor } from '#shared/incident';
import type { Parts } from '../parts.ts';

/** What is not ready for tonight and was accepted by name, until the night it was said of is over. */

const ROW = 'readiness.accepted';
const Accepted = z.array(
  z.object({
    check: ReadinessCheck,
    by: z.string(),
    at: z.number(),
    words: z.string(),
    untilAt: z.number(),
  }),
);
type Kept = z.infer<typeof Accepted>;

function kept({ store, clock }: Pick<Parts, 'store' | 'clock'>): Kept {
  const parsed = Accepted.safeParse(getRow(store.read, 'setting', ROW)?.value ?? []);
  return parsed.success ? parsed.data.filter(({ untilAt }) => untilAt > clock.now()) : [];
}

export function acceptedNow(parts: Pick<Parts, 'store' | 'clock'>): Readiness['accepted'] {
  return kept(parts).map(({ check, by, at, words }) => ({ check, by, at, words }));
}

/** Said again of the same check it takes the place of what was said before. */
export function keepAcceptance(
  parts: Pick<Parts, 'store' | 'clock' | 'desk'>,
  said: { readonly check: ReadinessCheck; readonly words: string; readonly untilAt: number },
  by: Actor,
): void {
  const before = kept(parts).filter(({ check }) => check !== said.check);
  const now = { ...said, by: 'name' in by ? by.name : '', at: parts.clock.now() };
  parts.desk.change(
    ['settings', 'status'],
    (db, author) => putRow(db, 'setting', { id: ROW, value: [...before, now] }, author),
    by,
  );
}
