import { GRACE_MIN, type Holder, newHolder, ON_SITE_MIN, putOff, RAISED_MS, withoutEstimate } from './plain-holder.ts';
import { PlainRun, whereItGoesOn } from './plain-run.ts';
import { PlainVendors } from './plain-vendors.ts';
import {
  type Company,
  type Deadline,
  type Fact,
  HELD_MS,
  MIN,
  type PlainPolicy,
  type Tier,
  VERY_LATE_MS,
} from './plain-words.ts';

/**
 * PRODUCT.md section 7 told once more, plainly, without a line of the product: who is asked when, and what follows. Time is
 * what has elapsed since the night began, so that a moved wall clock is nothing to it; a sleep is a jump after which all
 * that is overdue is looked at. It is slow and short on purpose.
 */

export class PlainIncident {
  readonly facts: Fact[] = [];
  readonly notified = new Set<string>();
  private readonly saidNo = new Set<string>();
  holder: Holder | null = null;
  isClosed = false;
  hold: { readonly since: number; readonly until: number } | null = null;
  private run: PlainRun | null = null;

  tier: Tier;
  private vendors: PlainVendors;
  private readonly company: Company;
  private readonly policy: PlainPolicy;

  constructor(company: Company, policy: PlainPolicy, tier: Tier, now: number) {
    this.company = company;
    this.vendors = this.noVendors();
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
    if (this.holder.name !== name) {
      if (this.vendors.isAsked(name)) this.vendors.saysYes(name, now);
      return;
    }
    this.holder.confirmBy = null;
    if (minutes !== null) this.estimate(minutes, now);
  }

  decline(name: string, now: number): void {
    if (this.isClosed) return;
    this.vendors.saysNo(name, this.holder?.name ?? null, now);
    if (this.holder?.name === name) {
      this.goOn(now);
      this.say(now, 'reopened responderGaveUp');
      this.begin(now);
    }
    this.say(now, `declined ${name}`);
    this.saidNo.add(name);
    this.run?.declined.add(name);
    if (!this.hold) this.run?.endIfSpent(now);
  }

  here(name: string, now: number): void {
    if (this.isClosed) return;
    if (this.holder !== null && this.holder.name !== name) {
      // A vendor is there before whoever has it: now it is theirs.
      if (!this.vendors.isAsked(name)) return;
      if (this.vendors.accepted === this.holder.name) this.vendors.accepted = null;
      this.take(name, 0, now);
    }
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
    this.vendors = this.noVendors();
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

  /** The next vendor that may be sent; undefined while one is asked or comes. */
  get nextVendor(): string | undefined {
    return this.vendors.isBusy ? undefined : this.vendors.nextOne(this.holder?.name ?? null);
  }

  sendVendor(now: number): void {
    this.vendors.send(this.holder?.name ?? null, now);
  }

  private noVendors(): PlainVendors {
    const { facts, notified, saidNo } = this;
    return new PlainVendors({ vendors: this.company.vendors, facts, notified, saidNo });
  }

  holdFor(minutes: number, now: number): void {
    this.say(now, 'holds');
    this.hold = { since: now, until: now + minutes * MIN };
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
    if (holder) putOff(holder, ms);
  }

  /** A person ends it, or its time is over. What nobody can answer any more ends with it, unless that is hours late. */
  endHold(now: number): void {
    const isVeryLate = now - (this.hold?.until ?? now) > VERY_LATE_MS;
    this.goOn(now);
    if (!isVeryLate) this.run?.endIfSpent(now);
  }

  changeTier(tier: Tier, now: number): void {
    this.goOn(now);
    this.say(now, `tier ${tier}`);
    const isRaised = tier < this.tier;
    // What was urgent is not any more.
    if (!isRaised) this.vendors = this.noVendors();
    this.tier = tier;
    const { holder } = this;
    if (holder === null) return this.begin(now);
    if (!isRaised) this.run?.end();
    if (holder.onSiteAskAt !== null) return;
    holder.confirmBy = isRaised ? now + RAISED_MS : null;
    // Whoever has not said when they come has as long to say it as anybody who takes it at that tier.
    if (holder.etaAt === null) Object.assign(holder, withoutEstimate(tier, now));
  }

  private say(at: number, what: string): void {
    this.facts.push({ at, what });
  }

  private begin(now: number, from = 0): void {
    // They had it as a vendor, and do not any more.
    if (this.vendors.accepted === this.holder?.name) this.vendors.accepted = null;
    this.holder = null;
    const { facts, notified, saidNo } = this;
    const world = { who: this.company.who, facts, notified, saidNo };
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
    const name = this.holder?.name ?? null;
    const vendors = this.vendors.deadlines(name);
    if (hold) return [{ at: hold.until, run: (now) => this.endHold(now) }, ...vendors];
    const ladder = [...(this.run?.deadlines([name, this.vendors.accepted]) ?? []), ...vendors];
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
    const isNewLadder = why === 'tierNotConfirmed';
    const silent = { name: holder?.name ?? '', isNewLadder, who: this.company.who };
    this.begin(now, whereItGoesOn(this.run, this.policy[this.tier], this.tier, silent));
    this.say(now, `alarm ${why}`);
  }

  private take(name: string, minutes: number | null, now: number): void {
    this.goOn(now);
    if (this.vendors.isAsked(name) && this.vendors.accepted !== name) this.vendors.saysYes(name, now);
    this.say(now, `taken ${name}`);
    this.holder = newHolder(name, minutes, this.tier, now);
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
