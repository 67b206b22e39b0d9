import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Ladder, WeatherSwitch } from '#shared/contract';
import { DEFAULT_POLICY, tightened } from '#shared/escalation';
import { cellOf, parseAlerts, parseCoordinates, parseHourly, parsePoint, saidMode, switchAt } from '#shared/weather';
import { alertFeature, alertsDocument, hourlyDocument, pointDocument } from '../weather-documents.ts';

describe('coordinates as people write them', () => {
  test.each([
    ['41.8781, -87.6298', { lat: 41.8781, lon: -87.6298 }],
    ['41.8781 -87.6298', { lat: 41.8781, lon: -87.6298 }],
    ['41.8781;-87.6298', { lat: 41.8781, lon: -87.6298 }],
    ['41.8781° N, 87.6298° W', { lat: 41.8781, lon: -87.6298 }],
    ['41.8781 N 87.6298 O', { lat: 41.8781, lon: -87.6298 }],
    [' 33.4484 S, 70.6693 W ', { lat: -33.4484, lon: -70.6693 }],
    ['91, 10', null],
    ['41.8781', null],
    ['41,8781, -87,6298', null],
    ['Chicago', null],
    ['', null],
  ])('%s', (text, coordinates) => {
    expect(parseCoordinates(text)).toEqual(coordinates);
  });

  it('asks about a cell, with no more decimals than the service takes', () => {
    expect(cellOf({ lat: 41.87812345, lon: -87.62981234 })).toBe('41.88,-87.63');
    expect(cellOf({ lat: 0.001, lon: -0.001 })).toBe('0,0');
  });
});

describe('documents of the weather service', () => {
  it('takes a point by its square and its zones', () => {
    const point = pointDocument('https://weather.example', {
      office: 'LOT',
      x: 76,
      y: 73,
      zones: ['ILZ104', 'ILC031'],
    });
    expect(parsePoint(point)).toEqual({ grid: 'LOT/76,73', zones: ['ILZ104', 'ILC031'] });
  });

  it('takes no square that would lead elsewhere', () => {
    expect(parsePoint({ properties: { gridId: '../../x', gridX: 1, gridY: 2 } })).toBeNull();
  });

  test.each([null, [], 'text', {}, { properties: null }, { properties: { periods: 'none' } }, { features: {} }])(
    'is not confused by %j',
    (document) => {
      expect([parsePoint(document), parseHourly(document), parseAlerts(document)]).toEqual([null, null, null]);
    },
  );

  it('leaves out a period that cannot be read, and keeps the others', () => {
    const document = hourlyDocument(0, [40, 41]) as { properties: { periods: Record<string, unknown>[] } };
    document.properties.periods[0] = { startTime: 'soon' };
    expect(parseHourly(document)?.hours.map(({ temperatureF }) => temperatureF)).toEqual([41]);
  });

  it('says when a list of alerts was not understood whole', () => {
    const good = alertFeature({ id: 'one', sentAt: 0 });
    expect(parseAlerts(alertsDocument(good))?.isWhole).toBe(true);
    expect(parseAlerts(alertsDocument(good, { properties: { id: 'two' } }))).toMatchObject({
      isWhole: false,
      messages: [{ id: 'one' }],
    });
  });
});

describe('rule 7: the switch by hand', () => {
  const made = (place: WeatherSwitch['place'], mode: WeatherSwitch['mode'], untilAt = 10): WeatherSwitch => {
    return { place, mode, untilAt, words: 'ice on the road', by: 'R. Alvarez', at: 0 };
  };
  const maple = { id: 'maple', group: 'north' };

  it('holds until its end, the nearest first', () => {
    const switches = [made('company', 'freeze'), made('group:north', 'off'), made('property:oak', 'heat')];
    expect(saidMode(switchAt(switches, maple, 5))).toBe('none');
    expect(saidMode(switchAt(switches, { id: 'oak', group: null }, 5))).toBe('heat');
    expect(saidMode(switchAt(switches, { id: 'elm', group: null }, 5))).toBe('freeze');
    expect(saidMode(switchAt(switches, maple, 10))).toBeNull();
  });
});

describe('rule 7: never loosens', () => {
  const { P1 } = DEFAULT_POLICY.ladders;
  const windows = (ladder: Ladder) => ladder.steps.map((step) => step.afterPreviousMin);

  it('cuts the first window, and later steps keep their distance', () => {
    const [first, , ...rest] = windows(P1);
    expect(windows(tightened(P1, 5))).toEqual([first, 5, ...rest]);
    expect(tightened(P1, 5).lastWindowMin).toBe(P1.lastWindowMin);
  });

  it('leaves a shorter window, a ladder of one step and an empty one as tight as they are', () => {
    expect(tightened(P1, 60)).toEqual(P1);
    const one = { ...P1, steps: P1.steps.slice(0, 1), lastWindowMin: 3 };
    expect(tightened(one, 5).lastWindowMin).toBe(3);
    expect(tightened({ ...one, lastWindowMin: 8 }, 5).lastWindowMin).toBe(5);
    expect(tightened({ steps: [], lastWindowMin: 8 }, 5)).toEqual({ steps: [], lastWindowMin: 8 });
  });

  it('makes no window of any ladder longer (property)', () => {
    const step = fc.nat(60).map((afterPreviousMin) => ({ afterPreviousMin, targets: [] }));
    const ladder = fc.record({
      steps: fc.array(step, { maxLength: 6 }),
      lastWindowMin: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(ladder, (before) => {
        const after = tightened(before, 5);
        windows(after).forEach((each, index) => {
          expect(each).toBeLessThanOrEqual(windows(before)[index] ?? 0);
        });
        expect(after.lastWindowMin).toBeLessThanOrEqual(before.lastWindowMin);
      }),
    );
  });
});
