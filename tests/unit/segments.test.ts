import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { SEGMENT_ROOM, segmentsOf, templateTrouble } from '#shared/messages';

/** Letters as people and telephones write them: of one unit, of two, of many. */
const PLAIN = [...'abcxyz ABC.,?!@£$éñüÑ¿¡€[]{}^~|\\\n0189'];
const COSTLY = [...'áíóúÁ’“”…—ابتשלו中文', '😀', '👍', 'e\u0301', '👍🏽', '👨‍👩‍👧', '🇺🇸', '\u200f', '\u00a0'];
const plainText = fc.array(fc.constantFrom(...PLAIN), { maxLength: 700 }).map((letters) => letters.join(''));
const anyText = fc
  .array(fc.constantFrom(...PLAIN, ...COSTLY), { maxLength: 300 })
  .map((letters) => letters.join(''))
  // Half a flag beside half a flag is another letter; the oracle is of an older Unicode and may pair them otherwise.
  .map((text) => text.replace(/(?:🇺🇸)+/gu, '🇺🇸'));

/** The same from a calculator that shares no line with ours. It calls an emoji one character, the network two. */
function oracle(text: string) {
  const message = new SegmentedMessage(text);
  const encoding = message.encodingName;
  const characters = encoding === 'UCS-2' ? text.length : message.numberOfCharacters;
  return { segments: message.segmentsCount, encoding, characters };
}

describe('segmentsOf', () => {
  it('counts plain texts as the calculator of a provider does', () => {
    fc.assert(
      fc.property(plainText, (text) => {
        expect(segmentsOf(text)).toEqual(oracle(text));
      }),
    );
  });

  it('counts any other text as it does', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(segmentsOf(text)).toEqual(oracle(text));
      }),
    );
  });

  it('knows the same alphabet, letter by letter', () => {
    const differ = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).filter(
      (letter) => segmentsOf(letter).encoding !== oracle(letter).encoding,
    );
    // A page break is in the alphabet, but in no text of a desk: ours is dropped before it leaves.
    expect(differ).toEqual(['\f']);
  });

  it('splits no letter over two parts, unless it is larger than one', () => {
    const { part } = SEGMENT_ROOM['GSM-7'];
    expect(segmentsOf(`${'a'.repeat(part - 1)}€${'a'.repeat(part - 1)}`).segments).toBe(3);
    expect(segmentsOf(`e${'\u0301'.repeat(200)}`).segments).toBe(3);
    expect(segmentsOf('').segments).toBe(1);
  });

  it('is quick enough to be asked at each keystroke: a text ten times as long takes about ten times as long', () => {
    const cost = (text: string): number => {
      const from = process.cpuUsage();
      for (let count = 0; count < 20; count += 1) templateTrouble('receipt', 'en', text);
      const { user, system } = process.cpuUsage(from);
      return user + system;
    };
    const words = 'Água por el techo 🌊, dice [ella]. ';
    const long = words.repeat(58).slice(0, 2_000);
    cost(long);
    const least = (text: string) => Math.min(...Array.from({ length: 5 }, () => cost(text)));
    expect(least(long.repeat(10))).toBeLessThan(40 * least(long));
  });
});
