import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Phone } from '#shared/contract';
import { displayPhone, normalisePhone } from '#shared/messages';

describe('normalisePhone', () => {
  test.each([
    ['+12025550142', '+12025550142'],
    ['(202) 555-0142', '+12025550142'],
    ['202.555.0142', '+12025550142'],
    ['1 202 555 0142', '+12025550142'],
    [' 2025550142 ', '+12025550142'],
    ['tel:+1-202-555-0142', '+12025550142'],
    ['+1 800 555 0199', '+18005550199'],
    ['+52 55 1234 5678', '+525512345678'],
    ['011 52 55 1234 5678', '+525512345678'],
  ])('%s', (raw, phone) => {
    expect(normalisePhone(raw)).toEqual({ ok: true, phone });
  });

  test.each([
    '',
    '   ',
    '911',
    '555-0142',
    '12345',
    'none',
    'call the office',
    '202 555 0142 x3',
    '+1 111 555 0142',
    '2025550142, 2025550143',
  ])('%j is refused in both languages', (raw) => {
    const result = normalisePhone(raw);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.reason.en).not.toBe('');
    expect(result.reason.es).not.toBe(result.reason.en);
  });

  test('another country reads its own way of writing', () => {
    expect(normalisePhone('55 1234 5678', 'MX')).toEqual({ ok: true, phone: '+525512345678' });
  });

  test('every fictional US number used in demonstrations is accepted, and shown numbers read back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('202', '212', '305', '415', '512', '617'),
        fc.integer({ min: 100, max: 199 }),
        (area, line) => {
          const phone = `+1${area}5550${line}`;
          expect(normalisePhone(phone)).toEqual({ ok: true, phone });
          expect(normalisePhone(displayPhone(phone))).toEqual({ ok: true, phone });
          expect(Phone.safeParse(phone).success).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('displayPhone', () => {
  test.each([
    ['+12025550142', '(202) 555-0142'],
    ['+525512345678', '+52 55 1234 5678'],
    ['+99912', '+99912'],
  ])('%s', (phone, shown) => {
    expect(displayPhone(phone)).toBe(shown);
  });
});
