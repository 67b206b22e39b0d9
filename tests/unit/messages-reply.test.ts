import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  parseFollowUp,
  parseKeyword,
  parseReply,
  REPLY_CODES,
  type Reply,
  type ReplyVerb,
  responderText,
} from '#shared/messages';
import { AUTO_REPLIES, VERB_OF_PHRASE } from '../../shared/messages/reply-words.ts';
import { anIncident } from './messages-samples.ts';

type Row = readonly [text: string, verb: ReplyVerb, code?: string | null, minutes?: number | null];

const DIGITS: readonly Row[] = [
  ['1', 'accept'],
  ['2', 'decline'],
  ['3', 'notEmergency'],
  [' 1. ', 'accept'],
  ['1!', 'accept'],
  ['"1"', 'accept'],
  ['１', 'accept'],
  ['1️⃣', 'accept'],
  ['1\n', 'accept'],
  ['1\nSent from my iPhone', 'accept'],
  ['1\n\nEnviado desde mi Samsung', 'accept'],
  ['2\n-- \nMarcus, Harbor Plumbing', 'decline'],
];

const WITH_MINUTES: readonly Row[] = [
  ['1 30', 'accept', null, 30],
  ['1-30', 'accept', null, 30],
  ['1 - 30', 'accept', null, 30],
  ['1, 30 min', 'accept', null, 30],
  ['1,30', 'accept', null, 30],
  ['1 30min', 'accept', null, 30],
  ['1 30m', 'accept', null, 30],
  ['1 (30 minutes)', 'accept', null, 30],
  ['1 in 30', 'accept', null, 30],
  ['1 eta 30', 'accept', null, 30],
  ['1 ETA: 45 min', 'accept', null, 45],
  ['1 en 30 minutos', 'accept', null, 30],
  ['1 1 hour', 'accept', null, 60],
  ['1 2h', 'accept', null, 120],
  ['1 1', 'accept', null, 1],
  ['1 600', 'accept', null, 600],
  ['1 601', 'accept', null, null],
  ['1 0', 'accept', null, null],
  ['1 99999999999999999999', 'accept', null, null],
  ['1 2', 'accept', null, 2],
  ['yes 30', 'accept', null, 30],
  ['Yes, in 20 min', 'accept', null, 20],
  ['ok 15', 'accept', null, 15],
  ['sí en 40 minutos', 'accept', null, 40],
  ['👍 25', 'accept', null, 25],
  ['on my way, 20 min', 'accept', null, 20],
  ['voy en 25 minutos', 'accept', null, 25],
  ['eta 30', 'eta', null, 30],
  ['ETA 30 min', 'eta', null, 30],
  ['eta: 1 hour', 'eta', null, 60],
  ['eta30', 'eta', null, 30],
  ['My ETA is 30', 'none'],
  ['eta is 25', 'eta', null, 25],
  ['eta', 'eta'],
  ['eta 900', 'eta', null, null],
  ['30', 'eta', null, 30],
  ['30 min', 'eta', null, 30],
  ['30 minutos', 'eta', null, 30],
  ['in 45', 'eta', null, 45],
  ['5 min', 'eta', null, 5],
  ['5', 'eta', null, 5],
];

const WITH_CODE: readonly Row[] = [
  ['1A', 'accept', 'A'],
  ['1 A', 'accept', 'A'],
  ['1a', 'accept', 'A'],
  ['1 b', 'accept', 'B'],
  ['A1', 'accept', 'A'],
  ['A 1', 'accept', 'A'],
  ['B: 1', 'accept', 'B'],
  ['1A 30', 'accept', 'A', 30],
  ['1a30', 'accept', 'A', 30],
  ['1A-30', 'accept', 'A', 30],
  ['1 A, 30 min', 'accept', 'A', 30],
  ['A 1 30', 'accept', 'A', 30],
  ['1 30 A', 'accept', 'A', 30],
  ['2B', 'decline', 'B'],
  ['B 2', 'decline', 'B'],
  ['no B', 'decline', 'B'],
  ['3C', 'notEmergency', 'C'],
  ['C 3', 'notEmergency', 'C'],
  ['yes A', 'accept', 'A'],
  ['A yes', 'accept', 'A'],
  ['ok b 20', 'accept', 'B', 20],
  ['eta A 30', 'eta', 'A', 30],
  ['ETA A30', 'eta', 'A', 30],
  ['A eta 30', 'eta', 'A', 30],
  ['eta 30 A', 'eta', 'A', 30],
  ['A 30 min', 'eta', 'A', 30],
  ['here A', 'here', 'A'],
  ['A here', 'here', 'A'],
  ['done B', 'done', 'B'],
  ['LISTO B', 'done', 'B'],
  ['B ?', 'status', 'B'],
  ['status A', 'status', 'A'],
  ['1A yes', 'accept', 'A'],
  ['1 yes A', 'accept', 'A'],
  ['omw B', 'accept', 'B'],
  // A phone with more open than there are letters.
  ['1AA', 'accept', 'AA'],
  ['1 zzz 30', 'accept', 'ZZZ', 30],
  ['bb 2', 'decline', 'BB'],
];

const COPIED: readonly Row[] = [
  ['1 yes', 'accept'],
  ['1 = yes', 'accept'],
  ['yes 1', 'accept'],
  ['1 sí', 'accept'],
  ['1 acepto', 'accept'],
  ['1 yes 30', 'accept', null, 30],
  ['2 no', 'decline'],
  ['no, 2', 'decline'],
  ['3 not an emergency', 'notEmergency'],
  ['3 = no es emergencia', 'notEmergency'],
];

const WORDS: readonly (readonly [verb: ReplyVerb, ...texts: string[]])[] = [
  [
    'accept',
    'yes',
    'YES!',
    'y',
    'yeah',
    'yep',
    'si',
    'Sí',
    'SÍ.',
    'ok',
    'OK',
    'ok ok',
    'okay',
    'ack',
    'accept',
    'acepto',
  ],
  ['accept', 'on my way', 'On my way!', "I'm on my way", 'I am on my way', 'omw', 'OMW', 'Yes, I am on my way'],
  ['accept', 'voy', 'Ya voy', 'en camino', 'voy en camino', 'ya voy en camino', 'estoy en camino', 'voy para allá'],
  ['accept', '👍', '👍🏽', '👍🏿👍🏿', 'ok 👍', '👍\uFE0F'],
  ['decline', 'no', 'No.', 'n', 'nope', 'decline', 'pass', "can't", 'can’t', 'I can’t', 'cannot', 'I cannot'],
  ['decline', 'no thanks', 'No, gracias', 'no puedo', 'rechazo', '👎', '👎🏻'],
  ['notEmergency', 'not an emergency', 'not emergency', 'no emergency', 'no es emergencia', 'No es una emergencia'],
  ['eta', 'eta', 'my eta', 'eta is'],
  ['here', 'here', 'HERE', 'im here', "I'm here", 'i am here', 'on site', 'on-site', 'onsite', 'arrived', 'i arrived'],
  ['here', 'aquí', 'AQUI', 'estoy aquí', 'ya estoy aqui', 'llegué', 'ya llegué', 'en sitio', 'en el sitio'],
  ['done', 'done', 'DONE.', 'all done', "it's done", 'fixed', "it's fixed", 'finished', 'resolved'],
  ['done', 'listo', 'Listo!', 'ya listo', 'arreglado', 'terminado', 'resuelto'],
  ['status', '?', '??', '???', '¿?', 'status', 'estado'],
];

const UNDECIDABLE: readonly string[] = [
  '',
  '   ',
  "Yes I can't make it",
  'no problem on my way',
  'no problem',
  'ok but not before 3',
  'yes?',
  'ok?',
  '1?',
  'done?',
  'not done',
  'not here',
  '1 no',
  '2 yes',
  'yes no',
  '1 or 2',
  '1/2',
  '1 2 3',
  '1:30',
  '1.30',
  '1.5 hours',
  '½',
  'eta 12:50',
  '1 hour',
  '2 hours',
  '3 h',
  '1h',
  '1m',
  '1 min',
  '2 min',
  '4 min',
  '11',
  '12',
  '13',
  '22',
  '123',
  '130',
  '4',
  '0',
  '700',
  '2 30',
  '3 30',
  'no 30',
  'here 30',
  '30 30',
  '1 30 45',
  'A',
  'A 30',
  'B14',
  'A B 1',
  '1 A B',
  '1 AB',
  '1 AAAA',
  'on my way?',
  'not on my way',
  'on my way home',
  'no voy',
  'voy mañana',
  '1 I',
  '1 O',
  '1 #1042',
  'k',
  'u ok',
  'who is this',
  'gate code?',
  '1st I heard of it',
  'one',
  'I am the 1',
  'yes yes I know but call Bob',
  'si puedo mas tarde',
  'paso',
  'stop',
  '❤️',
  '👍👎',
  '1️⃣2️⃣',
  'ok, and who opens?',
];

describe('parseReply: one table, every row', () => {
  const rows = [...DIGITS, ...WITH_MINUTES, ...WITH_CODE, ...COPIED];
  test.each(rows.map((row) => [row[0], row] as const))('%j', (text, [, verb, code = null, minutes = null]) => {
    expect(parseReply(text)).toEqual({ verb, code, minutes, isBareWord: false, isAutoReply: false });
  });

  test.each(WORDS.flatMap(([verb, ...texts]) => texts.map((text) => [text, verb] as const)))(
    '%j is %s',
    (text, verb) => {
      expect(parseReply(text)).toEqual({
        verb,
        code: null,
        minutes: null,
        isBareWord: verb === 'accept',
        isAutoReply: false,
      });
    },
  );

  test.each(UNDECIDABLE)('%j decides nothing', (text) => {
    expect(parseReply(text)).toEqual<Reply>({
      verb: 'none',
      code: null,
      minutes: null,
      isBareWord: false,
      isAutoReply: false,
    });
  });

  test('the product counts no phrase that this file does not test', () => {
    const tested = new Set(WORDS.flatMap(([, ...texts]) => texts.map(comparable)));
    expect([...VERB_OF_PHRASE.keys()].filter((phrase) => !tested.has(comparable(phrase)))).toEqual([]);
  });
});

function comparable(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z?👍👎]/gu, '');
}

describe('auto-replies never count', () => {
  const AUTOMATIC: readonly string[] = [
    "I'm driving with Driving Focus turned on. I'll see your message when I get where I'm going.",
    'I’m driving with Do Not Disturb While Driving turned on. I’ll see your message when I get where I’m going.',
    '(I’m not receiving notifications. If this is urgent, reply “urgent” to send a notification through.)',
    "I'm driving right now - I'll respond later",
    "Driving, I'll get back to you later",
    "I'm currently driving and can't answer",
    'Out of office until Monday. Yes, we still read mail.',
    'I am out of the office',
    'Automatic reply: OK',
    'Auto-reply: 1',
    'My phone is on do not disturb',
    'Marcus has notifications silenced',
    'Respuesta automática: sí',
    'Estoy fuera de la oficina',
    'Estoy conduciendo y responderé más tarde',
    'Estoy manejando. Veré tu mensaje cuando llegue a mi destino.',
    'Tengo activado el modo de conducción',
    'Enfoque Conducir activado; modo conducir',
    'Voy manejando ahora',
    'Tengo activado No molestar',
  ];

  test.each(AUTOMATIC)('%s', (text) => {
    expect(parseReply(text)).toEqual({ verb: 'none', code: null, minutes: null, isBareWord: false, isAutoReply: true });
  });

  test('every pattern is needed by one of them', () => {
    const plain = AUTOMATIC.map((text) =>
      text
        .toLowerCase()
        .normalize('NFD')
        .replace(/[\p{M}'’]/gu, ''),
    );
    expect(AUTO_REPLIES.filter((pattern) => !plain.some((text) => pattern.test(text)))).toEqual([]);
  });

  test.each(['driving there now', 'driving, 20 min', 'leaving the office'])('a person wrote %j', (text) => {
    expect(parseReply(text)).toMatchObject({ verb: 'none', isAutoReply: false });
  });
});

describe('tapbacks', () => {
  const DISPATCH = '#1042 P1\nMaple Court 14B, 120 Maple St\nReply 1 yes, 2 no';

  test.each<readonly [string, ReplyVerb]>([
    [`Liked “${DISPATCH}”`, 'accept'],
    [`Liked "${DISPATCH}"`, 'accept'],
    [`👍 to “${DISPATCH}”`, 'accept'],
    [`\u200a👍🏽\u200b to \u201c\u200a${DISPATCH}\u200a\u201d`, 'accept'],
    [`Reacted 👍 to “${DISPATCH}”`, 'accept'],
    [`Le gustó “${DISPATCH}”`, 'accept'],
    [`A Marcus le gustó «${DISPATCH}»`, 'accept'],
    [`Me gusta “${DISPATCH}”`, 'accept'],
    [`👍 a “${DISPATCH}”`, 'accept'],
    [`Reaccionó con 👍 a “${DISPATCH}”`, 'accept'],
    [`Liked “Sent from a trial account - ${DISPATCH}”`, 'accept'],
    [`Disliked “${DISPATCH}”`, 'decline'],
    [`👎 to “${DISPATCH}”`, 'decline'],
    [`No le gustó “${DISPATCH}”`, 'decline'],
    [`Reaccionó con 👎 a “${DISPATCH}”`, 'decline'],
    [`Loved “${DISPATCH}”`, 'none'],
    [`❤️ to “${DISPATCH}”`, 'none'],
    [`Laughed at “${DISPATCH}”`, 'none'],
    [`Questioned “${DISPATCH}”`, 'none'],
    [`Removed a like from “${DISPATCH}”`, 'none'],
    [`Quitó un me gusta de “${DISPATCH}”`, 'none'],
    [`Le encantó “${DISPATCH}”`, 'none'],
    ['Liked “#1042 Maple Court 14B: Marcus has it. Stand easy, no reply needed.”', 'none'],
    ['Liked “STAND DOWN #1042 Maple Court 14B. Fixed.”', 'none'],
    ['Liked an image', 'none'],
  ])('%s', (text, verb) => {
    expect(parseReply(text)).toMatchObject({ verb, code: null, minutes: null, isBareWord: verb === 'accept' });
  });

  test('a like of any dispatch text accepts the incident whose letter it shows', () => {
    fc.assert(
      fc.property(anIncident, (incident) => {
        const reply = parseReply(`Liked “${responderText(incident)}”`);
        expect(reply).toMatchObject({ verb: 'accept', code: incident.code, isBareWord: true });
      }),
      { numRuns: 60 },
    );
  });
});

describe('properties', () => {
  const letter = fc.constantFrom(...REPLY_CODES);

  test('digit, letter and minutes survive however they are spaced and cased', () => {
    const gap = fc.constantFrom(' ', '  ', ', ', ' - ', '\n');
    fc.assert(
      fc.property(letter, fc.boolean(), fc.integer({ min: 1, max: 600 }), gap, gap, (code, isLower, minutes, a, b) => {
        const shown = isLower ? code.toLowerCase() : code;
        expect(parseReply(`1${a}${shown}${b}${minutes}`)).toEqual({
          verb: 'accept',
          code,
          minutes,
          isBareWord: false,
          isAutoReply: false,
        });
      }),
    );
  });

  test('a word outside the grammar never acknowledges, whatever stands round it', () => {
    const stranger = fc.constantFrom(
      'not',
      'but',
      'later',
      'maybe',
      'when',
      'pero',
      'quizas',
      'tomorrow',
      'who',
      'stop',
    );
    const part = fc.constantFrom('1', 'yes', 'ok', 'si', '30', 'A', '👍', 'here');
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 3 }),
        stranger,
        fc.array(part, { maxLength: 3 }),
        (before, word, after) => {
          expect(parseReply([...before, word, ...after].join(' ')).verb).toBe('none');
        },
      ),
    );
  });

  test('any text is read without an error, and a decision is always whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const reply = parseReply(text);
        if (reply.minutes !== null) expect(reply.minutes).toBeGreaterThan(0);
        if (reply.code !== null) expect(REPLY_CODES).toContain(reply.code);
        if (reply.isBareWord) expect(reply.verb).toBe('accept');
      }),
    );
  });

  test('a very long text is read at once', () => {
    expect(parseReply('driving '.repeat(2000)).verb).toBe('none');
    expect(parseReply(`liked "${'1 '.repeat(5000)}`).verb).toBe('none');
  });
});

describe('parseFollowUp', () => {
  test.each<readonly [string, 'fixed' | 'notFixed' | 'none', number | null]>([
    ['1', 'fixed', null],
    ['2', 'notFixed', null],
    ['1 5', 'fixed', 5],
    ['1, 4', 'fixed', 4],
    ['1 1', 'fixed', 1],
    ['2 1', 'notFixed', 1],
    ['2-2', 'notFixed', 2],
    ['yes', 'fixed', null],
    ['Yes 5', 'fixed', 5],
    ['1 yes', 'fixed', null],
    ['1 yes 5', 'fixed', 5],
    ['Sí', 'fixed', null],
    ['sí, 3', 'fixed', 3],
    ['yes its fixed', 'fixed', null],
    ["It's fixed!", 'fixed', null],
    ['arreglado', 'fixed', null],
    ['si ya', 'fixed', null],
    ['👍', 'fixed', null],
    ['no', 'notFixed', null],
    ['No.', 'notFixed', null],
    ['2 no', 'notFixed', null],
    ['no 1', 'notFixed', 1],
    ['not yet', 'notFixed', null],
    ['still broken', 'notFixed', null],
    ['todavía no', 'notFixed', null],
    ['Aún no', 'notFixed', null],
    ['sigue igual', 'notFixed', null],
    ['👎', 'notFixed', null],
    ['3', 'none', 3],
    ['5', 'none', 5],
    ['6', 'none', null],
    ['1 6', 'none', null],
    ['12', 'none', null],
    ['1 2 3', 'none', null],
    ['fixed?', 'none', null],
    ['no problem all good', 'none', null],
    ['yes but it leaks again', 'none', null],
    ['', 'none', null],
  ])('%j', (text, answer, rating) => {
    expect(parseFollowUp(text)).toEqual({ answer, rating });
  });
});

describe('parseKeyword', () => {
  test.each<readonly [string, 'stop' | 'start' | null]>([
    ['STOP', 'stop'],
    ['Stop.', 'stop'],
    [' stop ', 'stop'],
    ['STOPALL', 'stop'],
    ['stop all', 'stop'],
    ['UNSUBSCRIBE', 'stop'],
    ['quit', 'stop'],
    ['END', 'stop'],
    ['cancel', 'stop'],
    ['revoke', 'stop'],
    ['OPTOUT', 'stop'],
    ['opt-out', 'stop'],
    ['ALTO', 'stop'],
    ['parar', 'stop'],
    ['pare', 'stop'],
    ['baja', 'stop'],
    ['START', 'start'],
    ['unstop', 'start'],
    ['resume', 'start'],
    ['INICIAR', 'start'],
    ['reanudar', 'start'],
    ['YES', null],
    ['yes', null],
    ['sí', null],
    ['1', null],
    ['stop the water', null],
    ['the water will not stop', null],
    ['it started', null],
    ['STOP?', null],
    ['', null],
  ])('%j', (text, keyword) => {
    expect(parseKeyword(text)).toBe(keyword);
  });
});
