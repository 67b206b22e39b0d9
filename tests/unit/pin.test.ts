import { scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashPin, isPin } from '#core/guard';

describe('a PIN', () => {
  it.each([false, true])('opens to nobody else (stands on the screen: %s)', async (isShown) => {
    const kept = await hashPin('2468', isShown);
    expect(await isPin('2468', kept)).toBe(true);
    expect(await isPin('2469', kept)).toBe(false);
  });

  it('is salted: the same one is never kept alike', async () => {
    const [one, other] = [await hashPin('2468'), await hashPin('2468')];
    expect(one.hash).not.toBe(other.hash);
  });

  it('is derived at full cost, and one that was kept so opens', async () => {
    const { salt, hash } = await hashPin('2468');
    expect(hash).toBe(scryptSync('2468', salt, 32, { N: 16_384, r: 8, p: 1 }).toString('hex'));
  });

  it('that stands on the screen says of itself that it was not', async () => {
    const { salt, hash } = await hashPin('2468', true);
    expect(hash).not.toBe(scryptSync('2468', salt, 32).toString('hex'));
    expect(await isPin('2468', { salt: salt.replace(/^.*:/, ''), hash })).toBe(false);
  });
});
