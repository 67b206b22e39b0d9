import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';

/** What Settings is told. */
describe('the gateways to choose from', () => {
  let night: Night;
  beforeEach(async () => {
    night = await openNight();
  });
  afterEach(() => night.end());

  it('say what holds for each field that is left empty', () => {
    const kannel = night.core.api.gateway().kinds.find((each) => each.kind === 'kannel');
    const fields = Object.fromEntries(kannel?.fields.map((each) => [each.name, each.whenEmpty?.en ?? null]) ?? []);
    expect(fields).toMatchObject({ callbackHost: '127.0.0.1', callbackPort: '13015', country: 'US' });
    expect(fields).toMatchObject({ from: 'as Kannel is set', callbackSecret: 'made up', sendUrl: null });
    expect(kannel?.fields.every((each) => each.hint.en !== '' && each.hint.es !== '')).toBe(true);
    expect(kannel?.fields.filter((each) => each.isRequired).map((each) => each.name)).toEqual([
      'sendUrl',
      'username',
      'password',
    ]);
  });
});
