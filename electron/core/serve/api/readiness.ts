import { statfsSync } from 'node:fs';
import { overTheDesk, ownEntry } from '#core/alarm';
import { allRows, lastTaken, reachedSince } from '#core/store';
import { lastReview } from '#core/triage';
import type { MessageSlot, Tier } from '#shared/contract';
import { targetKey, targetsOf } from '#shared/escalation';
import { type ReadinessFacts, readinessOf } from '#shared/readiness';
import type { ConsoleApi } from '../console-api.ts';
import { company, DONE, type Parts, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';
import { acceptedNow, keepAcceptance } from './readiness-accepted.ts';
import { testPeople } from './readiness-tests.ts';

const WEEK_MS = 7 * 24 * 60 * 60_000;
const WOKEN = ['P1', 'P2'] as const satisfies readonly Tier[];

/** What is looked at before the night begins. */
export function readinessApi(parts: Parts): Pick<ConsoleApi, 'readiness' | 'testPeople' | 'acceptReadiness'> {
  return {
    readiness: () => readinessOf(factsOf(parts)),
    testPeople() {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      const { tests } = readinessOf(factsOf(parts));
      return { ok: true, value: { queued: testPeople(parts, tests.people, by) } };
    },
    acceptReadiness({ check, words }) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      const { cover } = readinessOf(factsOf(parts));
      keepAcceptance(parts, { check, words, untilAt: cover.to }, by);
      return DONE;
    },
  };
}

function factsOf(parts: Parts): ReadinessFacts {
  const { store, book, clock, gateway, figures, outside } = parts;
  const now = clock.now();
  const fallbackKind = gateway.place('fallback').kind();
  const responders = book.responders();
  return {
    now,
    sources: book.sources(),
    properties: allRows(store.read, 'property'),
    responders,
    steps: stepsOf(parts, now),
    gateway: { ...gatewayFacts(parts, 'primary', gateway.kind(), now), hasVoice: parts.hasVoice() },
    fallback: fallbackKind === null ? null : gatewayFacts(parts, 'fallback', fallbackKind, now),
    reached: new Map(
      responders.flatMap(({ id, phone }) => {
        const reached = phone === null ? null : reachedSince(store.read, phone, now - WEEK_MS);
        return reached ? [[id, reached] as const] : [];
      }),
    ),
    hasReceipts: gateway.driver().capabilities.hasReceipts,
    accepted: acceptedNow(parts),
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

function gatewayFacts(
  { store, gateway }: Parts,
  slot: MessageSlot,
  kind: string,
  now: number,
): Omit<ReadinessFacts['gateway'], 'hasVoice'> {
  const place = gateway.place(slot);
  const { level: health, detail, since } = place.health();
  const taken = lastTaken(store.read, { slot, gateway: kind }, now - WEEK_MS);
  return { kind, isPractice: place.practice() !== null, health, detail, since, ...taken };
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
