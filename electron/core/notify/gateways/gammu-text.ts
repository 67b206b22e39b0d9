/** Texts between what people read and the rows of gammu-smsd: alphabet, parts and their headers. */

type GammuCoding = 'Default_No_Compression' | 'Unicode_No_Compression';

type GammuPart = {
  /** UTF-16, highest byte first, in hex. */
  readonly hex: string;
  readonly text: string;
  /** The header that says which part of which text it is; null for a text of one part. */
  readonly header: string | null;
};

export type GammuText = { readonly coding: GammuCoding; readonly parts: readonly GammuPart[] };

/** What fits into one message, alone and as part of a longer text: septets of GSM-7, units of UTF-16. */
const ROOM = {
  Default_No_Compression: { alone: 160, inParts: 153 },
  Unicode_No_Compression: { alone: 70, inParts: 67 },
} as const satisfies Record<GammuCoding, unknown>;
/** A header counts parts in one byte. */
export const MOST_PARTS = 255;
/** GSM 03.38: what a phone shows without Unicode, and of that what takes two places. */
const GSM7 = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà\f^{}\\[~\]|€]*$/u;
const TAKES_TWO = /[\f^{}\\[~\]|€]/;

const byteHex = (value: number): string => value.toString(16).padStart(2, '0').toUpperCase();

const hexOf = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();

const sizeIn = (coding: GammuCoding, letter: string): number => {
  if (coding === 'Unicode_No_Compression') return letter.length;
  return TAKES_TWO.test(letter) ? 2 : 1;
};

/** Cut between letters, never through one: a phone that does not join the parts still shows whole ones. */
function pieces(text: string, coding: GammuCoding, room: number): string[] {
  const cut: string[] = [];
  let size = 0;
  for (const letter of text) {
    const more = sizeIn(coding, letter);
    if (cut.length === 0 || size + more > room) {
      cut.push('');
      size = 0;
    }
    cut[cut.length - 1] += letter;
    size += more;
  }
  return cut;
}

/** A text in the cheapest alphabet that holds it. `series` tells the parts of one text from those of the next. */
export function gammuText(text: string, series: number): GammuText {
  const coding = GSM7.test(text) ? 'Default_No_Compression' : 'Unicode_No_Compression';
  const alone = pieces(text, coding, ROOM[coding].alone);
  const cut = alone.length <= 1 ? alone : pieces(text, coding, ROOM[coding].inParts);
  const header = (index: number): string | null =>
    cut.length === 1 ? null : `050003${[series & 0xff, cut.length, index + 1].map(byteHex).join('')}`;
  return { coding, parts: cut.map((each, index) => ({ hex: hexOf(each), text: each, header: header(index) })) };
}

/** A row of the inbox: one part as it came. */
export type InboxRow = {
  readonly id: number;
  readonly sender: string;
  readonly hex: string;
  readonly decoded: string;
  readonly header: string;
  readonly receivedAt: string;
  /** Since it was written there. */
  readonly ageS: number;
};

/** A text that came in, from one row or several. */
export type CameIn = { readonly rows: readonly InboxRow[]; readonly isWhole: boolean; readonly text: string };

type Place = { readonly series: number; readonly of: number; readonly nth: number };

/** Where a part belongs, by its header (3GPP TS 23.040, 9.2.3.24); null where it stands alone. */
function placeOf(header: string): Place | null {
  const bytes = Buffer.from(header, 'hex');
  for (let at = 1; at + 1 < bytes.length; at += 2 + (bytes[at + 1] ?? 0)) {
    const [kind, , a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at);
    if (kind === 0x00) return { series: a, of: b, nth: c };
    if (kind === 0x08) return { series: a * 256 + b, of: c, nth: d };
  }
  return null;
}

/** The units of UTF-16 of one row, which may be cut through a pair; what has none is as gammu-smsd read it. */
function unitsOf({ hex, decoded }: InboxRow): string {
  if (hex === '' || hex.length % 4 !== 0 || /[^0-9A-Fa-f]/.test(hex)) return decoded;
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

/** What stands for a part that never came. */
const GAP = ' […] ';

type Group = { readonly key: string; readonly of: number; readonly rows: Map<number, InboxRow> };

function joined({ of, rows }: Group): CameIn {
  const inOrder = Array.from({ length: of }, (_, index) => rows.get(index + 1));
  const text = inOrder.map((row) => (row ? unitsOf(row) : GAP)).join('');
  // A pair cut through whose other half is missing would not survive being written down.
  return { rows: [...rows.values()], isWhole: rows.size === of, text: text.toWellFormed() };
}

/**
 * The texts in rows of the inbox, oldest first. Parts belong together by sender and header; a part that comes a second time
 * begins another text, since headers count only to 255. Texts with parts missing are among them.
 */
export function textsIn(rows: readonly InboxRow[]): readonly CameIn[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const place = placeOf(row.header);
    const isAlone = place === null || place.of < 2 || place.nth < 1 || place.nth > place.of;
    const key = isAlone ? `${row.id}` : `${row.sender} ${place.series} ${place.of}`;
    const nth = isAlone ? 1 : place.nth;
    const open = groups.findLast((each) => each.key === key);
    if (open && !open.rows.has(nth)) open.rows.set(nth, row);
    else groups.push({ key, of: isAlone ? 1 : place.of, rows: new Map([[nth, row]]) });
  }
  return groups.map(joined);
}
