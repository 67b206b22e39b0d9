import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';

/** Small questions of the console, answered by the core so that every window hears the same. */
describe('what the desk asks', () => {
  let night: Night;
  beforeEach(async () => {
    night = await openNight();
  });
  afterEach(() => night.end());

  it('the queue by property: the property that needs a person most comes first, and nothing is lost', async () => {
    const first = await night.report({ place: 'maple 14b', text: 'water running from the ceiling' });
    const other = await night.report({ place: 'elm 3', text: 'locked out, lost my keys' });
    const later = await night.report({ place: 'maple 2a', text: 'garbage disposal is jammed' });
    const { ids, groups, counts } = night.core.api.queueList('all', true);
    expect(ids).toEqual([first, later, other]);
    expect(groups?.map(({ name, count }) => [name, count])).toEqual([
      ['Maple Court', 2],
      [expect.stringContaining('Elm'), 1],
    ]);
    expect(night.core.api.queueList('all')).toEqual({ ids: [first, other, later], groups: null, counts });
  });

  it('finds a unit by property and number, with who lives there', () => {
    const [found] = night.core.api.search('maple 14b');
    expect(found).toMatchObject({ kind: 'unit', title: 'Maple Court 14B', detail: 'Dana Ruiz' });
  });

  it('names the property whose number a softphone says was called, however it writes it', async () => {
    const { api, url, token } = night.core;
    const [property] = api.portfolio().properties;
    if (!property) throw new Error('the demo has properties');
    const { units, residents, ...row } = property;
    expect(units + residents).toBeGreaterThan(0);
    api.saveProperty({ ...row, calledNumber: '+16155550101' });
    const called = async (to: string): Promise<string | null | undefined> => {
      await fetch(`${url}/shell/call`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ from: '+17065550124', to }),
      });
      return api.lastCall()?.propertyId;
    };
    expect(await called('6155550101')).toBe(row.id);
    expect(await called('(615) 555-0101')).toBe(row.id);
    expect(await called('5550101')).toBeNull();
    expect(await called('')).toBeNull();
  });

  it('shows the call a person has to make among the clocks', async () => {
    await night.report({ place: 'maple 14b', text: 'water running from the ceiling' });
    const kinds = night.core.api.timers().map((timer) => timer.kind);
    expect(kinds).toEqual(expect.arrayContaining(['callByHand', 'step']));
    expect(kinds).not.toContain('sla');
    const tokens = night.core.api.timers().map(({ incidentId, kind, token }) => `${incidentId} ${kind} ${token}`);
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  it('says at how many properties somebody else is called', () => {
    const { api } = night.core;
    const plumbing = () => api.onCallNow().find((each) => each.trade === 'plumbing');
    expect(plumbing()?.exceptions).toBe(0);
    const { properties, responders } = api.portfolio();
    const other = responders.find((each) => each.id !== plumbing()?.primary?.responderId);
    const [here, there] = properties;
    if (!other || !here || !there) throw new Error('the demo is larger than that');
    const now = night.clock.now();
    const shift = {
      group: null,
      trade: 'plumbing',
      role: 'primary',
      startsAt: now - 1000,
      endsAt: now + 3_600_000,
    } as const;
    api.saveShift({ ...shift, id: randomUUID(), propertyId: here.id, responderId: other.id });
    // The same person as everywhere is no exception.
    const own = plumbing()?.primary?.responderId ?? '';
    api.saveShift({ ...shift, id: randomUUID(), propertyId: there.id, responderId: own });
    expect(plumbing()).toMatchObject({ exceptions: 1, primary: { responderId: own } });
    // A duty of a group counts at each of its properties.
    const grouped = api.portfolio().properties.slice(2, 4);
    for (const property of grouped) {
      const { units, residents, ...row } = property;
      expect(units + residents).toBeGreaterThan(0);
      api.saveProperty({ ...row, group: 'River' });
    }
    expect(plumbing()?.exceptions).toBe(1);
    const groups = { ...shift, group: 'River', id: randomUUID(), propertyId: null, responderId: other.id };
    expect(api.saveShift(groups)).toMatchObject({ ok: true });
    expect(plumbing()?.exceptions).toBe(1 + grouped.length);
  });

  it('answers a text that is about nothing open, and then it no longer waits', async () => {
    const { api } = night.core;
    await night.phone('Marcus Chen').replies('call me about the ladder please');
    const [item] = api.inbox();
    if (!item) throw new Error('the text waits in the inbox');
    expect(await api.decideInbox({ contactId: item.contactId, as: 'answer', text: 'Will call at 9.' })).toMatchObject({
      ok: true,
    });
    await night.settle();
    expect(night.phone('Marcus Chen').last()).toBe('Will call at 9.');
    expect(api.inbox()).toEqual([]);
    expect(await api.decideInbox({ contactId: item.contactId, as: 'answer', text: 'Again.' })).toMatchObject({
      code: 'alreadyDecided',
    });
  });
});
