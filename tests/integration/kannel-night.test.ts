import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Core, openCore } from '#core';
import { kannelConfLines } from '#core/notify/gateways';
import { until } from '../patience.ts';
import { signIn } from '../world.ts';
import { freePort } from './free-ports.ts';
import { type KannelRig, NO_KANNEL, RIG_PASSWORD, RIG_STATUS_PASSWORD, RIG_USER, startKannel } from './kannel-rig.ts';

/** The main job once through Debian's real Kannel: report, SMS over the air, receipt, `1 30` back, everyone told. */
describe.skipIf(NO_KANNEL !== '')(`a night through the real Kannel${NO_KANNEL}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  let core: Core | undefined;
  let rig: KannelRig | undefined;
  afterAll(async () => {
    await core?.close();
    await rig?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reaches the plumber over the air, hears the receipt, and takes `1 30`', async () => {
    const callbackPort = await freePort();
    const callbackSecret = 'the-secret-of-this-night';
    rig = await startKannel(
      kannelConfLines({
        host: '127.0.0.1',
        port: callbackPort,
        base: `http://127.0.0.1:${callbackPort}/kannel/${callbackSecret}`,
      }),
    );
    core = await openCore({ folder, port: 0, rendererFolder: folder, version: '0.1.0' });
    await core.api.showDemo();
    await signIn(core);
    const saved = await core.api.saveGateway({
      kind: 'kannel',
      config: {
        sendUrl: rig.sendUrl,
        username: RIG_USER,
        password: RIG_PASSWORD,
        from: '+12025550100',
        statusUrl: rig.statusUrl,
        statusPassword: RIG_STATUS_PASSWORD,
        callbackPort,
        callbackSecret,
      },
    });
    expect(saved).toMatchObject({ ok: true });
    expect(JSON.stringify(core.api.gateway().config)).not.toContain(callbackSecret);

    const place = core.api.places('maple 14b')[0];
    const resident = place?.residents[0];
    if (!place?.unit || !resident?.phone) throw new Error('the demo has no Maple Court 14B');
    const report = await core.api.report({
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
    const { incidentId } = report.value;
    const { api } = core;
    const view = () => {
      const found = api.incident(incidentId);
      if (!found) throw new Error('the incident is gone');
      return found;
    };
    const step = view().messages.find((message) => message.purpose === 'step');
    if (!step) throw new Error('no step message');

    expect((await rig.onMt(step.toPhone)).text).toMatch(/^#\d+ P1\n/);
    expect((await rig.onMt(resident.phone)).text).toContain('recibimos su reporte');
    await until(
      () => view().messages.find((message) => message.key === step.key)?.state === 'delivered',
      'the delivery receipt',
    );

    rig.inject({ from: step.toPhone, to: '+12025550100', text: '1 30' });
    await until(() => view().row.status === 'acknowledged', 'the acknowledgement');
    expect(view().holder).toMatchObject({ name: step.toName, how: 'reply' });
    expect((await rig.onMt(step.toPhone, 1)).text).toMatch(/is yours|a su cargo/);
  });
});
