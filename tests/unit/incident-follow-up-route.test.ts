import { describe, expect, test } from 'vitest';
import { type IncidentState, routeFollowUp } from '#shared/incident';
import { parseFollowUp } from '#shared/messages';
import { MINUTE_MS, openNight, START_AT } from './incident-model.ts';

/** An incident closed after so many minutes, as it stands `now`: asked "fixed?" two hours after its close-out. */
function closed(number: number, closedAt: number, now: number, options: { readonly isOptedOut?: boolean } = {}) {
  const night = openNight({ number, isResidentOptedOut: options.isOptedOut ?? false });
  night.pass(closedAt);
  night.run({ type: 'resolve', outcome: 'fixed', words: 'valve replaced' });
  night.pass(now - closedAt);
  return night.state;
}

function routed(words: string, states: readonly IncidentState[], now: number): string {
  const route = routeFollowUp(parseFollowUp(words), states, START_AT + now * MINUTE_MS);
  return route.kind === 'incident' ? `${route.kind} ${route.state.number}` : route.kind;
}

/** What was written, after how many minutes the incidents were closed, when it was written, whose answer it is. */
const ROWS: readonly (readonly [string, readonly number[], number, string])[] = [
  ['2', [10], 131, 'incident 1'],
  ['1 5', [10], 131, 'incident 1'],
  ['5', [10], 131, 'incident 1'],
  // "If it is not, reply 2", says the closing text before anybody asks.
  ['2', [10], 15, 'incident 1'],
  ['yes', [10], 15, 'incident 1'],
  // The question that was asked is meant, not the incident that is newer and was not asked about.
  ['2', [10, 80], 131, 'incident 1'],
  ['2', [80, 10], 131, 'incident 2'],
  ['1', [10, 80], 131, 'incident 1'],
  // A question and, later, "reply 2" of another: soon after it nobody can tell, long after it the latter is meant.
  ['2', [10, 140], 145, 'several'],
  ['2', [10, 250], 255, 'incident 2'],
  // Two questions: the later one, unless they came close to each other.
  ['2', [10, 90], 215, 'incident 2'],
  ['2', [90, 10], 215, 'incident 1'],
  ['2', [10, 40], 165, 'several'],
  ['2', [10, 10], 131, 'several'],
  ['4', [10, 10], 131, 'several'],
  // Two closing texts.
  ['2', [10, 30], 35, 'several'],
  ['2', [10, 80], 85, 'incident 2'],
  // Too long ago.
  ['2', [10], 8 * 24 * 60, 'none'],
  ['2', [], 10, 'none'],
];

describe('whose answer to "fixed?" a text is', () => {
  test.each(ROWS)('"%s", closed after %j min, at %i min: %s', (words, closings, now, expected) => {
    const states = closings.map((closedAt, index) => closed(index + 1, closedAt, Math.min(now, 600)));
    expect(routed(words, states, now)).toBe(expected);
  });

  test('nobody was written to: nothing can be an answer', () => {
    expect(routed('2', [closed(1, 10, 131, { isOptedOut: true })], 131)).toBe('none');
  });

  test('a question that has not left the desk asks nobody', () => {
    const night = openNight();
    night.pass(10);
    night.hasGateway = false;
    night.run({ type: 'resolve', outcome: 'fixed', words: 'valve replaced' });
    night.pass(121);
    expect(routed('2', [night.state], 131)).toBe('none');
  });

  test('an answered question asks no more, an open incident asks nothing', () => {
    const night = openNight();
    expect(routed('2', [night.state], 0)).toBe('none');
    night.run({ type: 'resolve', outcome: 'fixed', words: 'valve replaced' });
    night.pass(121);
    night.run({ type: 'answerFollowUp', isFixed: true, rating: null, words: '1', contactId: 'c' });
    expect(routed('2', [night.state], 122)).toBe('none');
  });
});
