export { alarmSound, onePerBuilding, type Sounding } from './alarm-sound.ts';
export { ALARM_WORDS, type AlarmSubject, alarmWords } from './alarm-words.ts';
export { BRINGS_NO_HELP, type Clock, callToken, clocksOf, isLookedAfter, WATCHED_CLOCKS } from './clocks.ts';
export type {
  DecideContext,
  Decision,
  IncidentCommand,
  OpenOfResponder,
  RefusalCode,
  ReportFacts,
  UnderstoodReply,
  WeatherNow,
} from './commands.ts';
export { CORRECTED_WITHIN_MS } from './correct-schedule.ts';
export { decide } from './decide.ts';
export * from './events.ts';
export { evolve, fold } from './evolve.ts';
export { hasPerhapsLeft } from './evolve-ladder.ts';
export { CALL_STATES, rises } from './evolve-messages.ts';
export { headFacts, type Move, moveOf } from './follow.ts';
export { hazardOf } from './hazard.ts';
export { askedOf, partOfState } from './link.ts';
export { isCancellable, retryOf } from './message-acts.ts';
export { type Narration, narrate } from './narrate.ts';
export { NOT_EMERGENCY } from './narrate-meanwhile.ts';
export { OWN_TROUBLE, partsOfTheirOwn, troublesIn } from './own-trouble.ts';
export { PERSONAL_FIELDS, upcast } from './personal.ts';
export { nextShown, placeLabel, queueDueAt, queueRank, queueRowOf, shownDueAt } from './queue-row.ts';
export { refusalWords } from './refusals.ts';
export { refusedActs } from './refused-acts.ts';
export { residentWouldHear } from './resident-preview.ts';
export { awaitsFollowUp, type FollowUpRoute, routeFollowUp } from './route-follow-up.ts';
export { type ReplyRoute, routeReply, understand } from './route-reply.ts';
export { isPastVendor, standingById, vendorsOf } from './send-vendor.ts';
export { sentHomeAt } from './sent-home.ts';
export {
  type Alarm,
  type FiredStep,
  type Holder,
  type IncidentState,
  isComingVendor,
  isOpen,
  isToResponder,
  isUnsent,
  type LadderRun,
  type Message,
  type Notified,
} from './state.ts';
export { mustWaitOutside } from './tell-responders.ts';
export { firstJudged, type TierChoice, tellTierChoice, tierChoices } from './tier-choices.ts';
export { isBelowJudged, isReviewed, marksThatFit } from './triage-review.ts';
export { ladderInWeather, signedFor } from './weather.ts';
export { whyNot } from './why-not.ts';
