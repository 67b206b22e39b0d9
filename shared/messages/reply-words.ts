/** What a responder can mean. `none` is everything nobody could decide: it goes to the inbox and changes nothing. */
export type ReplyVerb = 'accept' | 'decline' | 'notEmergency' | 'eta' | 'here' | 'done' | 'status' | 'none';

/** The digits, said first or after the letter of the incident. */
export const VERB_OF_DIGIT: ReadonlyMap<string, ReplyVerb> = new Map([
  ['1', 'accept'],
  ['2', 'decline'],
  ['3', 'notEmergency'],
]);

/**
 * Letters that can stand for an open incident. Left out: I and O (look like 1 and 0), Y N S K (short for yes, no, sí,
 * okay), H and M (hours, minutes), U ("u ok").
 */
const LETTERS = [...'ABCDEFGJLPQRTVWXZ'];

/** The letters in the order they are given to the open incidents of one phone; past the last they are doubled, then trebled. */
export const REPLY_CODES: readonly string[] = [1, 2, 3].flatMap((times) =>
  LETTERS.map((letter) => letter.repeat(times)),
);

/**
 * Every word or phrase that counts, in lower case without accents and apostrophes, as the tokens of a reply joined by
 * blanks. Only these: a sentence nobody can decide must never acknowledge.
 */
export const VERB_OF_PHRASE: ReadonlyMap<string, ReplyVerb> = new Map([
  ...phrases('accept', ['yes', 'y', 'yeah', 'yep', 'si', 'ok', 'okay', 'ack', 'accept', 'acepto', '👍']),
  ...phrases('accept', ['on my way', 'im on my way', 'i am on my way', 'omw']),
  ...phrases('accept', ['voy', 'ya voy', 'en camino', 'voy en camino', 'ya voy en camino', 'estoy en camino']),
  ...phrases('accept', ['voy para alla']),
  ...phrases('decline', ['no', 'n', 'nope', 'decline', 'pass', 'cant', 'i cant', 'cannot', 'i cannot']),
  ...phrases('decline', ['no thanks', 'no gracias', 'no puedo', 'rechazo', '👎']),
  ...phrases('notEmergency', ['not an emergency', 'not emergency', 'no emergency']),
  ...phrases('notEmergency', ['no es emergencia', 'no es una emergencia']),
  ...phrases('eta', ['eta', 'my eta', 'eta is']),
  ...phrases('here', ['here', 'im here', 'i am here', 'on site', 'onsite', 'arrived', 'i arrived']),
  ...phrases('here', ['aqui', 'estoy aqui', 'ya estoy aqui', 'llegue', 'ya llegue', 'en sitio', 'en el sitio']),
  ...phrases('done', ['done', 'all done', 'its done', 'fixed', 'its fixed', 'finished', 'resolved']),
  ...phrases('done', ['listo', 'ya listo', 'arreglado', 'terminado', 'resuelto']),
  ...phrases('status', ['?', '? ?', '? ? ?', 'status', 'estado']),
]);

/** The most tokens one phrase of the table has. */
export const LONGEST_PHRASE = Math.max(...[...VERB_OF_PHRASE.keys()].map((phrase) => phrase.split(' ').length));

/** Minutes per unit of time, as written after a number. */
export const MINUTES_OF_UNIT: ReadonlyMap<string, number> = new Map([
  ...['m', 'min', 'mins', 'minute', 'minutes', 'minuto', 'minutos'].map((unit) => [unit, 1] as const),
  ...['h', 'hr', 'hrs', 'hour', 'hours', 'hora', 'horas'].map((unit) => [unit, 60] as const),
]);

/** Words that may stand before the minutes: "1 in 30", "1 eta 30". */
export const BEFORE_MINUTES: ReadonlySet<string> = new Set(['in', 'en', 'eta', 'about', 'aprox']);

/** What telephones and mailboxes write by themselves while nobody reads. Matched against lower case without accents. */
export const AUTO_REPLIES: readonly RegExp[] = [
  /\bdriving focus\b/,
  /\bdo not disturb while driving\b/,
  /\b(?:im|i am) (?:currently )?driving (?:right now|at the moment|and|with|so)\b/,
  /\bdriving\b.*\b(?:ill|i will) (?:reply|respond|get back|see your message)\b/s,
  /\bwhen i get where im going\b/,
  /\bim not receiving notifications\b/,
  /\bout of (?:the )?office\b/,
  /\bauto(?:matic|mated)?[ -]?(?:reply|response|responder)\b/,
  /\bmy phone is (?:on|in) (?:do not disturb|silent)\b/,
  /\bnotifications silenced\b/,
  /\brespuesta automatica\b/,
  /\bfuera de (?:la )?oficina\b/,
  /\b(?:conduciendo|manejando)\b.*\b(?:respondere|contestare|vere|leere|llamare|llegue a mi destino|modo)\b/s,
  /\b(?:modo|enfoque|concentracion) (?:de )?(?:conducir|conduccion|manejo)\b/,
  /\b(?:estoy|voy) (?:conduciendo|manejando) (?:en este momento|ahora)\b/,
  /\bno molestar\b/,
];

function phrases(verb: ReplyVerb, list: readonly string[]): readonly (readonly [string, ReplyVerb])[] {
  return list.map((phrase) => [phrase, verb] as const);
}
