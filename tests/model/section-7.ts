import { type Deadline, PlainRun, VERY_LATE_MS } from './plain-run.ts';

/**
 * PRODUCT.md section 7 told once more, plainly, without a line of the product: who is asked when, and what follows. Time is
 * what has elapsed since the night began, so that a moved wall clock is nothing to it; a sleep is a jump after which all
 * that is overdue is looked at. It is slow and short on purpose.
 */

export type Tier = 'P1' | 'P2' | 'P3';
export type Target = 'primary' | 'backup' | 'coordinator' | 'manager' | 'owner' | 'vendor';
export type PlainStep = {
  readonly afterMin: number;
  readonly targets: readonly Target[];
  /** Which of them are woken whatever else. */
  readonly whateverElse?: readonly Target[];
};
export type PlainLadder = { readonly steps: readonly PlainStep[]; readonly lastWindowMin: number };
export type PlainPolicy = Readonly<Record<Tier, PlainLadder>>;

/** Somebody who can be called. Whoever has no number cannot be. */
export type Person = { readonly name: string; hasNumber: boolean };

/** Something that must have happened, and when, in ms since the night began. */
export type Fact = { readonly at: number; readonly what: string };

const MIN = 60_000;
const HELD_MS = 1 * MIN;
const RAISED_MS = 5 * MIN;
const WITHOUT_ESTIMATE: Readonly<Record<Tier, { callMin: number; resumeMin: number }>> = {
  P1: { callMin: 5, resumeMin: 10 },
  P2: { callMin: 30, resumeMin: 60 },
  P3: { callMin: 60, resumeMin: 240 },
};
const GRACE_MIN: Readonly<Record<Tier, number>> = { P1: 10, P2: 15, P3: 60 };
const ON_SITE_MIN: Readonly<Record<Tier, number>> = { P1: 120, P2: 180, P3: 480 };
/** The longest that a ladder may be held. */
export const HOLD_MIN: Readonly<Record<Tier, number>> = { P1: 10, P2: 60, P3: 60 };

type Holder = {
  readonly name: string;
  etaAt: number | null;
  callAt: number | null;
  resumeAt: number | null;
  confirmBy: number | null;
  heldUntil: number | null;
  onSiteAskAt: number | null;
};

export class PlainIncident {
  readonly facts: Fact[] = [];
  readonly notified = new Set<string>();
  holder: Holder | null = null;
  isClosed = false;
  hold: { readonly since: number; readonly until: number } | null = null;
  private run: PlainRun | null = null;

  tier: Tier;
  private readonly who: (target: Target) => readonly Person[];
  private readonly policy: PlainPolicy;

  constructor(who: (target: Target) => readonly Person[], policy: PlainPolicy, tier: Tier, now: number) {
    this.who = who;
    this.policy = policy;
    this.tier = tier;
    this.begin(now);
  }

  /** Whether the ladder has anything to climb on to. */
  get isClimbing(): boolean {
    return this.run?.isClimbing ?? false;
  }

  get mayJumpTo(): readonly number[] {
    return this.run?.mayJumpTo ?? [];
  }

  /** All that is due by now, in the order in which it fell due. */
  look(now: number): void {
    for (;;) {
      const due = this.deadlines().filter((each) => each.at <= now);
      const first = due.toSorted((a, b) => a.at - b.at)[0];
      if (!first) return;
      first.run(now);
    }
  }

  /** When something happens next by itself. */
  nextAt(): number {
    return Math.min(...this.deadlines().map((each) => each.at));
  }

  accept(name: string, minutes: number | null, now: number): void {
    if (this.isClosed) return;
    if (this.holder === null) return this.take(name, minutes, now);
    if (this.holder.name !== name) return;
    this.holder.confirmBy = null;
    if (minutes !== null) this.estimate(minutes, now);
  }

  decline(name: string, now: number): void {
    if (this.isClosed) return;
    if (this.holder?.name !== name) {
      return this.passOn(name, now);
    }
    this.goOn(now);
    this.say(now, 'reopened responderGaveUp');
    this.begin(now);
    this.passOn(name, now);
  }

  private passOn(name: string, now: number): void {
    this.say(now, `declined ${name}`);
    this.run?.declined.add(name);
    if (!this.hold) this.run?.endIfSpent(now);
  }

  here(name: string, now: number): void {
    if (this.isClosed || (this.holder !== null && this.holder.name !== name)) return;
    this.arrive(name, now);
  }

  done(name: string, now: number): void {
    if (!this.isClosed && this.holder?.name === name) this.close(now);
  }

  estimate(minutes: number, now: number): void {
    if (!this.holder) return;
    this.goOn(now);
    this.say(now, 'estimate');
    Object.assign(this.holder, {
      etaAt: now + minutes * MIN,
      callAt: null,
      resumeAt: null,
      confirmBy: null,
      heldUntil: null,
    });
  }

  arriveByDesk(now: number): void {
    if (this.holder) this.arrive(this.holder.name, now);
  }

  close(now: number): void {
    this.goOn(now);
    this.say(now, 'closed');
    this.isClosed = true;
    this.run?.end();
    if (this.holder) Object.assign(this.holder, { onSiteAskAt: null });
  }

  /** By the coordinator: closed, or taken by somebody who will not come. */
  reopen(now: number): void {
    this.goOn(now);
    this.say(now, 'reopened coordinator');
    this.isClosed = false;
    this.begin(now);
  }

  escalate(now: number): void {
    this.goOn(now);
    this.run?.fireEarly(now);
  }

  jump(step: number, now: number): void {
    this.goOn(now);
    this.run?.jump(step, now);
  }

  holdFor(minutes: number, now: number): void {
    this.say(now, 'holds');
    this.hold = { since: now, until: now + minutes * MIN };
  }

  /** A person ends it. What nobody can answer any more ends with it. */
  endHold(now: number): void {
    this.goOn(now);
    this.run?.endIfSpent(now);
  }

  /** A hold ends: whatever waited has as long to run as it had. */
  private goOn(now: number): void {
    const { hold, holder } = this;
    if (!hold) return;
    this.say(now, 'goes on');
    this.hold = null;
    // Slept through, it held no longer than was asked.
    const ms = Math.min(now, hold.until) - hold.since;
    this.run?.putOff(ms);
    const later = (at: number | null): number | null => (at === null ? null : at + ms);
    if (holder)
      Object.assign(holder, {
        etaAt: later(holder.etaAt),
        callAt: later(holder.callAt),
        resumeAt: later(holder.resumeAt),
        confirmBy: later(holder.confirmBy),
        heldUntil: later(holder.heldUntil),
      });
  }

  private holdOver(until: number, now: number): void {
    this.goOn(now);
    // Hours late a person decides first about what comes next.
    if (now - until <= VERY_LATE_MS) this.run?.endIfSpent(now);
  }

  changeTier(tier: Tier, now: number): void {
    this.goOn(now);
    this.say(now, `tier ${tier}`);
    const isRaised = tier < this.tier;
    this.tier = tier;
    const { holder } = this;
    if (holder === null) return this.begin(now);
    if (!isRaised) this.run?.end();
    if (holder.onSiteAskAt !== null) return;
    holder.confirmBy = isRaised ? now + RAISED_MS : null;
    // Whoever has not said when they come has as long to say it as anybody who takes it at that tier.
    if (holder.etaAt === null) Object.assign(holder, this.withoutEstimate(now));
  }

  private withoutEstimate(now: number): Pick<Holder, 'callAt' | 'resumeAt'> {
    const { callMin, resumeMin } = WITHOUT_ESTIMATE[this.tier];
    return { callAt: now + callMin * MIN, resumeAt: now + resumeMin * MIN };
  }

  private say(at: number, what: string): void {
    this.facts.push({ at, what });
  }

  private begin(now: number, from = 0): void {
    this.holder = null;
    const world = { who: this.who, facts: this.facts, notified: this.notified };
    const before = this.run;
    // A P3 wakes nobody, unless the company says whom.
    if (this.tier === 'P3' && this.policy.P3.steps.length === 0) return before?.end();
    this.run = new PlainRun(world, this.policy[this.tier], this.tier, now, from);
    if (from > 0 && before?.tier === this.tier) this.run.goOnFrom(before);
    this.run.fireDue(now);
  }

  private deadlines(): readonly Deadline[] {
    if (this.isClosed) return [];
    const { hold } = this;
    if (hold) return [{ at: hold.until, run: (now) => this.holdOver(hold.until, now) }];
    const ladder = this.run?.deadlines(this.holder?.name ?? null) ?? [];
    const holder = this.holder ? this.holderDeadlines(this.holder) : [];
    // Sorting keeps this order among what is due in the same moment: what is owed, then what begins it again. Hours late
    // both were left to a person as one, and the ladder that begins again owes it anew.
    return this.holder?.heldUntil == null ? [...ladder, ...holder] : [...holder, ...ladder];
  }

  private holderDeadlines(holder: Holder): Deadline[] {
    const all: Deadline[] = [];
    const add = (at: number | null, run: (now: number) => void): void => {
      if (at !== null) all.push({ at, run });
    };
    if (holder.onSiteAskAt !== null) {
      add(holder.onSiteAskAt, (now) => {
        this.say(now, 'asked whether it is done');
        holder.onSiteAskAt = now + ON_SITE_MIN[this.tier] * MIN;
      });
      return all;
    }
    const { confirmBy } = holder;
    if (confirmBy !== null)
      add(holder.heldUntil ?? confirmBy, (now) => this.comesUndone('tierNotConfirmed', confirmBy, now));
    add(holder.callAt, (now) => {
      this.say(now, 'alarm noEta');
      holder.callAt = null;
    });
    if (holder.etaAt !== null) {
      const dueAt = holder.etaAt + GRACE_MIN[this.tier] * MIN;
      add(holder.heldUntil ?? dueAt, (now) => this.comesUndone('etaMissed', dueAt, now));
    } else if (holder.resumeAt !== null) {
      const dueAt = holder.resumeAt;
      add(holder.heldUntil ?? dueAt, (now) => this.comesUndone('noEta', dueAt, now));
    }
    return all;
  }

  /** Nobody came, or said when. */
  private comesUndone(why: string, dueAt: number, now: number): void {
    const holder = this.holder;
    if (holder && holder.heldUntil === null && now - dueAt > VERY_LATE_MS) {
      this.say(now, 'held');
      holder.heldUntil = now + HELD_MS;
      return;
    }
    this.say(now, `reopened ${why}`);
    this.begin(now, this.whereItGoesOn(holder?.name ?? '', why === 'tierNotConfirmed'));
    this.say(now, `alarm ${why}`);
  }

  /**
   * Not at the first step again: whoever has just stayed silent is not the one to be asked. A higher ladder begins, though,
   * whatever another of its tier had come to.
   */
  private whereItGoesOn(silent: string, isNewLadder: boolean): number {
    const { run } = this;
    if (!run || run.isLastResort) return 0;
    const isSame = run.tier === this.tier;
    const { steps } = isSame ? run.ladder : this.policy[this.tier];
    const from = isSame && !isNewLadder ? run.left : 0;
    const found = steps.findIndex(({ targets }, at) => {
      const reachable = targets.flatMap(this.who).filter((each) => each.hasNumber);
      return at >= from && (reachable.length === 0 || reachable.some((each) => each.name !== silent));
    });
    return Math.max(found, found < 0 ? from : 0);
  }

  private take(name: string, minutes: number | null, now: number): void {
    this.goOn(now);
    this.say(now, `taken ${name}`);
    this.holder = {
      name,
      etaAt: minutes === null ? null : now + minutes * MIN,
      ...(minutes === null ? this.withoutEstimate(now) : { callAt: null, resumeAt: null }),
      confirmBy: null,
      heldUntil: null,
      onSiteAskAt: null,
    };
    this.run?.stop();
  }

  private arrive(name: string, now: number): void {
    if (this.holder?.onSiteAskAt != null) return;
    if (!this.holder) this.take(name, 0, now);
    this.goOn(now);
    this.say(now, `on site ${name}`);
    this.run?.end();
    const onSiteAskAt = now + ON_SITE_MIN[this.tier] * MIN;
    if (this.holder)
      Object.assign(this.holder, { onSiteAskAt, callAt: null, resumeAt: null, confirmBy: null, heldUntil: null });
  }
}
