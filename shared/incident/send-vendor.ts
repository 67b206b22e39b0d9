import type { BothLanguages, Instant } from '#shared/contract';
import { type Candidate, minutes, TIMING } from '#shared/escalation';
import { responderText } from '#shared/messages';
import type { DecideContext } from './commands.ts';
import { CORE, type Draft, queueMessage } from './draft.ts';
import type { StepRecipient, VendorMode } from './events.ts';
import { asRecipient } from './fire-step.ts';
import { ring } from './ring.ts';
import { sendHome } from './send-home.ts';
import { type IncidentState, isComingVendor } from './state.ts';
import { tellVendorAccepted } from './tell-holder.ts';
import { tellResident } from './tell-resident.ts';
import { incidentInWords, responderLane } from './tell-responders.ts';
import { signedFor } from './weather.ts';

export type VendorOrder = {
  readonly mode: VendorMode;
  readonly reason: string;
  /** Whoever the command names, and not the next in order. */
  readonly isByName?: boolean;
};

/**
 * Sends a vendor beside the ladder: the next one approved who has not been asked yet, or whoever was named. Where nobody
 * is left to come, the desk is alarmed; to stand by is a courtesy, and only the log says so. They have ten minutes to
 * answer; then the next one is asked.
 */
export function sendVendor(draft: Draft, order: VendorOrder): void {
  const { context, state } = draft;
  const next = order.isByName ? context.person : nextVendor(state, context, order.mode);
  const left = order.isByName || context.uninsuredVendors.length === 0 ? {} : { notInsured: context.uninsuredVendors };
  if (!next || next.phone === null) {
    draft.emit({ type: 'vendorsSpent', ...left }, CORE);
    if (order.mode === 'standBy') return;
    return draft.emit({ type: 'alarmRaised', kind: 'vendorsSpent', step: null }, CORE);
  }
  const { reason } = order;
  const mode = signedFor(order.mode, next.responderId, context.weather);
  const as = { kind: 'responder', responderId: next.responderId } as const;
  // To be ready costs nobody a call in the night.
  const channels = mode === 'standBy' ? (['sms'] as const) : (['sms', 'voice'] as const);
  const recipient = asRecipient(draft, { candidate: next, as, channels, whateverElse: false });
  const answerBy = context.now + TIMING.vendorMs;
  draft.emit({ type: 'vendorAsked', recipient, mode, answerBy, reason, ...left });
  tellVendor(draft, { ...recipient, phone: next.phone }, next.openCodes.length > 0, mode);
}

/**
 * The next vendor in order who has not been asked, does not have it and has not passed it on; undefined for none. Whoever
 * stands by is sent before anybody else.
 */
export function nextVendor(
  state: IncidentState,
  context: Pick<DecideContext, 'vendors'>,
  mode: VendorMode = 'send',
): Candidate | undefined {
  const readyId = mode === 'standBy' ? undefined : standingById(state);
  const ready = context.vendors.find((each) => each.responderId === readyId);
  return ready ?? context.vendors.find((each) => !isPastVendor(state, each.responderId));
}

/** Who was told to be ready, and has not said no. */
export function standingById({ vendor }: IncidentState): string | undefined {
  const told = [vendor?.accepted, vendor?.current];
  return told.find((each) => each && !vendor?.sentIds.includes(each.responderId))?.responderId;
}

/** Who is asked to come, or is coming; whoever only stands by is neither. */
export function busyVendorId({ vendor }: IncidentState): string | undefined {
  const told = [vendor?.current, vendor?.accepted];
  return told.find((each) => each && vendor?.sentIds.includes(each.responderId))?.responderId;
}

/** Told to come, not only to be ready. */
export function isSentVendor({ vendor }: IncidentState, responderId: string): boolean {
  return vendor?.sentIds.includes(responderId) ?? false;
}

/** Whoever is asked as a vendor, or comes or stands by as one. */
export function vendorsOf({ vendor }: Pick<IncidentState, 'vendor'>): readonly string[] {
  return [vendor?.current, vendor?.accepted].flatMap((each) => each?.responderId ?? []);
}

/** Asked before, or has it, or passed it on: not asked again by itself. */
export function isPastVendor({ vendor, holder, notified }: IncidentState, responderId: string): boolean {
  const hasDeclined = notified.some((each) => each.recipient.responderId === responderId && each.hasDeclined);
  return hasDeclined || responderId === holder?.responderId || (vendor?.triedIds.includes(responderId) ?? false);
}

function tellVendor(
  draft: Draft,
  recipient: StepRecipient & { readonly phone: NonNullable<StepRecipient['phone']> },
  isShown: boolean,
  mode: VendorMode,
): void {
  const { responderId, name, phone, channels } = recipient;
  queueMessage(draft, {
    purpose: 'vendor',
    lane: responderLane(draft.state),
    to: { kind: 'responder', responderId, name, phone },
    text: responderText({
      ...incidentInWords(draft.state, recipient, isShown),
      order: mode,
      lateMin: null,
      ifNoWord: null,
    }),
  });
  if (channels.includes('voice')) ring(draft, recipient);
  if (!channels.includes('byHand')) return;
  const dueAt = draft.context.now + TIMING.callByHandAfterMs;
  draft.emit({ type: 'callByHandPlanned', responderId, name, phone, dueAt }, CORE);
}

/** Their ten minutes are over. Hours late, a person decides first whether somebody else is still to be woken. */
export function vendorSilent(draft: Draft): void {
  const { vendor } = draft.state;
  const { now } = draft.context;
  if (!vendor?.current || vendor.answerByAt === null) return;
  if (now - vendor.answerByAt > TIMING.veryLateMs && vendor.heldUntilAt === null) {
    const untilAt = now + TIMING.veryLateWaitMs;
    draft.emit({ type: 'stepHeld', step: null, dueAt: vendor.answerByAt, untilAt, isVendor: true }, CORE);
    return draft.emit({ type: 'alarmRaised', kind: 'lateByHours', step: null }, CORE);
  }
  const { responderId, name } = vendor.current;
  draft.emit({ type: 'vendorAnswered', responderId, name, answer: 'silent', etaAt: null }, CORE);
  sendVendor(draft, { mode: vendor.mode, reason: vendor.reason });
}

/** Asked as a vendor and not replaced by another: one who comes takes the place of one who stands by. */
export function isAskedVendor(state: IncidentState, responderId: string): boolean {
  const { vendor } = state;
  if (!vendor?.triedIds.includes(responderId)) return false;
  const { accepted } = vendor;
  if (accepted === null || accepted.responderId === responderId) return true;
  return isSentVendor(state, responderId) && !isSentVendor(state, accepted.responderId);
}

type VendorYes = { readonly responderId: string; readonly name: string; readonly etaMinutes: number | null };

/** They come, or stand by, beside whoever has it: the two hear of each other, and the resident of whoever comes. */
export function acceptVendor(draft: Draft, { responderId, name, etaMinutes }: VendorYes): void {
  const before = draft.state.vendor?.accepted;
  const known = before?.responderId === responderId ? before.etaAt : null;
  const etaAt: Instant | null = etaMinutes === null ? known : draft.context.now + minutes(etaMinutes);
  noteYes(draft, { responderId, name }, etaAt);
  tellVendorAccepted(draft);
  if (isComingVendor(draft.state, responderId)) tellResident(draft, 'alsoComing');
}

export const ANOTHER: BothLanguages = { en: 'Another vendor has it', es: 'Ya lo tiene otro proveedor' };

/** A vendor has said yes: whoever is asked just then, or stands by, need not any more. One who stands by takes no place. */
export function noteYes(
  draft: Draft,
  { responderId, name }: Pick<VendorYes, 'responderId' | 'name'>,
  etaAt: Instant | null,
): void {
  const { vendor } = draft.state;
  draft.emit({ type: 'vendorAnswered', responderId, name, answer: 'accepted', etaAt });
  const after = draft.state.vendor;
  for (const other of [vendor?.current, vendor?.accepted]) {
    const isKept = [after?.current, after?.accepted].some((each) => each?.responderId === other?.responderId);
    if (other && !isKept) sendHome(draft, other.responderId, ANOTHER);
  }
}

/** They do not come: the next one is asked at once. */
export function passOnVendor(draft: Draft, { responderId, name }: Pick<VendorYes, 'responderId' | 'name'>): void {
  const { vendor } = draft.state;
  const isTheirs = vendor?.current?.responderId === responderId || vendor?.accepted?.responderId === responderId;
  if (!vendor || !isTheirs) return;
  draft.emit({ type: 'vendorAnswered', responderId, name, answer: 'declined', etaAt: null });
  sendVendor(draft, { mode: vendor.mode, reason: vendor.reason });
}
