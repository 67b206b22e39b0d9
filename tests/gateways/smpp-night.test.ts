import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Core, openCore } from '#core';
import { until } from '../patience.ts';
import { signIn } from '../world.ts';
import { openSmsc, type Smsc } from './smsc-rig.ts';

let folder: string;
let smsc: Smsc;
let core: Core;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  smsc = await openSmsc();
  core = await openCore({ folder, port: 0, rendererFolder: folder, version: '0.1.0' });
});
afterEach(async () => {
  await core.close();
  await smsc.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Water through a ceiling at Maple Court 14B, told by who lives there. */
async function report() {
  const [place] = core.api.places('maple 14b');
  const resident = place?.residents[0];
  if (!place?.unit || !resident?.phone) throw new Error('the demo has no Maple Court 14B');
  const made = await core.api.report({
    requestId: randomUUID(),
    draftId: null,
    firstContactAt: Date.now(),
    callerPhone: resident.phone,
    callerName: resident.name,
    language: resident.language,
    propertyId: place.property.id,
    placeText: '',
    unitId: place.unit.id,
    residentId: resident.id,
    text: 'agua cayendo del techo de la cocina',
    answers: [],
    category: null,
    tier: null,
    tierReason: '',
    permissionToEnter: 'yes',
  });
  if (!made.ok) throw new Error(made.reason.en);
  const view = () => {
    const found = core.api.incident(made.value.incidentId);
    if (!found) throw new Error('the incident is gone');
    return found;
  };
  return { view, residentPhone: resident.phone };
}

it('reaches the plumber over SMPP, hears the receipt, and takes `1 30` although the link broke in between', async () => {
  await core.api.showDemo();
  await signIn(core);
  const saved = await core.api.saveGateway({ kind: 'smpp', config: { ...smsc.config, port: String(smsc.port) } });
  expect(saved).toMatchObject({ ok: true });
  const { view, residentPhone } = await report();
  const step = view().messages.find((message) => message.purpose === 'step');
  if (!step) throw new Error('no step message');
  const state = () => view().messages.find((message) => message.key === step.key)?.state;

  expect(await smsc.arrived(step.toPhone)).toMatch(/^#\d+ P1\n/);
  expect(await smsc.arrived(residentPhone)).toContain('recibimos su reporte');
  await until(() => state() === 'delivered', 'the delivery receipt');
  // The network does not try for longer than the text is worth anything.
  expect(smsc.parts.find(({ to }) => `+${to}` === step.toPhone)?.validity).toMatch(/^0000\d{8}000R$/);

  smsc.dropLinks();
  smsc.reply(step.toPhone, '1 30');
  await until(() => view().row.status === 'acknowledged', 'the acknowledgement');
  expect(view().holder).toMatchObject({ name: step.toName, how: 'reply' });
  expect(await smsc.arrived(step.toPhone, 1)).toMatch(/is yours|a su cargo/);
});
