export { withholdAccessCodes } from './access-codes.ts';
export { blindWords } from './blind-words.ts';
export { builtInText } from './built-in-text.ts';
export { type BundledIncident, bundleText, MOST_BUNDLED } from './bundle-text.ts';
export { type CallTextInput, callKeys, callText, callWords, etaCallText, LONGEST_CALL_S } from './call-script.ts';
export { CATEGORY_WORDS } from './category-words.ts';
export { copyText } from './copy-text.ts';
export { type UnheardAlarm, unheardAlarmText } from './desk-alarm-text.ts';
export { ROLE_WORDS, TRADE_WORDS } from './duty-words.ts';
export { costlyLetters, isPlainGsm7, toGsm7 } from './gsm7.ts';
export {
  connectText,
  loweredText,
  notEmergencyText,
  raisedText,
  stillComingText,
  unitOffText,
  vendorComesText,
  vendorNotedText,
} from './holder-text.ts';
export { keywordText } from './keyword-text.ts';
export { LIFE_SAFETY_TEXT } from './life-safety-text.ts';
export { type MessageReason, reasonWords } from './message-reasons.ts';
export { displayPhone, normalisePhone, type PhoneResult } from './phone.ts';
export type { IncidentPlace } from './place.ts';
export { isBareAnswer, isShiftConfirmation } from './reminder-reply.ts';
export {
  confirmedText,
  noLongerOnCallText,
  reminderText,
  shiftDeclinedText,
  stretchOf,
  type ToldDuty,
  whichIsMeantText,
} from './reminder-text.ts';
export { isNobodysWords, parseReply, type Reply } from './reply.ts';
export { REPLY_CODES, type ReplyVerb } from './reply-words.ts';
export { type FollowUp, type Keyword, parseFollowUp, parseKeyword } from './resident-reply.ts';
export { type ResidentFacts, type ResidentTextKind, residentText } from './resident-text.ts';
export {
  askDoneText,
  askEtaText,
  closedText,
  confirmDeclineText,
  etaTakesNothingText,
  hazardText,
  type KnownIncident,
  type ListedIncident,
  lateReplyText,
  listOpenText,
  movedToText,
  nothingOpenText,
  notTakenText,
  notUnderstoodText,
  type OpenIncident,
  type Standing,
  type StandingIncident,
  standDownText,
  statusText,
  staysReadyText,
  takenByText,
  unitsText,
  youAreThereText,
  youHaveItText,
} from './responder-answers.ts';
export { type ResponderHazard, type ResponderTextInput, responderText } from './responder-text.ts';
export { FIRST_SEGMENT_CHARACTERS, MAX_SEGMENTS, SEGMENT_ROOM, type Segments, segmentsOf } from './segments.ts';
export { secondsToSay } from './spoken.ts';
export { type TemplateVariable, templateShown } from './template-fill.ts';
export { type TemplatePart, templateParts, templateTrouble, variablesOf } from './template-trouble.ts';
export { type CompanyText, lifeSafetyText } from './templates.ts';
export { watchText } from './watch-text.ts';
