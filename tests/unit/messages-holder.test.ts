import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '#shared/contract';
import {
  connectText,
  loweredText,
  MAX_SEGMENTS,
  notEmergencyText,
  raisedText,
  responderText,
  segmentsOf,
  stillComingText,
  unitOffText,
  vendorComesText,
  vendorNotedText,
} from '#shared/messages';

const place = { propertyName: 'Maple Court', unitLabel: '14B', address: '120 Maple Street' };
const known = (language: Language) => ({ language, number: 1042, place, code: 'B' });

const texts = (language: Language): Readonly<Record<string, string>> => {
  const about = known(language);
  const step = {
    ...about,
    tier: 'P1' as const,
    hazard: 'doNotEnter' as const,
    words: 'agua por el techo '.repeat(30),
    reasons: ['water through the ceiling'],
    action: 'Go now.',
    shutOff: 'Behind the panel',
    residentName: 'Dana Ruiz',
    callBack: '+12025550142',
    isUnchecked: true,
    lateMin: null,
    ifNoWord: null,
  };
  return {
    raised: raisedText({ ...about, tier: 'P1', reasons: ['gas odour', 'water near electricity'], asksYes: true }),
    raisedOnSite: raisedText({ ...about, tier: 'P1', reasons: [], asksYes: false }),
    lowered: loweredText({ ...about, tier: 'P3' }),
    stillComing: stillComingText({ ...about, next: 'soon' }),
    unitOff: unitOffText({ ...about, unit: '12A', left: ['14B', '15C', '16 Piñón'] }),
    goesOn: stillComingText({ ...about, next: 'now' }),
    notEmergency: notEmergencyText(about),
    connect: connectText({ ...about, caller: 'Dana Ruiz', phone: '+12025550142' }),
    expected: vendorNotedText({ ...about, by: 'Wei Chen (Harbor Plumbing)', mode: 'come', hasTime: true }),
    askedTime: vendorNotedText({ ...about, by: null, mode: 'come', hasTime: false }),
    standsBy: vendorNotedText({ ...about, by: null, mode: 'standBy', hasTime: false }),
    comes: vendorComesText({ ...about, by: 'Vera Lind (Rapid Drain)', mode: 'come', estimate: '12:50 AM' }),
    standBy: vendorComesText({ ...about, by: 'Vera Lind', mode: 'standBy', estimate: null }),
    send: responderText({ ...step, order: 'send' }),
    ordered: responderText({ ...step, order: 'standBy' }),
    go: responderText({ ...step, order: 'go' }),
  };
};

describe('texts between the yes and the end', () => {
  const rows = LANGUAGES.flatMap((language) =>
    Object.entries(texts(language)).map(([name, text]) => [language, name, text] as const),
  );

  test.each(rows)('%s %s is plain GSM-7 and at most three parts', (_, __, text) => {
    expect(segmentsOf(text)).toMatchObject({ encoding: 'GSM-7' });
    expect(segmentsOf(text).segments).toBeLessThanOrEqual(MAX_SEGMENTS);
    expect(text).toContain('#1042');
  });

  test('the letter of the incident stands in what is to be replied', () => {
    expect(texts('en').raised).toMatch(/Reply 1B 20 .*, 2B = no/);
    expect(texts('es').stillComing).toMatch(/Responda 1B 30/);
  });
});
