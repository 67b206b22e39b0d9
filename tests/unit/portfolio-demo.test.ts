import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { demoCompany, planImport } from '#core/portfolio';
import {
  Cover,
  Property,
  Resident,
  Responder,
  Rotation,
  SHIFT_ROLES,
  type ShiftRole,
  Staff,
  TRADES,
  type Trade,
  Unit,
} from '#shared/contract';
import { coversWithoutEffect, gaps, whoIsOn } from '#shared/oncall';

const NIGHT = Date.UTC(2026, 10, 21, 4, 42);
const DAY_MS = 24 * 60 * 60 * 1000;
const demo = demoCompany(NIGHT);
const namesOf = new Map(demo.responders.map((responder) => [responder.id, responder.name]));

describe('the demo company', () => {
  it('passes the schemas of the contract', () => {
    z.array(Property).parse(demo.properties);
    z.array(Unit).parse(demo.units);
    z.array(Resident).parse(demo.residents);
    z.array(Responder).parse(demo.responders);
    z.array(Staff).parse(demo.staff.map((each) => each.staff));
    z.array(Rotation).parse(demo.schedule.rotations);
    z.array(Cover).parse(demo.schedule.covers);
  });
  it('is the same to the letter each time, and only its on-call plan follows the clock', () => {
    expect(demoCompany(NIGHT)).toEqual(demo);
    const { schedule: _, ...later } = demoCompany(NIGHT + 40 * DAY_MS);
    const { schedule: __, ...now } = demo;
    expect(later).toEqual(now);
  });
  it('has 200 doors in two zones, nine properties, about 170 residents of whom three in ten speak Spanish', () => {
    expect([demo.properties.length, demo.units.length]).toEqual([9, 200]);
    expect(new Set(demo.properties.map((property) => property.zone))).toEqual(
      new Set(['America/New_York', 'America/Chicago']),
    );
    expect(demo.residents.length).toBeGreaterThan(165);
    const share = demo.residents.filter((resident) => resident.language === 'es').length / demo.residents.length;
    expect(share).toBeGreaterThan(0.27);
    expect(share).toBeLessThan(0.33);
    expect(demo.residents.filter((resident) => resident.needs !== null).length).toBe(6);
  });
  it('has the people of the story', () => {
    const unit = demo.units.find((each) => each.id === demo.residents.find((r) => r.name === 'Dana Ruiz')?.unitId);
    expect(unit?.label).toBe('14B');
    expect(demo.properties.find((each) => each.id === unit?.propertyId)?.name).toBe('Maple Court');
    expect(demo.residents.find((r) => r.name === 'Dana Ruiz')?.language).toBe('es');
    expect(demo.staff.map((each) => [each.staff.name, each.demoPin])).toEqual([
      ['Rosa Alvarez', '2468'],
      ['Priya Shah', '1357'],
    ]);
    expect(demo.responders.filter((r) => r.phone === null).map((r) => r.name)).toEqual(['Grace Lindholm']);
    expect(new Set(demo.responders.map((r) => r.role)).size).toBe(5);
  });
  it('has only fictional numbers, each with one owner, and no two rows with one id', () => {
    const own = [...demo.residents, ...demo.responders]
      .map((each) => each.phone)
      .concat(demo.properties.map((p) => p.calledNumber));
    const numbers = own.filter((phone) => phone !== null);
    const centres = new Set(demo.properties.map((p) => p.emergencyCentre));
    for (const phone of [...numbers, ...centres]) expect(phone).toMatch(/^\+1[2-9]\d\d55501\d\d$/);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.some((phone) => centres.has(phone))).toBe(false);
    const rows = [
      ...demo.properties,
      ...demo.units,
      ...demo.residents,
      ...demo.responders,
      ...demo.staff.map((s) => s.staff),
    ];
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    expect(new Set(demo.residents.map((r) => r.name)).size).toBe(demo.residents.length);
  });
  it('joins up: every reference leads to a row', () => {
    const properties = new Set(demo.properties.map((each) => each.id));
    const units = new Set(demo.units.map((each) => each.id));
    expect(demo.units.every((each) => properties.has(each.propertyId))).toBe(true);
    expect(demo.residents.every((each) => units.has(each.unitId))).toBe(true);
    for (const { trade, members } of demo.schedule.rotations) {
      for (const id of members) {
        expect(demo.responders.find((each) => each.id === id)?.trades, `${namesOf.get(id)}`).toContain(trade);
      }
    }
  });
  it('meets its own ids when the same rows are imported', () => {
    const csv = 'Property,Unit,Tenant,Language\nMaple Court,14B,Dana Ruiz,Spanish\n';
    const made = planImport({
      kind: 'auto',
      csv,
      existing: demo,
      defaults: { zone: demo.zone, country: demo.country },
    });
    expect(made).toMatchObject({ kind: 'residents', creates: [], updates: [], unchanged: 1, rowErrors: [] });
  });
});

describe('its on-call plan', () => {
  const moments: readonly [string, number][] = [
    ['a Friday night', NIGHT],
    ['a Monday just before the hand-off', Date.UTC(2026, 10, 23, 12, 30)],
    ['a Monday just after it', Date.UTC(2026, 10, 23, 13, 30)],
    ['the night clocks go forward', Date.UTC(2027, 2, 14, 6, 59)],
    ['a summer afternoon', Date.UTC(2027, 6, 7, 18)],
    ['the night clocks go back', Date.UTC(2026, 10, 1, 5, 30)],
  ];
  it.each(moments)('on %s: primary and backup per trade, one gap to come, one cover', (_, now) => {
    const { schedule } = demoCompany(now);
    const on = (trade: Trade, role: ShiftRole, at = now) =>
      namesOf.get(whoIsOn(schedule, { trade, role, propertyId: null, at })?.responderId ?? '');
    expect([on('plumbing', 'primary'), on('plumbing', 'backup')]).toEqual(['Marcus Chen', 'Aline Silva']);
    for (const trade of TRADES) {
      expect(on(trade, 'primary'), trade).toBeDefined();
      expect(on(trade, 'backup'), trade).toBeDefined();
      expect(on(trade, 'primary'), trade).not.toBe(on(trade, 'backup'));
    }
    const inTwoWeeks = gaps(schedule, TRADES, SHIFT_ROLES, now, now + 14 * DAY_MS);
    expect(inTwoWeeks).toMatchObject([{ trade: 'general', role: 'backup', coveredBy: null }]);
    expect((inTwoWeeks[0]?.startsAt ?? 0) - now).toBeLessThanOrEqual(25 * 60 * 60 * 1000);

    const [cover] = schedule.covers;
    expect(schedule.covers).toHaveLength(1);
    expect(coversWithoutEffect(schedule)).toEqual([]);
    expect(on('electrical', 'primary', cover?.startsAt)).toBe('Omar Haddad');
    expect(on('electrical', 'primary', cover?.endsAt)).not.toBe('Omar Haddad');
    expect(cover?.endsAt).toBeGreaterThan(now);
    expect((cover?.startsAt ?? 0) - now).toBeLessThan(10 * 60 * 60 * 1000);
  });
});
