import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type Core, openCore } from '#core';
import { type AndroidStandIn, androidStandIn, PHONE_PASSWORD, PHONE_USER } from '../gateways/stand-ins/android.ts';
import { eventually, until } from '../patience.ts';
import { signIn } from '../world.ts';

/** The main job once through a phone on the office network that has to be asked for everything. */

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
let core: Core | undefined;
let phone: AndroidStandIn | undefined;
afterAll(async () => {
  await core?.close();
  await phone?.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = () => openCore({ folder, port: 0, rendererFolder: folder, version: '0.1.0' });

async function reportAt(desk: Core): Promise<string> {
  const place = desk.api.places('maple 14b')[0];
  const resident = place?.residents[0];
  if (!place?.unit || !resident?.phone) throw new Error('the demo has no Maple Court 14B');
  const report = await desk.api.report({
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
  if (!report.ok) throw new Error(report.reason.en);
  return report.value.incidentId;
}

it('reaches the plumber, hears the receipt, and takes the `1 30` that came while the desk was closed', async () => {
  phone = await androidStandIn(() => Date.now());
  const far = phone;
  core = await open();
  await core.api.showDemo();
  await signIn(core);
  const config = { address: far.url, username: PHONE_USER, password: PHONE_PASSWORD };
  expect(await core.api.saveGateway({ kind: 'android', config })).toMatchObject({ ok: true });
  const incidentId = await reportAt(core);
  const view = () => {
    const found = core?.api.incident(incidentId);
    if (!found) throw new Error('the incident is gone');
    return found;
  };
  const step = view().messages.find((message) => message.purpose === 'step');
  if (!step) throw new Error('no step message');
  const text = await eventually(() => far.at(step.toPhone)[0]?.text ?? null, 'the text to arrive');
  expect(text).toMatch(/^#\d+ P1\n/);
  // A P1 passes the phone's own pauses.
  expect(far.at(step.toPhone)[0]?.body).toMatchObject({ priority: 100, withDeliveryReport: true });
  await until(
    () => view().messages.find((message) => message.key === step.key)?.state === 'delivered',
    'the delivery receipt',
  );

  await core.close();
  far.receive(step.toPhone, '1 30');
  core = await open();
  await until(() => view().row.status === 'acknowledged', 'the acknowledgement');
  expect(view().holder).toMatchObject({ name: step.toName, how: 'reply' });
});
