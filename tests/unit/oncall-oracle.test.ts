import { expect, test } from 'vitest';
import type { Cover, Duty, Instant, Rotation, ScheduleSources, Shift } from '#shared/contract';
import { type DutyKey, finalSchedule } from '#shared/oncall';

/**
 * A second opinion without any cleverness: for each minute of a window it asks a table of what the clocks show (made by
 * Intl, minute by minute) and walks through every source. It shares no line with what it checks.
 */

const SCHEDULES = Number(process.env.ONCALL_SCHEDULES ?? 300);
const SEED = Number(process.env.ONCALL_SEED ?? 20_261_120);
const MINUTE_MS = 60_000;
const DAY_MIN = 1_440;

/** Three weeks round a night on which clocks change. */
type ClockTable = { readonly zone: string; readonly firstAt: Instant; readonly shown: readonly string[] };
const TABLE_DAYS = 21;

function clockTable(zone: string, firstAt: Instant): ClockTable {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const shown = Array.from({ length: TABLE_DAYS * DAY_MIN }, (_, minute) =>
    format.format(firstAt + minute * MINUTE_MS),
  );
  return { zone, firstAt, shown };
}

const TABLES = [
  clockTable('America/New_York', Date.parse('2026-02-26T00:00:00Z')),
  clockTable('America/New_York', Date.parse('2026-10-22T00:00:00Z')),
  clockTable('Europe/London', Date.parse('2026-03-19T00:00:00Z')),
  clockTable('Europe/London', Date.parse('2026-10-15T00:00:00Z')),
  clockTable('Australia/Sydney', Date.parse('2026-03-26T00:00:00Z')),
  clockTable('Australia/Sydney', Date.parse('2026-09-24T00:00:00Z')),
  clockTable('Australia/Lord_Howe', Date.parse('2026-03-26T00:00:00Z')),
  clockTable('Australia/Lord_Howe', Date.parse('2026-09-24T00:00:00Z')),
  clockTable('America/Phoenix', Date.parse('2026-03-01T00:00:00Z')),
];

/** Mulberry32: the same seed gives the same schedules, so a failure can be repeated by its number. */
function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const PEOPLE = ['ana', 'bo', 'cy', 'di'];
const KEYS: readonly DutyKey[] = [
  { trade: 'plumbing', role: 'primary', propertyId: null },
  { trade: 'plumbing', role: 'primary', propertyId: 'maple' },
  { trade: 'plumbing', role: 'backup', propertyId: null },
];

function dateFrom(table: ClockTable, addedDays: number): string {
  return new Date(table.firstAt + addedDays * DAY_MIN * MINUTE_MS).toISOString().slice(0, 10);
}

function randomSources(table: ClockTable, random: (below: number) => number): ScheduleSources {
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T; // never empty here
  const stretch = (longestMin: number) => {
    const startsAt = table.firstAt + random(TABLE_DAYS * DAY_MIN) * MINUTE_MS;
    return { startsAt, endsAt: startsAt + (1 + random(longestMin)) * MINUTE_MS };
  };
  const shifts: Shift[] = Array.from({ length: random(7) }, (_, n) => ({
    id: `s${n}`,
    ...pick(KEYS),
    responderId: pick(PEOPLE),
    ...stretch(4 * DAY_MIN),
  }));
  const covers: Cover[] = Array.from({ length: random(6) }, (_, n) => ({
    id: `c${n}`,
    ...pick(KEYS),
    responderId: pick(PEOPLE),
    ...stretch(2 * DAY_MIN),
    reason: 'ill',
    by: 'staff',
    createdAt: random(4),
  }));
  const rotations: Rotation[] = Array.from({ length: random(4) }, (_, n) => {
    const startDay = random(40) - 25;
    return {
      id: `r${n}`,
      ...pick(KEYS),
      zone: table.zone,
      // Clocks change on Sundays between one and three: half of the hand-offs fall there.
      handOffWeekday: random(2) === 0 ? 7 : 1 + random(7),
      handOffTime: `0${random(4)}:${pick(['00', '15', '30', '45'])}`,
      layer: 1,
      turn: { unit: 'week' as const, count: 1 + random(2) },
      hours: [],
      validFrom: null,
      validUntil: null,
      members: Array.from({ length: 1 + random(3) }, () => pick(PEOPLE)),
      fromDate: dateFrom(table, startDay),
      untilDate: random(3) === 0 ? dateFrom(table, startDay + random(30)) : null,
    };
  });
  return { shifts, rotations, covers, timeOff: [], feedShifts: [], decisions: [], groups: {} };
}

type Holder = { readonly responderId: string; readonly sourceId: string; readonly propertyId: string | null };

/** First minute of the table that shows `wall` or later; dates before or after the table are out of it for good. */
function minuteShowing(table: ClockTable, wall: string): number {
  const found = table.shown.findIndex((shown) => shown >= wall);
  return found === -1 ? Infinity : found === 0 ? -Infinity : found;
}

/** The minutes at which a rotation hands over, the first turn's start at [0]; those before the table are -Infinity. */
function handOffMinutes(table: ClockTable, rotation: Rotation): readonly number[] {
  const minutes: number[] = [];
  let isFirstFound = false;
  let daysSince = 0;
  for (let added = 0; added < 70; added += 1) {
    const day = new Date(Date.parse(rotation.fromDate) + added * DAY_MIN * MINUTE_MS);
    if (!isFirstFound && day.getUTCDay() !== rotation.handOffWeekday % 7) continue;
    if (!isFirstFound || daysSince === rotation.turn.count * 7) {
      minutes.push(minuteShowing(table, `${day.toISOString().slice(0, 10)} ${rotation.handOffTime}`));
      daysSince = 0;
      isFirstFound = true;
    }
    daysSince += 1;
  }
  return minutes;
}

function rotationHolder(table: ClockTable, rotation: Rotation): (minute: number) => string | null {
  const handOffs = handOffMinutes(table, rotation);
  const until = rotation.untilDate && minuteShowing(table, `${rotation.untilDate} ${rotation.handOffTime}`);
  return (minute) => {
    if (until !== null && until !== '' && minute >= until) return null;
    const turns = handOffs.filter((handOff) => handOff <= minute).length;
    return turns === 0 ? null : (rotation.members[(turns - 1) % rotation.members.length] ?? null);
  };
}

function latest<T>(list: readonly T[], isLater: (a: T, b: T) => boolean): T | null {
  let best: T | null = null;
  for (const item of list) if (best === null || isLater(item, best)) best = item;
  return best;
}

const isFor = (key: DutyKey) => (entry: DutyKey) =>
  entry.trade === key.trade && entry.role === key.role && entry.propertyId === key.propertyId;

/** Who holds exactly `key` at a minute by the rules of precedence; `beneath` is asked for whom a cover stands in. */
function oracleFor(table: ClockTable, sources: ScheduleSources, key: DutyKey) {
  const shifts = sources.shifts.filter(isFor(key));
  const covers = sources.covers.filter(isFor(key));
  const rotations = sources.rotations.filter(isFor(key)).map((r) => ({ ...r, holder: rotationHolder(table, r) }));
  return (minute: number, beneath: Holder | null): (Holder & { readonly insteadOf: string | null }) | null => {
    const at = table.firstAt + minute * MINUTE_MS;
    const holds = (entry: Shift | Cover) => entry.startsAt <= at && at < entry.endsAt;
    const shift = latest(shifts.filter(holds), (a, b) =>
      a.startsAt === b.startsAt ? a.id > b.id : a.startsAt > b.startsAt,
    );
    const rotation = latest(
      rotations.filter((r) => r.holder(minute) !== null),
      (a, b) => (a.fromDate === b.fromDate ? a.id > b.id : a.fromDate > b.fromDate),
    );
    const planned = shift
      ? { responderId: shift.responderId, sourceId: shift.id }
      : rotation && { responderId: rotation.holder(minute) ?? '', sourceId: rotation.id };
    const cover = latest(covers.filter(holds), (a, b) =>
      a.createdAt === b.createdAt ? a.id > b.id : a.createdAt > b.createdAt,
    );
    const { propertyId } = key;
    if (cover) {
      const insteadOf = (planned ?? beneath)?.responderId ?? null;
      return { responderId: cover.responderId, sourceId: cover.id, propertyId, insteadOf };
    }
    return planned && { ...planned, propertyId, insteadOf: null };
  };
}

const lineOf = (duties: readonly Duty[], key: DutyKey): readonly Duty[] => duties.filter(isFor(key));

/** What a line says at an instant, as one comparable text; two at once is an answer no oracle gives. */
function saidAt(line: readonly Duty[], at: Instant): string {
  return line
    .filter((duty) => duty.startsAt <= at && at < duty.endsAt)
    .map((d) => {
      const insteadOf = d.source.kind === 'cover' ? d.source.insteadOf : null;
      return `${d.responderId} by ${d.source.id} at ${d.propertyId} for ${insteadOf}`;
    })
    .join(' AND ');
}

function asText(holder: (Holder & { readonly insteadOf: string | null }) | null): string {
  return holder === null
    ? ''
    : `${holder.responderId} by ${holder.sourceId} at ${holder.propertyId} for ${holder.insteadOf}`;
}

function disagreement(number: number): string | null {
  const random = randomOf(SEED + number);
  const table = TABLES[number % TABLES.length] as ClockTable; // the remainder is in range
  const sources = randomSources(table, random);
  const fromMinute = 1 + random((TABLE_DAYS - 8) * DAY_MIN);
  const toMinute = fromMinute + 1 + random(7 * DAY_MIN);
  const [from, to] = [table.firstAt + fromMinute * MINUTE_MS, table.firstAt + toMinute * MINUTE_MS];
  const [company, maple, backup] = KEYS as readonly [DutyKey, DutyKey, DutyKey];
  const all = finalSchedule(sources, from, to);
  if (all.some((duty) => duty.startsAt < from || duty.endsAt > to || duty.startsAt >= duty.endsAt)) return 'not cut';
  const lines = [
    { name: 'company', line: lineOf(all, company) },
    { name: 'company asked for', line: finalSchedule(sources, from, to, company) },
    { name: 'backup', line: lineOf(all, backup) },
    { name: 'maple own', line: lineOf(all, maple) },
    { name: 'maple asked for', line: finalSchedule(sources, from, to, maple) },
  ];
  const oracles = [company, backup, maple].map((key) => oracleFor(table, sources, key));
  for (let minute = fromMinute; minute < toMinute; minute += 1) {
    const at = table.firstAt + minute * MINUTE_MS;
    const [companyHolder, backupHolder] = [oracles[0]?.(minute, null) ?? null, oracles[1]?.(minute, null) ?? null];
    const mapleHolder = oracles[2]?.(minute, companyHolder) ?? null;
    const expected = [companyHolder, companyHolder, backupHolder, mapleHolder, mapleHolder ?? companyHolder];
    for (const [index, { name, line }] of lines.entries()) {
      const [said, truth] = [saidAt(line, at), asText(expected[index] ?? null)];
      if (said !== truth) return `#${number} ${name} ${new Date(at).toISOString()}: "${said}", truth "${truth}"`;
    }
  }
  return null;
}

test(
  `agrees with an oracle that asks every minute, on ${SCHEDULES} random schedules over nights when clocks change`,
  () => {
    for (let number = 0; number < SCHEDULES; number += 1) expect(disagreement(number)).toBeNull();
  },
  30_000 + SCHEDULES * 100,
);
