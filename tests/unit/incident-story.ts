import { DEFAULT_POLICY } from '#shared/escalation';
import type { IncidentEvent } from '#shared/incident';
import {
  CORE,
  LEAK,
  MINUTE_MS,
  type Night,
  openNight,
  PEOPLE,
  ROSA,
  settlement,
  targetsWith,
} from './incident-model.ts';

/**
 * One whole night, told so that every kind of event happens in it. Its log is kept per release (`tests/fixtures`), and
 * every later release must fold it to what it was.
 */
export function tellNight(): readonly (readonly IncidentEvent[])[] {
  return [leak(), gas(), disposal(), cold(), shortCut(), building(), sewer()].map((night) => night.events);
}

/** The leak of the plan: the primary sleeps, the backup takes it with `1 30`, the lid is closed for six minutes. */
function leak(): Night {
  const caller = { ...LEAK.caller, language: 'es' as const };
  const night = openNight({ facts: { caller, text: 'agua cayendo del techo sobre la luz' } });
  night.pass(9);
  night.reply('marcus', { verb: 'accept', minutes: 30 }, '1 30');
  for (const { key } of night.state.messages) night.settle(key, 'delivered');
  night.pass(11);
  night.sleep(6);
  night.run(
    {
      type: 'joinContact',
      contactId: 'contact-2',
      words: 'sigue cayendo',
      heard: { verdict: LEAK.verdict, name: 'Dana', phone: '+12025550142', language: 'es' },
    },
    { kind: 'resident', name: 'Dana' },
  );
  night.run({ type: 'readWords', contactId: null });
  night.pass(6);
  night.reply('marcus', { verb: 'here' }, 'HERE');
  night.pass(60);
  night.reply('marcus', { verb: 'done' }, 'DONE');
  night.pass(121);
  const answer = { isFixed: true, rating: 5, words: '1 5', contactId: 'contact-3' } as const;
  night.run({ type: 'answerFollowUp', ...answer }, { kind: 'resident', name: 'Dana Ruiz' });
  night.run({ type: 'markTriage', mark: 'right' });
  return night;
}

/** Gas, no voice gateway, nobody to be reached at first, the gateway down for a while, a clock that was wrong. */
function gas(): Night {
  const verdict = { ...LEAK.verdict, category: 'gas', trade: 'general', lifeSafety: 'gas' } as const;
  const reasons = [{ code: 'gas-odor', start: 0, end: 9 }];
  const facts = { verdict: { ...verdict, reasons }, category: 'gas', trade: 'general', text: 'gas smell' } as const;
  const targets = targetsWith({ 'onCall:primary': [], 'onCall:backup': [PEOPLE.marcus, PEOPLE.chen] });
  const night = openNight({ number: 1043, facts, targets, hasVoice: false, hasGateway: false });
  for (const { key, to } of night.state.messages) {
    if (to.kind === 'resident') night.settle(key, 'accepted');
    else night.run(settlement(key, 'unknown'), CORE);
  }
  night.hasGateway = true;
  night.pass(3);
  night.run({ type: 'hearAlarms' });
  night.run({ type: 'logCall', responderId: 'marcus', name: 'Marcus Bell', result: 'voicemail' });
  night.reply('chen', { verb: 'notEmergency' }, '3');
  night.reply('chen', { verb: 'decline' }, '2');
  night.run({ type: 'declineFor', responderId: 'marcus', name: 'Marcus Bell', words: 'no car' });
  night.now += 30 * MINUTE_MS;
  night.run({ type: 'moveClock', deltaMs: 30 * MINUTE_MS }, CORE);
  night.pass(70);
  night.run({ type: 'answerEmergencyCall', answer: 'yes' });
  night.run({ type: 'note', words: 'Fire department is there.' });
  night.reply('paul', { verb: 'accept', minutes: null }, 'ok');
  night.pass(12);
  night.reply('paul', { verb: 'accept', minutes: null }, '1');
  night.run({ type: 'setEta', etaMinutes: 15 });
  night.pass(10);
  night.run({ type: 'markArrived' });
  night.pass(130);
  night.run({ type: 'resolve', outcome: 'madeSafe', words: 'Gas company shut the meter.' });
  night.run({ type: 'reopen', words: 'Smell is back.' });
  night.sleep(200);
  night.run({ type: 'writeTo', to: 'resident', text: 'Please stay outside.' });
  const key = night.state.messages.at(-1)?.key ?? '';
  night.run(settlement(key, 'failed'), CORE);
  night.run({ type: 'retryMessage', key, isConfirmed: false }, ROSA);
  return night;
}

/** A garbage disposal: nobody woken; still open in the morning. */
function disposal(): Night {
  const text = 'garbage disposal stuck';
  const night = openNight({ number: 1044, tier: 'P3', facts: { category: 'appliance', trade: 'appliance', text } });
  night.pass(120);
  night.run({ type: 'changeTier', tier: 'P2', reason: 'water under the sink now' });
  night.pass(40);
  night.run({ type: 'changeTier', tier: 'P3', reason: 'tap closed' });
  return night;
}

/** No heat, taken and then missed; the owner of the house takes it in person. */
function cold(): Night {
  const night = openNight({
    number: 1045,
    tier: 'P2',
    facts: { category: 'heat', trade: 'hvac', text: 'no heat, 52 in here' },
  });
  night.pass(2);
  night.reply('chen', { verb: 'accept', minutes: 20 }, '1 20');
  night.pass(36);
  const { responderId, name, company } = PEOPLE.olga;
  night.run(
    { type: 'acknowledgeFor', responderId, name, company, via: 'inPerson', words: 'I go', etaMinutes: 40 },
    ROSA,
  );
  return night;
}

/** A burst pipe: the desk knows better than the policy whom to wake, first by a change, then by a jump. */
function shortCut(): Night {
  const night = openNight({ number: 1046 });
  night.pass(2);
  night.callEnds('chen', 'busy');
  const verdict = { ...LEAK.verdict, lifeSafety: 'gas', reasons: [{ code: 'gas-odor', start: 0, end: 3 }] } as const;
  const heard = { verdict, name: 'Dana', phone: '+12025550142', language: 'en' } as const;
  night.run({ type: 'joinContact', contactId: 'contact-6', words: 'gas too', heard }, CORE);
  night.run(
    { type: 'rewordMessage', key: night.state.messages.find((each) => each.call?.turn === 2)?.key ?? '' },
    CORE,
  );
  const { ladder } = night.state.ladder ?? { ladder: DEFAULT_POLICY.ladders.P1 };
  const [first, ...later] = ladder.steps.map((step, index) => (index === 1 ? { ...step, afterPreviousMin: 4 } : step));
  const steps = first ? [first, ...later] : later;
  night.run({ type: 'changeLadder', ladder: { ...ladder, steps }, words: 'Chen never answers on Fridays' });
  night.pass(3);
  night.run({ type: 'jumpTo', step: 3, reason: 'the ceiling is down' });
  night.pass(2);
  night.reply('paul', { verb: 'accept', minutes: 20 }, '1 20');
  return night;
}

/** Goes with a neighbour for a while, then stands alone again and has one of its own for a moment. */
function building(): Night {
  const night = openNight({ number: 1048, tier: 'P2' });
  const head = { status: 'running', holder: null, etaAt: null, nextAt: null } as const;
  night.run({ type: 'link', headId: 'i-1045', headNumber: 1045, head });
  night.pass(6);
  const holder = { name: 'Olga Reyes', company: '' };
  night.run({
    type: 'follow',
    head: { status: 'acknowledged', holder, etaAt: night.now + 30 * MINUTE_MS, nextAt: null },
    move: { news: 'acknowledged', closed: null },
  });
  night.pass(10);
  night.run({ type: 'unlink', reason: 'a leak of its own' });
  const part = {
    partId: 'i-1047',
    number: 1047,
    unitLabel: '12A',
    residentName: 'Ann Lee',
    text: 'water here too',
    tier: 'P2' as const,
    hasVolunteeredNeed: true,
    lifeSafety: null,
  };
  night.run({ type: 'addPart', part, asked: [] });
  night.run({ type: 'removePart', partId: 'i-1047' });
  return night;
}

/** Sewage: held, raised, handed over, vendors beside it, one person sent home, a P3 that nobody called back about. */
function sewer(): Night {
  const night = openNight({ number: 1049, tier: 'P2', facts: { category: 'sewer', text: 'toilet is backing up' } });
  night.vendors = [PEOPLE.vera, PEOPLE.olga];
  night.pass(2);
  night.run({ type: 'hold', minutes: 5, reason: 'calling the resident back' });
  night.pass(6);
  night.run({ type: 'addPerson', responderId: 'ines', words: 'she lives next door' });
  night.run({ type: 'standDown', responderId: 'ines', name: 'Ines Ortega', reason: 'not needed after all' });
  night.reply('chen', { verb: 'accept', minutes: 240 }, '1 240');
  night.run({ type: 'changeTier', tier: 'P1', reason: 'it comes up in the kitchen too' });
  night.reply('chen', { verb: 'accept', minutes: null }, '1');
  night.run({ type: 'connect', responderId: 'chen', name: 'Wei Chen', result: 'notReached' });
  night.run({ type: 'sendVendor', responderId: null, reason: 'wants a pump' });
  night.pass(11);
  night.reply('olga', { verb: 'decline' }, '2');
  night.pass(55);
  const { responderId, name, company } = PEOPLE.marcus;
  const to = { responderId, name, company } as const;
  night.run({ type: 'handOver', ...to, via: 'phone', words: 'I am closer', etaMinutes: 20 });
  night.pass(10);
  night.reply('marcus', { verb: 'here' }, 'HERE');
  night.run({ type: 'resolve', outcome: 'fixed', words: 'line cleared' });
  night.run({ type: 'reopen', words: 'it is back' });
  night.run({ type: 'changeTier', tier: 'P3', reason: 'only slow' });
  night.pass(4000);
  return night;
}
