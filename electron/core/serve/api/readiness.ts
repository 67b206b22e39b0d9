import { statfsSync } from 'node:fs';
import { overTheDesk, ownEntry } from '#core/alarm';
import { allRows, lastTaken } from '#core/store';
import { lastReview } from '#core/triage';
import type { Tier } from '#shared/contract';
import { targetKey, targetsOf } from '#shared/escalation';
import { type ReadinessFacts, readinessOf } from '#shared/readiness';
import type { ConsoleApi } from '../console-api.ts';
import { company, NOT_YET, type Parts, whoIsAtDesk } from '../parts.ts';

const WEEK_MS = 7 * 24 * 60 * 60_000;
const WOKEN = ['P1', 'P2'] as const satisfies readonly Tier[];

/** What is looked at before the night begins. */
export function readinessApi(parts: Parts): Pick<ConsoleApi, 'readiness' | 'testPeople' | 'acceptReadiness'> {
  return {
    readiness: () => readinessOf(factsOf(parts)),
    testPeople: () => NOT_YET,
    acceptReadiness: () => NOT_YET,
  };
}

function factsOf(parts: Parts): ReadinessFacts {
  const { store, book, clock, gateway, figures, outside } = parts;
  const now = clock.now();
  const { level: health, detail, since } = gateway.health();
  return {
    now,
    sources: book.sources(),
    properties: allRows(store.read, 'property'),
    responders: book.responders(),
    steps: stepsOf(parts, now),
    gateway: {
      kind: gateway.kind(),
      isPractice: gateway.practice() !== null,
      health,
      detail,
      since,
      hasVoice: parts.hasVoice(),
      ...lastTaken(store.read, gateway.kind(), now - WEEK_MS),
    },
    isDemo: company(parts)?.isDemo ?? false,
    shellAskedAt: figures.shellAskedAt,
    unheard: {
      coordinator: coordinatorOf(parts),
      managers: overTheDesk(store.read, book, now).map(({ name }) => name),
    },
    watch: { isOn: outside.view().isOn, askedAt: figures.watchAskedAt },
    triageReview: lastReview(store.read),
    folder: store.folder,
    freeBytes: freeBytesAt(store.folder),
  };
}

/** Of every policy in use, the targets that are no question of the schedule, with whom they name now. */
function stepsOf({ store, book }: Parts, now: number): ReadinessFacts['steps'] {
  const properties = allRows(store.read, 'property');
  const policies = new Map(
    [null, ...properties.map((each) => each.id)].map((id) => book.policyOf(id ?? '')).map((each) => [each.id, each]),
  );
  return [...policies.values()].flatMap((policy) =>
    WOKEN.flatMap((tier) => {
      const targets = targetsOf(policy.ladders[tier]).filter((target) => target.kind !== 'onCall');
      const named = book.resolve(targets, { trade: 'general', propertyId: '', incidentId: null, at: now });
      return targets.map((target) => ({
        tier,
        target,
        people: (named[targetKey(target)] ?? []).map(({ name, phone }) => ({ name, hasNumber: phone !== null })),
      }));
    }),
  );
}

/** Whoever is signed in, and whether an unheard alarm can find them elsewhere. */
function coordinatorOf(parts: Parts): ReadinessFacts['unheard']['coordinator'] {
  const by = whoIsAtDesk(parts);
  if (by?.kind !== 'staff') return null;
  const phone = ownEntry(parts.store.read, parts.book)?.phone ?? null;
  return { name: by.name, hasMobile: phone !== null };
}

function freeBytesAt(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    // Some file systems cannot say; then it is not known, and that is what the desk is told.
    return null;
  }
}
