import type {
  AnswerWay,
  Category,
  EmergencyCallAnswer,
  IncidentStatus,
  Language,
  Outcome,
  Tier,
  TriageMark,
} from '#shared/contract';
import { CATEGORY_WORDS } from '#shared/messages';
import { ALARM_WORDS } from './alarm-words.ts';
import type {
  AcceptOrDecline,
  AlarmKind,
  CallResult,
  EventOf,
  MessagePurpose,
  MessageState,
  StepRecipient,
  VendorMode,
  WeatherInForce,
} from './events.ts';
import { SPANISH } from './narrate-words-es.ts';

export type Role =
  | 'primary'
  | 'backup'
  | 'technician'
  | 'coordinator'
  | 'manager'
  | 'owner'
  | 'vendor'
  | 'emergencyVendor'
  | 'responder';

/** The sentences of the log in one language. `by` is a name or the product itself. */
export type NarrationWords = {
  readonly core: () => string;
  readonly lockedDesk: () => string;
  readonly enteredBy: (by: string) => string;
  readonly late: (span: string) => string;
  readonly role: (role: Role) => string;
  readonly channel: (channel: StepRecipient['channels'][number]) => string;
  readonly reported: (
    caller: string,
    place: string,
    tier: Tier,
    category: Category,
    channel: EventOf<'reported'>['channel'],
  ) => string;
  readonly unchecked: () => string;
  readonly tierChosen: (verdict: Tier, chosen: Tier, reason: string) => string;
  /** Questions and what was answered, in the order in which they were asked. */
  readonly asked: (answers: readonly { readonly question: string; readonly answer: string }[]) => string;
  readonly dispatched: (tier: Tier, by: string, why: EventOf<'dispatched'>['why'], policy: string) => string;
  /** Null for the company's own. */
  readonly policy: (name: string | null, version: number) => string;
  readonly goesOn: (step: number) => string;
  readonly forThisOnly: () => string;
  /** What changed follows, and when the next step is due. */
  readonly ladderChanged: (by: string) => string;
  readonly nextAt: (time: string) => string;
  readonly jumped: (from: number, to: number, by: string) => string;
  readonly copy: () => string;
  /** `readAt` and `document` in words already. */
  readonly inWeather: (weather: WeatherInForce, readAt: string) => string;
  readonly round: (round: number) => string;
  readonly lastResort: () => string;
  readonly stepFired: (step: number, who: string, why: EventOf<'stepFired'>['why']) => string;
  /** `copies`: the name of each, and the time of its last answer. */
  readonly byOldCopies: (copies: readonly (readonly [name: string, time: string])[]) => string;
  readonly stepSkipped: (step: number, why: EventOf<'stepSkipped'>['why'], wanted: string) => string;
  readonly stepDeclined: (step: number, who: string) => string;
  readonly messageQueued: (purpose: MessagePurpose, to: string) => string;
  readonly onceMore: () => string;
  readonly messageState: (state: MessageState, attempt: number) => string;
  readonly byFallback: () => string;
  readonly byHand: (by: string) => string;
  readonly messageReworded: () => string;
  readonly messageRetried: (by: string, isPossiblyTwice: boolean) => string;
  /** The same of a call that has not been made, or that nobody knows of. */
  readonly callState: (state: MessageState) => string;
  readonly heldUntil: (time: string) => string;
  readonly notSentAgain: () => string;
  readonly givenBack: () => string;
  readonly possiblyTwice: () => string;
  readonly replied: (name: string) => string;
  readonly joined: () => string;
  readonly readAs: (tier: Tier, category: Category) => string;
  readonly wordsRead: (by: string) => string;
  readonly noted: (by: string) => string;
  readonly emergencyCall: (answer: EmergencyCallAnswer, by: string) => string;
  readonly triageMarked: (mark: TriageMark | null, tier: Tier, by: string) => string;
  readonly promised: (time: string) => string;
  readonly promiseKept: () => string;
  readonly held: (purpose: MessagePurpose, time: string) => string;
  readonly suppressed: (purpose: MessagePurpose, why: EventOf<'residentTextSuppressed'>['why']) => string;
  readonly clockMoved: (seconds: number) => string;
  readonly resolutionChecked: () => string;
  readonly followUpAsked: () => string;
  readonly followUpAnswered: (isFixed: boolean, rating: number | null) => string;
  readonly withEta: (time: string) => string;
  readonly withoutEta: () => string;
  readonly acknowledged: (who: string, eta: string) => string;
  readonly acknowledgedFor: (who: string, eta: string, by: string, via: AnswerWay | null) => string;
  readonly byKey: () => string;
  readonly declined: (who: string, entered: string) => string;
  readonly notEmergency: (who: string) => string;
  readonly etaSet: (time: string, by: string) => string;
  readonly etaAsked: () => string;
  readonly arrived: (who: string, entered: string) => string;
  readonly callByHandPlanned: (who: string, time: string) => string;
  readonly callAgain: (who: string, time: string) => string;
  readonly stepHeld: (step: number, time: string) => string;
  readonly openingHeld: (time: string) => string;
  readonly vendorHeld: (time: string) => string;
  readonly ladderHeld: (by: string, time: string) => string;
  readonly heldForDecision: () => string;
  readonly holdEnded: (why: EventOf<'holdEnded'>['why'], by: string) => string;
  readonly tierConfirmAsked: (time: string) => string;
  readonly tierConfirmed: (by: string) => string;
  readonly stillComingAsked: (time: string) => string;
  readonly handedOver: (from: string, to: string, by: string) => string;
  readonly connected: (who: string, result: EventOf<'connected'>['result'], by: string) => string;
  readonly vendorAsked: (who: string, mode: VendorMode, by: string, time: string) => string;
  readonly vendorAnswered: (who: string, answer: EventOf<'vendorAnswered'>['answer']) => string;
  readonly vendorsSpent: () => string;
  readonly notInsured: (names: string) => string;
  readonly stoodDown: (who: string, by: string) => string;
  readonly callByHandDue: (who: string) => string;
  readonly callMade: (who: string, result: EventOf<'callMade'>['result'], by: string) => string;
  readonly callEnded: (who: string, result: CallResult, pressed: AcceptOrDecline | null) => string;
  readonly resolved: (outcome: Outcome, by: string) => string;
  readonly reopened: (why: EventOf<'reopened'>['why'], by: string) => string;
  readonly tierChanged: (from: Tier, to: Tier, by: string) => string;
  readonly linked: (head: number, by: string) => string;
  readonly unlinked: (head: number, by: string) => string;
  readonly unlinkedAsItsOwn: (head: number) => string;
  readonly partAdded: (unit: string, number: number) => string;
  readonly partRemoved: (unit: string, number: number) => string;
  readonly headMoved: (status: IncidentStatus, who: string) => string;
  readonly unanswered: (round: number) => string;
  readonly alarm: (kind: AlarmKind) => string;
  readonly heard: (by: string) => string;
  readonly slaMissed: (time: string) => string;
  readonly promiseSettled: (isKept: boolean) => string;
};

export function narrationWords(language: Language): NarrationWords {
  return language === 'es' ? SPANISH : ENGLISH;
}

const ROLE: Readonly<Record<Role, string>> = {
  primary: 'primary',
  backup: 'backup',
  technician: 'technician',
  coordinator: 'maintenance coordinator',
  manager: 'property manager',
  owner: 'owner',
  vendor: 'vendor',
  emergencyVendor: 'emergency vendor',
  responder: 'by name',
};

const STEP_WHY: Readonly<Record<EventOf<'stepFired'>['why'], string>> = {
  due: '',
  previousEmpty: ', early: the step before reached nobody',
  previousFailed: ', early: messages before it failed',
  previousDeclined: ', early: declined before',
  byHand: ', by hand',
  whateverElse: ', whatever else',
  deskUntouched: ', the desk alarm was not touched',
  scheduleCorrected: ', too: the live calendar has changed',
  added: ', added by name',
};

const PURPOSE: Readonly<Record<MessagePurpose, string>> = {
  step: 'Notice to',
  call: 'Call to',
  copy: 'For information, to',
  taken: 'Who has it, to',
  lateReply: 'Answer to a late reply, to',
  askEta: 'ETA asked of',
  askDone: 'DONE asked of',
  moved: 'Who has it now, to',
  standDown: 'Stand down to',
  units: 'Further units, to',
  raised: 'New tier to',
  stillComing: '“Still coming?” to',
  notEmergency: '“No emergency” noted, to',
  vendor: 'Vendor asked:',
  connect: 'Whom to call, to',
  listOpen: 'List of open incidents to',
  status: 'Status to',
  notUnderstood: '“Not understood” to',
  confirm: 'Confirmation to',
  receipt: 'Receipt to',
  stepping: 'News to',
  acknowledged: 'Who is coming, to',
  delayed: 'Delay to',
  alsoComing: 'Who comes as well, to',
  arrived: 'Arrival to',
  resolved: 'Close-out to',
  closed: 'Closing text to',
  reopened: 'Re-opening to',
  morning: 'When to expect a call, to',
  followUp: '“Is it fixed?” to',
  lifeSafety: 'Safety text to',
  hazard: 'Warning of danger to',
  manual: 'Text to',
};

const STATE: Readonly<Record<MessageState, string>> = {
  queued: 'Message waiting to leave',
  retrying: 'Message not taken by the gateway, trying again',
  held: 'Message held',
  unknown: 'Not known whether the message left',
  accepted: 'Message sent: the gateway has it',
  unconfirmed: 'Message sent, no receipt in time',
  delivered: 'Message delivered',
  failed: 'Message failed',
  expired: 'Message expired before it could leave',
  cancelled: 'Message cancelled, not sent',
};

const OUTCOME: Readonly<Record<Outcome, string>> = {
  fixed: 'fixed',
  madeSafe: 'made safe',
  vendorScheduled: 'vendor scheduled',
  followUpNeeded: 'follow-up needed',
  noAccess: 'no access',
  falseAlarm: 'false alarm',
  duplicate: 'duplicate',
  cancelled: 'cancelled',
};

const HEAD_STATUS: Readonly<Record<IncidentStatus, string>> = {
  running: 'its ladder climbs',
  unanswered: 'nobody answered yet',
  acknowledged: 'somebody has it',
  onSite: 'somebody is on site',
  morning: 'waits for the business day',
  resolved: 'resolved',
};

const VIA: Readonly<Record<AnswerWay, string>> = {
  phone: 'by phone',
  inPerson: 'in person',
  radio: 'by radio',
  otherMessage: 'by another message',
  voice: 'by a key on the call',
};

const REOPENED: Readonly<Record<EventOf<'reopened'>['why'], string>> = {
  coordinator: '',
  etaMissed: ': the ETA was missed',
  noEta: ': accepted, but no ETA came',
  stale: ': no word for long, and none when asked',
  tierNotConfirmed: ': the higher tier was not confirmed',
  residentNotFixed: ': the resident says it is not fixed',
  responderGaveUp: ': the responder gave it back',
};

const CAME_BY: Readonly<Record<EventOf<'reported'>['channel'], string>> = {
  phone: 'Call from',
  sms: 'Text from',
  email: 'Mail about',
  pms: 'Request from the management software of',
  form: 'Form from',
  sip: 'Menu call from',
};

const HOLD_ENDED: Readonly<Record<EventOf<'holdEnded'>['why'], (by: string) => string>> = {
  time: () => 'The hold is over: the ladder goes on',
  byHand: (by) => `${by} ended the hold`,
  taken: () => 'The hold ended: somebody has it',
  resolved: () => 'The hold ended: it is resolved',
};

const VENDOR_MODE: Readonly<Record<VendorMode, string>> = { send: 'to come', standBy: 'to stand by', go: 'to go now' };

const ENGLISH: NarrationWords = {
  core: () => 'Nightdesk',
  lockedDesk: () => 'somebody at the desk, nobody signed in',
  enteredBy: (by) => `, entered by ${by}`,
  late: (span) => `, ${span} late`,
  role: (role) => ROLE[role],
  channel: (channel) =>
    ({ sms: 'SMS', voice: 'call', byHand: 'call by hand if they stay silent', deskAlarm: 'desk alarm' })[channel],
  reported: (caller, place, tier, category, channel) =>
    `${CAME_BY[channel]} ${caller || 'an unknown caller'}, ${place}: ${tier} ${CATEGORY_WORDS.en[category]}`,
  unchecked: () => ', not yet checked by a person',
  tierChosen: (verdict, chosen, reason) =>
    verdict === chosen ? '' : ` (verdict ${verdict}, ${chosen} chosen: ${reason})`,
  asked: (answers) => `. Asked: ${answers.map(({ question, answer }) => `“${question}” ${answer}`).join('; ')}`,
  dispatched: (tier, by, why, policy) =>
    `${{ report: `Dispatched ${tier}`, tierChange: `${tier} ladder started after the tier changed`, reopened: `${tier} ladder started again` }[why]} by ${by}, ${policy}`,
  policy: (name, version) => (name === null ? `company policy v${version}` : `policy ${name} v${version}`),
  goesOn: (step) => `, going on with step ${step}`,
  forThisOnly: () => ', ladder changed for this incident only',
  ladderChanged: (by) => `${by} changed the ladder for this incident only`,
  nextAt: (time) => `. Next at ${time}`,
  jumped: (from, to, by) =>
    from === to ? `${by} fired step ${to} before its time` : `${by} jumped from step ${from} to step ${to}`,
  copy: () => 'for information',
  inWeather: ({ mode, firstWindowMin, why, document, url, temperatureF, alert }, readAt) => {
    const by = {
      forecast: `the forecast of ${temperatureF} °F`,
      alert: `the alert “${alert}”`,
      byHand: `a switch of ${document}`,
    }[why];
    const source = url === null ? '' : ` (${url}, sha256 ${document})`;
    return `. ${mode === 'freeze' ? 'Freeze' : 'Heat'} mode, first window ${firstWindowMin} min, by ${by} as of ${readAt}${source}`;
  },
  round: (round) => `Round ${round} of the ladder began`,
  lastResort: () => 'Every round went unanswered: manager and vendor are called every 15 minutes',
  stepFired: (step, who, why) => `Step ${step}: ${who}${STEP_WHY[why]}`,
  byOldCopies: (copies) =>
    copies.map(([name, time]) => `, by the copy of “${name}” from ${time}: it did not answer in time`).join(''),
  stepSkipped: (step, why, wanted) =>
    why === 'copiesOnly'
      ? `Step ${step} only informs (${wanted}); the next takes its place`
      : `Step ${step} reached nobody: ${why === 'nobodyOnCall' ? 'nobody is on call' : 'no working number'}${wanted ? ` (${wanted})` : ''}`,
  stepDeclined: (step, who) => `Step ${step} asks nobody: ${who} declined before`,
  messageQueued: (purpose, to) => `${PURPOSE[purpose]} ${to}`,
  onceMore: () => ', once more',
  callState: (state) => (state === 'cancelled' ? 'Call not made' : 'Not known whether the call was made'),
  messageState: (state, attempt) => `${STATE[state]}${attempt > 1 ? `, attempt ${attempt}` : ''}`,
  byFallback: () => ', through the fallback gateway',
  byHand: (by) => `, ${by}`,
  messageReworded: () => 'It waited, and leaves with what is known now',
  messageRetried: (by, isPossiblyTwice) =>
    `${by} had the message tried again${isPossiblyTwice ? ', though it may have arrived' : ''}`,
  heldUntil: (time) => ` until ${time}`,
  notSentAgain: () => ', not sent again',
  givenBack: () => ', given back by the gateway that had taken it',
  possiblyTwice: () => ', possibly twice',
  replied: (name) => `${name} replied`,
  joined: () => 'A further text from the resident',
  readAs: (tier, category) => `, read as ${tier} ${CATEGORY_WORDS.en[category]}`,
  wordsRead: (by) => `What the resident wrote was read by ${by}`,
  noted: (by) => `Note by ${by}`,
  emergencyCall: (answer, by) =>
    `${by} asked whether somebody has called 911: ${{ yes: 'yes', no: 'no', couldNotAsk: 'could not ask' }[answer]}`,
  triageMarked: (mark, tier, by) =>
    mark === null
      ? `${by} took back the mark on the tier that triage gave`
      : `${by} marked the ${tier} that triage gave: ${{ right: 'right', tooHigh: 'too high', tooLow: 'too low' }[mark]}`,
  promised: (time) => `The resident was promised news by ${time}`,
  promiseKept: () => 'Nothing more is promised to the resident',
  held: (purpose, time) => `${PURPOSE[purpose]} the resident held until ${time}: never two texts in five minutes`,
  suppressed: (purpose, why) =>
    `${PURPOSE[purpose]} the resident not sent: ${{ noPhone: 'no number', optedOut: 'they asked for no texts', quietTier: 'not at night for this tier' }[why]}`,
  clockMoved: (seconds) => `The computer’s clock was moved by ${seconds} s; running windows kept their length`,
  resolutionChecked: () => 'Nobody has said yet that it is done',
  followUpAsked: () => 'Time to ask the resident whether it is fixed',
  followUpAnswered: (isFixed, rating) =>
    `The resident says it is ${isFixed ? 'fixed' : 'not fixed'}${rating === null ? '' : `, ${rating} of 5`}`,
  withEta: (time) => `, ETA ${time}`,
  withoutEta: () => ', no ETA',
  acknowledged: (who, eta) => `${who} has it${eta}`,
  acknowledgedFor: (who, eta, by, via) =>
    `${who} has it${eta}; entered by ${by}${via === null ? '' : `, told ${VIA[via]}`}`,
  byKey: () => `, ${VIA.voice}`,
  declined: (who, entered) => `${who} declined${entered}`,
  notEmergency: (who) => `${who} wrote that it is no emergency`,
  etaSet: (time, by) => `ETA ${time}, from ${by}`,
  etaAsked: () => 'ETA asked for',
  arrived: (who, entered) => `${who} is on site${entered}`,
  callByHandPlanned: (who, time) => `If ${who} stays silent, call by hand at ${time}`,
  callAgain: (who, time) => `Call ${who} once more at ${time}`,
  stepHeld: (step, time) => `Step ${step} is hours late after a stop: it fires at ${time} unless a person acts`,
  openingHeld: (time) =>
    `The ladder begins again at ${time} unless a person acts: whoever has it is hours overdue, after a stop`,
  vendorHeld: (time) =>
    `A vendor’s answer is hours overdue after a stop: the next is asked at ${time} unless a person acts`,
  ladderHeld: (by, time) => `Held by ${by} until ${time}: the ladder waits`,
  heldForDecision: () => 'No emergency, says the responder; nobody at the desk has looked at it yet',
  holdEnded: (why, by) => HOLD_ENDED[why](by),
  tierConfirmAsked: (time) => `Whoever has it is to confirm the new tier by ${time}`,
  tierConfirmed: (by) => `New tier confirmed by ${by}`,
  stillComingAsked: (time) => `No word for long: asked whether they are still coming, to answer by ${time}`,
  handedOver: (from, to, by) => `Handed over from ${from} to ${to} by ${by}`,
  connected: (who, result, by) =>
    result === 'connected'
      ? `${by} connected ${who} with the caller`
      : `${by} could not connect ${who} with the caller`,
  vendorAsked: (who, mode, by, time) => `Vendor ${who} asked ${VENDOR_MODE[mode]} by ${by}, to answer by ${time}`,
  vendorAnswered: (who, answer) =>
    ({
      accepted: `Vendor ${who} accepted`,
      declined: `Vendor ${who} declined`,
      silent: `Vendor ${who} did not answer`,
    })[answer],
  vendorsSpent: () => 'No vendor is left to ask',
  notInsured: (names) => `; left out, not insured any more: ${names}`,
  stoodDown: (who, by) => `${who} stood down by ${by}`,
  callByHandDue: (who) => `Call ${who} by hand`,
  callMade: (who, result, by) =>
    `${by} called ${who}: ${{ reached: 'reached', noAnswer: 'no answer', voicemail: 'voicemail' }[result]}`,
  callEnded: (who, result, pressed) =>
    ({
      key: `${who} picked up and pressed ${pressed}`,
      noKey: `Call to ${who}: picked up, no key pressed; it may have been a voicemail`,
      noAnswer: `Call to ${who}: no answer`,
      busy: `Call to ${who}: busy`,
      failed: `Call to ${who} could not be made`,
      unknown: `Call to ${who}: not known what became of it`,
      expired: `Call to ${who} not made any more`,
    })[result],
  resolved: (outcome, by) => `Resolved by ${by}: ${OUTCOME[outcome]}`,
  reopened: (why, by) => `Re-opened by ${by}${REOPENED[why]}`,
  tierChanged: (from, to, by) => `Tier ${from} → ${to} by ${by}`,
  linked: (head, by) => `Linked to #${head} by ${by}: one ladder for both`,
  unlinkedAsItsOwn: (head) =>
    `#${head} is resolved; this has a need or words of its own, so it stays open with its own ladder`,
  unlinked: (head, by) => `Unlinked from #${head} by ${by}: its own ladder again`,
  partAdded: (unit, number) => `#${number}${unit && ` (${unit})`} is part of it now`,
  partRemoved: (unit, number) => `#${number}${unit && ` (${unit})`} is no part of it any more`,
  headMoved: (status, who) => `The incident it goes with: ${HEAD_STATUS[status]}${who && `, ${who}`}`,
  unanswered: (round) => `Unanswered after round ${round}`,
  alarm: (kind) => `Desk alarm: ${ALARM_WORDS.en[kind]}`,
  heard: (by) => `Alarm heard by ${by}`,
  slaMissed: (time) => `Not acknowledged by ${time}`,
  promiseSettled: (isKept) =>
    isKept ? 'The resident heard by the promised hour' : 'The promised hour passed and the resident has not heard',
};
