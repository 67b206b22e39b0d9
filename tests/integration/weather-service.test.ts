import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { DEFAULT_WEATHER, type Property, type WeatherSettings, type WeatherSwitchInput } from '#shared/contract';
import { type IncidentEvent, narrate } from '#shared/incident';
import { fetchDocument } from '../../electron/core/weather/fetch-document.ts';
import { PATIENCE_MS } from '../patience.ts';
import { HOUR_MS } from '../weather-documents.ts';
import { type Night, openNight, signIn } from '../world.ts';
import { handoffOf } from './handoff-of.ts';
import { type Trouble, type WeatherStandIn, weatherStandIn } from './weather-stand-in.ts';

const CHICAGO = { lat: 41.8781, lon: -87.6298 };
const MINUTE_MS = 60_000;

let night: Night;
let service: WeatherStandIn;
beforeEach(async () => {
  service = await weatherStandIn();
  night = await openNight();
  mild();
});
afterEach(async () => {
  await night.end();
  await service.close();
});

/** A day and a half from now on. */
function hours(worst: number, from = 6): readonly number[] {
  return Array.from({ length: 36 }, (_, hour) => (hour === from ? worst : 45));
}
function mild(): void {
  service.forecast = { from: night.clock.now(), degrees: hours(45) };
}
function cold(degrees = 24): void {
  service.forecast = { from: night.clock.now(), degrees: hours(degrees) };
}

function place(name: string, where: Partial<Property>): string {
  const property = night.core.api.portfolio().properties.find((each) => each.name.includes(name));
  if (!property) throw new Error(`no property ${name}`);
  const { units: _units, residents: _residents, ...row } = property;
  expect(night.core.api.saveProperty({ ...row, ...where }).ok).toBe(true);
  return property.id;
}

function switchOn(settings: Partial<WeatherSettings> = {}) {
  return night.core.api.saveWeather({
    ...DEFAULT_WEATHER,
    isOn: true,
    baseUrl: service.url,
    contact: 'ops@example.com',
    ...settings,
  });
}

async function ask(): Promise<void> {
  await night.core.api.refreshWeather();
  await night.settle();
}

const modes = () => night.core.api.status().weather.map((each) => each.mode);
const lines = (type: string) =>
  night.core.store.read
    .all<{ payload: string }>('SELECT payload FROM log WHERE incident_id IS NULL ORDER BY seq')
    .map(({ payload }) => JSON.parse(payload))
    .filter((line) => line.type === type);
const leak = (tier: 'P1' | 'P2' = 'P1') =>
  night.report({ text: 'water is pouring through the ceiling', place: 'Maple 14B', tier });
const dispatched = (id: string) => {
  const events = night.incident(id).events.map(({ event }) => event as { type: string });
  return events.filter((event) => event.type === 'dispatched') as unknown as {
    ladder: { steps: { afterPreviousMin: number }[] };
    weather?: Record<string, unknown>;
  }[];
};

describe('rule 7: nothing is asked until somebody says so', () => {
  it('needs a place, a contact, and an address that nobody can listen in on', async () => {
    expect(switchOn()).toMatchObject({ code: 'notLocated' });
    place('Maple', { coordinates: CHICAGO });
    expect(switchOn({ contact: '' })).toMatchObject({ code: 'noContact' });
    expect(switchOn({ contact: 'a@b.c\r\nx: y' })).toMatchObject({ code: 'noContact' });
    for (const baseUrl of ['http://weather.example', 'ftp://127.0.0.1', 'https://me:secret@weather.example', 'nothing'])
      expect(switchOn({ baseUrl })).toMatchObject({ code: 'badAddress' });
    night.clock.sleep(2 * HOUR_MS);
    await night.settle();
    expect(service.asked).toEqual([]);
    expect(switchOn()).toMatchObject({ ok: true });
  });

  it('wants a manager for the spending limit', () => {
    place('Maple', { coordinates: CHICAGO });
    expect(switchOn({ spendingLimitUsd: 500 })).toMatchObject({ code: 'mayNotSign' });
    expect(night.core.api.weather().limitSigned).toBeNull();
  });
});

describe('rule 7: one question per square, not per door', () => {
  it('asks a handful of times for 200 properties in four neighbourhoods', async () => {
    const [first] = night.core.api.portfolio().properties;
    if (!first) throw new Error('the demo has no property');
    const { units: _units, residents: _residents, ...row } = first;
    for (let index = 0; index < 200; index += 1) {
      const lat = 41.8 + (index % 4) * 0.1 + index * 0.000_01;
      night.core.api.saveProperty({
        ...row,
        id: `p${index}`,
        name: `House ${index}`,
        calledNumber: null,
        coordinates: { lat, lon: -87.63 },
      });
    }
    switchOn();
    await ask();
    // Four cells, four squares, one list of alerts.
    expect(service.asked).toHaveLength(9);
    expect(night.core.api.weather().located).toBe(200);
    service.asked.length = 0;
    await ask();
    expect(service.asked).toHaveLength(5);
    expect(service.answers.slice(-5)).toEqual([304, 304, 304, 304, 304]);
    expect([...service.userAgents]).toEqual(['Nightdesk/0.1.0 (ops@example.com)']);
  });

  it('asks by itself, and no sooner than the service wants', async () => {
    place('Maple', { coordinates: CHICAGO });
    service.maxAgeS = 30 * 60;
    switchOn();
    const forecasts = () => service.asked.filter((each) => each.startsWith('/gridpoints')).length;
    const readAt = () => night.core.api.weather().documents.find(({ kind }) => kind === 'forecast')?.checkedAt;
    const began = night.clock.now();
    await night.settle();
    // The service answers in real time, whatever the clock of the night says.
    await expect.poll(readAt, { timeout: PATIENCE_MS }).toBe(began);
    await night.pass('29 min');
    expect(forecasts()).toBe(1);
    await night.pass('2 min');
    await expect.poll(readAt, { timeout: PATIENCE_MS }).toBeGreaterThan(began);
    expect(forecasts()).toBe(2);
  });
});

describe('rule 7: a P1 in a frost', () => {
  it('gets a first window of 5 minutes, and the log names the document', async () => {
    place('Maple', { coordinates: CHICAGO });
    cold();
    switchOn();
    const before = await leak();
    expect(dispatched(before)[0]?.weather).toBeUndefined();
    await ask();
    expect(modes()).toEqual(['freeze']);
    const [line] = lines('weatherChanged');
    expect(line).toMatchObject({ mode: 'freeze', why: 'forecast', temperatureF: 24, by: { kind: 'core' } });
    expect(line.document).toMatch(/^[\da-f]{64}$/);
    expect(line.url).toContain('/forecast/hourly');

    // What runs already keeps what it began with.
    expect(dispatched(before)).toHaveLength(1);
    const id = await leak();
    expect(dispatched(id)[0]?.ladder.steps[1]?.afterPreviousMin).toBe(5);
    expect(dispatched(id)[0]?.weather).toMatchObject({
      mode: 'freeze',
      document: line.document,
      url: line.url,
      readAt: night.clock.now(),
    });
    const told = (language: 'en' | 'es') => {
      const event = night
        .incident(id)
        .events.map((each) => each.event as IncidentEvent)
        .find(({ type }) => type === 'dispatched');
      return event && narrate(event, language, 'America/New_York').sentence;
    };
    expect(told('en')).toMatch(
      /Freeze mode, first window 5 min, by the forecast of 24 °F as of 23:41 \(http.*sha256 [\da-f]{64}\)/,
    );
    expect(told('es')).toMatch(/Modo helada, primera ventana de 5 min, por el pronóstico de 24 °F a las 23:41/);
    const stepsOf = (incident: string) =>
      night.incident(incident).ladder.filter((step) => step.state === 'fired').length;
    await night.pass('5 min');
    expect([stepsOf(before), stepsOf(id)]).toEqual([1, 2]);
  });

  it('leaves a P2, and what the weather does not make worse, as they are', async () => {
    place('Maple', { coordinates: CHICAGO });
    cold();
    switchOn();
    await ask();
    expect(dispatched(await leak('P2'))[0]?.weather).toBeUndefined();
    const lockout = await night.report({ text: 'I am locked out', place: 'Maple 14B', tier: 'P1' });
    expect(dispatched(lockout)[0]?.weather).toBeUndefined();
  });

  it('shows the shorter window before the dispatch', async () => {
    const propertyId = place('Maple', { coordinates: CHICAGO });
    const input = { propertyId, trade: 'plumbing', tier: 'P1', language: 'en', lifeSafety: null } as const;
    const second = () => {
      const [first, next] = night.core.api.ladderPreview({ ...input, category: 'plumbing' }).steps;
      return ((next?.at ?? 0) - (first?.at ?? 0)) / MINUTE_MS;
    };
    expect(second()).toBe(8);
    cold();
    switchOn();
    await ask();
    expect(second()).toBe(5);
    const { weather } = night.core.api.ladderPreview({ ...input, category: 'plumbing' });
    expect(weather).toMatchObject({ mode: 'freeze', firstWindowMin: 5, vendor: { mode: 'standBy' } });
  });

  it('is on by an alert of a zone alone, where nobody has entered coordinates', async () => {
    place('Maple', { weatherZone: 'ILZ104' });
    service.alerts = [{ id: 'one', event: 'Extreme Cold Warning', sentAt: night.clock.now() }];
    switchOn();
    await ask();
    expect(service.asked).toEqual(['/alerts/active?zone=ILZ104']);
    expect(night.core.api.status().weather).toMatchObject([{ mode: 'freeze', alert: 'Extreme Cold Warning' }]);
    service.alerts = [];
    night.clock.sleep(MINUTE_MS);
    await ask();
    expect(modes()).toEqual([]);
  });
});

describe('rule 7: the emergency vendor', () => {
  const vendor = () => {
    const found = night.core.api
      .portfolio()
      .responders.find((each) => each.isEmergencyVendor && each.trades.includes('plumbing'));
    if (!found) throw new Error('the demo has no emergency plumber');
    return found;
  };
  const asked = (id: string) =>
    night
      .incident(id)
      .events.map(({ event }) => event as { type: string; mode?: string })
      .filter(({ type }) => type === 'vendorAsked');

  it('hears of a P1 with the first person, once, and stands by', async () => {
    const calm = await leak();
    expect(asked(calm)).toEqual([]);
    byHand({});
    const id = await leak();
    expect(asked(id)).toMatchObject([{ mode: 'standBy', recipient: { responderId: vendor().id } }]);
    expect(night.phone(vendor().name).last()).toContain('STAND BY');
    expect(night.incident(id).vendor).toMatchObject({ mode: 'standBy', asked: { name: vendor().name } });
    const { waitingFor } = night.incident(id);
    const responderId = waitingFor[0]?.responderId ?? '';
    const taken = { responderId, via: 'phone', words: 'on my way', etaMinutes: null } as const;
    expect(await night.act({ type: 'acknowledgeFor', incidentId: id, ...taken })).toMatchObject({ ok: true });
    expect(await night.act({ type: 'reopen', incidentId: id, words: 'he cannot come' })).toMatchObject({ ok: true });
    expect(dispatched(id)).toHaveLength(2);
    expect(asked(id)).toHaveLength(1);
  });

  it('is told to go by the ladder in the end: a yes to that takes it', async () => {
    byHand({});
    const id = await leak();
    const phone = night.phone(vendor().name);
    await phone.replies('1');
    expect(phone.last()).toContain('Do not set out');
    expect(night.incident(id).vendor).toMatchObject({ mode: 'standBy', accepted: { name: vendor().name } });
    await night.pass('31 min');
    expect(phone.all().some((text) => text.includes('Go now'))).toBe(true);
    await phone.replies('1 20');
    expect(night.incident(id)).toMatchObject({ holder: { name: vendor().name }, vendor: { mode: 'send' } });
    expect(phone.last()).not.toContain('Do not set out');
  });

  it('goes at once where a manager has signed for what the call costs, and nobody else does', async () => {
    const { vendor: _terms, ...row } = vendor();
    const terms = { order: 1, propertyIds: [], groups: [], hours: [], spendingLimitUsd: null, insuredUntil: null };
    const costs = (callOutUsd: number) =>
      night.core.api.saveResponder({ ...row, phone: row.phone ?? '', vendor: { ...terms, callOutUsd } });
    byHand({});
    costs(400);
    const info = night.core.api.appInfo();
    const manager = info.staff.find((each) => each.role !== 'coordinator');
    const pin = info.demoPins.find((each) => each.staffId === manager?.id)?.pin;
    if (!manager || pin === undefined) throw new Error('the demo has no manager at the desk');
    expect((await night.core.api.signIn({ staffId: manager.id, pin })).ok).toBe(true);
    expect(switchOn({ isOn: false, spendingLimitUsd: 500 }).ok).toBe(true);
    expect(night.core.api.weather().limitSigned).toEqual({ by: manager.name, at: night.clock.now() });
    const id = await leak();
    expect(asked(id)).toMatchObject([{ mode: 'go' }]);
    expect(night.phone(vendor().name).last()).toMatch(/\bGO\b/);
    costs(501);
    expect(asked(await leak())).toMatchObject([{ mode: 'standBy' }]);
  });
});

describe('rule 7: a failing service loosens nothing', () => {
  const troubles: readonly Exclude<Trouble, 'hang' | 'none'>[] = ['error', 'cut', 'huge', 'garbled', 'elsewhere'];
  test.each(troubles)('three polls end in %s: the mode stays, and the screen says why', async (trouble) => {
    place('Maple', { coordinates: CHICAGO });
    cold();
    switchOn();
    await ask();
    service.trouble = trouble;
    for (let poll = 0; poll < 3; poll += 1) {
      night.clock.sleep(10 * MINUTE_MS);
      await ask();
    }
    expect(modes()).toEqual(['freeze']);
    const { documents } = night.core.api.weather();
    expect(documents).toHaveLength(2);
    for (const each of documents) expect(each.trouble?.en).toBeTruthy();
    service.trouble = 'none';
    mild();
    await ask();
    expect(modes()).toEqual([]);
    expect(lines('weatherChanged').map(({ mode }) => mode)).toEqual(['freeze', 'none']);
    expect(lines('weatherChanged')[1].document).toMatch(/^[\da-f]{64}$/);
  });

  it('keeps the newer forecast when a cache hands out an older one', async () => {
    place('Maple', { coordinates: CHICAGO });
    cold();
    service.forecast = { ...service.forecast, updatedAt: night.clock.now() };
    switchOn();
    await ask();
    mild();
    service.forecast = { ...service.forecast, updatedAt: night.clock.now() - HOUR_MS };
    await ask();
    expect(modes()).toEqual(['freeze']);
    expect(night.core.api.weather().documents[0]?.trouble?.en).toContain('older');
  });

  it('stays on over a restart with the service gone', async () => {
    place('Maple', { coordinates: CHICAGO });
    cold();
    switchOn();
    await ask();
    await service.close();
    await night.restart(() => night.clock.sleep(9 * HOUR_MS));
    expect(modes()).toEqual(['freeze']);
    await ask();
    expect(modes()).toEqual(['freeze']);
  });

  it('looks a place up again when its square is gone', async () => {
    place('Maple', { coordinates: CHICAGO });
    switchOn();
    await ask();
    service.regrid();
    night.clock.sleep(HOUR_MS);
    cold();
    service.asked.length = 0;
    await ask();
    expect(service.asked.map((path) => path.split('/')[1])).toContain('points');
    expect(modes()).toEqual(['freeze']);
    expect(night.core.api.weather().documents.map(({ trouble }) => trouble)).toEqual([null, null]);
  });

  it('follows a place to its rounded address', async () => {
    place('Maple', { coordinates: CHICAGO });
    service.isRoundabout = true;
    cold();
    switchOn();
    await ask();
    expect(service.answers).toContain(301);
    expect(modes()).toEqual(['freeze']);
  });

  it('gives up on a service that hangs, in its own time', async () => {
    service.trouble = 'hang';
    const signal = new AbortController().signal;
    const question = {
      url: `${service.url}/points/41.88,-87.63`,
      userAgent: 'x (a@b.c)',
      etag: null,
      lastModified: null,
    };
    const answer = await fetchDocument({ ...question, limitMs: 50, signal });
    expect(answer).toMatchObject({ kind: 'failed', status: null, trouble: { en: expect.stringContaining('longer') } });
  });

  it('says what a refusal is about', async () => {
    const question = { url: `${service.url}/points/41.88,-87.63`, userAgent: 'nobody', etag: null, lastModified: null };
    const answer = await fetchDocument({ ...question, limitMs: 60_000, signal: new AbortController().signal });
    expect(answer).toMatchObject({ kind: 'failed', status: 403, trouble: { en: expect.stringContaining('e-mail') } });
  });
});

describe('rule 7: unknown', () => {
  it('chimes after 6 h without news, until a person switches by hand', async () => {
    place('Maple', { coordinates: CHICAGO });
    switchOn();
    await ask();
    service.trouble = 'error';
    const alarms = () => night.core.api.alarms().map(({ kind }) => kind);
    night.clock.sleep(6 * HOUR_MS - MINUTE_MS);
    await ask();
    expect(alarms()).not.toContain('weatherUnknown');
    await night.pass('2 min');
    expect(alarms()).toContain('weatherUnknown');
    expect(night.core.api.status().weather).toMatchObject([{ mode: 'none', isUnknown: true, properties: 1 }]);
    expect(byHand({ mode: 'freeze' }).ok).toBe(true);
    expect(alarms()).not.toContain('weatherUnknown');
  });
});

function byHand(input: Partial<WeatherSwitchInput>) {
  const untilAt = night.clock.now() + 8 * HOUR_MS;
  return night.core.api.switchWeather({
    place: 'company',
    mode: 'freeze',
    untilAt,
    words: 'ice on the pipes',
    ...input,
  });
}

describe('rule 7: a switch by hand', () => {
  it('holds everywhere without any service, until its end, and the log names the person', async () => {
    expect(byHand({}).ok).toBe(true);
    expect(night.core.api.status().weather).toMatchObject([{ mode: 'freeze', why: 'byHand', by: 'Rosa Alvarez' }]);
    const id = await leak();
    expect(dispatched(id)[0]?.weather).toMatchObject({ why: 'byHand', document: 'Rosa Alvarez', url: null });
    night.clock.sleep(9 * HOUR_MS);
    await night.settle();
    expect(modes()).toEqual([]);
    expect(dispatched(await leak())[0]?.weather).toBeUndefined();
  });

  it('wins over the forecast, also to switch it off, and gives way to it again', async () => {
    place('Maple', { coordinates: CHICAGO });
    cold();
    switchOn();
    await ask();
    byHand({ mode: 'off' });
    expect(modes()).toEqual([]);
    expect(dispatched(await leak())[0]?.weather).toBeUndefined();
    byHand({ mode: 'asForecast' });
    expect(modes()).toEqual(['freeze']);
  });

  it('wants an end that is still to come and not too far, a place that there is, and words', () => {
    expect(byHand({ untilAt: night.clock.now() })).toMatchObject({ code: 'endPassed' });
    expect(byHand({ untilAt: night.clock.now() + 8 * 24 * HOUR_MS })).toMatchObject({ code: 'tooLong' });
    expect(byHand({ place: 'property:nowhere' })).toMatchObject({ code: 'noSuchPlace' });
  });

  it('stands in the morning handoff with when, where and who, and so does what a document did', async () => {
    const maple = place('Maple', { coordinates: CHICAGO });
    const name = night.core.api.portfolio().properties.find((each) => each.id === maple)?.name;
    switchOn();
    await ask();
    expect(handoffOf(night).weather).toEqual([]);
    cold();
    await ask();
    const onAt = night.clock.now();
    const [{ document, url }] = lines('weatherChanged');
    const freeze = {
      mode: 'freeze',
      from: onAt,
      to: null,
      where: [name],
      by: { kind: 'document', sha256: document, url, readAt: onAt, temperatureF: 24, alert: null },
    };
    expect(handoffOf(night).weather).toEqual([freeze]);
    await night.pass('10 min');
    byHand({ place: `property:${maple}`, mode: 'off', words: 'pipes are drained' });
    const offAt = night.clock.now();
    await night.pass('10 min');
    byHand({ place: `property:${maple}`, mode: 'asForecast' });
    const backAt = night.clock.now();
    mild();
    await night.pass('10 min');
    await ask();
    const off = { mode: 'off', from: offAt, to: backAt, where: [name] };
    const by = { kind: 'person', name: 'Rosa Alvarez', words: 'pipes are drained' };
    expect(handoffOf(night).weather).toEqual([
      { ...freeze, to: expect.any(Number) },
      { ...off, by },
    ]);
  });

  it('stands in the handoff of the next night too, where it has been on since', async () => {
    place('Maple', { coordinates: CHICAGO });
    switchOn();
    cold();
    await ask();
    const onAt = night.clock.now();
    await night.core.api.signOut();
    await night.pass('1 min');
    await signIn(night.core);
    expect(handoffOf(night).weather).toMatchObject([{ mode: 'freeze', from: onAt, to: null }]);
  });

  it('never makes a ladder longer that runs', async () => {
    byHand({});
    const id = await leak();
    byHand({ mode: 'off' });
    await night.pass('5 min');
    expect(night.incident(id).ladder.filter((step) => step.state === 'fired')).toHaveLength(2);
  });
});
