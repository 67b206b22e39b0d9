import type { Phone, Responder, Trade } from '#shared/contract';
import { parseLanguage, parsePersonName, parsePhone, parseRole, parseTrades, parseYesNo } from './fields.ts';
import type { FieldOf } from './headers.ts';
import { openLedger } from './ledger.ts';
import { deriveId, foldText } from './natural-key.ts';
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
  const finder = openFinder(input.existing.responders, phonesOf(sheet, input.defaults.country));
  const taken = new Set(input.existing.responders.map((responder) => responder.id));

  const take = (row: Row): void => {
    const identity = readIdentity(row, input.defaults.country);
    if (row.errors.length > 0) return;
    const match = finder.find(identity);
    if (match === 'several') {
      row.refuse('name', reasons.severalByName);
      return;
    }
    const id = match?.id ?? newId(identity, (each) => taken.has(each));
    const earlier = ledger.saidOf(id);
    const base = earlier?.after ?? match ?? blankResponder(id, identity);
    const after = readResponder(row, base, identity);
    if (row.errors.length > 0) return;
    const before = match && finder.isOnFile(match.id) ? match : null;
    const earlierLine = ledger.note(row.line, before, after);
    if (earlierLine !== null && earlier) {
      const isOther = keyOf(earlier.after) !== keyOf(after);
      row.refuse(
        isOther ? 'phone' : 'name',
        isOther ? reasons.sharedPhone(earlierLine, earlier.after.name) : reasons.duplicate(earlierLine),
      );
      return;
    }
    finder.claim(after);
    if (after.phone === null) row.warn(row.has('phone') ? 'phone' : null, reasons.noPhone);
    if (after.role === 'technician' && after.trades.length === 0) row.warn(null, reasons.noTrade);
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

const keyOf = (identity: Pick<Responder, 'name' | 'company'>): string =>
  `${foldText(identity.name)}\n${foldText(identity.company)}`;

function newId(identity: Identity, isTaken: (id: string) => boolean): string {
  return deriveId('responder', identity.phone === null ? [keyOf(identity)] : [identity.phone], isTaken);
}

/** Every number the file gives, known beforehand: whoever has one of them is not a candidate for another row's name. */
function phonesOf(sheet: Sheet, country: string): ReadonlySet<Phone> {
  const phones = sheet.records.map((record) =>
    openRow<FieldOf<'responders'>>(record, sheet.header, sheet.columnOf).read<Phone | null>(
      'phone',
      (cell) => parsePhone(cell, country),
      null,
    ),
  );
  return new Set(phones.filter((phone) => phone !== null));
}

type Finder = {
  find(identity: Identity): Responder | null | 'several';
  /** Marks what a row of this file has settled. */
  claim(responder: Responder): void;
  isOnFile(id: string): boolean;
};

function openFinder(existing: readonly Responder[], filePhones: ReadonlySet<Phone>): Finder {
  const onFile = new Map(existing.map((responder) => [responder.id, responder]));
  const byPhone = new Map<Phone, Responder>();
  const byName = new Map<string, Map<string, Responder>>();
  const claimed = new Set<string>();
  const index = (responder: Responder): void => {
    if (responder.phone !== null && !byPhone.has(responder.phone)) byPhone.set(responder.phone, responder);
    const key = keyOf(responder);
    const sameName = byName.get(key) ?? new Map<string, Responder>();
    byName.set(key, sameName.set(responder.id, responder));
  };
  existing.forEach(index);

  const find = (identity: Identity): Responder | null | 'several' => {
    const sameName = [...(byName.get(keyOf(identity))?.values() ?? [])];
    const only = (candidates: readonly Responder[]) => (candidates.length === 1 ? (candidates[0] ?? null) : null);
    if (identity.phone !== null) {
      const samePhone = byPhone.get(identity.phone);
      if (samePhone) return onFile.get(samePhone.id) ?? samePhone;
      // A new number for somebody on file, unless another row has settled who that is.
      const free = sameName.filter((r) => !claimed.has(r.id) && (r.phone === null || !filePhones.has(r.phone)));
      const withoutPhone = sameName.filter((r) => claimed.has(r.id) && r.phone === null);
      return only(free) ?? only(withoutPhone);
    }
    const unreachable = sameName.filter((r) => r.phone === null);
    if (sameName.length > 1 && unreachable.length !== 1) return 'several';
    const found = only(unreachable) ?? only(sameName);
    return found && (onFile.get(found.id) ?? found);
  };
  return {
    find,
    claim: (responder) => {
      claimed.add(responder.id);
      index(responder);
    },
    isOnFile: (id) => onFile.has(id),
  };
}

function readIdentity(row: Row, country: string): Identity {
  const company = row.text('company').replace(/\s+/g, ' ');
  const parts = [row.text('firstName'), row.text('lastName')].filter((part) => part !== '');
  const name = row.text('name') || parts.join(' ') || company;
  if (name === '') row.refuse(row.has('name') ? 'name' : null, reasons.requiredCell('name'));
  // "Harbor Plumbing, LLC" is a company's name, not a person's turned round.
  const isCompany = foldText(name) === foldText(company);
  const phone = row.read<Phone | null>('phone', (cell) => parsePhone(cell, country), null);
  return { name: isCompany ? name.replace(/\s+/g, ' ') : parsePersonName(name), company, phone };
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
