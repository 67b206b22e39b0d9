import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadEvents } from '#core/store';
import { narrate } from '#shared/incident';
import { until } from '../patience.ts';
import { type Night, openNight } from '../world.ts';
import { type GammuTables, NO_TABLES, openTables } from './gammu-tables.ts';
import { type KannelSink, openKannelSink } from './kannel-sink.ts';

/** A night over a modem that goes while texts wait for it: what it gives back leaves through Kannel by itself. */

const LEAK = { text: 'water is running through the ceiling', place: 'maple 3a', tier: 'P1' } as const;
const MARCUS = 'Marcus Chen';

describe.skipIf(NO_TABLES !== '')(`what a modem gives back${NO_TABLES}`, () => {
  let night: Night;
  let modem: GammuTables;
  let kannel: KannelSink;
  beforeEach(async () => {
    modem = await openTables();
    await modem.driver.stop();
    kannel = await openKannelSink();
    night = await openNight();
    const { api } = night.core;
    const gammu = { slot: 'primary', kind: 'gammu', config: { database: modem.database }, isConfirmed: true } as const;
    expect(await api.saveGateway(gammu)).toMatchObject({ ok: true });
  });
  afterEach(async () => {
    await night.end();
    await modem.close();
    await kannel.stop();
  });

  const hasFallback = async (): Promise<void> => {
    const config = { ...kannel.config, callbackPort: 0 };
    const saved = await night.core.api.saveGateway({ slot: 'fallback', kind: 'kannel', config, isConfirmed: true });
    expect(saved).toMatchObject({ ok: true });
  };
  const stepTo = (id: string) =>
    night.incident(id).messages.find((each) => each.purpose === 'step' && each.toName === MARCUS);
  const alarms = () => night.core.api.alarms().map((each) => each.kind);
  /** Whatever waits for it has done so for a minute, and the modem is gone; `wasAtIt`: it was at the text when it went. */
  const pull = (wasAtIt = false): void => {
    modem.run(
      "UPDATE outbox SET InsertIntoDB = datetime('now', '-60 seconds'), SendingTimeOut = datetime('now', '-60 seconds')",
    );
    if (wasAtIt) modem.run("UPDATE outbox SET SendingTimeOut = datetime('now', '-1 seconds')");
    modem.modemSeen(3_600);
  };
  const looked = async (isSo: () => boolean, what: string): Promise<void> => {
    await until(async () => {
      await night.pass('1 s');
      return isSo();
    }, what);
  };
  const textsTo = (id: string) => kannel.taken.filter(({ key }) => key === stepTo(id)?.key);

  it('leaves through the fallback at once, once, and the log says why', async () => {
    await hasFallback();
    const id = await night.report(LEAK);
    expect(stepTo(id)).toMatchObject({ state: 'accepted', attempt: 1 });
    pull();
    await looked(() => textsTo(id).length > 0, 'the text to leave through Kannel');
    await night.pass('2 min');
    expect(textsTo(id)).toHaveLength(1);
    expect(stepTo(id)).toMatchObject({ state: 'accepted', attempt: 2, isPossiblyTwice: false });
    expect(modem.ask('SELECT 1 FROM outbox')).toEqual([]);
    expect(alarms()).not.toContain('messageFailed');
    const said = loadEvents(night.core.store.read, id).map(({ event }) => narrate(event, 'en', 'UTC').sentence);
    expect(said.join('\n')).toMatch(/given back by the gateway that had taken it \(taken back: the modem was gone/);
  });

  it('that the modem was at leaves once more, said to be possibly twice', async () => {
    await hasFallback();
    const id = await night.report(LEAK);
    pull(true);
    await looked(() => textsTo(id).length > 0, 'the text to leave through Kannel');
    expect(stepTo(id)).toMatchObject({ isPossiblyTwice: true });
  });

  it('waits where there is no fallback, and leaves over the modem when it is back', async () => {
    const id = await night.report(LEAK);
    pull();
    await looked(() => stepTo(id)?.state === 'retrying', 'the text to come back');
    expect(modem.ask('SELECT 1 FROM outbox')).toEqual([]);
    modem.modemSeen(0);
    await looked(() => stepTo(id)?.state === 'accepted', 'the text to be taken again');
    const waiting = modem.ask<{ CreatorID: string }>('SELECT CreatorID FROM outbox').map((each) => each.CreatorID);
    expect(waiting.filter((each) => each === `nightdesk:${stepTo(id)?.key}`)).toHaveLength(1);
  });

  it('is not sent when somebody has taken it meanwhile', async () => {
    await hasFallback();
    const id = await night.report(LEAK);
    await night.pass('1 s');
    const responder = night.core.api.portfolio().responders.find((each) => each.name === MARCUS);
    await night.act({
      type: 'acknowledgeFor',
      incidentId: id,
      responderId: responder?.id ?? '',
      via: 'phone',
      words: 'on my way',
      etaMinutes: 20,
    });
    expect(night.incident(id).holder?.name).toBe(MARCUS);
    pull();
    await looked(() => stepTo(id)?.state === 'cancelled', 'the text to be called back');
    await night.pass('1 min');
    expect(textsTo(id)).toEqual([]);
  });
});
