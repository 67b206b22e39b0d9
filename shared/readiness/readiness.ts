import type { Instant, Readiness, ReadinessLevel, TriageReview } from '#shared/contract';
import { reviewDueAt } from '#shared/triage';
import { type CoverFacts, coverTonight } from './cover.ts';
import { type ReachFacts, reachTonight } from './reach.ts';
import { type Reached, testsOf } from './tests.ts';

const DAY_MS = 24 * 60 * 60_000;
/** The desktop program asks every few seconds; a minute of silence means that it is gone. */
const SHELL_SILENT_MS = 60_000;
/** The watch asks every quarter of a minute. */
const WATCH_SILENT_MS = 60_000;
/** A night writes a few megabytes; below these the disk fills up with something else. */
const LITTLE_BYTES = 1_000_000_000;
const TOO_LITTLE_BYTES = 200_000_000;

export type GatewayFacts = {
  readonly kind: string;
  readonly isPractice: boolean;
  readonly health: 'ok' | 'warn' | 'down';
  readonly detail: string;
  readonly since: Instant | null;
  readonly takenAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly hasVoice: boolean;
};

export type ReadinessFacts = CoverFacts &
  ReachFacts & {
    readonly gateway: GatewayFacts;
    /** Null where there is none. */
    readonly fallback: Omit<GatewayFacts, 'hasVoice'> | null;
    /** What the phone of each responder received lately, by their id; absent where nothing did. */
    readonly reached: ReadonlyMap<string, Reached>;
    /** Whether receipts tell that a text arrived. */
    readonly hasReceipts: boolean;
    readonly accepted: Readiness['accepted'];
    readonly isDemo: boolean;
    readonly shellAskedAt: Instant | null;
    readonly unheard: Omit<Readiness['unheard'], 'level'>;
    readonly watch: Omit<Readiness['watch'], 'level'>;
    readonly triageReview: TriageReview | null;
    readonly folder: string;
    /** Null where the system does not say. */
    readonly freeBytes: number | null;
  };

/** What is ready for tonight and what is not, out of facts that exist. Nothing here is measured or tried. */
export function readinessOf(facts: ReadinessFacts): Readiness {
  const { now, gateway, isDemo, shellAskedAt, triageReview, folder, freeBytes } = facts;
  const cover = coverTonight(facts);
  const { kind, isPractice, detail, since, takenAt, deliveredAt, hasVoice } = gateway;
  return {
    at: now,
    cover,
    people: reachTonight(facts, cover.from, cover.to),
    gateway: { level: gatewayLevel(gateway, now), detail, since, takenAt, deliveredAt, hasVoice },
    fallback: fallbackOf(facts.fallback, isPractice),
    tests: testsOf(facts, cover.from, cover.to),
    accepted: facts.accepted,
    // A demo that sends for real, and a company that does not, are both worth a look.
    mode: { level: isPractice === isDemo ? 'ok' : isDemo ? 'bad' : 'warn', kind, isPractice, isDemo },
    awake: { level: awakeLevel(shellAskedAt, now), askedAt: shellAskedAt },
    unheard: { level: unheardLevel(facts.unheard), ...facts.unheard },
    watch: { level: watchLevel(facts.watch, now), ...facts.watch },
    triage: triageReviewed(triageReview, now),
    disk: { level: diskLevel(freeBytes), folder, freeBytes },
  };
}

/** The place that takes over; that there is none is known, and for whoever is responsible to accept. */
function fallbackOf(fallback: ReadinessFacts['fallback'], isPractice: boolean): Readiness['fallback'] {
  if (fallback === null)
    return {
      level: isPractice ? 'unknown' : 'warn',
      kind: null,
      detail: 'noGateway',
      since: null,
      takenAt: null,
      deliveredAt: null,
    };
  const { kind, detail, since, takenAt, deliveredAt } = fallback;
  // Whatever it answers, nothing will ever leave by it.
  if (fallback.isPractice !== isPractice)
    return { level: 'warn', kind, detail: 'standsAside', since, takenAt, deliveredAt };
  return { level: fallbackLevel(fallback), kind, detail, since, takenAt, deliveredAt };
}

/** One that is hardly ever used proves nothing by its receipts; that it answers is what can be asked of it. */
function fallbackLevel({ health, detail }: Omit<GatewayFacts, 'hasVoice'>): ReadinessLevel {
  if (health === 'down') return 'bad';
  return health === 'warn' ? (detail === 'notAsked' ? 'unknown' : 'warn') : 'ok';
}

function gatewayLevel({ health, detail, deliveredAt }: GatewayFacts, now: Instant): ReadinessLevel {
  if (health === 'down') return 'bad';
  if (health === 'warn') return detail === 'notAsked' ? 'unknown' : 'warn';
  // It says that it works; only a receipt shows that a text arrives.
  if (deliveredAt === null) return 'unknown';
  return now - deliveredAt > DAY_MS ? 'warn' : 'ok';
}

/** Without anybody over the desk an alarm that nobody hears ends there. */
function unheardLevel({ coordinator, managers }: ReadinessFacts['unheard']): ReadinessLevel {
  if (managers.length === 0) return 'bad';
  return coordinator?.hasMobile === false ? 'warn' : 'ok';
}

/** Where there is none, nobody knows whether a night in which this computer dies would be noticed. */
function watchLevel({ isOn, askedAt }: ReadinessFacts['watch'], now: Instant): ReadinessLevel {
  if (!isOn) return 'unknown';
  return askedAt !== null && now - askedAt <= WATCH_SILENT_MS ? 'ok' : 'warn';
}

/** That the computer stays awake is never known for sure: the program is told, the system decides. */
function awakeLevel(shellAskedAt: Instant | null, now: Instant): ReadinessLevel {
  return shellAskedAt === null || now - shellAskedAt > SHELL_SILENT_MS ? 'warn' : 'unknown';
}

/** Whether cards and numbers still fit is known only to whoever looks them over. */
function triageReviewed(review: TriageReview | null, now: Instant): Readiness['triage'] {
  const dueAt = reviewDueAt(review);
  return { level: dueAt === null ? 'unknown' : dueAt < now ? 'warn' : 'ok', review, dueAt };
}

function diskLevel(freeBytes: number | null): ReadinessLevel {
  if (freeBytes === null) return 'unknown';
  return freeBytes < TOO_LITTLE_BYTES ? 'bad' : freeBytes < LITTLE_BYTES ? 'warn' : 'ok';
}
