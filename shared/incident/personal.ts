import type { IncidentEvent, IncidentEventType } from './events.ts';

/**
 * Which fields of which event are about a person. They are stored in `personal(id, salt, value)`; the log holds
 * `{"$p": id, "h": hash}` in their place, so that redaction can remove the value and leave the chain whole.
 */
export const PERSONAL_FIELDS: Partial<Record<IncidentEventType, readonly string[]>> = {
  reported: [
    'caller.name',
    'caller.phone',
    'text',
    // What somebody answers can be about their health.
    'answers.answer',
    'answers.finding',
    'answers.label.en',
    'answers.label.es',
    'tierReason',
  ],
  ladderChanged: ['words'],
  jumped: ['reason'],
  stepFired: ['recipients.phone'],
  stepSkipped: ['copies.phone'],
  messageQueued: ['to.name', 'to.phone', 'text'],
  messageReworded: ['text'],
  replied: ['words'],
  acknowledged: ['words'],
  declined: ['words'],
  saidNotEmergency: ['words'],
  held: ['reason'],
  handedOver: ['words'],
  vendorAsked: ['recipient.phone', 'reason'],
  stoodDown: ['reason'],
  resolved: ['words'],
  reopened: ['words'],
  callByHandPlanned: ['phone'],
  callByHandDue: ['phone'],
  followUpAnswered: ['words'],
  contactJoined: ['words'],
  noted: ['words'],
  tierChanged: ['reason'],
  unlinked: ['reason'],
  partAdded: ['residentName', 'text', 'asked.recipient.phone', 'vendor.current.phone'],
};

/** The newest `v` this build writes and understands. A larger one means a newer Nightdesk wrote the log. */
const NEWEST_VERSION = 1;

/**
 * A stored event as today's events. There is one version so far; older ones will be brought up to date here and
 * nowhere else.
 * @throws when the event was written by a newer build.
 */
export function upcast(stored: { readonly type: string; readonly v: number }): IncidentEvent {
  if (stored.v > NEWEST_VERSION)
    throw new Error(`event ${stored.type} has version ${stored.v}: a newer Nightdesk wrote it`);
  return stored as IncidentEvent; // written by this code and read back through the hash chain
}
