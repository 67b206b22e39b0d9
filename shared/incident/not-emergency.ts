import { CORE, type Draft } from './draft.ts';
import { endangersLife } from './hazard.ts';
import { hold } from './hold.ts';
import { NOT_EMERGENCY } from './narrate-meanwhile.ts';
import { answerNotEmergency } from './tell-holder.ts';

/** What nobody at the desk has looked at waits this long for a person after a responder says it is no emergency. Ours. */
const DECIDE_WITHIN_MIN = 10;

/**
 * A responder wrote that it is no emergency; whether they spoke to anybody, nobody knows. A person decides, and the desk is
 * alarmed until one does. What dispatched itself and was not yet looked at is held meanwhile, once: what nobody decided goes
 * on, whoever says so again. Where a life is in danger nothing is ever held.
 */
export function sayNotEmergency(
  draft: Draft,
  said: { readonly responderId: string; readonly name: string; readonly words: string },
): void {
  const { state } = draft;
  draft.emit({ type: 'saidNotEmergency', ...said });
  answerNotEmergency(draft, said.responderId);
  draft.emit({ type: 'alarmRaised', kind: 'notEmergency', step: null }, CORE);
  const climbs = state.holder !== null || (state.ladder !== null && state.ladder.waitsFor !== 'nothing');
  const isFirst = state.notEmergency === null && state.hold === null;
  const mayWait = state.isUnchecked && isFirst && !endangersLife(state) && climbs;
  if (mayWait && state.status !== 'onSite') hold(draft, DECIDE_WITHIN_MIN, NOT_EMERGENCY);
}
