import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHAIN_START, chainHash, personalHash } from '../../electron/core/guard/chain.ts';
import {
  buildEvidence,
  EvidenceFile,
  type EvidenceInput,
  type EvidencePersonal,
  verifyEvidence,
} from '../../electron/core/handoff/evidence.ts';

const SALT = '00112233445566778899aabbccddeeff';
const VALUES = { 'p-name': 'Dana Ruiz', 'p-phone': '+13125550142', 'p-words': 'agua cayendo del techo sobre la luz' };

/** A log of eight lines of which the incident owns 2, 3, 4 and 7. */
function input(): EvidenceInput {
  const reference = (id: keyof typeof VALUES): object => ({ $p: id, h: personalHash(SALT, VALUES[id]) });
  const own: Readonly<Record<number, object>> = {
    2: { type: 'reported', caller: { name: reference('p-name'), phone: reference('p-phone') } },
    3: { type: 'triaged', tier: 'P1', words: [reference('p-words')] },
    4: { type: 'notified', to: 'M. Chen' },
    7: { type: 'acknowledged', by: 'Marcus Bell', words: '1 30' },
  };
  const lines: EvidenceInput['lines'] = [];
  let prev = CHAIN_START;
  for (let seq = 1; seq <= 8; seq += 1) {
    const at = 1_795_240_000_000 + seq * 60_000;
    const payload = JSON.stringify({ v: 1, at, ...(own[seq] ?? { type: 'other' }) });
    const hash = chainHash(prev, payload);
    if (own[seq] !== undefined) lines.push({ seq, at, prev, payload, hash });
    prev = hash;
  }
  return {
    company: 'Harborview Property Management',
    incident: { id: 'i-1', number: 1042, tier: 'P1', category: 'plumbing', place: 'Maple Court 14B', outcome: 'fixed' },
    exportedAt: 1_795_300_000_000,
    by: 'R. Alvarez',
    head: { seq: 8, hash: prev },
    lines,
    personal: Object.entries(VALUES).map(([id, value]) => ({ id, salt: SALT, value })),
  };
}

/** The file as it comes back from disk, free to be tampered with. */
function file(): EvidenceFile {
  return EvidenceFile.parse(JSON.parse(JSON.stringify(buildEvidence(input()))));
}

describe('the chain', () => {
  test('hashes the text of the previous hash followed by the payload, like sha256sum would', () => {
    expect(chainHash(CHAIN_START, '{"type":"opened"}')).toMatch(/^[0-9a-f]{64}$/);
    expect(chainHash('', 'abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(personalHash('a', 'bc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('an evidence file', () => {
  test('that was not touched holds, and says how many lines and which head', () => {
    expect(verifyEvidence(file())).toEqual({ ok: true, lines: 4, head: input().head, redacted: [] });
  });

  test('brings only the personal values its lines mention, and lines in order', () => {
    const built = buildEvidence({
      ...input(),
      lines: input().lines.toReversed(),
      personal: [...input().personal, { id: 'p-other', salt: SALT, value: 'somebody else' }],
    });
    expect(built.lines.map((line) => line.seq)).toEqual([2, 3, 4, 7]);
    expect(built.personal.map((personal) => personal.id)).toEqual(Object.keys(VALUES));
    expect(verifyEvidence(built).ok).toBe(true);
  });

  test('with a redacted value still holds and names it', () => {
    const redacted: EvidencePersonal = { id: 'p-phone', isRedacted: true };
    const personal = input().personal.map((entry) => (entry.id === 'p-phone' ? redacted : entry));
    expect(verifyEvidence({ ...file(), personal })).toMatchObject({ ok: true, redacted: ['p-phone'] });
  });

  test('P: any single changed character in payload, hash, previous hash, value or salt is found', () => {
    const places = [
      ...['payload', 'hash', 'prev'].flatMap((field) => [0, 1, 2, 3].map((index) => ['lines', index, field] as const)),
      ...['value', 'salt'].flatMap((field) => [0, 1, 2].map((index) => ['personal', index, field] as const)),
    ];
    const character = fc.oneof(fc.constantFrom(...'0123456789abcdef "{}'), fc.string({ minLength: 1, maxLength: 1 }));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.nat(), character, ([list, index, field], position, replacement) => {
        const tampered = file();
        const entry = tampered[list][index] as unknown as Record<string, string>; // every place above is a text field
        const text = entry[field] ?? '';
        const cut = position % text.length;
        fc.pre(text[cut] !== replacement);
        entry[field] = text.slice(0, cut) + replacement + text.slice(cut + 1);
        return !verifyEvidence(tampered).ok;
      }),
      { numRuns: 1500 },
    );
  });

  test('P: a character taken away anywhere in a payload or value is found', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(), (which, position) => {
        const tampered = file();
        const texts = [...tampered.lines.map((line) => line.payload), ...Object.values(VALUES)];
        const text = texts[which] ?? '';
        const cut = position % text.length;
        const shorter = text.slice(0, cut) + text.slice(cut + 1);
        const line = tampered.lines[which];
        const personal = tampered.personal[which - 4];
        if (line !== undefined) line.payload = shorter;
        else if (personal !== undefined && 'value' in personal) personal.value = shorter;
        return !verifyEvidence(tampered).ok;
      }),
      { numRuns: 400 },
    );
  });

  const forgeries: readonly (readonly [string, (made: EvidenceFile) => unknown, RegExp, number | undefined])[] = [
    ['a line whose time was moved', (made) => patchLine(made, 2, { at: 5 }), /another time/, 4],
    ['a changed sentence', (made) => patchLine(made, 1, { payload: '{"tier":"P3"}' }), /Line 3 was changed/, 3],
    ['two lines swapped', (made) => ({ ...made, lines: made.lines.toReversed() }), /out of order/, 4],
    ['a line renumbered into a gap', (made) => patchLine(made, 3, { seq: 5 }), /does not follow line 4/, 5],
    ['a line shown twice', (made) => ({ ...made, lines: [made.lines[0], ...made.lines] }), /out of order/, 2],
    ['a head before the last line', (made) => ({ ...made, head: { ...made.head, seq: 6 } }), /does not agree/, 7],
    ['another head for the last line', (made) => ({ ...made, head: { ...made.head, seq: 7 } }), /does not agree/, 7],
    ['a value left out', (made) => ({ ...made, personal: made.personal.slice(1) }), /neither here nor/, 2],
    ['a value twice', (made) => ({ ...made, personal: [...made.personal, ...made.personal] }), /twice/, undefined],
    [
      'a value of nobody',
      (made) => ({ ...made, personal: [...made.personal, { id: 'p-x', salt: SALT, value: 'x' }] }),
      /belongs to no line/,
      undefined,
    ],
    [
      'a value that took characters of its salt',
      (made) => ({ ...made, personal: [{ id: 'p-name', salt: SALT.slice(0, -2), value: `ff${VALUES['p-name']}` }] }),
      /not an evidence file/,
      undefined,
    ],
    ['no lines at all', (made) => ({ ...made, lines: [] }), /not an evidence file/, undefined],
    ['a later format', (made) => ({ ...made, v: 2 }), /not an evidence file/, undefined],
    ['something else', () => 'hello', /not an evidence file/, undefined],
  ];
  test.each(forgeries)('with %s is refused', (_name, forge, sentence, line) => {
    const verdict = verifyEvidence(forge(file()));
    if (verdict.ok) throw new Error('the forgery was accepted');
    expect(verdict.reason.en).toMatch(sentence);
    expect(verdict.reason.es).not.toBe(verdict.reason.en);
    expect(verdict.line).toBe(line);
  });

  test('rewritten from a line on, with hashes made to fit, breaks at the line that was not rewritten', () => {
    const made = file();
    const payload = JSON.stringify({ v: 1, at: made.lines[1]?.at, type: 'triaged', tier: 'P3' });
    const hash = chainHash(made.lines[1]?.prev ?? '', payload);
    const verdict = verifyEvidence({ ...patchLine(made, 1, { payload, hash }), personal: made.personal.slice(0, 2) });
    expect(verdict).toMatchObject({ ok: false, line: 4 });
  });
});

function patchLine(made: EvidenceFile, index: number, change: Partial<EvidenceFile['lines'][number]>): EvidenceFile {
  return { ...made, lines: made.lines.map((line, at) => (at === index ? { ...line, ...change } : line)) };
}
