import { describe, expect, it } from 'vitest';
import { segmentsOf } from '#shared/messages';
import { decode, partsOf, placeOf, splitHeader } from '../../electron/core/notify/gateways/smpp-parts.ts';
import { validityOf } from '../../electron/core/notify/gateways/smpp-validity.ts';

const GSM_LETTERS =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€';

const TEXTS = [
  'hello',
  GSM_LETTERS,
  'a'.repeat(160),
  'a'.repeat(161),
  `${'a'.repeat(152)}€${'b'.repeat(40)}`,
  '€'.repeat(80),
  '€'.repeat(81),
  'á'.repeat(70),
  'á'.repeat(71),
  `${'á'.repeat(66)}${'🔧'.repeat(40)}`,
  '🔧'.repeat(36),
  'x'.repeat(2_000),
];

const NUMBERED = TEXTS.map((text, index) => [index, text] as const);

/** The text again, and each part as it stands alone. */
function read(text: string) {
  const parts = partsOf(text, 'gsm', 7) ?? [];
  const bodies = parts.map((part) => (part.esmClass === 0 ? part.bytes : splitHeader(part.bytes).body));
  const coding = parts[0]?.dataCoding ?? 0;
  return { parts, bodies, whole: decode(Buffer.concat(bodies), coding, 'gsm'), coding };
}

describe('a text as it goes over the air', () => {
  it.each(NUMBERED)('is the same when it is put together: text %d', (_, text) => {
    const { parts, bodies, whole, coding } = read(text);
    expect(whole).toBe(text);
    expect(coding).toBe(segmentsOf(text).encoding === 'GSM-7' ? 0 : 8);
    for (const [index, part] of parts.entries()) {
      expect(part.bytes.length).toBeLessThanOrEqual(coding === 8 ? 140 : 160);
      if (parts.length > 1)
        expect(splitHeader(part.bytes).place).toEqual({ series: 7, parts: parts.length, part: index + 1 });
    }
    // No letter is cut in two, so that a part that arrives alone can be read.
    expect(bodies.map((body) => decode(body, coding, 'gsm')).join('')).toBe(text);
  });

  it.each(NUMBERED)('takes as many parts as were counted: text %d', (_, text) => {
    expect(partsOf(text, 'gsm', 0)).toHaveLength(segmentsOf(text).segments);
  });

  it('is no message beyond 255 parts', () => {
    expect(partsOf('x'.repeat(255 * 153), 'gsm', 0)).toHaveLength(255);
    expect(partsOf('x'.repeat(255 * 153 + 1), 'gsm', 0)).toBeNull();
  });

  it('goes as Latin-1 where the SMSC means that by its default alphabet', () => {
    const [plain] = partsOf('Señora @ [14B]', 'latin1', 0) ?? [];
    expect([plain?.dataCoding, plain?.bytes.toString('latin1')]).toEqual([0, 'Señora @ [14B]']);
    // The euro and Greek letters are not in it.
    expect(partsOf('5 €', 'latin1', 0)?.[0]?.dataCoding).toBe(8);
    expect(decode(Buffer.from('ñ', 'latin1'), 0, 'latin1')).toBe('ñ');
  });
});

describe('a header', () => {
  it.each<[string, number[], unknown]>([
    ['with an 8-bit reference', [5, 0, 3, 9, 2, 1], { series: 9, parts: 2, part: 1 }],
    ['with a 16-bit reference', [6, 8, 4, 1, 2, 3, 2], { series: 258, parts: 3, part: 2 }],
    ['after another element', [9, 0x24, 2, 1, 1, 0, 3, 9, 2, 2], { series: 9, parts: 2, part: 2 }],
    ['of other elements only', [4, 0x24, 2, 1, 1], null],
    ['that is longer than the message', [200, 0, 3, 1, 2, 1], null],
    ['that is empty', [], null],
  ])('%s', (_, bytes, place) => {
    expect(splitHeader(Buffer.from(bytes)).place).toEqual(place);
  });

  it.each([
    [1, 1, 1],
    [1, 2, 3],
    [1, 2, 0],
    [1, 0, 0],
  ])('with a place that cannot be is none: %d %d %d', (series, parts, part) => {
    expect(placeOf(series, parts, part)).toBeNull();
  });
});

describe('how long a message is worth anything', () => {
  const NOW = 1_800_000_000_000;
  it.each<[number | null, string]>([
    [null, ''],
    [NOW + 90_000, '000000000130000R'],
    [NOW + 86_400_000 + 3_661_000, '000001010101000R'],
    [NOW + 5_000, '000000000100000R'],
    [NOW - 5_000, '000000000100000R'],
    [NOW + 31 * 86_400_000, ''],
  ])('%d: %s', (expiresAt, words) => {
    expect(validityOf(expiresAt, NOW)).toBe(words);
  });
});
