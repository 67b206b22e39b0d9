import { describe, expect, it } from 'vitest';
import { assertNever, CalendarInput, Instant, PlainDate, TimeZone } from '#shared/contract';

/** Values that would break a schedule far from where they came in. */

const DAY_MS = 24 * 60 * 60_000;

describe('invariant 9: schemas', () => {
  it.each([
    ['TimeZone', TimeZone, 'America/New_York', true],
    ['TimeZone', TimeZone, 'UTC', true],
    ['TimeZone', TimeZone, 'Mars/Olympus', false],
    ['TimeZone', TimeZone, '', false],
    ['PlainDate', PlainDate, '2026-11-20', true],
    ['PlainDate', PlainDate, '2028-02-29', true],
    ['PlainDate', PlainDate, '2026-02-29', false],
    ['PlainDate', PlainDate, '2026-13-01', false],
    ['PlainDate', PlainDate, 'tomorrow', false],
    ['Instant', Instant, 8_640_000_000_000_000, true],
    ['Instant', Instant, 8_640_000_000_000_001, false],
    ['Instant', Instant, -1, false],
    ['Instant', Instant, 1.5, false],
    ['CalendarInput', CalendarInput, { from: 0, to: 366 * DAY_MS }, true],
    ['CalendarInput', CalendarInput, { from: 0, to: 367 * DAY_MS }, false],
    ['CalendarInput', CalendarInput, { from: 5, to: 5 }, false],
  ])('%s: %#', (_, schema, value, isRight) => {
    expect(schema.safeParse(value).success).toBe(isRight);
  });
});

it('a branch that cannot be names what came, never what people wrote in it', () => {
  const event = { type: 'replied', words: 'my door code is 4711' };
  expect(() => assertNever(event as never, 'event')).toThrow('unexpected event: replied');
  expect(() => assertNever({ words: 'secret' } as never)).toThrow('unexpected value: an object');
  expect(() => assertNever('elsewhere' as never, 'tab')).toThrow('unexpected tab: elsewhere');
});
