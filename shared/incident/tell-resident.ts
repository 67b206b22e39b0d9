import type { Instant } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import {
  type CompanyText,
  lifeSafetyText,
  type ResidentFacts,
  type ResidentTextKind,
  residentText,
} from '#shared/messages';
import { dayInWords, formatInZone } from '#shared/oncall';
import type { LifeSafetyKind } from '#shared/triage';
import { CORE, type Draft, queueMessage } from './draft.ts';
import { type Caller, LANES, type MessagePurpose } from './events.ts';
import type { Holder, IncidentState, Message } from './state.ts';

/** P2 and P3 at night: only the receipt and what changed. */
const QUIET: readonly ResidentTextKind[] = ['stepping'];

/**
 * Tells the resident, or says why not: no number, opted out, a quiet tier, or a text less than five minutes ago (then
 * the newest news waits, and the clock `residentText` sends what is true by then). Each text promises the next.
 * `promised`: the resident was told to expect a text by now, so it is sent in a quiet tier too.
 */
export function tellResident(draft: Draft, purpose: ResidentTextKind, because: 'news' | 'promised' = 'news'): void {
  const { state, context } = draft;
  const { phone, name } = state.caller;
  const suppress = (why: 'noPhone' | 'optedOut' | 'quietTier'): void =>
    draft.emit({ type: 'residentTextSuppressed', purpose, why }, CORE);
  if (phone === null) return suppress('noPhone');
  if (context.isResidentOptedOut) return suppress('optedOut');
  if (because === 'news' && state.tier !== 'P1' && QUIET.includes(purpose)) return suppress('quietTier');
  const quietUntilAt = (state.lastResidentTextAt ?? Number.NEGATIVE_INFINITY) + TIMING.residentQuietMs;
  if (context.now < quietUntilAt) {
    const waiting = state.heldResidentText?.purpose;
    // That the ladder climbs is less than anything that waits: a receipt, a re-opening, the same again.
    const isNews = waiting === undefined || (waiting !== purpose && purpose !== 'stepping');
    if (isNews) draft.emit({ type: 'residentTextHeld', purpose, untilAt: quietUntilAt }, CORE);
    return;
  }
  const byAt = promiseOf(state, purpose, context.now, context.nextMorningAt);
  const text = compose(state, purpose, context, byAt ?? context.now);
  queueMessage(draft, { purpose, lane: LANES.resident, to: { kind: 'resident', name, phone }, text });
  draft.emit({ type: 'promised', byAt }, CORE);
}

/** What is true now, for a text that was held back or a promise that came due. */
export function currentNews(state: IncidentState): ResidentTextKind {
  switch (state.status) {
    case 'onSite':
      return 'arrived';
    case 'acknowledged':
      return 'acknowledged';
    case 'resolved':
      return 'resolved';
    case 'morning':
      return 'morning';
    case 'running':
    case 'unanswered':
      return 'stepping';
  }
}

/** The caller of a report of danger to life is told what to do before anything else. */
export function tellLifeSafety(draft: Draft): void {
  const { verdict, caller } = draft.state;
  if (verdict.lifeSafety !== null) sendLifeSafety(draft, verdict.lifeSafety, caller);
}

/**
 * The fixed, company-approved text, before any other; not held back by the five-minute rule, which it begins. The same
 * text does not go to the same phone twice within it: a telephone that answers by itself must not be answered for ever.
 * Where it cannot be sent, the log says why.
 */
export function sendLifeSafety(
  draft: Draft,
  kind: LifeSafetyKind,
  { phone, name, language }: Pick<Caller, 'phone' | 'name' | 'language'>,
): void {
  const { state, context } = draft;
  const suppress = (why: 'noPhone' | 'optedOut'): void =>
    draft.emit({ type: 'residentTextSuppressed', purpose: 'lifeSafety', why }, CORE);
  if (phone === null) return suppress('noPhone');
  if (context.isResidentOptedOut) return suppress('optedOut');
  const text = lifeSafetyText(kind, language, context.companyText);
  const isFresh = (each: Message): boolean => context.now - each.queuedAt < TIMING.residentQuietMs;
  if (state.messages.some((each) => each.text === text && each.to.phone === phone && isFresh(each))) return;
  queueMessage(draft, { purpose: 'lifeSafety', lane: LANES.lifeSafety, to: { kind: 'resident', name, phone }, text });
}

function promiseOf(
  state: IncidentState,
  purpose: MessagePurpose,
  now: Instant,
  nextMorningAt: Instant,
): Instant | null {
  switch (purpose) {
    case 'resolved':
    case 'closed':
    case 'followUp':
      return null;
    case 'morning':
      // Closed for the morning: the question "fixed?" is the text they are promised.
      return state.followUp ? Math.max(state.followUp.dueAt, now + TIMING.residentQuietMs) : nextMorningAt;
    case 'arrived': {
      const dueAt = state.head?.nextAt ?? state.resolutionDueAt;
      return dueAt !== null && dueAt > now ? dueAt : now + TIMING.resolutionMs[state.tier];
    }
    case 'acknowledged':
    case 'alsoComing':
    case 'delayed': {
      const { etaAt = null, noEtaAt = null } = holderOf(state) ?? {};
      if (etaAt !== null && etaAt > now) return etaAt + TIMING.etaPromiseMarginMs;
      // Without an estimate, or past it, the next thing to happen is that the ladder opens again.
      const opensAgainAt = etaAt === null ? (noEtaAt ?? 0) : etaAt + TIMING.etaGraceMs[state.tier];
      return Math.max(opensAgainAt, now + TIMING.residentQuietMs) + TIMING.promiseMarginMs;
    }
    default: {
      if (state.tier !== 'P1') return now + TIMING.quietPromiseMs;
      const nextAt =
        state.head?.nextAt ?? (state.ladder && state.ladder.waitsFor !== 'nothing' ? state.ladder.dueAt : now);
      return Math.max(nextAt, now + TIMING.residentQuietMs) + TIMING.promiseMarginMs;
    }
  }
}

function compose(
  state: IncidentState,
  purpose: ResidentTextKind,
  { now, companyText }: { readonly now: Instant; readonly companyText: CompanyText },
  byAt: Instant,
): string {
  const language = state.caller.language;
  const time = (at: Instant): string => formatInZone(at, state.place.zone, language, 'resident');
  const by = holderForResident(state);
  // An estimate that has passed is no estimate any more.
  const estimate = holderOf(state)?.etaAt ?? null;
  const etaAt = estimate !== null && estimate > now ? estimate : null;
  const facts: ResidentFacts = {
    receipt: { propertyName: state.place.propertyName, nextBy: time(byAt) },
    stepping: { nextBy: time(byAt) },
    acknowledged: { by, estimate: etaAt === null ? null : time(etaAt), nextBy: time(byAt) },
    delayed: { by, estimate: time(etaAt ?? byAt), nextBy: time(byAt) },
    alsoComing: vendorFacts(state, now, time, byAt),
    arrived: { by, nextBy: time(byAt) },
    resolved: {},
    closed: {},
    morning: { day: dayInWords(byAt, state.place.zone, language, 'weekday'), nextBy: time(byAt) },
    reopened: { nextBy: time(byAt) },
    followUp: {},
  };
  return residentText(purpose, facts[purpose], language, companyText);
}

function vendorFacts(
  { vendor, head }: IncidentState,
  now: Instant,
  time: (at: Instant) => string,
  byAt: Instant,
): ResidentFacts['alsoComing'] {
  const coming = vendor?.accepted ?? head?.beside;
  const etaAt = coming?.etaAt ?? null;
  const by = coming ? asResidentsKnow(coming) : '';
  return { by, estimate: etaAt === null || etaAt <= now ? null : time(etaAt), nextBy: time(byAt) };
}

function holderForResident(state: IncidentState): string {
  const holder = holderOf(state);
  return holder ? asResidentsKnow(holder) : '';
}

/** `Marcus (Harbor Plumbing)`: a first name and the company, as residents may know them. */
function asResidentsKnow({ name, company }: { readonly name: string; readonly company: string }): string {
  const first = name.split(' ')[0] ?? name;
  return company === '' ? first : `${first} (${company})`;
}

/** Who has it, or has the incident that climbs for it. */
function holderOf({ holder, head }: IncidentState): Pick<Holder, 'name' | 'company' | 'etaAt' | 'noEtaAt'> | null {
  if (head === null) return holder;
  return head.holder && { ...head.holder, etaAt: head.etaAt, noEtaAt: head.nextAt };
}
