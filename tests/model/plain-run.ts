import {
  type Company,
  type Deadline,
  type Fact,
  HELD_MS,
  MIN,
  type PlainLadder,
  type PlainStep,
  type Target,
  type Tier,
  VERY_LATE_MS,
} from './plain-words.ts';

/** Sooner than this is on time. */
const ON_TIME_MS = 5_000;
const ROUNDS = 3;
const LAST_RESORT: PlainStep = { afterMin: 0, targets: ['manager', 'vendor'] };

/** Whom the ladder asks, where what it does is written, who has been asked so far, and who said no since. */
export type LadderWorld = Pick<Company, 'who'> & {
  readonly facts: Fact[];
  readonly notified: Set<string>;
  readonly saidNo: Set<string>;
};

type AllTheSame = { readonly step: number; readonly dueAt: number; heldUntil: number | null };

/** One climb of one ladder: rules 1, 3, 4 and 8. */
export class PlainRun {
  /** The step that comes next; past the last one the last window runs. */
  next: number;
  round = 1;
  waitsFor: 'step' | 'window' | 'round' | 'nothing' = 'step';
  readonly ladder: PlainLadder;
  private readonly world: LadderWorld;
  readonly tier: Tier;
  private dueAt: number;
  private roundAt: number;
  private reached = 0;
  private asked: readonly string[] = [];
  readonly declined = new Set<string>();
  private heldUntil: number | null = null;
  /** After an acknowledgement: steps that fire all the same. */
  private stillToFire: AllTheSame[] = [];

  constructor(world: LadderWorld, ladder: PlainLadder, tier: Tier, now: number, from: number) {
    this.world = world;
    this.ladder = ladder;
    this.tier = tier;
    this.next = from;
    this.roundAt = now;
    this.dueAt = now + (from === 0 ? (ladder.steps[0]?.afterMin ?? 0) * MIN : 0);
  }

  get isClimbing(): boolean {
    return this.waitsFor !== 'nothing';
  }

  get isLastResort(): boolean {
    return this.round > ROUNDS;
  }

  /** Steps that are left of the first rounds; 0 where none is. */
  get left(): number {
    return this.round <= ROUNDS && this.next < this.ladder.steps.length ? this.next : 0;
  }

  deadlines(coming: readonly (string | null)[]): readonly Deadline[] {
    const climb: Deadline =
      this.heldUntil === null
        ? { at: this.dueAt, run: (now) => this.isDue(now) }
        : { at: this.heldUntil, run: (now) => this.climbOn(now) };
    const others = this.stillToFire.map((each) => ({
      at: each.heldUntil ?? each.dueAt,
      run: (now: number) => this.fireAllTheSame(each, coming, now),
    }));
    return this.isClimbing ? [climb, ...others] : others;
  }

  fireDue(now: number): void {
    while (this.isClimbing && this.waitsFor !== 'round' && this.dueAt <= now) {
      if (this.waitsFor === 'window' || this.step === undefined) return this.unanswered(now);
      this.fireOne(this.step, now);
    }
  }

  /** The next step, whatever its time: those after it keep their distance to it. */
  fireEarly(now: number): void {
    if (!this.isClimbing) return;
    if (this.waitsFor === 'round') return this.nextRound(now);
    if (this.waitsFor === 'window' || this.step === undefined) return this.unanswered(now);
    this.fireOne(this.step, now);
    this.fireDue(now);
  }

  /** When nobody who was asked can still say yes, the next step fires now. */
  endIfSpent(now: number): void {
    if ((this.waitsFor === 'step' || this.waitsFor === 'window') && this.isSpent) this.fireEarly(now);
  }

  /** The steps that a person may have fired before their turn. */
  get mayJumpTo(): readonly number[] {
    if (!this.isClimbing || this.isLastResort) return [];
    return [...this.ladder.steps.keys()].filter((at) => this.waitsFor === 'round' || at >= this.next);
  }

  /** That step now. What was passed over and is woken whatever else keeps its time. */
  jump(step: number, now: number): void {
    if (this.waitsFor === 'round') this.beginRound(now);
    if (this.isLastResort) return this.fireEarly(now);
    this.say(now, `jumps to ${step}`);
    this.owe(this.allTheSame().filter((each) => each.step < step));
    this.next = step;
    this.dueAt = now;
    this.fireEarly(now);
  }

  /** A hold is over: everything has as long to run as it had. */
  putOff(ms: number): void {
    this.dueAt += ms;
    this.roundAt += ms;
    if (this.heldUntil !== null) this.heldUntil += ms;
    this.stillToFire = this.stillToFire.map((each) => ({
      ...each,
      dueAt: each.dueAt + ms,
      heldUntil: each.heldUntil === null ? null : each.heldUntil + ms,
    }));
  }

  /** It goes on where another of its tier had stopped: who had passed it on there has answered, and what it owed is owed. */
  goOnFrom(before: PlainRun): void {
    for (const name of before.declined) this.declined.add(name);
    this.owe(before.stillToFire.filter(({ step }) => step < Math.min(before.next, this.next)));
  }

  /** The ladder stops; what fires whatever else keeps its time. */
  stop(): void {
    this.owe(this.allTheSame());
    this.waitsFor = 'nothing';
    this.heldUntil = null;
  }

  /** Somebody is there, or it is closed: nothing fires any more. */
  end(): void {
    this.stop();
    this.stillToFire = [];
  }

  private owe(more: readonly AllTheSame[]): void {
    const isOwed = (step: number): boolean => this.stillToFire.some((each) => each.step === step);
    this.stillToFire = [...this.stillToFire, ...more.filter(({ step }) => !isOwed(step))];
  }

  private get step(): PlainStep | undefined {
    return this.round > ROUNDS ? LAST_RESORT : this.ladder.steps[this.next];
  }

  private get isSpent(): boolean {
    return this.asked.length > 0 && this.asked.every((each) => this.declined.has(each));
  }

  private say(at: number, what: string): void {
    this.world.facts.push({ at, what });
  }

  private reachable(targets: readonly Target[]): readonly string[] {
    const people = targets.flatMap(this.world.who).filter((each) => each.hasNumber);
    return [...new Set(people.map((each) => each.name))];
  }

  private isDue(now: number): void {
    if (now - this.dueAt <= VERY_LATE_MS) return this.climbOn(now);
    this.say(now, 'held');
    this.heldUntil = now + HELD_MS;
  }

  private climbOn(now: number): void {
    if (this.waitsFor === 'step') this.fireDue(now);
    else if (this.waitsFor === 'window') this.unanswered(now);
    else if (this.waitsFor === 'round') this.nextRound(now);
  }

  private fireOne(step: PlainStep, now: number): void {
    const name = `${this.round}.${this.next}`;
    const dueAt = Math.min(this.dueAt, now);
    const reachable = this.reachable(step.targets);
    const asked = reachable.filter((each) => !this.declined.has(each));
    const isLast = this.round > ROUNDS || this.next + 1 >= this.ladder.steps.length;
    const window = now + this.ladder.lastWindowMin * MIN;
    if (asked.length === 0) {
      const isPassedOver = reachable.length > 0;
      this.say(now, isPassedOver ? `passed over ${name}` : `empty ${name}`);
      this.dueAt = isLast && this.reached > 0 && !(isPassedOver && this.isSpent) ? window : dueAt;
    } else {
      this.say(now, `step ${name}: ${asked.toSorted().join(', ')}`);
      this.ask(asked);
      this.reached += 1;
      this.asked = asked;
      const afterMs = (this.ladder.steps[this.next + 1]?.afterMin ?? 0) * MIN;
      // A late P1 makes up for what is overdue; a late P2 begins its windows now.
      const isKept = this.tier === 'P1' || now - dueAt <= ON_TIME_MS;
      this.dueAt = isLast ? window : (isKept ? dueAt : now) + afterMs;
    }
    this.heldUntil = null;
    this.next += 1;
    this.waitsFor = isLast ? 'window' : 'step';
  }

  private unanswered(now: number): void {
    this.say(now, `unanswered ${this.round}`);
    // It waits for the morning.
    if (this.tier === 'P3') return this.stop();
    const pauseMin = this.round > ROUNDS ? 15 : this.reached > 0 ? 0 : 5;
    this.waitsFor = 'round';
    this.asked = [];
    this.heldUntil = null;
    this.dueAt = Math.max(now, this.roundAt + pauseMin * MIN);
    if (this.dueAt <= now) this.nextRound(now);
  }

  private nextRound(now: number): void {
    this.beginRound(now);
    this.fireDue(now);
  }

  private beginRound(now: number): void {
    this.round += 1;
    this.say(now, `round ${this.round}`);
    this.next = 0;
    this.waitsFor = 'step';
    this.reached = 0;
    this.asked = [];
    this.declined.clear();
    this.heldUntil = null;
    this.roundAt = now;
    this.dueAt = now + (this.step?.afterMin ?? 0) * MIN;
  }

  private allTheSame(): AllTheSame[] {
    if (this.round > ROUNDS || this.waitsFor !== 'step') return [];
    let dueAt = this.dueAt;
    return this.ladder.steps.flatMap((step, at) => {
      if (at < this.next) return [];
      if (at > this.next) dueAt += step.afterMin * MIN;
      return (step.whateverElse ?? []).length > 0 ? [{ step: at, dueAt, heldUntil: null }] : [];
    });
  }

  private fireAllTheSame(planned: AllTheSame, coming: readonly (string | null)[], now: number): void {
    if (planned.heldUntil === null && now - planned.dueAt > VERY_LATE_MS) {
      this.say(now, 'held');
      planned.heldUntil = now + HELD_MS;
      return;
    }
    this.stillToFire = this.stillToFire.filter((each) => each !== planned);
    const people = this.reachable(this.ladder.steps[planned.step]?.whateverElse ?? []);
    // Who has it or comes as a vendor knows, and who passed it on in this round has answered.
    const asked = people.filter((each) => !coming.includes(each) && !this.declined.has(each));
    this.say(now, `whatever else ${this.round}.${planned.step}: ${asked.toSorted().join(', ')}`);
    this.ask(asked);
  }

  private ask(names: readonly string[]): void {
    for (const name of names) {
      this.world.notified.add(name);
      this.world.saidNo.delete(name);
    }
  }
}

/**
 * Not at the first step again: whoever has just stayed silent is not the one to be asked. A higher ladder begins, though,
 * whatever another of its tier had come to.
 */
export function whereItGoesOn(
  run: PlainRun | null,
  ladder: PlainLadder,
  tier: Tier,
  silent: Pick<Company, 'who'> & { readonly name: string; readonly isNewLadder: boolean },
): number {
  if (!run || run.isLastResort) return 0;
  const isSame = run.tier === tier;
  const { steps } = isSame ? run.ladder : ladder;
  const from = isSame && !silent.isNewLadder ? run.left : 0;
  const found = steps.findIndex(({ targets }, at) => {
    const reachable = targets.flatMap(silent.who).filter((each) => each.hasNumber);
    return at >= from && (reachable.length === 0 || reachable.some((each) => each.name !== silent.name));
  });
  return Math.max(found, found < 0 ? from : 0);
}
