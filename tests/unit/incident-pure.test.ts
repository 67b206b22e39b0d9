import { describe, expect, test } from 'vitest';
import { CLOCK_KINDS, type ClockKind } from '#shared/contract';
import { clocksOf, decide, evolve, type IncidentEvent, type IncidentState } from '#shared/incident';
import { CORE, contextOf, openNight, ROSA } from './incident-model.ts';
import { tellNight } from './incident-story.ts';

/** What a night in which everything happens shows of each of its moments, one after the other. */

function deepFreeze<Value>(value: Value): Value {
  if (value === null || typeof value !== 'object') return value;
  for (const each of Object.values(value)) deepFreeze(each);
  return Object.freeze(value);
}

type Moment = { readonly state: IncidentState; readonly event: IncidentEvent };

/** Every event of the night, and the state after it. */
function momentsOf(events: readonly IncidentEvent[]): readonly Moment[] {
  const moments: Moment[] = [];
  for (const event of events) moments.push({ event, state: evolve(moments.at(-1)?.state ?? null, event) });
  return moments;
}

const NIGHTS = tellNight().map((events) => momentsOf(events));
const context = deepFreeze(contextOf(openNight(), CORE));
const at = (moment: Moment) => deepFreeze({ ...context, now: moment.event.at });

describe('invariant 3: decide and evolve are pure', () => {
  test('evolve leaves what it is given as it was, and gives the same again', () => {
    for (const moments of NIGHTS) {
      let state: IncidentState | null = null;
      for (const moment of moments) {
        const given: IncidentState | null = deepFreeze(structuredClone(state));
        state = evolve(given, deepFreeze(structuredClone(moment.event)));
        expect(state).toEqual(moment.state);
      }
    }
  });

  test('so does decide, whatever is asked, at every moment', () => {
    const asked = [
      { type: 'escalateNow' },
      { type: 'correctSchedule' },
      { type: 'markArrived' },
      { type: 'resolve', outcome: 'fixed', words: 'valve shut' },
      { type: 'reopen', words: 'it drips again' },
      { type: 'changeTier', tier: 'P2', reason: 'less than it seemed' },
      { type: 'moveClock', deltaMs: 3_600_000 },
    ] as const;
    for (const moment of NIGHTS.flat()) {
      const state = deepFreeze(structuredClone(moment.state));
      const clocks = clocksOf(state).map(({ kind, token }) => ({ type: 'clockDue', kind, token }) as const);
      for (const command of [...asked, ...clocks]) {
        // Texts of the company's own are asked for by a function, which is no value that could be copied.
        const { companyText, ...given } = { ...at(moment), by: ROSA };
        const first = decide(state, deepFreeze(command), { ...given, companyText });
        expect(decide(moment.state, command, { ...structuredClone(given), companyText })).toEqual(first);
      }
    }
  });
});

describe('invariant 4: clocks are derived from the state', () => {
  const due = (moment: Moment, kind: ClockKind, token: string) =>
    decide(moment.state, { type: 'clockDue', kind, token }, at(moment));

  test('a copy of a state has the clocks of the state', () => {
    let count = 0;
    for (const { state } of NIGHTS.flat()) {
      const clocks = clocksOf(state);
      expect(clocksOf(JSON.parse(JSON.stringify(state)) as IncidentState)).toEqual(clocks); // as it was written
      count += clocks.length;
    }
    expect(count).toBeGreaterThan(100);
  });

  test('one that was pending earlier and is not any more changes nothing', () => {
    const gone = new Set<ClockKind>();
    for (const moments of NIGHTS) {
      const seen = new Map<string, { readonly kind: ClockKind; readonly token: string }>();
      for (const moment of moments) {
        const pending = clocksOf(moment.state);
        for (const { kind, token } of seen.values()) {
          if (pending.some((each) => each.kind === kind && each.token === token)) continue;
          expect(due(moment, kind, token), `${kind} ${token}`).toEqual({ ok: true, events: [] });
          gone.add(kind);
        }
        for (const { kind, token } of pending) seen.set(`${kind} ${token}`, { kind, token });
      }
    }
    expect(gone.size).toBeGreaterThan(8);
  });

  test('a token of another kind, or of none, changes nothing', () => {
    for (const moment of NIGHTS.flat()) {
      const pending = clocksOf(moment.state);
      for (const kind of CLOCK_KINDS) {
        for (const token of ['', 'acknowledge', '1.1.1', ...pending.map((each) => each.token)]) {
          if (pending.some((each) => each.kind === kind && each.token === token)) continue;
          expect(due(moment, kind, token), `${kind} ${token}`).toEqual({ ok: true, events: [] });
        }
      }
    }
  });
});
