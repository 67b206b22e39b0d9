import { nextClockAt } from '#core/store';
import type { IncidentAction, Instant } from '#shared/contract';
import { NIGHT, type Night, openNight } from '../world.ts';
import { differenceOf } from './difference.ts';
import { everybody, factsOf, letterOf, POLICIES, type PolicyName, type Trade } from './model-night.ts';
import type { Move } from './moves.ts';
import { HOLD_MIN } from './plain-holder.ts';
import type { Person, Tier } from './plain-words.ts';
import { PlainIncident } from './section-7.ts';

const PLACE: Readonly<Record<Trade, { place: string; text: string }>> = {
  plumbing: { place: 'maple 3a', text: 'water is running through the ceiling' },
  hvac: { place: 'elm 2', text: 'no heat and it is 48 degrees in here' },
};
const TIERS: readonly Tier[] = ['P1', 'P2', 'P3'];
const MOST_INCIDENTS = 3;
const MINUTE_MS = 60_000;
/** The longest nap of an idle desk: by then a moved clock has been seen. */
const SEEN_MS = 31_000;
const TICK_MS = 1_000;
/** Overslept by as much, the core does not call it a sleep yet. */
const LONGEST_NAP_MS = 5_000;

type Both = { readonly id: string; readonly plain: PlainIncident; readonly movedBefore: number };

/** Plays the moves on both, and compares after each. Returns how many facts they agreed on. */
export async function play(policy: PolicyName, template: string, moves: readonly Move[]): Promise<number> {
  const night = await openNight({ copyOf: template });
  try {
    const players = new Players(night, policy);
    await players.move({ kind: 'report', tier: 'P1', trade: 'plumbing', isKilled: false });
    for (const move of moves) {
      await players.move(move);
      players.look();
      players.compare(move);
    }
    return players.agreed();
  } finally {
    await night.end();
  }
}

class Players {
  private readonly begunAt: Instant = NIGHT;
  private elapsed = 0;
  private movedMs = 0;
  private readonly all: Both[] = [];
  private readonly company = everybody();

  private readonly night: Night;
  private readonly policy: PolicyName;

  constructor(night: Night, policy: PolicyName) {
    this.night = night;
    this.policy = policy;
  }

  async move(move: Move): Promise<void> {
    switch (move.kind) {
      case 'report':
        return this.report(move);
      case 'reply':
        return this.reply(move);
      case 'desk':
        return this.desk(move);
      case 'pass':
        return this.pass(move.minutes * MINUTE_MS);
      case 'sleep':
        this.night.clock.sleep(move.minutes * MINUTE_MS);
        await this.night.pass('0 s');
        return this.jump(move.minutes * MINUTE_MS);
      case 'wall':
        this.night.clock.moveWall(move.minutes * MINUTE_MS);
        this.movedMs += move.minutes * MINUTE_MS;
        return this.pass(SEEN_MS);
      case 'kill':
        await this.night.crash(() => this.night.clock.sleep(move.minutes * MINUTE_MS));
        return this.jump(move.minutes * MINUTE_MS);
      case 'number':
        return this.toggleNumber(move.who);
    }
  }

  /** An act may leave something overdue behind: a step that fires whatever else, after a sleep. */
  look(): void {
    for (const { plain } of this.all) plain.look(this.elapsed);
  }

  /** Throws with both lists where they differ. */
  compare(after: Move): void {
    for (const { id, plain, movedBefore } of this.all) {
      const difference = differenceOf(plain.facts, factsOf(this.night, id, this.begunAt, movedBefore));
      if (difference === null) continue;
      throw new Error(`after ${JSON.stringify(after)} (${this.elapsed / MINUTE_MS} min) ${difference}`);
    }
  }

  agreed(): number {
    return this.all.reduce((sum, { plain }) => sum + plain.facts.length, 0);
  }

  private async report({ tier, trade, isKilled }: Extract<Move, { kind: 'report' }>): Promise<void> {
    if (this.all.length >= MOST_INCIDENTS) return;
    const id = await this.night.report({ ...PLACE[trade], tier }, !isKilled);
    const plain = new PlainIncident(this.company.of(trade), POLICIES[this.policy], tier, this.elapsed);
    this.all.push({ id, plain, movedBefore: this.movedMs });
    if (isKilled) await this.night.crash();
  }

  private async reply({ pick: index, who, verb, minutes: eta }: Extract<Move, { kind: 'reply' }>): Promise<void> {
    const both = this.open(index);
    const name = both && at([...both.plain.notified], who);
    const letter = both && name ? letterOf(this.night, both.id, name) : null;
    if (!both || !name || letter === null || !this.person(name)?.hasNumber) return;
    const { plain } = both;
    const text =
      verb === '1' ? `1${letter}${eta === null ? '' : ` ${eta}`}` : verb === '2' ? `2${letter}` : `${verb} ${letter}`;
    await this.night.phone(name).replies(text);
    if (verb === '1') plain.accept(name, eta, this.elapsed);
    if (verb === '2') plain.decline(name, this.elapsed);
    if (verb === 'HERE') plain.here(name, this.elapsed);
    if (verb === 'DONE') plain.done(name, this.elapsed);
  }

  private async desk(move: Extract<Move, { kind: 'desk' }>): Promise<void> {
    const both = move.act === 'reopen' ? at(this.all, move.pick) : this.open(move.pick);
    const action = both && this.actionOf(both, move);
    if (!action) return;
    const answer = await this.night.act(action.action);
    if (!answer.ok) throw new Error(`${JSON.stringify(action.action)} was refused: ${answer.reason.en}`);
    action.told();
  }

  /** The act, where it can be done, and what it is to the model. */
  private actionOf(
    { id, plain }: Both,
    { act, who, minutes: count }: Extract<Move, { kind: 'desk' }>,
  ): { readonly action: IncidentAction; readonly told: () => void } | null {
    const incidentId = id;
    const now = this.elapsed;
    const { holder, isClosed } = plain;
    switch (act) {
      case 'take':
      case 'takeWithoutEta': {
        // Whoever says so to the coordinator, asked or not.
        const name = at(this.company.people, who)?.name;
        if (holder || !name) return null;
        const etaMinutes = act === 'take' ? count : null;
        const action = {
          type: 'acknowledgeFor',
          incidentId,
          responderId: this.idOf(name),
          via: 'phone',
          words: 'x',
          etaMinutes,
        } as const;
        return { action, told: () => plain.accept(name, etaMinutes, now) };
      }
      case 'decline': {
        const name = at([...new Set([...plain.notified, ...(holder ? [holder.name] : [])])], who);
        if (!name) return null;
        const action = {
          type: 'declineFor',
          incidentId,
          responderId: this.idOf(name),
          via: 'phone',
          words: 'x',
        } as const;
        return { action, told: () => plain.decline(name, now) };
      }
      case 'escalate':
        if (holder || !plain.isClimbing) return null;
        return { action: { type: 'escalateNow', incidentId }, told: () => plain.escalate(now) };
      case 'eta':
        return (
          holder && {
            action: { type: 'setEta', incidentId, etaMinutes: count },
            told: () => plain.estimate(count, now),
          }
        );
      case 'arrived':
        if (!holder || holder.onSiteAskAt !== null) return null;
        return { action: { type: 'markArrived', incidentId }, told: () => plain.arriveByDesk(now) };
      case 'resolve':
        return { action: { type: 'resolve', incidentId, outcome: 'fixed', words: 'x' }, told: () => plain.close(now) };
      case 'reopen':
        if (!isClosed && !holder) return null;
        return { action: { type: 'reopen', incidentId, words: 'x' }, told: () => plain.reopen(now) };
      case 'tier': {
        const tier = at(
          TIERS.filter((each) => each !== plain.tier),
          count,
        );
        if (!tier) return null;
        return {
          action: { type: 'changeTier', incidentId, tier, reason: 'x' },
          told: () => plain.changeTier(tier, now),
        };
      }
      case 'vendor':
        if (plain.nextVendor === undefined) return null;
        return {
          action: { type: 'sendVendor', incidentId, responderId: null, reason: 'x' },
          told: () => plain.sendVendor(now),
        };
      case 'hold': {
        if (plain.hold || holder?.onSiteAskAt != null || !(holder || plain.isClimbing)) return null;
        const minutes = Math.min(count, HOLD_MIN[plain.tier]);
        const action = { type: 'hold', incidentId, minutes, reason: 'x' } as const;
        return { action, told: () => plain.holdFor(minutes, now) };
      }
      case 'endHold':
        return plain.hold && { action: { type: 'endHold', incidentId }, told: () => plain.endHold(now) };
      case 'jump': {
        const step = holder ? undefined : at(plain.mayJumpTo, count);
        if (step === undefined) return null;
        return { action: { type: 'jumpTo', incidentId, step, reason: 'x' }, told: () => plain.jump(step, now) };
      }
    }
  }

  private async pass(ms: number): Promise<void> {
    await this.doze(ms);
    const until = this.elapsed + ms;
    for (;;) {
      const next = Math.min(...this.all.map(({ plain }) => plain.nextAt()));
      if (next > until) break;
      this.elapsed = Math.max(this.elapsed, next);
      this.look();
    }
    this.elapsed = until;
  }

  /**
   * Lets time pass in naps as long as a nap may be without being a sleep, where nothing is due meanwhile: the same night in a
   * fifth of the time.
   */
  private async doze(ms: number): Promise<void> {
    const { clock, core, settle } = this.night;
    for (let left = ms; left > 0; ) {
      const dueAt = nextClockAt(core.store.read) ?? Number.POSITIVE_INFINITY;
      const quietMs = Math.min(left, LONGEST_NAP_MS, dueAt - clock.now() - 1);
      if (quietMs > TICK_MS) {
        clock.sleep(quietMs);
        left -= quietMs;
      }
      const awakeMs = Math.min(left, TICK_MS);
      await clock.pass(awakeMs, settle);
      left -= awakeMs;
    }
  }

  private jump(ms: number): void {
    this.elapsed += ms;
    this.look();
  }

  private async toggleNumber(who: number): Promise<void> {
    const person = at(this.company.people, who);
    const known = this.night.core.api.portfolio().responders.find((each) => each.name === person?.name);
    if (!person || !known) return;
    person.hasNumber = !person.hasNumber;
    const number = this.numbers.get(known.id) ?? known.phone ?? '';
    this.numbers.set(known.id, number);
    const saved = this.night.core.api.saveResponder({ ...known, phone: person.hasNumber ? number : '' });
    if (!saved.ok) throw new Error(saved.reason.en);
    await this.night.settle();
  }
  private readonly numbers = new Map<string, string>();

  private open(index: number): Both | undefined {
    return at(
      this.all.filter(({ plain }) => !plain.isClosed),
      index,
    );
  }

  private person(name: string): Person | undefined {
    return this.company.people.find((each) => each.name === name);
  }

  private idOf(name: string): string {
    const found = this.night.core.api.portfolio().responders.find((each) => each.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found.id;
  }
}

function at<Value>(list: readonly Value[], index: number): Value | undefined {
  return list[index % Math.max(1, list.length)];
}
