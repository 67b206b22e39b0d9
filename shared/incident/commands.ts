import type {
  BothLanguages,
  ClockKind,
  EmergencyCallAnswer,
  Instant,
  Ladder,
  Language,
  MessageSlot,
  OnBehalfWay,
  Outcome,
  Phone,
  Policy,
  Tier,
  TriageMark,
} from '#shared/contract';
import type { Candidate, ResolvedTargets } from '#shared/escalation';
import type { CompanyText } from '#shared/messages';
import type {
  AcceptOrDecline,
  Actor,
  CallResult,
  EventOf,
  HeadFacts,
  IncidentEvent,
  MessageState,
  OldCopy,
  PartFacts,
  StampedVerdict,
  WeatherInForce,
} from './events.ts';
import type { Move } from './follow.ts';
import type { VendorSearch } from './state.ts';

/** What is reported: everything about the problem that was known when the incident was opened. */
export type ReportFacts = Omit<EventOf<'reported'>, 'type' | 'v' | 'at' | 'by' | 'incidentId' | 'number'>;

/** What a responder's reply was understood as. */
export type UnderstoodReply =
  | { readonly verb: 'accept'; readonly minutes: number | null }
  | { readonly verb: 'eta'; readonly minutes: number }
  | {
      /**
       * `which`: several are open and no letter was given; `none`: nobody could understand it; `unclear`: it cannot be
       * done as it stands. None of the three changes anything.
       */
      readonly verb: 'decline' | 'notEmergency' | 'here' | 'done' | 'status' | 'which' | 'none' | 'unclear';
    };

/** Everything that can be asked of one incident. */
export type IncidentCommand =
  | {
      readonly type: 'open';
      readonly incidentId: string;
      readonly number: number;
      readonly facts: ReportFacts;
      /** For this incident only, in place of the policy's. */
      readonly ladder?: Ladder;
    }
  | { readonly type: 'clockDue'; readonly kind: ClockKind; readonly token: string }
  | {
      readonly type: 'settleMessage';
      readonly key: string;
      readonly state: Exclude<MessageState, 'queued'>;
      readonly attempt: number;
      readonly gateway: string | null;
      readonly reason: string | null;
      readonly isPossiblyTwice: boolean;
      readonly nextAt: Instant | null;
      readonly slot?: MessageSlot;
    }
  /** It is about to leave and has waited: what it says is read anew. */
  | { readonly type: 'rewordMessage'; readonly key: string }
  /** A gateway had taken it and gave it back. `mayHaveLeft`: nobody knows how far it came. */
  | {
      readonly type: 'returnMessage';
      readonly key: string;
      readonly gateway: string | null;
      readonly reason: string;
      readonly mayHaveLeft: boolean;
      readonly slot?: MessageSlot;
    }
  | { readonly type: 'retryMessage'; readonly key: string; readonly isConfirmed: boolean }
  | { readonly type: 'cancelMessage'; readonly key: string }
  /** A call is over. What a key says is done with it; of a part, its head is told by `answerCall`. */
  | {
      readonly type: 'settleCall';
      readonly key: string;
      /** Who was called. */
      readonly responderId: string;
      readonly result: CallResult;
      readonly pressed: AcceptOrDecline | null;
      readonly attempt: number;
      readonly gateway: string | null;
      readonly reason: string | null;
    }
  /** Somebody who was called about a part of it has pressed a key. */
  | {
      readonly type: 'answerCall';
      readonly responderId: string;
      readonly name: string;
      readonly pressed: AcceptOrDecline;
    }
  | {
      readonly type: 'reply';
      readonly responderId: string;
      readonly name: string;
      readonly company: string;
      readonly contactId: string;
      readonly words: string;
      readonly understood: UnderstoodReply;
    }
  | {
      readonly type: 'acknowledgeFor';
      readonly responderId: string;
      readonly name: string;
      readonly company: string;
      readonly via: OnBehalfWay;
      readonly words: string;
      readonly etaMinutes: number | null;
    }
  | { readonly type: 'declineFor'; readonly responderId: string; readonly name: string; readonly words: string }
  | { readonly type: 'escalateNow' }
  | { readonly type: 'jumpTo'; readonly step: number; readonly reason: string }
  | { readonly type: 'changeLadder'; readonly ladder: Ladder; readonly words: string }
  | { readonly type: 'hold'; readonly minutes: number; readonly reason: string }
  | { readonly type: 'endHold' }
  | { readonly type: 'addPerson'; readonly responderId: string; readonly words: string }
  | {
      readonly type: 'handOver';
      readonly responderId: string;
      readonly name: string;
      readonly company: string;
      readonly via: OnBehalfWay;
      readonly words: string;
      readonly etaMinutes: number | null;
    }
  | {
      readonly type: 'connect';
      readonly responderId: string;
      readonly name: string;
      readonly result: 'connected' | 'notReached';
    }
  | { readonly type: 'sendVendor'; readonly responderId: string | null; readonly reason: string }
  | { readonly type: 'standDown'; readonly responderId: string; readonly name: string; readonly reason: string }
  | { readonly type: 'setEta'; readonly etaMinutes: number }
  | { readonly type: 'markArrived' }
  | { readonly type: 'resolve'; readonly outcome: Outcome; readonly words: string }
  | { readonly type: 'reopen'; readonly words: string }
  | { readonly type: 'changeTier'; readonly tier: Tier; readonly reason: string }
  /** Another incident climbs for it from now on. That one is told by the desk, in the same transaction. */
  | {
      readonly type: 'link';
      readonly headId: string;
      readonly headNumber: number;
      readonly head: HeadFacts;
      /** Which vendor is asked, or comes, or stands by there; absent where none does. */
      readonly headVendorId?: string;
    }
  | { readonly type: 'unlink'; readonly reason: string }
  | {
      readonly type: 'addPart';
      readonly part: PartFacts;
      readonly asked: EventOf<'partAdded'>['asked'];
      /** Vendors who were sent for the part. */
      readonly vendor?: VendorSearch;
    }
  | { readonly type: 'removePart'; readonly partId: string }
  /** The incident that climbs for it has moved. */
  | { readonly type: 'follow'; readonly head: HeadFacts; readonly move: Move }
  | { readonly type: 'writeTo'; readonly to: 'resident' | 'responders'; readonly text: string }
  | { readonly type: 'note'; readonly words: string }
  | { readonly type: 'answerEmergencyCall'; readonly answer: EmergencyCallAnswer }
  | {
      readonly type: 'logCall';
      readonly responderId: string;
      readonly name: string;
      readonly result: 'reached' | 'noAnswer' | 'voicemail';
    }
  | { readonly type: 'hearAlarms' }
  | {
      readonly type: 'answerFollowUp';
      readonly isFixed: boolean;
      readonly rating: number | null;
      readonly words: string;
      readonly contactId: string;
    }
  | {
      readonly type: 'joinContact';
      readonly contactId: string;
      readonly words: string;
      /** What was heard from whom, where a resident's text joins by itself; null where a person joins it. */
      readonly heard: {
        readonly verdict: StampedVerdict;
        readonly name: string;
        readonly phone: Phone;
        readonly language: Language;
      } | null;
    }
  | { readonly type: 'markTriage'; readonly mark: TriageMark | null }
  | { readonly type: 'readWords'; readonly contactId: string | null }
  /** A live calendar has changed: whoever it names now is notified too, where a step went by the copy before. */
  | { readonly type: 'correctSchedule' }
  | { readonly type: 'raiseAlarm'; readonly kind: 'withoutClock' }
  | { readonly type: 'moveClock'; readonly deltaMs: number };

/** A weather mode, and the vendors whose call-out somebody has signed for: they are sent at once, others stand by. */
export type WeatherNow = WeatherInForce & { readonly mayGo: readonly string[] };

/** What `decide` may know beside the state. Gathered outside the transaction; plain values only. */
export type DecideContext = {
  readonly now: Instant;
  readonly by: Actor;
  /** The policy in force for the property now; a running ladder keeps the one it began with. */
  readonly policy: Policy;
  readonly targets: ResolvedTargets;
  /** Live calendars that did not answer just now and have a say in who is on call; what a step goes by is their last good copy. */
  readonly oldCopies: readonly OldCopy[];
  /** The weather mode at the property now; null where none is on. */
  readonly weather: WeatherNow | null;
  /** Next business day 10:00 at the property: the P3 promise and the P2 follow-up. */
  readonly nextMorningAt: Instant;
  /** Vendors approved for the place, the trade and the hour, in the order in which they are asked. */
  readonly vendors: readonly Candidate[];
  /** Names of vendors for this place and trade whose insurance has ended. */
  readonly uninsuredVendors: readonly string[];
  /** Whom the command names; null where it names nobody, or nobody who is on the list. */
  readonly person: Candidate | null;
  /** What the company says in place of a built-in text; null where it says nothing of its own. */
  readonly companyText: CompanyText;
  /** A voice gateway is configured and answers. Without one a P1 step wants a call by hand. */
  readonly hasVoice: boolean;
  /** Whom to call when this desk falls silent. */
  readonly silenceContact: { readonly name: string; readonly phone: string } | null;
  /** The resident of this incident, or whoever just wrote, has written STOP. */
  readonly isResidentOptedOut: boolean;
  /** Every open incident on the phone that is answered: for `?`, for "several open", and for the letter to reply with. */
  readonly openOfResponder: readonly OpenOfResponder[];
};

export type OpenOfResponder = {
  readonly incidentId: string;
  /** Who of those with this phone was notified of it. */
  readonly responderId: string;
  readonly code: string;
  /** Letters that its parts have on this phone: texts with them lie there. */
  readonly partCodes?: readonly string[];
  /** None of its texts has left for this phone yet. */
  readonly isUnread?: true;
  readonly number: number;
  readonly propertyName: string;
  readonly unitLabel: string | null;
  readonly address: string;
  readonly problem: string;
  readonly standing: 'waiting' | 'declined' | 'yours' | 'withOther';
  readonly holderName: string | null;
  readonly etaAt: Instant | null;
  readonly zone: string;
  /** When our latest message about it went to them. */
  readonly lastMessageAt: Instant;
  /** When they read that they need not come; null where they did not, or were asked again since. */
  readonly sentHomeAt: Instant | null;
};

export type RefusalCode =
  | 'alreadyOpen'
  | 'notFound'
  | 'alreadyResolved'
  | 'notResolved'
  | 'alreadyTaken'
  | 'notTaken'
  | 'notNotified'
  | 'sameTier'
  | 'isPart'
  | 'notPart'
  | 'isHead'
  | 'takenHere'
  | 'nothingToEscalate'
  | 'noSuchStep'
  | 'alreadyFired'
  | 'nobodyWoken'
  | 'noPhone'
  | 'nobodyToWrite'
  | 'alreadyHeld'
  | 'notHeld'
  | 'holdTooLong'
  | 'nothingToHold'
  | 'alreadyAsked'
  | 'unreachable'
  | 'samePerson'
  | 'hasIt'
  | 'noVendor'
  | 'alreadyOnSite'
  | 'noSuchMessage'
  | 'hasLeft'
  | 'notTriedAgain'
  | 'mayBeTwice'
  | 'wordsMissing'
  | 'noLifeSafety'
  | 'notReviewed'
  | 'noSuchMark'
  | 'markWithoutName';

export type Decision =
  | { readonly ok: true; readonly events: readonly IncidentEvent[] }
  | { readonly ok: false; readonly code: RefusalCode; readonly reason: BothLanguages };
