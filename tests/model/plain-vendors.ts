import { type Deadline, type Fact, HELD_MS, MIN, type Person, VERY_LATE_MS } from './plain-words.ts';

const ANSWER_MS = 10 * MIN;

type VendorWorld = {
  readonly vendors: readonly Person[];
  readonly facts: Fact[];
  readonly notified: Set<string>;
  /** Who said no and has not been asked since. */
  readonly saidNo: Set<string>;
};

/** Vendors sent beside the ladder, the next where one says no or is silent for ten minutes: rule 6. */
export class PlainVendors {
  accepted: string | null = null;
  private readonly world: VendorWorld;
  private readonly tried = new Set<string>();
  private asked: { readonly name: string; readonly answerBy: number; heldUntil: number | null } | null = null;

  constructor(world: VendorWorld) {
    this.world = world;
  }

  get isBusy(): boolean {
    return this.asked !== null || this.accepted !== null;
  }

  /** Their yes is to coming: asked, and nobody else comes in their place. */
  isAsked(name: string): boolean {
    return this.tried.has(name) && (this.accepted ?? name) === name;
  }

  nextOne(holder: string | null): string | undefined {
    const { vendors, saidNo } = this.world;
    const isPast = (name: string): boolean => this.tried.has(name) || saidNo.has(name) || name === holder;
    return vendors.find((each) => each.hasNumber && !isPast(each.name))?.name;
  }

  send(holder: string | null, now: number): void {
    const name = this.nextOne(holder);
    this.asked = null;
    if (name === undefined) return this.say(now, 'none left');
    this.say(now, `asked ${name}`);
    this.asked = { name, answerBy: now + ANSWER_MS, heldUntil: null };
    this.tried.add(name);
    this.world.saidNo.delete(name);
    this.world.notified.add(name);
  }

  saysYes(name: string, now: number): void {
    this.say(now, `accepted ${name}`);
    this.accepted = name;
    this.asked = null;
  }

  /** Nothing where it was not theirs. */
  saysNo(name: string, holder: string | null, now: number): void {
    if (this.asked?.name !== name && this.accepted !== name) return;
    this.say(now, `declined ${name}`);
    if (this.accepted === name) this.accepted = null;
    this.send(holder, now);
  }

  deadlines(holder: string | null): readonly Deadline[] {
    const { asked } = this;
    if (!asked) return [];
    return [{ at: asked.heldUntil ?? asked.answerBy, run: (now) => this.silent(asked, holder, now) }];
  }

  private silent(asked: NonNullable<typeof this.asked>, holder: string | null, now: number): void {
    if (asked.heldUntil === null && now - asked.answerBy > VERY_LATE_MS) {
      this.say(now, 'held');
      asked.heldUntil = now + HELD_MS;
      return;
    }
    this.say(now, `silent ${asked.name}`);
    this.send(holder, now);
  }

  private say(at: number, what: string): void {
    this.world.facts.push({ at, what: `vendor: ${what}` });
  }
}
