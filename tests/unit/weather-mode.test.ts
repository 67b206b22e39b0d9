import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type AlertList,
  type HourlyForecast,
  type Measured,
  measure,
  measuredMode,
  NOTHING_MEASURED,
  parseAlerts,
  parseHourly,
  type Reading,
  type Sky,
  unknownSince,
} from '#shared/weather';
import {
  type AlertFacts,
  alertFeature,
  alertsDocument,
  type Degrees,
  HOUR_MS,
  hourlyDocument,
} from '../weather-documents.ts';

const NOW = Date.UTC(2026, 0, 16, 4, 0);
const LIMITS = { freezeF: 28, heatF: 100 };
const MILD: readonly Degrees[] = Array.from({ length: 24 }, () => 45);
/** Mild but for the sixth hour. */
const coldAt6 = (degrees: Degrees): readonly Degrees[] => MILD.map((each, hour) => (hour === 6 ? degrees : each));

function forecast(
  degrees: readonly Degrees[],
  more: { from?: number; checkedAt?: number; unit?: string; updatedAt?: number } = {},
): Reading<HourlyForecast> {
  const { from = NOW, checkedAt = NOW, ...facts } = more;
  const content = parseHourly(hourlyDocument(from, degrees, facts));
  if (!content) throw new Error('the forecast cannot be read');
  return { content, sha256: 'f0', url: 'https://weather.example/hourly', checkedAt };
}

function alerts(facts: readonly AlertFacts[], checkedAt = NOW): Reading<AlertList> {
  const content = parseAlerts(alertsDocument(...facts.map(alertFeature)));
  if (!content) throw new Error('the alerts cannot be read');
  return { content, sha256: 'a1', url: 'https://weather.example/alerts', checkedAt };
}

function sky(facts: Partial<Sky>): Sky {
  return { zones: ['ILZ104'], forecast: null, alerts: null, isAlertsOnly: false, ...facts };
}

const modeOf = (measured: Measured) => measuredMode(measured)?.mode ?? 'none';
const fresh = (facts: Partial<Sky>, now = NOW) => measure(NOTHING_MEASURED, sky(facts), LIMITS, now);

describe('rule 7: the forecast of the next 12 h', () => {
  test.each<[string, readonly Degrees[], string | undefined, string]>([
    ['28 °F exactly', coldAt6(28), 'F', 'freeze'],
    ['29 °F', coldAt6(29), 'F', 'none'],
    ['-2.2 °C, which the screen shows as 28 °F', MILD.map((_, hour) => (hour === 6 ? -2.2 : 8)), 'C', 'freeze'],
    ['-1.7 °C, which is 29 °F', MILD.map((_, hour) => (hour === 6 ? -1.7 : 8)), 'C', 'none'],
    ['a value with its unit', coldAt6({ value: -5, unitCode: 'wmoUnit:degC' }), 'F', 'freeze'],
    ['a value without a number', coldAt6({ value: null, unitCode: 'wmoUnit:degC' }), 'F', 'none'],
    ['a unit that is neither', coldAt6(20), 'K', 'none'],
    ['cold in the twelfth hour', MILD.map((each, hour) => (hour === 11 ? 20 : each)), 'F', 'freeze'],
    ['cold in the thirteenth hour', MILD.map((each, hour) => (hour === 12 ? 20 : each)), 'F', 'none'],
    ['100 °F exactly', MILD.map((_, hour) => (hour === 3 ? 100 : 80)), 'F', 'heat'],
    ['frost and heat in one night', MILD.map((_, hour) => (hour === 3 ? 101 : hour === 9 ? 20 : 80)), 'F', 'freeze'],
    [
      'cold, and the hours around it missing',
      coldAt6(20).map((each, hour) => (hour === 6 ? each : null)),
      'F',
      'freeze',
    ],
    ['no hours at all', [], 'F', 'none'],
  ])('%s', (_name, degrees, unit, mode) => {
    expect(modeOf(fresh({ forecast: forecast(degrees, unit === undefined ? {} : { unit }) }))).toBe(mode);
  });

  it('says which hour, and which document', () => {
    const measured = fresh({ forecast: forecast(coldAt6(24)) });
    expect(measuredMode(measured)).toMatchObject({ why: 'forecast', temperatureF: 24, document: 'f0', readAt: NOW });
  });

  // 1 November and 8 March 2026 in Chicago: 25 and 23 hours. What counts are hours that pass, not what a clock shows.
  test.each([Date.UTC(2026, 10, 1, 5, 0), Date.UTC(2026, 2, 8, 6, 0)])(
    'counts hours that pass, also in a night whose clocks change (%d)',
    (now) => {
      const at = (hour: number) =>
        forecast(
          MILD.map((each, index) => (index === hour ? 20 : each)),
          { from: now, checkedAt: now },
        );
      expect(modeOf(fresh({ forecast: at(11) }, now))).toBe('freeze');
      expect(modeOf(fresh({ forecast: at(12) }, now))).toBe('none');
    },
  );

  it('reads times of any offset as the instants they are', () => {
    const hours = (start: string, end: string) =>
      parseHourly({
        properties: { periods: [{ startTime: start, endTime: end, temperature: 20, temperatureUnit: 'F' }] },
      })?.hours;
    const at = Date.UTC(2026, 10, 1, 6, 0);
    expect(hours('2026-11-01T01:00:00-05:00', '2026-11-01T01:00:00-06:00')).toMatchObject([
      { startsAt: at, endsAt: at + HOUR_MS },
    ]);
    // Without an offset it could be any of twenty-four hours.
    expect(hours('2026-11-01T01:00:00', '2026-11-01T02:00:00')).toEqual([]);
  });
});

describe('rule 7: alerts', () => {
  const listed: AlertFacts = {
    id: 'one',
    sentAt: NOW - HOUR_MS,
    vtec: '/O.NEW.KLOT.FZ.W.0012.260116T0000Z-260116T1400Z/',
  };
  const cancel = { sentAt: NOW - 60_000, messageType: 'Cancel' } as const;

  test.each<[string, readonly AlertFacts[], string]>([
    ['a warning in force', [listed], 'freeze'],
    ['a name of before 2024', [{ ...listed, event: 'Hard Freeze Warning' }], 'freeze'],
    ['heat', [{ ...listed, event: 'Extreme Heat Warning' }], 'heat'],
    ['a watch', [{ ...listed, event: 'Freeze Watch' }], 'none'],
    ['an alert about something else', [{ ...listed, event: 'Flood Warning' }], 'none'],
    ['another zone', [{ ...listed, zones: ['ILZ999'] }], 'none'],
    ['an exercise', [{ ...listed, status: 'Exercise' }], 'none'],
    ['one that begins in 11 h', [{ ...listed, onsetAt: NOW + 11 * HOUR_MS, endsAt: NOW + 20 * HOUR_MS }], 'freeze'],
    ['one that begins in 13 h', [{ ...listed, onsetAt: NOW + 13 * HOUR_MS, endsAt: NOW + 20 * HOUR_MS }], 'none'],
    ['one that has ended', [{ ...listed, endsAt: NOW - 1 }], 'none'],
    [
      'no end of the weather: the end of the message',
      [{ ...listed, endsAt: null, expiresAt: NOW + HOUR_MS }],
      'freeze',
    ],
    ['no end of the weather, and the message is over', [{ ...listed, endsAt: null, expiresAt: NOW - 1 }], 'none'],
    ['the message is over, the weather is not', [{ ...listed, expiresAt: NOW - 1, endsAt: NOW + HOUR_MS }], 'freeze'],
    [
      'replaced by one about something else',
      [
        listed,
        { ...listed, id: 'two', event: 'Frost Advisory', sentAt: NOW, messageType: 'Update', references: ['one'] },
      ],
      'none',
    ],
    ['updated', [listed, { ...listed, id: 'two', sentAt: NOW, messageType: 'Update', references: ['one'] }], 'freeze'],
    ['cancelled by name', [listed, { ...listed, ...cancel, id: 'two', references: ['one'] }], 'none'],
    [
      'cancelled by its code',
      [
        listed,
        {
          ...listed,
          id: 'two',
          sentAt: NOW,
          messageType: 'Update',
          vtec: '/O.CAN.KLOT.FZ.W.0012.000000T0000Z-260116T1400Z/',
        },
      ],
      'none',
    ],
    [
      'another warning cancelled',
      [
        listed,
        {
          ...listed,
          id: 'two',
          sentAt: NOW,
          messageType: 'Update',
          vtec: '/O.CAN.KLOT.FZ.W.0099.000000T0000Z-260116T1400Z/',
        },
      ],
      'freeze',
    ],
    [
      'cancelled for another zone only',
      [
        { ...listed, zones: ['ILZ104', 'ILZ105'] },
        {
          ...listed,
          id: 'two',
          zones: ['ILZ105'],
          sentAt: NOW,
          vtec: '/O.CAN.KLOT.FZ.W.0012.000000T0000Z-260116T1400Z/',
        },
      ],
      'freeze',
    ],
    ['continued by its code', [{ ...listed, vtec: '/O.CON.KLOT.FZ.W.0012.000000T0000Z-260116T1400Z/' }], 'freeze'],
  ])('%s', (_name, facts, mode) => {
    expect(modeOf(fresh({ alerts: alerts(facts) }))).toBe(mode);
  });

  it('names the alert', () => {
    expect(measuredMode(fresh({ alerts: alerts([listed]) }))).toMatchObject({ why: 'alert', alert: 'Freeze Warning' });
  });
});

describe('rule 7: sticky until newer data', () => {
  const cold = forecast(coldAt6(24));
  const on = fresh({ forecast: cold });
  const later = NOW + 9 * HOUR_MS;

  it('stays on while nothing is heard, though the cold hour is past', () => {
    const after = measure(on, sky({ forecast: cold }), LIMITS, later);
    expect(modeOf(after)).toBe('freeze');
    expect(measuredMode(after)?.since).toBe(NOW);
  });

  it('goes off when a newer document says in full that it is over', () => {
    const warm = forecast(MILD, { from: later, checkedAt: later });
    expect(modeOf(measure(on, sky({ forecast: warm }), LIMITS, later))).toBe('none');
  });

  it('goes off when the service says that the same document still holds', () => {
    const confirmed = { ...forecast([...coldAt6(24), ...MILD]), checkedAt: later };
    expect(modeOf(measure(on, sky({ forecast: confirmed }), LIMITS, later))).toBe('none');
  });

  it('stays on where the newer document has a hole in it', () => {
    const holed = forecast(
      MILD.map((each, hour) => (hour === 5 ? null : each)),
      { from: later, checkedAt: later },
    );
    expect(modeOf(measure(on, sky({ forecast: holed }), LIMITS, later))).toBe('freeze');
  });

  it('stays on where the newer document was written a day before', () => {
    const stale = forecast(MILD, { from: later, checkedAt: later, updatedAt: later - 25 * HOUR_MS });
    expect(modeOf(measure(on, sky({ forecast: stale }), LIMITS, later))).toBe('freeze');
  });

  it('goes off when its document has no more hours to speak of', () => {
    expect(modeOf(measure(on, sky({ forecast: cold }), LIMITS, NOW + 25 * HOUR_MS))).toBe('none');
  });

  it('keeps what the forecast said when an alert that came meanwhile is gone', () => {
    const warned = measure(on, sky({ alerts: alerts([{ id: 'one', sentAt: NOW }]) }), LIMITS, NOW + HOUR_MS);
    const gone = measure(warned, sky({ alerts: alerts([], later) }), LIMITS, later);
    expect(measuredMode(gone)).toMatchObject({ mode: 'freeze', why: 'forecast' });
  });

  it('lets an alert end before its time only by a document that was understood whole', () => {
    const warned = fresh({ alerts: alerts([{ id: 'one', sentAt: NOW }]) });
    const broken: Reading<AlertList> = { ...alerts([], NOW + 1), content: { messages: [], isWhole: false } };
    expect(modeOf(measure(warned, sky({ alerts: broken }), LIMITS, NOW + 2))).toBe('freeze');
    expect(modeOf(measure(warned, sky({ alerts: alerts([], NOW + 1) }), LIMITS, NOW + 2))).toBe('none');
    expect(modeOf(measure(warned, sky({}), LIMITS, NOW + 11 * HOUR_MS))).toBe('none');
  });

  it('goes on by a document that is hours old when its cold hour comes near', () => {
    const far = forecast(MILD.map((each, hour) => (hour === 20 ? 24 : each)));
    expect(modeOf(fresh({ forecast: far }))).toBe('none');
    expect(modeOf(measure(NOTHING_MEASURED, sky({ forecast: far }), LIMITS, later))).toBe('freeze');
  });

  it('never goes off without a newer document, whatever is lost (property)', () => {
    const degrees = fc.array(fc.option(fc.integer({ min: -10, max: 110 })), { minLength: 0, maxLength: 40 });
    fc.assert(
      fc.property(degrees, fc.integer({ min: 0, max: 12 * HOUR_MS }), fc.boolean(), (hours, passed, isLost) => {
        const first = forecast(hours);
        const before = fresh({ forecast: first });
        const now = NOW + passed;
        const after = measure(before, sky({ forecast: isLost ? null : first }), LIMITS, now);
        const stillSpeaks = before.on.filter((each) => each.validUntil > now);
        for (const each of stillSpeaks) expect(after.on.some(({ mode }) => mode === each.mode)).toBe(true);
      }),
    );
  });

  it('is on after any full and newer document exactly when that one says so (property)', () => {
    const full = fc.array(fc.integer({ min: -10, max: 110 }), { minLength: 14, maxLength: 40 });
    fc.assert(
      fc.property(full, full, (first, second) => {
        const before = fresh({ forecast: forecast(first) });
        const newer = forecast(second, { from: later, checkedAt: later });
        const after = measure(before, sky({ forecast: newer }), LIMITS, later);
        const next = second.slice(0, 12);
        const expected = Math.min(...next) <= 28 ? 'freeze' : Math.max(...next) >= 100 ? 'heat' : 'none';
        expect(modeOf(after)).toBe(expected);
      }),
    );
  });
});

describe('rule 7: unknown', () => {
  it('is unknown 6 h after the last full document, or after it was first asked for', () => {
    const known = fresh({ forecast: forecast(MILD) });
    expect(unknownSince(known, 0, NOW + 6 * HOUR_MS - 1)).toBeNull();
    expect(unknownSince(known, 0, NOW + 7 * HOUR_MS)).toBe(NOW + 6 * HOUR_MS);
    expect(unknownSince(NOTHING_MEASURED, NOW, NOW + 5 * HOUR_MS)).toBeNull();
    expect(unknownSince(NOTHING_MEASURED, NOW, NOW + 6 * HOUR_MS)).toBe(NOW + 6 * HOUR_MS);
  });

  it('does not take a document with holes for news', () => {
    const holed = fresh({ forecast: forecast(MILD.map((each, hour) => (hour === 5 ? null : each))) });
    expect(holed.knownAt).toBeNull();
  });
});
