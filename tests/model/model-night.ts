import type { Ladder, LadderStep, TargetSpec } from '#shared/contract';
import type { AlarmKind, IncidentEvent } from '#shared/incident';
import { type Night, openNight } from '../world.ts';
import type { Company, Fact, Person, PlainLadder, PlainPolicy, Target } from './plain-words.ts';

/** The real core on the model's night, and what its log says in the model's words. */

export type Trade = 'plumbing' | 'hvac';

/** Who the demo names on its first night, by trade and target. */
const NAMES: Readonly<Record<Trade, Readonly<Record<Target, string>>>> = {
  plumbing: {
    primary: 'Marcus Chen',
    backup: 'Aline Silva',
    coordinator: 'Nadia Petrov',
    manager: 'Priya Shah',
    owner: 'Victor Harmon',
    vendor: 'DryRight on-call',
  },
  hvac: {
    primary: 'Javier Ortiz',
    backup: 'Wanda Kowalski',
    coordinator: 'Nadia Petrov',
    manager: 'Priya Shah',
    owner: 'Victor Harmon',
    vendor: 'Allweather on-call',
  },
};

/** Who is sent beside a ladder, in order: of the trade, then whoever does everything. */
const VENDORS: Readonly<Record<Trade, readonly string[]>> = {
  plumbing: ['DryRight on-call'],
  hvac: ['Allweather on-call', 'DryRight on-call'],
};

export type People = (trade: Trade) => Company;

/** Everybody with their number, as the night begins. */
export function everybody(): { readonly people: readonly Person[]; readonly of: People } {
  const known = new Map<string, Person>();
  for (const names of Object.values(NAMES))
    for (const name of Object.values(names)) known.set(name, known.get(name) ?? { name, hasNumber: true });
  const named = (name: string): readonly Person[] => [known.get(name)].filter((each) => each !== undefined);
  const of: People = (trade) => ({
    who: (target) => named(NAMES[trade][target]),
    vendors: VENDORS[trade].flatMap(named),
  });
  return { people: [...known.values()], of };
}

const step = (afterMin: number, targets: readonly Target[], whateverElse: readonly Target[] = []) => ({
  afterMin,
  targets: [...targets, ...whateverElse],
  whateverElse,
});

/** PRODUCT.md section 7, the default table. */
const COMPANY: PlainPolicy = {
  P1: {
    steps: [
      step(0, ['primary']),
      step(8, ['backup']),
      step(7, ['coordinator']),
      step(7, ['manager']),
      step(8, ['owner'], ['vendor']),
    ],
    lastWindowMin: 8,
  },
  P2: {
    steps: [step(0, ['primary']), step(15, ['primary']), step(5, ['backup']), step(15, ['manager'])],
    lastWindowMin: 15,
  },
  P3: { steps: [], lastWindowMin: 15 },
};

/** Two in one step, a pause of nothing, and somebody whatever else before the end. */
const OWN: PlainPolicy = {
  P1: {
    steps: [
      step(2, ['primary', 'backup']),
      step(6, ['coordinator'], ['vendor']),
      step(0, ['manager']),
      step(5, ['owner']),
    ],
    lastWindowMin: 5,
  },
  P2: { steps: [step(0, ['backup']), step(10, ['primary', 'manager'])], lastWindowMin: 20 },
  P3: { steps: [step(30, ['primary']), step(30, ['backup'])], lastWindowMin: 15 },
};

export const POLICIES = { company: COMPANY, own: OWN } as const;
export type PolicyName = keyof typeof POLICIES;

const SPEC: Readonly<Record<Target, TargetSpec>> = {
  primary: { kind: 'onCall', role: 'primary' },
  backup: { kind: 'onCall', role: 'backup' },
  coordinator: { kind: 'role', role: 'coordinator' },
  manager: { kind: 'role', role: 'manager' },
  owner: { kind: 'role', role: 'owner' },
  vendor: { kind: 'emergencyVendor' },
};

const ladderOf = ({ steps, lastWindowMin }: PlainLadder): Ladder => ({
  steps: steps.map(
    ({ afterMin, targets, whateverElse }): LadderStep => ({
      afterPreviousMin: afterMin,
      targets: targets.map((target) => ({
        target: SPEC[target],
        channels: ['sms'],
        whateverElse: whateverElse?.includes(target) ?? false,
      })),
    }),
  ),
  lastWindowMin,
});

/** A folder with the demo, the ladders of that name, and the coordinator signed in: made once, copied for each run. */
export async function templateOf(name: PolicyName): Promise<Night> {
  const night = await openNight({ signIn: false });
  const { api } = night.core;
  const { staff, demoPins } = api.appInfo();
  const signIn = async (role: string): Promise<string> => {
    const who = staff.find((each) => each.role === role);
    const pin = demoPins.find((each) => each.staffId === who?.id);
    const answer = pin && (await api.signIn(pin));
    if (!who || !answer?.ok) throw new Error(`nobody could sign in as ${role}`);
    return who.name;
  };
  const owner = await signIn('manager');
  const layer = api.policyLayer('company')?.layer;
  if (!layer) throw new Error('the company has no ladders');
  const ladders = {
    ...layer.ladders,
    P1: ladderOf(POLICIES[name].P1),
    P2: ladderOf(POLICIES[name].P2),
    P3: ladderOf(POLICIES[name].P3),
  };
  const saved = api.savePolicyLayer({ layer: { ...layer, ladders }, signedAs: owner });
  if (!saved.ok) throw new Error(saved.reason.en);
  await signIn('coordinator');
  await night.settle();
  return night;
}

/** What the log says of an incident, in the model's words and times. */
export function factsOf(night: Night, incidentId: string, begunAt: number, movedBefore: number): readonly Fact[] {
  let movedMs = movedBefore;
  return night.incident(incidentId).events.flatMap(({ event }) => {
    const each = event as IncidentEvent; // the log of an incident holds nothing else
    if (each.type === 'wallClockMoved') movedMs += each.deltaMs;
    const what = wordsOf(each);
    return what === null ? [] : [{ at: each.at - movedMs - begunAt, what }];
  });
}

const COMES_UNDONE: readonly AlarmKind[] = ['noEta', 'etaMissed', 'tierNotConfirmed'];

function wordsOf(event: IncidentEvent): string | null {
  switch (event.type) {
    case 'stepFired': {
      const kind = event.why === 'whateverElse' ? 'whatever else' : 'step';
      const names = event.recipients.map((each) => each.name).toSorted();
      return `${kind} ${event.round}.${event.step}: ${names.join(', ')}`;
    }
    case 'stepSkipped':
      return `${event.why === 'declined' ? 'passed over' : 'empty'} ${event.round}.${event.step}`;
    case 'roundStarted':
      return `round ${event.round}`;
    case 'unanswered':
      return `unanswered ${event.round}`;
    case 'stepHeld':
      return event.isVendor ? 'vendor: held' : 'held';
    case 'vendorAsked':
      return `vendor: asked ${event.recipient.name}`;
    case 'vendorAnswered':
      return `vendor: ${event.answer} ${event.name}`;
    case 'vendorsSpent':
      return 'vendor: none left';
    case 'held':
      return 'holds';
    case 'holdEnded':
      return 'goes on';
    case 'jumped':
      return `jumps to ${event.step}`;
    case 'acknowledged':
      return `taken ${event.name}`;
    case 'declined':
      return `declined ${event.name}`;
    case 'reopened':
      return `reopened ${event.why}`;
    case 'resolved':
      return 'closed';
    case 'tierChanged':
      return `tier ${event.to}`;
    case 'etaSet':
      return 'estimate';
    case 'arrived':
      return `on site ${event.name}`;
    case 'resolutionChecked':
      return 'asked whether it is done';
    case 'alarmRaised':
      return COMES_UNDONE.includes(event.kind) ? `alarm ${event.kind}` : null;
    default:
      return null;
  }
}

/** The letter of an incident on somebody's phone; null where they were never asked. */
export function letterOf(night: Night, incidentId: string, name: string): string | null {
  const events = night.incident(incidentId).events.map((each) => each.event as IncidentEvent); // as above
  const asked = events.flatMap((event) =>
    event.type === 'stepFired' ? event.recipients : event.type === 'vendorAsked' ? [event.recipient] : [],
  );
  return asked.findLast((each) => each.name === name)?.code ?? null;
}
