import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { handoffPdf } from '#core/store';
import { NO_PDF_READER } from '../pdf-reader.ts';
import { type Night, openNight } from '../world.ts';
import { handoffOf } from './handoff-of.ts';

/** The desk goes from one coordinator to the next in the middle of a night. */

let night: Night;
afterEach(() => night.end());

const LEAK = { text: 'water is running through the ceiling', place: 'maple 3a', tier: 'P1' } as const;
const LOCKOUT = { text: 'locked out of my unit', place: 'maple 14b', tier: 'P2' } as const;

/** Somebody on the demo's staff list, by name. */
function person(name: string): { readonly staffId: string; readonly pin: string } {
  const info = night.core.api.appInfo();
  const staff = info.staff.find((each) => each.name === name);
  const pin = info.demoPins.find((each) => each.staffId === staff?.id)?.pin;
  if (!staff || pin === undefined) throw new Error(`nobody called ${name}`);
  return { staffId: staff.id, pin };
}
const priya = () => person('Priya Shah');
const handOver = (seen: readonly string[], words = '') =>
  night.core.api.handOverDesk({ ...priya(), words, seen: [...seen] });
const atDesk = () => night.core.api.session().deskSession;
const lines = (type: string): readonly Record<string, unknown>[] =>
  night.core.store.read
    .all<{ payload: string }>(`SELECT payload FROM log WHERE payload ->> '$.type' = ? ORDER BY seq`, type)
    .map((row) => JSON.parse(row.payload));

describe('section 8: the desk is handed over in mid-night', () => {
  it('section 8: each open P1 and P2 is gone through first, also one that came while they talked', async () => {
    night = await openNight();
    const leak = await night.report(LEAK);
    const lockout = await night.report(LOCKOUT);
    expect(await handOver([leak])).toMatchObject({ ok: false, code: 'notAllSeen', reason: { en: /#1002/ } });
    expect(atDesk()?.staff.name).toBe('Rosa Alvarez');
    const morning = await night.report({ ...LOCKOUT, tier: 'P3' });
    expect(await handOver([leak, lockout])).toMatchObject({ ok: true });
    expect(morning).not.toBe('');
    expect(atDesk()?.staff.name).toBe('Priya Shah');
  });

  it('section 8: both names are on screen and in the log, with what was said; the ladders go on', async () => {
    night = await openNight();
    const leak = await night.report(LEAK);
    const startedAt = atDesk()?.startedAt;
    await night.pass('7 min');
    expect(await handOver([leak], 'Chen is slow tonight')).toMatchObject({
      ok: true,
      value: { deskSession: { handedOverFrom: { name: 'Rosa Alvarez', startedAt } } },
    });
    expect(lines('deskHandedOver')).toMatchObject([
      { by: { kind: 'staff', name: 'Priya Shah' }, fromStaffId: person('Rosa Alvarez').staffId, open: [leak] },
    ]);
    expect(JSON.stringify(lines('deskHandedOver'))).not.toContain('Chen is slow');
    await night.pass('2 min');
    expect(night.phone('Aline Silva').all()).toHaveLength(1);
  });

  it('section 8: a wrong PIN, nobody to hand over from, or the same person: refused, nothing changed', async () => {
    night = await openNight();
    const { staffId } = priya();
    const asked = { words: '', seen: [] };
    expect(await night.core.api.handOverDesk({ staffId, pin: '000000', ...asked })).toMatchObject({ code: 'wrongPin' });
    expect(await night.core.api.handOverDesk({ ...person('Rosa Alvarez'), ...asked })).toMatchObject({
      code: 'samePerson',
    });
    expect(atDesk()?.staff.name).toBe('Rosa Alvarez');
    await night.core.api.signOut();
    expect(await handOver([])).toMatchObject({ code: 'notSignedIn' });
  });

  it('section 8: signing in over a colleague with something urgent open ends nobody’s session', async () => {
    night = await openNight();
    await night.report(LEAK);
    expect(await night.core.api.signIn(priya())).toMatchObject({ ok: false, code: 'handOverFirst' });
    expect(atDesk()?.staff.name).toBe('Rosa Alvarez');
    expect(lines('deskSessionEnded')).toEqual([]);
  });

  it('section 8: with nothing urgent open the next one simply signs in, and it stays one night', async () => {
    night = await openNight();
    await night.report({ ...LOCKOUT, tier: 'P3' });
    expect(await night.core.api.signIn(priya())).toMatchObject({ ok: true });
    expect(atDesk()).toMatchObject({ staff: { name: 'Priya Shah' }, handedOverFrom: { name: 'Rosa Alvarez' } });
    expect(lines('deskHandedOver')).toHaveLength(1);
  });

  it('section 8: the handoff is of the whole night: both names, blind and unattended times of the first half too', async () => {
    night = await openNight();
    const leak = await night.report(LEAK);
    night.clock.sleep(6 * 60_000);
    await night.pass('6 min');
    expect(night.core.api.status().unattendedSince).not.toBeNull();
    const handedOverAt = night.clock.now();
    await handOver([leak], 'ring Chen by hand');
    await night.pass('1 min');
    const { session, summary } = handoffOf(night);
    expect(session.turns).toMatchObject([
      { name: 'Rosa Alvarez', endedAt: handedOverAt, words: '' },
      { name: 'Priya Shah', startedAt: handedOverAt, words: 'ring Chen by hand' },
    ]);
    expect(summary.incidentsByTier.P1).toBe(1);
    expect(summary.blindTimes).toHaveLength(1);
    expect(summary.unattended).toMatchObject([{ called: ['Priya Shah'], to: expect.any(Number) }]);
    expect(night.core.api.status().blindTimes).toHaveLength(1);
  });

  it('section 8: an earlier session of the night keeps a handoff of its own, up to its end', async () => {
    night = await openNight();
    const first = atDesk()?.id ?? '';
    await night.pass('5 min');
    await handOver([]);
    await night.pass('5 min');
    expect(handoffOf(night, first).session.turns).toMatchObject([{ name: 'Rosa Alvarez' }]);
  });
});

describe.skipIf(NO_PDF_READER !== '')(`section 8: on paper${NO_PDF_READER}`, () => {
  it('section 8: both names, the times of each, and what was said stand on the front page', async () => {
    night = await openNight();
    const leak = await night.report(LEAK);
    await night.pass('29 min');
    await handOver([leak], 'the riser of Maple is shut');
    await night.pass('1 min');
    const id = atDesk()?.id ?? '';
    expect(await night.core.api.makeHandoff(null)).toMatchObject({ ok: true });
    const text = textOf(handoffPdf(night.core.store.read, id) ?? new Uint8Array());
    expect(text).toMatch(/Rosa Alvarez · 23:41 EST to 00:10 EST; Priya Shah · 00:10 EST to 00:11 EST/);
    expect(text).toContain('Desk handed over at 00:10 EST: from Rosa Alvarez to Priya Shah');
    expect(text).toContain('Said when Priya Shah took over at 00:10 EST: the riser of Maple is shut');
    expect(text).toMatch(/Desk unattended from .*: nobody there heard the alarm\. Texted instead: Priya Shah\./);
  });
});

function textOf(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  try {
    const file = join(folder, 'handoff.pdf');
    writeFileSync(file, pdf);
    const done = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    expect(done.status, done.stderr).toBe(0);
    return done.stdout.replace(/\s+/g, ' ');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
