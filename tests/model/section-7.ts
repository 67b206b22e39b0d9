import { type Deadline, PlainRun, VERY_LATE_MS } from './plain-run.ts';

/**
 * PRODUCT.md section 7 told once more, plainly, without a line of the product: who is asked when, and what follows. Time is
 * what has elapsed since the night began, so that a moved wall clock is nothing to it; a sleep is a jump after which all
 * that is overdue is looked at. It is slow and short on purpose.
 */

export type Tier = 'P1' | 'P2';
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

/**
 * What the product does not do yet, or not as section 7 says. Each is switched on once it does; the test then holds it to
 * it. `NIGHTDESK_MODEL_AS_WRITTEN=1` switches all of them on.
 */
export type AsWritten = {
  /** 7.2: an acceptance without an estimate, and 7.5: a missed one, resume the ladder where it stopped; today it begins again. */
  readonly resumes: boolean;
  /** 7.6: raised under somebody who has it, it is asked again within five minutes, else the higher ladder starts. */
  readonly asksAgainWhenRaised: boolean;
  /** 7.3: what fires whatever else fires although the ladder begins again in the same moment; today that moment takes it away. */
  readonly firesBeforeItBeginsAgain: boolean;
};

const MIN = 60_000;
const HELD_MS = 1 * MIN;
const RAISED_MS = 5 * MIN;
const WITHOUT_ESTIMATE: Readonly<Record<Tier, { callMin: number; resumeMin: number }>> = {
  P1: { callMin: 5, resumeMin: 10 },
  P2: { callMin: 30, resumeMin: 60 },
};
const GRACE_MIN: Readonly<Record<Tier, number>> = { P1: 10, P2: 15 };
const ON_SITE_MIN: Readonly<Record<Tier, number>> = { P1: 120, P2: 180 };

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
  private run: PlainRun | null = null;

  tier: Tier;
  private readonly who: (target: Target) => readonly Person[];
  private readonly policy: PlainPolicy;
  private readonly asWritten: AsWritten;

  constructor(
    who: (target: Target) => readonly Person[],
    policy: PlainPolicy,
    asWritten: AsWritten,
    tier: Tier,
    now: number,
  ) {
    this.who = who;
    this.policy = policy;
    this.asWritten = asWritten;
    this.tier = tier;
    this.begin(now);
  }

  /** Whether the ladder has anything to climb on to. */
  get isClimbing(): boolean {
    return this.run?.isClimbing ?? false;
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
    if (this.holder.name === name && minutes !== null) this.estimate(minutes, now);
  }

  decline(name: string, now: number): void {
    if (this.isClosed) return;
    if (this.holder?.name !== name) {
      this.say(now, `declined ${name}`);
      this.run?.passOn(name, now);
      return;
    }
    this.say(now, 'reopened responderGaveUp');
    this.begin(now);
    this.say(now, `declined ${name}`);
    this.run?.passOn(name, now);
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
    this.say(now, 'closed');
    this.isClosed = true;
    this.run?.end();
    if (this.holder) Object.assign(this.holder, { onSiteAskAt: null });
  }

  /** By the coordinator: closed, or taken by somebody who will not come. */
  reopen(now: number): void {
    this.say(now, 'reopened coordinator');
    this.isClosed = false;
    this.begin(now);
  }

  escalate(now: number): void {
    this.run?.fireEarly(now);
  }

  changeTier(tier: Tier, now: number): void {
    this.say(now, `tier ${tier}`);
    const isRaised = tier < this.tier;
    this.tier = tier;
    if (this.holder === null) return this.begin(now);
    if (this.asWritten.asksAgainWhenRaised && isRaised) this.holder.confirmBy = now + RAISED_MS;
    if (this.asWritten.asksAgainWhenRaised && !isRaised) this.run?.end();
  }

  private say(at: number, what: string): void {
    this.facts.push({ at, what });
  }

  private begin(now: number, from = 0): void {
    this.holder = null;
    const world = { who: this.who, facts: this.facts, notified: this.notified };
    this.run = new PlainRun(world, this.policy[this.tier], this.tier, now, from);
    this.run.fireDue(now);
  }

  private deadlines(): readonly Deadline[] {
    if (this.isClosed) return [];
    const ladder = this.run?.deadlines(this.holder?.name ?? null) ?? [];
    const holder = this.holder ? this.holderDeadlines(this.holder) : [];
    // Sorting keeps this order among what is due in the same moment.
    return this.asWritten.firesBeforeItBeginsAgain ? [...ladder, ...holder] : [...holder, ...ladder];
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
    add(holder.callAt, (now) => {
      this.say(now, 'alarm noEta');
      holder.callAt = null;
    });
    add(holder.confirmBy, (now) => this.comesUndone('tierNotConfirmed', holder.confirmBy ?? now, now));
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
    const left = this.run?.left ?? 0;
    this.begin(now, this.asWritten.resumes && why !== 'tierNotConfirmed' ? left : 0);
    if (why !== 'tierNotConfirmed') this.say(now, `alarm ${why}`);
  }

  private take(name: string, minutes: number | null, now: number): void {
    this.say(now, `taken ${name}`);
    const { callMin, resumeMin } = WITHOUT_ESTIMATE[this.tier];
    this.holder = {
      name,
      etaAt: minutes === null ? null : now + minutes * MIN,
      callAt: minutes === null ? now + callMin * MIN : null,
      resumeAt: minutes === null ? now + resumeMin * MIN : null,
      confirmBy: null,
      heldUntil: null,
      onSiteAskAt: null,
    };
    this.notified.add(name);
    this.run?.stop();
  }

  private arrive(name: string, now: number): void {
    if (this.holder?.onSiteAskAt != null) return;
    if (!this.holder) this.take(name, 0, now);
    this.say(now, `on site ${name}`);
    this.run?.end();
    const onSiteAskAt = now + ON_SITE_MIN[this.tier] * MIN;
    if (this.holder)
      Object.assign(this.holder, { onSiteAskAt, callAt: null, resumeAt: null, confirmBy: null, heldUntil: null });
  }
}
