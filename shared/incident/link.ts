import { TIMING } from '#shared/escalation';
import { takenByText } from '#shared/messages';
import { cancelUnsent, isOfLadder } from './cancel-unsent.ts';
import { startLadder } from './climb.ts';
import { changeTier } from './close-out.ts';
import type { IncidentCommand, RefusalCode } from './commands.ts';
import { CORE, type Draft } from './draft.ts';
import type { HeadFacts, MessagePurpose, PartFacts } from './events.ts';
import { freshHazard, hazardOf } from './hazard.ts';
import { troublesIn } from './own-trouble.ts';
import { ring } from './ring.ts';
import { sendHome } from './send-home.ts';
import { ANOTHER, vendorsOf } from './send-vendor.ts';
import type { IncidentState, Notified, VendorSearch } from './state.ts';
import { tellVendorAccepted } from './tell-holder.ts';
import { tellResident } from './tell-resident.ts';
import { reachable, tell, tellHazard } from './tell-responders.ts';
import { tellUnitOff, tellUnits } from './tell-units.ts';

/** Somebody has it: what is asked of a link when nobody has said yet to which. */
export const ANY_HEAD: HeadFacts = {
  status: 'acknowledged',
  holder: { name: '', company: '' },
  etaAt: null,
  nextAt: null,
};

/** What belongs to the incident that climbs for a part, and is refused on the part while it is open. */
const CLIMBING: readonly IncidentCommand['type'][] = [
  'acknowledgeFor',
  'declineFor',
  'escalateNow',
  'setEta',
  'markArrived',
  'reopen',
  'changeTier',
  'hold',
  'endHold',
  'jumpTo',
  'addPerson',
  'handOver',
  'connect',
  'sendVendor',
  'changeLadder',
  'standDown',
];

/** Its ladder is another's: what would move it is done there. */
export function isForHead(state: IncidentState, type: IncidentCommand['type']): boolean {
  return state.partOf !== null && state.status !== 'resolved' && CLIMBING.includes(type);
}

export function refusedLink(
  state: IncidentState,
  command: Extract<IncidentCommand, { type: 'link' | 'unlink' }>,
): RefusalCode | null {
  if (command.type === 'unlink') {
    if (state.partOf === null) return 'notPart';
    return state.status === 'resolved' ? 'alreadyResolved' : null;
  }
  if (state.status === 'resolved') return 'alreadyResolved';
  if (state.partOf !== null) return 'isPart';
  if (state.parts.length > 0) return 'isHead';
  // An acceptance is never thrown away: then the other one goes with this.
  return state.holder !== null && command.head.holder === null ? 'takenHere' : null;
}

/** Another incident climbs for it from now on. Whoever had it hears who has both; the resident hears what is new. */
export function link(draft: Draft, command: Extract<IncidentCommand, { type: 'link' }>): void {
  const { headId, headNumber, head } = command;
  tellFormerHolder(draft, head);
  sendVendorsHome(draft, command.headVendorId);
  draft.emit({ type: 'linked', headId, headNumber });
  cancelUnsent(draft, 'linked', isOfLadder);
  const news = { acknowledged: 'acknowledged', onSite: 'arrived' } as const;
  const fresh = head.status === 'acknowledged' || head.status === 'onSite' ? news[head.status] : null;
  draft.emit({ type: 'headMoved', news: fresh, ...head }, CORE);
  if (fresh !== null) tellResident(draft, fresh);
}

function tellFormerHolder(draft: Draft, head: HeadFacts): void {
  const { holder, number, place } = draft.state;
  const recipient = holder && reachable(draft.state, holder.responderId);
  if (!recipient || head.holder === null || head.holder.name === holder.name) return;
  const by = head.holder.company === '' ? head.holder.name : `${head.holder.name} (${head.holder.company})`;
  tell(draft, recipient, 'taken', takenByText({ language: recipient.language, number, place, by }));
}

/** The house has a vendor already. Where it has none, whoever was sent here is its vendor from now on. */
function sendVendorsHome(draft: Draft, headVendorId: string | undefined): void {
  if (headVendorId === undefined) return;
  for (const each of vendorsOf(draft.state)) if (each !== headVendorId) sendHome(draft, each, ANOTHER);
}

/** Its own ladder begins, with whoever is on call now. */
export function unlink(draft: Draft, reason: string): void {
  const wasWithSomebody = draft.state.head?.holder != null;
  leaveHead(draft, reason);
  startLadder(draft, 'reopened');
  if (draft.state.tier === 'P3') return tellResident(draft, 'morning');
  if (wasWithSomebody) tellResident(draft, 'reopened');
}

/** News of the house that has not left. */
const OF_HEAD: readonly MessagePurpose[] = ['acknowledged', 'delayed', 'arrived'];

/** It is on its own again. Nothing where it was. */
export function leaveHead(draft: Draft, reason: string): void {
  const { partOf } = draft.state;
  if (partOf === null) return;
  const { headId, headNumber } = partOf;
  draft.emit({ type: 'unlinked', headId, headNumber, reason });
  cancelUnsent(draft, 'linked', ({ to, purpose }) => to.kind === 'resident' && OF_HEAD.includes(purpose));
}

/** What a part tells its head: what is known of it, and whom its ladder has asked so far. */
export function partOfState(state: IncidentState): PartFacts {
  return {
    partId: state.id,
    number: state.number,
    unitLabel: state.place.unitLabel,
    residentName: state.caller.name,
    text: state.text,
    tier: state.tier,
    hasVolunteeredNeed: state.caller.hasVolunteeredNeed,
    lifeSafety: state.verdict.lifeSafety,
    troubles: [...new Set([state.category, ...troublesIn(state.text)])],
  };
}

/** Whoever was asked and has not said no: their "1" counts for the head from now on. */
export function askedOf(state: IncidentState): readonly Pick<Notified, 'recipient' | 'lastAt'>[] {
  return state.notified.filter((each) => !each.hasDeclined).map(({ recipient, lastAt }) => ({ recipient, lastAt }));
}

/** Whoever may come hears which units it is now, and of a danger they did not know of. The worst unit gives the tier. */
export function addPart(draft: Draft, command: Extract<IncidentCommand, { type: 'addPart' }>): void {
  const before = hazardOf(draft.state);
  const wasKnown = draft.state.parts.some((each) => each.partId === command.part.partId);
  const vendor = vendorsOf(draft.state).length === 0 && command.vendor ? command.vendor : null;
  const isSent = vendor !== null && !vendorsOf({ vendor }).includes(draft.state.holder?.responderId ?? '');
  draft.emit({ type: 'partAdded', ...command.part, asked: command.asked, ...(isSent && { vendor }) });
  if (isSent) carryOnVendor(draft, vendor);
  const hazard = freshHazard(before, draft.state);
  if (hazard !== null) tellHazard(draft, hazard, command.part.text);
  const { tier, number } = command.part;
  // Tiers sort as they weigh: P1 before P2 before P3.
  if (tier < draft.state.tier) changeTier(draft, tier, `#${number} ${tier}`);
  if (!wasKnown) tellUnits(draft);
}

/** Whoever comes and whoever has it hear of each other; whoever was to be called is called for the house. */
function carryOnVendor(draft: Draft, { accepted, current, mode }: VendorSearch): void {
  if (accepted !== null && mode !== 'standBy') tellVendorAccepted(draft);
  if (!current) return;
  const { responderId, name, phone } = current;
  if (current.channels.includes('voice') && phone !== null) ring(draft, { ...current, phone });
  if (!current.channels.includes('byHand')) return;
  const dueAt = draft.context.now + TIMING.callByHandAfterMs;
  draft.emit({ type: 'callByHandPlanned', responderId, name, phone, dueAt }, CORE);
}

export function removePart(draft: Draft, partId: string): void {
  const part = draft.state.parts.find((each) => each.partId === partId);
  if (!part) return;
  draft.emit({ type: 'partRemoved', partId, number: part.number, unitLabel: part.unitLabel });
  tellUnitOff(draft, part);
}
