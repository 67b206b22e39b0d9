import { type BothLanguages, type IncidentActionType, type Tier, TRIAGE_MARKS } from '#shared/contract';
import type { IncidentCommand } from './commands.ts';
import { ANY_HEAD } from './link.ts';
import { refusalOf } from './refusal-of.ts';
import { refusalWords } from './refusals.ts';
import type { IncidentState } from './state.ts';

/**
 * What a person at the desk cannot do to an incident as it stands, and why. Asked of `decide`'s own rule with a command of
 * each kind that is filled in as well as it can be: whatever is not named here may still be refused for what is entered.
 */
export function refusedActs(state: IncidentState): Readonly<Partial<Record<IncidentActionType, BothLanguages>>> {
  const refused: Partial<Record<IncidentActionType, BothLanguages>> = {};
  for (const [type, commands] of Object.entries(candidatesOf(state))) {
    const codes = commands.map((command) => refusalOf(state, command));
    const code = codes[0];
    const isNobody = commands.length === 0;
    if (isNobody) refused[type as IncidentActionType] = refusalWords('nobodyToWrite'); // a key of the record below
    if (code && codes.every((each) => each !== null)) refused[type as IncidentActionType] = refusalWords(code); // a key of the record below
  }
  return refused;
}

/** One command of each kind; several where what is named in it decides. */
function candidatesOf(state: IncidentState): Readonly<Record<IncidentActionType, readonly IncidentCommand[]>> {
  const responderId = state.holder?.responderId ?? state.notified[0]?.recipient.responderId ?? '';
  const tier: Tier = state.tier === 'P1' ? 'P2' : 'P1';
  const who = { responderId, name: '', words: 'x' };
  return {
    acknowledgeFor: [{ type: 'acknowledgeFor', ...who, company: '', via: 'phone', etaMinutes: null }],
    declineFor: [{ type: 'declineFor', ...who }],
    escalateNow: [{ type: 'escalateNow' }],
    // Whether a step is left to jump to, or one to change, is asked with the last of them as it stands.
    jumpTo: [{ type: 'jumpTo', step: Math.max(0, (state.ladder?.ladder.steps.length ?? 0) - 1), reason: 'x' }],
    changeLadder: [
      { type: 'changeLadder', ladder: state.ladder?.ladder ?? { steps: [], lastWindowMin: 1 }, words: 'x' },
    ],
    hold: [{ type: 'hold', minutes: 1, reason: 'x' }],
    endHold: [{ type: 'endHold' }],
    addPerson: [{ type: 'addPerson', responderId: '', words: 'x' }],
    handOver: [
      { type: 'handOver', responderId: '', name: '', company: '', via: 'phone', words: 'x', etaMinutes: null },
    ],
    connect: [{ type: 'connect', responderId, name: '', result: 'connected' }],
    sendVendor: [
      { type: 'sendVendor', responderId: null, reason: 'x' },
      { type: 'sendVendor', responderId: '', reason: 'x' },
    ],
    standDown: state.notified.map((each) => ({
      type: 'standDown',
      responderId: each.recipient.responderId,
      name: '',
      reason: 'x',
    })),
    setEta: [{ type: 'setEta', etaMinutes: 1 }],
    markArrived: [{ type: 'markArrived' }],
    resolve: [{ type: 'resolve', outcome: 'fixed', words: 'x' }],
    reopen: [{ type: 'reopen', words: 'x' }],
    changeTier: [{ type: 'changeTier', tier, reason: 'x' }],
    link: [{ type: 'link', headId: '', headNumber: 0, head: ANY_HEAD }],
    unlink: [{ type: 'unlink', reason: 'x' }],
    writeTo: [
      { type: 'writeTo', to: 'resident', text: 'x' },
      { type: 'writeTo', to: 'responders', text: 'x' },
    ],
    note: [{ type: 'note', words: 'x' }],
    answerEmergencyCall: [{ type: 'answerEmergencyCall', answer: 'yes' }],
    logCall: [{ type: 'logCall', responderId, name: '', result: 'reached' }],
    markTriage: TRIAGE_MARKS.map((mark) => ({ type: 'markTriage', mark })),
    readWords: [{ type: 'readWords', contactId: null }],
  };
}
