import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Night, openNight } from '../world.ts';
import { freePort } from './free-ports.ts';

/** The place for a gateway that makes calls: entered, tried, kept, taken away. */

const ACCOUNT = {
  accountSid: 'AC0123456789',
  authToken: 'token-of-the-test',
  from: '+12025550100',
};

let night: Night;
/** An account at a port that nobody has. */
let nowhere: typeof ACCOUNT & { readonly baseUrl: string };
beforeAll(async () => {
  nowhere = { ...ACCOUNT, baseUrl: `http://127.0.0.1:${await freePort()}` };
});
afterEach(() => night.end());

const save = (input: object) =>
  night.core.api.saveGateway({ slot: 'voice', kind: 'twilioVoice', config: nowhere, ...input });
const slot = () => night.core.api.gateways().find((each) => each.slot === 'voice');

describe('the gateway for calls', () => {
  test('is none until one is entered, and is offered with words for every field', async () => {
    night = await openNight();
    expect(slot()).toMatchObject({ kind: null, isInUse: false, secretsSet: [] });
    expect(night.core.api.status().hasVoice).toBe(false);
    const kinds = night.core.api.gatewayKinds().filter((each) => each.slots.includes('voice'));
    expect(kinds.map((each) => each.kind)).toEqual(['sip', 'twilioVoice']);
    for (const field of kinds.flatMap((each) => each.fields)) {
      expect(field.label.es).not.toBe('');
      expect(field.hint.en).not.toBe('');
    }
  });

  test('asked about first, nothing is changed', async () => {
    night = await openNight();
    const answer = await save({ isConfirmed: false });
    expect(answer).toMatchObject({
      ok: true,
      value: { isSaved: false, probe: { health: { level: 'down', detail: 'unreachable' }, queued: 0, ladders: 0 } },
    });
    expect(slot()?.kind).toBeNull();
  });

  test('saved, it is there after a restart; its secret is shown nowhere', async () => {
    night = await openNight();
    expect(await save({})).toMatchObject({ ok: true, value: { isSaved: true } });
    await night.restart();
    await night.pass('30 s');
    expect(slot()).toMatchObject({
      kind: 'twilioVoice',
      secretsSet: ['authToken'],
      health: { level: 'down', detail: 'unreachable', isAsked: true },
      isInUse: false,
    });
    expect(JSON.stringify(slot())).not.toContain(nowhere.authToken);
    // An empty secret keeps the one on file.
    expect(await save({ config: { ...nowhere, authToken: '' } })).toMatchObject({ ok: true });
    expect(slot()?.secretsSet).toEqual(['authToken']);
    expect(readFileSync(join(night.folder, 'nightdesk.log'), 'utf8')).not.toContain(nowhere.authToken);
  });

  test('its secret goes to no other server than the one it was entered for', async () => {
    night = await openNight();
    await save({});
    const elsewhere = { ...nowhere, baseUrl: `http://127.0.0.1:${await freePort()}`, authToken: '' };
    for (const isConfirmed of [false, true])
      expect(await save({ config: elsewhere, isConfirmed })).toMatchObject({ ok: false, code: 'secretForAnother' });
    expect(await save({ config: { ...elsewhere, authToken: 'another-of-the-test' } })).toMatchObject({ ok: true });
  });

  test('what is wrong is said by its label, without the value', async () => {
    night = await openNight();
    const answer = await save({
      kind: 'sip',
      config: { server: 'sip example', username: 'desk', password: 'se;cret' },
    });
    expect(answer).toMatchObject({ ok: false, code: 'badConfig' });
    expect(JSON.stringify(answer)).toMatch(/“Server” must be .+“Password” must be/);
    expect(JSON.stringify(answer)).not.toContain('se;cret');
    expect(await save({ kind: 'kannel', config: {} })).toMatchObject({ ok: false, code: 'unknownKind' });
    expect(slot()?.kind).toBeNull();
  });

  test('taken away, calls are made by hand', async () => {
    night = await openNight();
    await save({});
    expect(await save({ kind: null, config: {} })).toMatchObject({ ok: true, value: { isSaved: true } });
    expect(slot()).toMatchObject({ kind: null, secretsSet: [] });
    await night.restart();
    expect(slot()?.kind).toBeNull();
  });

  test('nobody signed in: refused', async () => {
    night = await openNight({ signIn: false });
    expect(await save({})).toMatchObject({ ok: false, code: 'signInFirst' });
  });
});
