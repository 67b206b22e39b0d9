import type { BothLanguages } from '#shared/contract';
import {
  loweredText,
  notEmergencyText,
  raisedText,
  standDownText,
  stillComingText,
  vendorComesText,
  vendorNotedText,
} from '#shared/messages';
import { formatInZone } from '#shared/oncall';
import type { Draft } from './draft.ts';
import { isComingVendor } from './state.ts';
import { reachable, reasonsFor, shownCode, tell } from './tell-responders.ts';

/** What one responder is told between the yes and the end: whoever has it, a vendor beside them, somebody sent home. */

/** True where there was somebody to tell. */
export function tellRaised(draft: Draft, asksYes: boolean): boolean {
  const { holder, number, place, tier } = draft.state;
  const recipient = holder && reachable(draft.state, holder.responderId);
  if (!recipient) return false;
  const { language } = recipient;
  const known = { language, number, place, code: shownCode(draft, recipient) };
  tell(draft, recipient, 'raised', raisedText({ ...known, tier, reasons: reasonsFor(draft.state, language), asksYes }));
  return true;
}

export function tellLowered(draft: Draft): void {
  const { holder, number, place, tier } = draft.state;
  const recipient = holder && reachable(draft.state, holder.responderId);
  if (!recipient) return;
  const { language } = recipient;
  tell(draft, recipient, 'raised', loweredText({ language, number, place, code: shownCode(draft, recipient), tier }));
}

/** Somebody of whom nothing was heard is asked whether they still come. True where they could be asked. */
export function askStillComing(draft: Draft, responderId: string, next: 'soon' | 'now'): boolean {
  const recipient = reachable(draft.state, responderId);
  if (!recipient) return false;
  const { number, place } = draft.state;
  const known = { language: recipient.language, number, place, code: shownCode(draft, recipient) };
  tell(draft, recipient, 'stillComing', stillComingText({ ...known, next }));
  return true;
}

export function answerNotEmergency(draft: Draft, responderId: string): void {
  const recipient = reachable(draft.state, responderId);
  if (!recipient) return;
  const { number, place } = draft.state;
  tell(draft, recipient, 'notEmergency', notEmergencyText({ language: recipient.language, number, place }));
}

/** `reason`: in each language, or as a person wrote it. */
export function tellOneStandDown(draft: Draft, responderId: string, reason: string | BothLanguages): void {
  const recipient = reachable(draft.state, responderId);
  if (!recipient) return;
  const { number, place } = draft.state;
  const { language } = recipient;
  const why = typeof reason === 'string' ? reason : reason[language];
  tell(draft, recipient, 'standDown', standDownText({ language, number, place, reason: why }));
}

/** A vendor who said yes beside whoever has it: each of the two hears of the other. */
export function tellVendorAccepted(draft: Draft): void {
  const { holder, vendor, number, place } = draft.state;
  const accepted = vendor?.accepted;
  if (!accepted) return;
  const mode = isComingVendor(draft.state, accepted.responderId) ? 'come' : 'standBy';
  const to = reachable(draft.state, accepted.responderId);
  if (to) {
    const known = { language: to.language, number, place, code: shownCode(draft, to) };
    const by = holder && fullName(holder);
    tell(draft, to, 'confirm', vendorNotedText({ ...known, by, mode, hasTime: accepted.etaAt !== null }));
  }
  const has = holder && reachable(draft.state, holder.responderId);
  if (!has) return;
  const { language } = has;
  const estimate = accepted.etaAt === null ? null : formatInZone(accepted.etaAt, place.zone, language, 'resident');
  tell(draft, has, 'taken', vendorComesText({ language, number, place, by: fullName(accepted), mode, estimate }));
}

function fullName({ name, company }: { readonly name: string; readonly company: string }): string {
  return company === '' ? name : `${name} (${company})`;
}
