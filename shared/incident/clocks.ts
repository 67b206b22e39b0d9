import { CLOCK_KINDS, type ClockKind, type Instant } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import type { CallByHand, Hold, IncidentState, LadderRun } from './state.ts';

/** A deadline of one incident. The token names the moment it was made for: fired twice, the second finds it gone. */
export type Clock = { readonly kind: ClockKind; readonly token: string; readonly dueAt: Instant };

/**
 * Every deadline that is pending in a state, soonest first. Derived, never stored beside the state: so the set can
 * not disagree with what happened, and a rebuild is a fold.
 */
export function clocksOf(state: IncidentState): readonly Clock[] {
  const waiting = state.hold ? holdClock(state.hold) : [...ladderClocks(state), ...holderClocks(state)];
  return [...waiting, ...besideLadder(state), ...residentClocks(state)].sort(
    (a, b) => a.dueAt - b.dueAt || turnOf(a, state) - turnOf(b, state) || (a.kind < b.kind ? -1 : 1),
  );
}

/**
 * In one moment what the ladder still owes comes before what begins it again, which would take it away. What is hours
 * late was left to a person as one: there the ladder that goes on wakes whom it still owes, at its own times.
 */
function turnOf({ kind }: Clock, { holder }: IncidentState): number {
  return BEGINS_AGAIN.includes(kind) && holder?.heldUntilAt === null ? 1 : 0;
}

const BEGINS_AGAIN: readonly ClockKind[] = ['eta', 'noEta', 'stale', 'confirmTier'];

function ladderClocks(state: IncidentState): readonly Clock[] {
  const run = state.ladder;
  const clocks: Clock[] = [];
  if (run && state.status !== 'resolved') {
    const moment = `${run.seq}.${run.round}.${run.nextStep}`;
    if (run.waitsFor !== 'nothing') {
      const kind = run.waitsFor;
      if (run.heldUntilAt !== null) clocks.push({ kind: 'late', token: moment, dueAt: run.heldUntilAt });
      else clocks.push({ kind, token: moment, dueAt: run.dueAt });
    }
    if (run.deskUntilAt !== null && run.heldUntilAt === null)
      clocks.push({ kind: 'deskStep', token: moment, dueAt: run.deskUntilAt });
    for (const each of run.whateverElse)
      clocks.push({ kind: 'whateverElse', token: whateverElseToken(run, each), dueAt: each.heldUntilAt ?? each.dueAt });
  }
  return clocks;
}

/** While the ladder is held, only that it goes on has a time. */
function holdClock({ since, untilAt }: Hold): readonly Clock[] {
  return [{ kind: 'hold', token: `${since}.${untilAt}`, dueAt: untilAt }];
}

/** What runs whether the ladder climbs or is held. */
function besideLadder(state: IncidentState): readonly Clock[] {
  const clocks: Clock[] = [];
  const { vendor } = state;
  if (vendor?.current && vendor.answerByAt !== null)
    clocks.push({
      kind: 'vendor',
      token: `${vendor.current.responderId}.${vendor.answerByAt}${vendor.heldUntilAt === null ? '' : '.held'}`,
      dueAt: vendor.heldUntilAt ?? vendor.answerByAt,
    });
  for (const { responderId, dueAt, isDue } of state.callsByHand)
    if (!isDue) clocks.push({ kind: 'callByHand', token: callToken({ responderId, dueAt }), dueAt });
  if (state.sla.state === 'running' && state.sla.dueAt !== null)
    clocks.push({ kind: 'sla', token: 'acknowledge', dueAt: state.sla.dueAt });
  return clocks;
}

function holderClocks(state: IncidentState): readonly Clock[] {
  const holder = state.holder;
  const clocks: Clock[] = [];
  if (holder && state.status === 'acknowledged') {
    const token = `${holder.responderId}.${holder.since}`;
    const held = holder.heldUntilAt === null ? '' : '.held';
    // What is hours late waits for a person; what is still ahead does not come sooner for that.
    const after = (dueAt: Instant): Instant => Math.max(dueAt, holder.heldUntilAt ?? dueAt);
    const opensAgainAt = opensAgainDueAt(state);
    if (opensAgainAt !== null)
      clocks.push({
        kind: holder.etaAt === null ? 'noEta' : 'eta',
        token: holder.etaAt === null ? `${token}${held}` : `${token}.${holder.etaAt}${held}`,
        dueAt: after(opensAgainAt),
      });
    if (holder.confirmByAt !== null)
      clocks.push({
        kind: 'confirmTier',
        token: `${token}.${holder.confirmByAt}${held}`,
        dueAt: after(holder.confirmByAt),
      });
    const staleAt = staleDueAt(state);
    if (staleAt !== null) {
      const isAsked = holder.stillComingByAt !== null;
      clocks.push({
        kind: 'stale',
        token: `${token}.${holder.lastSignAt}${isAsked ? `.asked${held}` : ''}`,
        dueAt: isAsked ? after(staleAt) : staleAt,
      });
    }
    if (holder.noEtaCallAt !== null) clocks.push({ kind: 'noEtaCall', token, dueAt: holder.noEtaCallAt });
  }
  if (state.status === 'onSite' && state.resolutionDueAt !== null) {
    clocks.push({ kind: 'resolution', token: `${state.resolutionDueAt}`, dueAt: state.resolutionDueAt });
  }
  return clocks;
}

/** When what somebody has opens again by itself: their estimate and its grace are over, or none came; else null. */
export function opensAgainDueAt({ holder, tier }: IncidentState): Instant | null {
  if (!holder) return null;
  return holder.etaAt === null ? holder.noEtaAt : holder.etaAt + TIMING.etaGraceMs[tier] + holder.heldForMs;
}

/**
 * When whoever has it, and has not been heard of for long, is asked whether they still come; once asked, when what they
 * have opens again. Null where their estimate is over before that: then it decides.
 */
export function staleDueAt(state: IncidentState): Instant | null {
  const { holder, tier } = state;
  const afterMs = TIMING.staleMs[tier];
  if (!holder || holder.etaAt === null) return null;
  if (holder.stillComingByAt !== null) return holder.stillComingByAt;
  if (afterMs === null) return null;
  const askAt = holder.lastSignAt + afterMs;
  return askAt < holder.etaAt ? askAt : null;
}

function residentClocks(state: IncidentState): readonly Clock[] {
  const clocks: Clock[] = [];
  // What is hours late is decided within a minute; the resident reads the outcome, once.
  const decidedAt = Math.max(state.ladder?.heldUntilAt ?? 0, state.holder?.heldUntilAt ?? 0);
  if (state.promiseByAt !== null && state.status !== 'resolved') {
    clocks.push({
      kind: 'promise',
      token: `${state.promiseByAt}`,
      dueAt: Math.max(state.promiseByAt, decidedAt),
    });
  }
  if (state.heldResidentText) {
    const { purpose, untilAt } = state.heldResidentText;
    clocks.push({ kind: 'residentText', token: `${purpose}.${untilAt}`, dueAt: Math.max(untilAt, decidedAt) });
  }
  if (state.followUp && !state.followUp.isAsked && !state.followUp.isAnswered) {
    clocks.push({ kind: 'followUp', token: `${state.followUp.dueAt}`, dueAt: followUpDueAt(state, state.followUp) });
  }
  return clocks;
}

/** When "fixed?" may be asked: at its hour, but never within five minutes of the text before it. */
function followUpDueAt(state: IncidentState, followUp: { readonly dueAt: Instant }): Instant {
  const beforeAt = state.heldResidentText?.untilAt ?? state.lastResidentTextAt;
  return beforeAt === null ? followUp.dueAt : Math.max(followUp.dueAt, beforeAt + TIMING.residentQuietMs);
}

/** The token of a step that fires whatever else: held and not yet held are two moments of it. */
export function whateverElseToken(run: Pick<LadderRun, 'seq'>, planned: LadderRun['whateverElse'][number]): string {
  return `${run.seq}.${planned.step}${planned.heldUntilAt === null ? '' : '.held'}`;
}

/** The token of a call by hand: the same person rung again later is another call. */
export function callToken(call: Pick<CallByHand, 'responderId' | 'dueAt'>): string {
  return `${call.responderId}.${call.dueAt}`;
}

/** Clocks nobody need watch: two only count or run by themselves, and what a resident is asked can wait. */
const UNWATCHED: readonly ClockKind[] = ['sla', 'residentText', 'followUp'];
/** The clocks of the timer panel. */
export const WATCHED_CLOCKS: readonly ClockKind[] = CLOCK_KINDS.filter((kind) => !UNWATCHED.includes(kind));

/** Clocks that only count or only speak to the resident: none of them brings help. */
export const BRINGS_NO_HELP: readonly ClockKind[] = ['sla', 'promise', 'residentText'];

/** True when a person or a clock will move this incident on: what the self-check demands of every open P1 and P2. */
export function isLookedAfter(state: IncidentState): boolean {
  // The incident that climbs for it is watched itself.
  if (state.partOf !== null) return true;
  return state.alarms.length > 0 || clocksOf(state).some((clock) => !BRINGS_NO_HELP.includes(clock.kind));
}
