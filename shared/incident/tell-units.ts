import { unitOffText, unitsText } from '#shared/messages';
import { cancelUnsent } from './cancel-unsent.ts';
import { type Draft, queueMessage } from './draft.ts';
import type { PartFacts } from './events.ts';
import { hazardOf } from './hazard.ts';
import { labelsOf } from './place-of-all.ts';
import { reachable, responderLane } from './tell-responders.ts';

/** Whoever has it, else everybody who may still come, hears which units it is now; the list before it need not arrive. */
export function tellUnits(draft: Draft): void {
  const { holder, notified, number, place, parts } = draft.state;
  cancelUnsent(draft, 'linked', ({ purpose }) => purpose === 'units');
  for (const { recipient, hasDeclined } of notified) {
    // Whoever is only told for information has nothing to take.
    const mayCome =
      holder === null ? !hasDeclined && recipient.isCopy !== true : holder.responderId === recipient.responderId;
    const told = mayCome ? reachable(draft.state, recipient.responderId) : null;
    if (!told) continue;
    const { responderId, name, phone, language, code } = told;
    queueMessage(draft, {
      purpose: 'units',
      lane: responderLane(draft.state),
      to: { kind: 'responder', responderId, name, phone },
      text: unitsText({
        code: holder === null ? code : null,
        language,
        number,
        place,
        units: labelsOf(draft.state),
        count: parts.length + 1,
        hazard: hazardOf(draft.state),
      }),
    });
  }
}

/** Whoever has it hears that nobody waits for them in one of its units any more. */
export function tellUnitOff(draft: Draft, part: Pick<PartFacts, 'unitLabel' | 'number'>): void {
  const { holder, status, number, place } = draft.state;
  const told = holder === null || status === 'resolved' ? null : reachable(draft.state, holder.responderId);
  if (!told) return;
  const { responderId, name, phone, language } = told;
  const unit = part.unitLabel ?? `#${part.number}`;
  queueMessage(draft, {
    purpose: 'units',
    lane: responderLane(draft.state),
    to: { kind: 'responder', responderId, name, phone },
    text: unitOffText({ language, number, place, unit, left: labelsOf(draft.state) }),
  });
}
