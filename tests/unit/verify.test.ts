import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHAIN_START, chainHash, personalHash } from '../../electron/core/guard/chain.ts';
import {
  type CheckedLine,
  LOG_START,
  type PersonalLookup,
  parseAnchor,
  verifyLines,
} from '../../electron/core/guard/verify-lines.ts';

const salt = (id: number): string => id.toString(16).padStart(32, '0');
const words = (id: number): string => `agua cayendo del techo ${id} {"$p":"1","h":"${'0'.repeat(64)}"}`;
const reference = (id: number): object => ({ $p: String(id), h: personalHash(salt(id), words(id)) });

/** A log in which line n mentions the personal values 2n and 2n + 1, one of them deep inside. */
function log(length: number): CheckedLine[] {
  const lines: CheckedLine[] = [];
  let hash = CHAIN_START;
  for (let seq = 1; seq <= length; seq += 1) {
    // Words of a person that look like a reference stand in every line, and are none.
    const incidentId = seq % 3 === 0 ? null : `incident-${seq % 2}`;
    const payload = JSON.stringify({
      ...(incidentId !== null && { incidentId }),
      type: 'noted',
      by: { name: '{"$p":"9999","h":"x"}' },
      text: reference(2 * seq),
      to: [{ phone: reference(2 * seq + 1) }],
    });
    hash = chainHash(hash, payload);
    lines.push({ seq, incidentId, payload, hash });
  }
  return lines;
}

/** The log with a line more: these values were redacted. */
function redacting(lines: readonly CheckedLine[], ids: readonly string[]): readonly CheckedLine[] {
  const payload = JSON.stringify({ type: 'redacted', v: 1, ids, why: 'asked for by the resident' });
  const hash = chainHash(lines.at(-1)?.hash ?? CHAIN_START, payload);
  return [...lines, { seq: lines.length + 1, incidentId: null, payload, hash }];
}

const stored =
  (changed: ReadonlyMap<number, string | null> = new Map()): PersonalLookup =>
  (ids) =>
    new Map(
      ids.flatMap((id) => {
        const value = changed.has(id) ? (changed.get(id) ?? null) : words(id);
        return value === null ? [] : [[id, { salt: salt(id), value }] as const];
      }),
    );

const headOf = (lines: readonly CheckedLine[]) => ({ seq: lines.length, hash: lines.at(-1)?.hash ?? CHAIN_START });

describe('a log that nobody touched', () => {
  test('holds, however long, with its own head or any earlier line as anchor', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.nat(), (length, at) => {
        const lines = log(length);
        const before = lines.slice(0, at % (length + 1));
        expect(verifyLines(lines, stored(), headOf(before))).toEqual({
          ok: true,
          lines: length,
          head: headOf(lines),
          redacted: 0,
        });
      }),
      { numRuns: 60 },
    );
  });

  test('counts what was redacted, each value once', () => {
    const without = stored(new Map([4, 5, 21].map((id) => [id, null])));
    expect(verifyLines(redacting(log(10), ['4', '5', '21']), without)).toMatchObject({ ok: true, redacted: 3 });
  });

  test('a value that is gone without a line that says so was taken away', () => {
    const without = stored(new Map([4, 5, 21].map((id) => [id, null])));
    expect(verifyLines(log(10), without)).toMatchObject({ ok: false, seq: 2 });
    expect(verifyLines(redacting(log(10), ['4', '5']), without)).toMatchObject({
      ok: false,
      seq: 10,
      reason: { en: expect.stringMatching(/is gone/), es: expect.stringMatching(/Falta/) },
    });
  });

  test('can be checked from a later line on', () => {
    const lines = log(30);
    const result = verifyLines(lines.slice(20), stored(), null, headOf(lines.slice(0, 20)));
    expect(result).toEqual({ ok: true, lines: 10, head: headOf(lines), redacted: 0 });
    expect(verifyLines(lines.slice(20), stored())).toMatchObject({ ok: false, seq: 1 });
  });
});

describe('invariant 7: what was done to it is found at the first line that does not hold', () => {
  const LENGTH = 40;
  const tampering: Readonly<Record<string, (lines: CheckedLine[], at: number) => CheckedLine[]>> = {
    'a changed payload': (lines, at) =>
      lines.map((line) => (line.seq === at ? { ...line, payload: line.payload.replace('noted', 'nothing') } : line)),
    'a line moved to another incident': (lines, at) =>
      lines.map((line) => (line.seq === at ? { ...line, incidentId: 'incident-9' } : line)),
    'a changed hash': (lines, at) =>
      lines.map((line) => (line.seq === at ? { ...line, hash: chainHash(line.hash, '') } : line)),
    'a deleted line': (lines, at) => lines.filter((line) => line.seq !== at),
    'a deleted line, the rest numbered again': (lines, at) =>
      lines.filter((line) => line.seq !== at).map((line, index) => ({ ...line, seq: index + 1 })),
    'a line put in between': (lines, at) =>
      [
        ...lines.slice(0, at - 1),
        { seq: at, incidentId: null, payload: '{}', hash: chainHash('', '{}') },
        ...lines.slice(at - 1),
      ].map((line, index) => ({ ...line, seq: index + 1 })),
    'two lines exchanged': (lines, at) =>
      lines.map((line, index) => ({
        ...(lines[index === at - 1 ? at : index === at ? at - 1 : index] ?? line),
        seq: line.seq,
      })),
  };

  test.each(Object.entries(tampering))('%s', (_name, tamper) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LENGTH - 1 }), (at) => {
        const result = verifyLines(tamper(log(LENGTH), at), stored(), headOf(log(LENGTH)));
        expect(result).toMatchObject({ ok: false, seq: at });
      }),
      { numRuns: 25 },
    );
  });

  test('a changed personal value, before a later line that was changed too', () => {
    const lines = tampering['a changed payload']?.(log(LENGTH), 30) ?? [];
    const result = verifyLines(lines, stored(new Map([[17, 'nobody called']])));
    expect(result).toMatchObject({ ok: false, seq: 8, reason: { en: expect.stringContaining('personal value') } });
  });

  test('a changed personal value in a long log, where values are looked up in batches', () => {
    const lines = log(6_000);
    expect(verifyLines(lines, stored())).toMatchObject({ ok: true, lines: 6_000 });
    expect(verifyLines(lines, stored(new Map([[11_999, 'x']])))).toMatchObject({ ok: false, seq: 5_999 });
  });

  test('a cut tail shows by the anchor only', () => {
    const cut = log(LENGTH).slice(0, 25);
    expect(verifyLines(cut, stored())).toMatchObject({ ok: true });
    expect(verifyLines(cut, stored(), headOf(log(LENGTH)))).toMatchObject({ ok: false, seq: 26 });
    expect(verifyLines([], stored(), headOf(log(LENGTH)))).toMatchObject({ ok: false, seq: 1 });
  });

  test('a log rewritten from a line on, every hash made anew, shows by the anchor', () => {
    let hash = CHAIN_START;
    const rewritten = log(LENGTH).map(({ seq, incidentId, payload }) => {
      const text = seq === 12 ? '{"type":"nothing"}' : payload;
      hash = chainHash(hash, text);
      return { seq, incidentId, payload: text, hash };
    });
    expect(verifyLines(rewritten, stored())).toMatchObject({ ok: true });
    expect(verifyLines(rewritten, stored(), headOf(log(20)))).toMatchObject({ ok: false, seq: 20 });
    expect(verifyLines(rewritten, stored(), headOf(log(11)))).toMatchObject({ ok: true });
    expect(verifyLines(rewritten, stored(), { ...LOG_START, hash: 'f'.repeat(64) })).toMatchObject({ ok: false });
  });

  test('every sentence is there in both languages', () => {
    for (const tamper of Object.values(tampering)) {
      const result = verifyLines(tamper(log(LENGTH), 7), stored());
      if (result.ok) throw new Error('it was found above');
      expect(result.reason.en).toContain('7');
      expect(result.reason.es).toContain('7');
      expect(result.reason.es).not.toBe(result.reason.en);
    }
  });
});

describe('an anchor', () => {
  const hash = 'ab'.repeat(32);
  test.each([
    [`12:${hash}`, { seq: 12, hash }],
    [` 12:${hash.toUpperCase()}\n`, { seq: 12, hash }],
    [`0:${CHAIN_START}`, LOG_START],
  ])('is read as documents print it: %j', (text, anchor) => {
    expect(parseAnchor(text)).toEqual(anchor);
  });

  test.each([
    '',
    '12',
    hash,
    `:${hash}`,
    `12:${hash.slice(1)}`,
    `12:${hash}0`,
    `-1:${hash}`,
    `1.5:${hash}`,
    `1:2:${hash}`,
    `12:${'xy'.repeat(32)}`,
  ])('is refused: %j', (text) => {
    expect(parseAnchor(text)).toBeNull();
  });
});
