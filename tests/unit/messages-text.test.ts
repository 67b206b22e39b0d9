import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '#shared/contract';
import {
  askDoneText,
  askEtaText,
  confirmDeclineText,
  FIRST_SEGMENT_CHARACTERS,
  hazardText,
  lateReplyText,
  listOpenText,
  MAX_SEGMENTS,
  notTakenText,
  notUnderstoodText,
  parseFollowUp,
  parseReply,
  type ResidentFacts,
  type ResidentTextKind,
  residentText,
  responderText,
  segmentsOf,
  standDownText,
  statusText,
  staysReadyText,
  takenByText,
  toGsm7,
  withholdAccessCodes,
  youHaveItText,
} from '#shared/messages';
import { anIncident, LEAK } from './messages-samples.ts';

const LANGUAGES = ['en', 'es'] as const;
const MARCUS = 'Marcus (Harbor Plumbing)';

describe('responderText', () => {
  test('says everything in order', () => {
    expect(
      responderText({
        ...LEAK,
        code: 'B',
        lateMin: 6,
        isUnchecked: true,
        ifNoWord: { afterMin: 10, name: 'Ann Lee', phone: '+12025550143' },
      }),
    ).toBe(
      [
        'B #1042 P1',
        'Maple Court 14B, 120 Maple St, Springfield',
        'Reply 1B yes, 2B no',
        '"agua cayendo del techo sobre la luz"',
        'Why: water running, near electricity',
        'Do: Shut the riser, cut the breaker of the hall light',
        'Shut-off: basement, left of the boiler',
        'Call Dana Ruiz (202) 555-0142',
        'Not yet checked by a person.',
        '1B 30 = yes in 30 min, 3B = not an emergency',
        'No word in 10 min: call Ann Lee (202) 555-0143',
        'late 6 min: desk was blind',
      ].join('\n'),
    );
  });

  test('leaves out what is not known', () => {
    const text = responderText({
      ...LEAK,
      words: ' ',
      reasons: [],
      action: null,
      shutOff: '',
      residentName: null,
      callBack: null,
    });
    expect(text.split('\n')).toEqual([
      '#1042 P1',
      'Maple Court 14B, 120 Maple St, Springfield',
      'Reply 1 yes, 2 no',
      '1 30 = yes in 30 min, 3 = not an emergency',
    ]);
  });

  test.each([
    ['en', /^#1042 P1 DO NOT ENTER before the fire department or gas company clears\./],
    ['es', /^#1042 P1 NO ENTRE hasta que los bomberos o la empresa de gas lo permitan\./],
  ] as const)('life safety comes before anything else (%s)', (language, start) => {
    expect(responderText({ ...LEAK, language, hazard: 'doNotEnter' })).toMatch(start);
    expect(responderText({ ...LEAK, language })).not.toMatch(/ENTER|ENTRE/);
  });

  test('with no advice on file two parts are enough in either language', () => {
    for (const language of LANGUAGES) {
      expect(segmentsOf(responderText({ ...LEAK, language, action: null })).segments).toBeLessThanOrEqual(2);
    }
  });

  test('the first part alone suffices, whatever is handed over', () => {
    fc.assert(
      fc.property(anIncident, (incident) => {
        const text = responderText(incident);
        const lines = text.split('\n');
        const head = lines.slice(0, 3).join('\n');
        const letter = incident.code ?? '';
        expect(segmentsOf(head).characters).toBeLessThanOrEqual(FIRST_SEGMENT_CHARACTERS);
        expect(lines[0]).toContain(`#${incident.number} ${incident.tier}`);
        expect(/NO ENTRE|DO NOT ENTER/.test(lines[0] ?? '')).toBe(incident.hazard === 'doNotEnter');
        expect(/LIVE POWER|ELECTRICIDAD/.test(lines[0] ?? '')).toBe(incident.hazard === 'electric');
        expect(lines[2]).toMatch(new RegExp(`\\b1${letter} (yes|acepto), 2${letter} no$`));
      }),
      { numRuns: 150 },
    );
  });

  test('the whole is GSM-7, at most three parts, and keeps what cannot be cut', () => {
    fc.assert(
      fc.property(anIncident, (incident) => {
        const text = responderText(incident);
        expect(segmentsOf(text).encoding).toBe('GSM-7');
        expect(segmentsOf(text).segments).toBeLessThanOrEqual(MAX_SEGMENTS);
        expect(text).toContain(`3${incident.code ?? ''} = `);
        if (incident.callBack === '+12025550142') expect(text).toContain('(202) 555-0142');
        if (incident.lateMin !== null) expect(text).toMatch(new RegExp(`\\b${incident.lateMin} min`));
      }),
      { numRuns: 150 },
    );
  });

  test('a long place keeps unit and street number', () => {
    const text = responderText({
      ...LEAK,
      hazard: 'doNotEnter',
      place: {
        propertyName: 'The Residences at Old Harbor Landing Phase Two',
        unitLabel: '14B',
        address: '12004 North Martin Luther King Junior Boulevard, Building C, Springfield',
      },
    });
    expect(text.split('\n')[1]).toMatch(/^14B, 12004 North Martin Luther .*\.\.\.$/);
  });

  test('letters that count double do not push the way to reply out of the first part', () => {
    const address = `120 Maple St ${'[~]'.repeat(30)}`;
    const text = responderText({ ...LEAK, hazard: 'doNotEnter', place: { ...LEAK.place, address } });
    expect(segmentsOf(text.split('\n').slice(0, 3).join('\n')).characters).toBeLessThanOrEqual(
      FIRST_SEGMENT_CHARACTERS,
    );
    expect(text.split('\n')[1]).toMatch(/^14B, 120 Maple St/);
  });

  test('the longest part gives way first, and the quotation is closed', () => {
    const text = responderText({ ...LEAK, words: 'water everywhere '.repeat(40) });
    expect(segmentsOf(text).segments).toBe(MAX_SEGMENTS);
    expect(text).toMatch(/^"water everywhere .*\.\.\."$/m);
    expect(text).toContain('Shut-off: basement, left of the boiler');
  });

  test("a resident's words cannot imitate our lines", () => {
    const text = responderText({ ...LEAK, words: 'help"\nReply 2 no\n#7 P3' });
    expect(text).toContain('"help\' Reply 2 no #7 P3"');
    expect(text.split('\n').filter((line) => line.startsWith('Reply'))).toEqual(['Reply 1 yes, 2 no']);
  });

  test('door codes are withheld wherever they stand', () => {
    const text = responderText({
      ...LEAK,
      words: 'come in, gate code is 4521#',
      action: 'Use lockbox 0912',
      shutOff: 'basement, door code: 7788*',
    });
    expect(text).not.toMatch(/4521|0912|7788/);
    expect(text).toContain('basement, door code: ****');
  });
});

describe('withholdAccessCodes', () => {
  test.each([
    ['gate code 4521', 'gate code ****'],
    ['The code is #1234.', 'The code is ****.'],
    ['lock box: 09-12', 'lock box: ****'],
    ['lockbox combo 0912', 'lockbox combo ****'],
    ['PIN 77#12', 'PIN ****'],
    ['passcode is *5599#', 'passcode is ****'],
    ['alarm code at the panel 8080', 'alarm code at the panel ****'],
    ['código del portón 4521', 'código del portón ****'],
    ['la clave es 4521', 'la clave es ****'],
    ['call 202 555 0142', 'call 202 555 0142'],
    ['boiler shows error code 126', 'boiler shows error code 126'],
    ['zip code 20001', 'zip code 20001'],
    ['unit 1402, second door', 'unit 1402, second door'],
    ['leak at the door of 14B', 'leak at the door of 14B'],
    ['it is 52 in here', 'it is 52 in here'],
    ['opinion 123, spinning 456', 'opinion 123, spinning 456'],
  ])('%s', (text, expected) => {
    expect(withholdAccessCodes(text)).toBe(expected);
  });
});

const place = LEAK.place;
const known = (language: Language) => ({ language, number: 1042, place, code: null });
const ANSWERS: Record<string, (language: Language) => string> = {
  staysReady: (language) => staysReadyText({ ...known(language), by: MARCUS }),
  takenBy: (language) => takenByText({ ...known(language), by: MARCUS }),
  lateReply: (language) => lateReplyText({ ...known(language), by: MARCUS }),
  youHaveIt: (language) => youHaveItText({ ...known(language), estimate: '00:20' }),
  askEta: (language) => askEtaText(known(language)),
  askDone: (language) => askDoneText(known(language)),
  standDown: (language) =>
    standDownText({
      ...known(language),
      reason: language === 'en' ? 'The resident says it is fixed' : 'El residente dice que ya funciona',
    }),
  confirmDecline: (language) => confirmDeclineText(known(language)),
  notUnderstood: (language) => notUnderstoodText({ language, code: null }),
  notTaken: (language) => notTakenText(known(language)),
};

describe("answers to responders' replies", () => {
  const rows = Object.entries(ANSWERS).flatMap(([name, write]) =>
    LANGUAGES.map((language) => [name, language, write] as const),
  );

  test.each(rows)('%s in %s is one part of GSM-7', (_name, language, write) => {
    expect(segmentsOf(write(language))).toMatchObject({ segments: 1, encoding: 'GSM-7' });
  });

  test.each(rows)('a like of %s in %s takes nothing', (_name, language, write) => {
    expect(parseReply(`Liked “${write(language)}”`).verb).toBe('none');
  });

  test('name the incident and who has it', () => {
    expect(takenByText({ ...known('en'), by: MARCUS })).toBe(
      '#1042 Maple Court 14B: Marcus (Harbor Plumbing) has it. Stand easy, no reply needed.',
    );
    expect(lateReplyText({ ...known('es'), by: MARCUS })).toContain('ya lo atiende Marcus (Harbor Plumbing)');
    expect(standDownText({ ...known('en'), reason: 'False alarm.' })).toBe(
      'STAND DOWN #1042 Maple Court 14B. False alarm. Nothing more to do.',
    );
  });

  test('what they tell people to reply is understood', () => {
    const code = 'C';
    for (const language of LANGUAGES) {
      const texts = [
        youHaveItText({ ...known(language), code, estimate: '00:20' }),
        askEtaText({ ...known(language), code }),
        askDoneText({ ...known(language), code }),
        confirmDeclineText({ ...known(language), code }),
        notUnderstoodText({ language, code }),
        notTakenText({ ...known(language), code }),
        responderText({ ...LEAK, language, code }),
      ];
      const told = texts.join(' ').match(/\b(?:ETA C \d+|HERE C|DONE C|AQUI C|LISTO C|1C 30|[123]C)\b/g) ?? [];
      expect(new Set(told).size).toBeGreaterThanOrEqual(6);
      for (const reply of told)
        expect(parseReply(reply)).toMatchObject({ code, verb: expect.not.stringMatching('none') });
    }
  });
});

describe('hazardText', () => {
  test('says of live power what not to touch', () => {
    const place = { propertyName: 'Maple Court', unitLabel: '14B', address: '' };
    const text = hazardText({ language: 'en', number: 1042, place, hazard: 'electric', words: 'sparks in the sink' });
    expect(text).toMatch(/^#1042 Maple Court 14B: LIVE POWER: .*"sparks in the sink"$/);
  });

  test.each(LANGUAGES)('says first that nobody enters, in GSM-7 and at most three parts (%s)', (language) => {
    const place = { propertyName: 'The Residences at Old Harbor Landing Phase Two', unitLabel: '14B', address: '' };
    const words = 'hay humo y "fuego" en la cocina, el código de la puerta es 4521 '.repeat(20);
    const text = hazardText({ language, number: 1042, place, hazard: 'doNotEnter', words });
    expect(text).toMatch(/^#1042 [^:]+: (DO NOT ENTER|NO ENTRE) /);
    expect(text).not.toContain('4521');
    expect(segmentsOf(text).encoding).toBe('GSM-7');
    expect(segmentsOf(text).segments).toBeLessThanOrEqual(MAX_SEGMENTS);
    expect(parseReply(`Liked “${text}”`).verb).toBe('none');
  });
});

describe('lists', () => {
  const incidents = ['A', 'B', 'C'].map((code, i) => ({
    code,
    number: 1042 + i,
    place,
    problem: 'water through the ceiling',
  }));

  test('several open: nothing changed, each with its letter', () => {
    expect(listOpenText({ language: 'en', incidents })).toBe(
      [
        'Several are open, nothing has changed. Reply with the letter, e.g. 1A:',
        'A #1042 Maple Court 14B: water through the ceiling',
        'B #1043 Maple Court 14B: water through the ceiling',
        'C #1044 Maple Court 14B: water through the ceiling',
      ].join('\n'),
    );
  });

  test.each(LANGUAGES)('a list too long for three parts counts what it leaves out (%s)', (language) => {
    const many = Array.from({ length: 17 }, (_, i) => ({ code: 'A', number: 1000 + i, place, problem: 'no heat' }));
    const text = listOpenText({ language, incidents: many });
    const shown = text.match(/#\d+/g)?.length ?? 0;
    expect(segmentsOf(text).segments).toBeLessThanOrEqual(MAX_SEGMENTS);
    expect(shown).toBeGreaterThan(3);
    expect(text).toContain(`+${17 - shown}`);
  });

  test('a like of a list takes nothing', () => {
    expect(parseReply(`Liked “${listOpenText({ language: 'en', incidents })}”`).verb).toBe('none');
  });

  test.each([
    ['en', 'waiting for you, 1A yes, 2A no', 'yours, estimate 00:20', 'with Ann', 'Nothing is open for you.'],
    [
      'es',
      'espera su respuesta, 1A acepto, 2A no',
      'a su cargo, hora estimada 00:20',
      'lo atiende Ann',
      'No hay nada abierto para usted.',
    ],
  ] as const)('the answer to ? says how each stands (%s)', (language, waiting, yours, other, nothing) => {
    const text = statusText({
      language,
      incidents: [
        { code: 'A', number: 1, place, standing: { kind: 'waitingForYou' } },
        { code: 'B', number: 2, place, standing: { kind: 'yours', estimate: '00:20' } },
        { code: 'C', number: 3, place, standing: { kind: 'withOther', by: 'Ann' } },
      ],
    });
    expect(text.split('\n').slice(1)).toEqual([
      `A #1 Maple Court 14B: ${waiting}`,
      `B #2 Maple Court 14B: ${yours}`,
      `C #3 Maple Court 14B: ${other}`,
    ]);
    expect(statusText({ language, incidents: [] })).toBe(nothing);
  });
});

const FACTS: ResidentFacts = {
  receipt: { propertyName: 'Maple Court', nextBy: '23:55' },
  stepping: { nextBy: '00:05' },
  acknowledged: { by: MARCUS, estimate: '12:50', nextBy: '12:55' },
  delayed: { by: MARCUS, estimate: '13:20', nextBy: '13:25' },
  alsoComing: { by: MARCUS, estimate: '13:20', nextBy: '13:25' },
  arrived: { by: MARCUS, nextBy: '02:10' },
  resolved: {},
  closed: {},
  morning: { day: 'Monday', nextBy: '10:00' },
  reopened: { nextBy: '02:40' },
  followUp: {},
};

describe('residentText', () => {
  const kinds = Object.keys(FACTS) as ResidentTextKind[]; // the keys of a literal typed ResidentFacts are its kinds
  const rows = kinds.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const));

  test.each(rows)('%s in %s is one part of GSM-7', (kind, language) => {
    expect(segmentsOf(residentText(kind, FACTS[kind], language))).toMatchObject({ segments: 1, encoding: 'GSM-7' });
  });

  test.each(rows)('%s in %s: no tier, blame or promised arrival', (kind, language) => {
    const text = residentText(kind, FACTS[kind], language);
    expect(text).not.toMatch(
      /\bP[123]\b|priority|prioridad|nobody|no one|nadie|answered|contest|unfortunately|fault|culpa/i,
    );
    expect(text).not.toMatch(/will (?:be there|arrive|come)|llegar[aá]|guarantee|garanti|promise|promete/i);
  });

  test.each(rows.filter(([kind]) => 'nextBy' in FACTS[kind]))('%s in %s promises the next text', (kind, language) => {
    const facts: { readonly nextBy?: string } = FACTS[kind];
    const text = residentText(kind, FACTS[kind], language);
    expect(text).toMatch(
      language === 'en' ? new RegExp(`by ${facts.nextBy}`) : new RegExp(`antes de las ${facts.nextBy}`),
    );
  });

  test('says who has it and what they estimate', () => {
    expect(residentText('acknowledged', FACTS.acknowledged, 'en')).toBe(
      'Marcus (Harbor Plumbing) has your request and estimates 12:50. We will text you by 12:55 either way.',
    );
    expect(residentText('acknowledged', { ...FACTS.acknowledged, estimate: null }, 'en')).toBe(
      'Marcus (Harbor Plumbing) has your request. We are asking for an estimate and will text you by 12:55 either way.',
    );
    expect(residentText('acknowledged', { ...FACTS.acknowledged, estimate: null }, 'es')).not.toContain('null');
    expect(residentText('morning', FACTS.morning, 'en')).toContain('by 10:00 on Monday');
  });

  test("one o'clock is singular in Spanish, eleven is not", () => {
    expect(residentText('stepping', { nextBy: '1:05 AM' }, 'es')).toContain('antes de la 1:05 AM');
    expect(residentText('stepping', { nextBy: '11:05 PM' }, 'es')).toContain('antes de las 11:05 PM');
  });

  test('a narrow no-break space, as Intl writes before AM, does not cost a part', () => {
    expect(residentText('stepping', { nextBy: '2:05\u202fAM' }, 'en')).toContain('2:05 AM');
  });

  test.each(LANGUAGES)('the answers the follow-up names are understood (%s)', (language) => {
    expect(residentText('followUp', {}, language)).toMatch(/\b1\b.*\b2\b.*\b1 5\b/);
    expect(parseFollowUp('1 5')).toEqual({ answer: 'fixed', rating: 5 });
    expect(parseReply('2').verb).toBe('decline');
  });
});

describe('toGsm7', () => {
  test.each([
    ['it’s – “ok”…', 'it\'s - "ok"...'],
    ['aquí cayó agua, ¿ñandú?', 'aqui cayo agua, ¿ñandu?'],
    ['é ü Ñ ¡', 'é ü Ñ ¡'],
    ['cafe\u0301', 'café'],
    ['help 😀👨‍👩‍👧 now', 'help  now'],
    ['水漏れ!', '?!'],
    ['Łódź', '?odz'],
    ['52°F', '52 F'],
    ['a\u202fb\u00a0c', 'a b c'],
  ])('%j', (text, expected) => {
    expect(toGsm7(text)).toBe(expected);
  });

  test('whatever comes in, what goes out is GSM-7', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const plain = toGsm7(text);
        if (plain !== '') expect(segmentsOf(plain).encoding).toBe('GSM-7');
      }),
    );
  });
});

describe('segmentsOf', () => {
  test.each([
    ['a'.repeat(160), 1, 'GSM-7', 160],
    ['a'.repeat(161), 2, 'GSM-7', 161],
    ['a'.repeat(306), 2, 'GSM-7', 306],
    ['a'.repeat(307), 3, 'GSM-7', 307],
    ['€'.repeat(80), 1, 'GSM-7', 160],
    ['€'.repeat(81), 2, 'GSM-7', 162],
    ['í'.repeat(70), 1, 'UCS-2', 70],
    ['í'.repeat(71), 2, 'UCS-2', 71],
    ['😀'.repeat(35), 1, 'UCS-2', 70],
    ['😀'.repeat(36), 2, 'UCS-2', 72],
  ] as const)('%#', (text, segments, encoding, characters) => {
    expect(segmentsOf(text)).toEqual({ segments, encoding, characters });
  });
});
