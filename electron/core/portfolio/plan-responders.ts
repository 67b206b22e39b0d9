import type { Phone, Responder, Trade } from '#shared/contract';
import { parseLanguage, parsePhone, parseRole, parseTrades, parseYesNo } from './fields.ts';
import type { FieldOf } from './headers.ts';
import { openLedger } from './ledger.ts';
import { deriveId, foldText } from './natural-key.ts';
import { readPersonName } from './person-name.ts';
import type { PlanInput } from './plan-types.ts';
import { reasons } from './reasons.ts';
import { openRow, type RowReader } from './row-reader.ts';
import { type Planned, type Sheet, walkRows } from './sheet.ts';

type Row = RowReader<FieldOf<'responders'>>;
type Identity = { readonly name: string; readonly company: string; readonly phone: Phone | null };

/**
 * Plans a file of responders, known by phone, else by name and company. Nobody is planned twice under one number:
 * an answer from it could not be told apart.
 */
export function planResponders(sheet: Sheet, input: PlanInput): Planned {
  const ledger = openLedger<Responder>();
  const { country } = input.defaults;
  const identify = openIdentities(input.existing.responders, identitiesOf(sheet, country));

  const take = (row: Row): void => {
    const said = readIdentity(row, country);
    const match = identify(said);
    if (match === 'several') row.refuse('name', reasons.severalByName);
    if (match === 'several' || row.errors.length > 0) return;
    const identity = { ...said, phone: match.phone };
    const earlier = ledger.saidOf(match.id);
    const base = earlier?.after ?? match.onFile ?? blankResponder(match.id, identity);
    const after = readResponder(row, base, identity);
    if (row.errors.length > 0) return;
    const earlierLine = ledger.note(row.line, match.onFile, after);
    if (earlierLine === null) warnOf(row, after);
    else if (earlier && keyOf(earlier.after) !== keyOf(after)) {
      row.refuse('phone', reasons.sharedPhone(earlierLine, earlier.after.name));
    } else row.refuse('name', reasons.duplicate(earlierLine));
  };
  return walkRows<'responders'>(sheet, take, () => {
    const { creates, updates, unchanged } = ledger.outcome();
    return {
      creates: creates.map((create) => ({ entity: 'responder' as const, ...create })),
      updates: updates.map((update) => ({ entity: 'responder' as const, ...update })),
      unchanged,
    };
  });
}

function warnOf(row: Row, responder: Responder): void {
  if (responder.phone === null) row.warn(row.has('phone') ? 'phone' : null, reasons.noPhone);
  if (responder.role === 'technician' && responder.trades.length === 0) row.warn(null, reasons.noTrade);
}

const keyOf = (identity: Pick<Responder, 'name' | 'company'>): string =>
  `${foldText(identity.name)}\n${foldText(identity.company)}`;

/** What every row says of who it is about, read beforehand: whom a row means must not depend on the order of rows. */
function identitiesOf(sheet: Sheet, country: string): readonly Identity[] {
  return sheet.records.map((record) =>
    readIdentity(openRow<FieldOf<'responders'>>(record, sheet.header, sheet.columnOf), country),
  );
}

type Match = { readonly id: string; readonly phone: Phone | null; readonly onFile: Responder | null };

/**
 * Says whom an identity means. A row without a phone means the one number the file gives elsewhere under its name.
 * A number nobody has is the new number of somebody on file by that name, unless another row names their present one.
 */
function openIdentities(
  existing: readonly Responder[],
  inFile: readonly Identity[],
): (identity: Identity) => Match | 'several' {
  const filePhones = new Set(inFile.flatMap(({ phone }) => phone ?? []));
  const phonesByName = new Map<string, Set<Phone>>();
  for (const identity of inFile) {
    if (identity.phone === null) continue;
    const phones = phonesByName.get(keyOf(identity)) ?? new Set<Phone>();
    phonesByName.set(keyOf(identity), phones.add(identity.phone));
  }
  const byPhone = new Map<Phone, Responder>();
  const free = new Map<string, Responder[]>();
  for (const responder of existing) {
    if (responder.phone !== null && !byPhone.has(responder.phone)) byPhone.set(responder.phone, responder);
    if (responder.phone !== null && filePhones.has(responder.phone)) continue;
    free.set(keyOf(responder), [...(free.get(keyOf(responder)) ?? []), responder]);
  }
  const takenIds = new Set(existing.map((responder) => responder.id));
  const settled = new Map<string, Match>();

  return (identity) => {
    const name = keyOf(identity);
    const named = [...(phonesByName.get(name) ?? [])];
    if (identity.phone === null && named.length > 1) return 'several';
    const phone = identity.phone ?? named[0] ?? null;
    const key = phone ?? name;
    const known = settled.get(key);
    if (known) return known;
    const samePhone = phone === null ? undefined : byPhone.get(phone);
    const candidates = samePhone ? [] : (free.get(name) ?? []);
    const unreachable = candidates.filter((responder) => responder.phone === null);
    const choice = unreachable.length === 1 ? unreachable : candidates;
    if (phone === null && choice.length > 1) return 'several';
    const onFile = samePhone ?? (choice.length === 1 ? (choice[0] ?? null) : null);
    if (onFile && !samePhone) {
      free.set(
        name,
        candidates.filter((responder) => responder !== onFile),
      );
    }
    const id = onFile?.id ?? deriveId('responder', [key], (each) => takenIds.has(each));
    const match = { id, phone, onFile };
    settled.set(key, match);
    return match;
  };
}

function readIdentity(row: Row, country: string): Identity {
  const company = row.text('company').replace(/\s+/g, ' ');
  // "Harbor Plumbing, LLC" given as name and company is a company's name, not a person's turned round.
  const isCompany = foldText(row.text('name')) === foldText(company);
  const name = (isCompany ? '' : readPersonName(row)) || company;
  if (name === '') row.refuse(row.has('name') ? 'name' : null, reasons.requiredCell('name'));
  return { name, company, phone: row.read<Phone | null>('phone', (cell) => parsePhone(cell, country), null) };
}

function blankResponder(id: string, identity: Identity): Responder {
  return {
    id,
    name: identity.name,
    company: identity.company,
    role: identity.company === '' ? 'technician' : 'vendor',
    trades: [],
    phone: identity.phone,
    language: 'en',
    isEmergencyVendor: false,
    active: true,
  };
}

function readResponder(row: Row, base: Responder, identity: Identity): Responder {
  const keep = (mine: string, theirs: string): string =>
    theirs === '' || foldText(mine) === foldText(theirs) ? mine : theirs;
  const trades = row.read<readonly Trade[]>('trades', parseTrades, base.trades);
  const isSameTrades = trades.length === base.trades.length && trades.every((trade) => base.trades.includes(trade));
  const active = row.read('active', parseYesNo, base.active);
  return {
    ...base,
    name: keep(base.name, identity.name),
    company: keep(base.company, identity.company),
    role: row.read('role', parseRole, base.role),
    trades: isSameTrades ? base.trades : [...trades],
    phone: identity.phone ?? base.phone,
    language: row.read('language', parseLanguage, base.language),
    isEmergencyVendor: row.read('isEmergencyVendor', parseYesNo, base.isEmergencyVendor),
    active: row.text('doNotUse') === '' ? active : !row.read('doNotUse', parseYesNo, !active),
  };
}
