import { alarmedIds, allRows, getRow, type PhoneMessage, phoneMessages, soonestClocks } from '#core/store';
import type { Instant, PracticePhone, Resident } from '#shared/contract';
import type { Parts } from '../parts.ts';
import { findResidents } from './search.ts';

const NIGHT_MS = 16 * 60 * 60_000;
/** A text that wakes somebody counts as new this long. */
const NEW_MS = 30_000;
/** So many are drawn; who else is wanted is found by name, number or unit. */
const MOST_FOUND = 24;
const MOST_CALLS = 200;

type Owner = Pick<PracticePhone, 'phone' | 'name' | 'kind' | 'language' | 'place'>;

/**
 * The phones drawn on screen: all responders, and the residents who wrote or were written to tonight. With `find`, even
 * empty, also residents it names, so that one of them can begin.
 */
export function practicePhonesOf(parts: Parts, find: string | null): readonly PracticePhone[] {
  const { store, book, clock } = parts;
  const now = clock.now();
  const byPhone = Map.groupBy(phoneMessages(store.read, now - NIGHT_MS), (message) => message.phone);
  const calls = callsDue(parts);
  const responders = book
    .responders()
    .filter((each) => each.active)
    .flatMap(({ phone, name, language }): readonly Owner[] =>
      phone === null ? [] : [{ phone, name, language, kind: 'responder', place: '' }],
    );
  const strangers = [...byPhone.keys()].map((phone) => ownerOf(parts, phone));
  const found =
    find === null ? [] : findResidents(store.read, find, MOST_FOUND).flatMap((each) => asOwner(parts, each));
  const owners = new Map<string, Owner>();
  // Of two entries with one number the first stands: a responder is drawn as such, wherever they live.
  for (const owner of [...responders, ...strangers, ...found]) {
    if (!owners.has(owner.phone)) owners.set(owner.phone, owner);
  }
  return [...owners.values()].map((owner): PracticePhone => {
    const messages = byPhone.get(owner.phone) ?? [];
    return {
      ...owner,
      hasNewText: isNew(messages, now),
      callDueAt: calls.get(owner.phone) ?? null,
      messages: messages.map(({ id, at, fromDesk, text }) => ({ id, at, fromDesk, text })),
    };
  });
}

/** Whoever a number belongs to; a number on no list is known by itself. */
function ownerOf(parts: Parts, phone: string): Owner {
  const resident = allRows(parts.store.read, 'resident', { column: 'phone', value: phone })[0];
  const [owner] = resident ? asOwner(parts, resident) : [];
  return owner ?? { phone, name: phone, kind: 'resident', language: null, place: '' };
}

function asOwner({ store }: Parts, { phone, name, language, unitId }: Resident): readonly Owner[] {
  if (phone === null) return [];
  const unit = getRow(store.read, 'unit', unitId);
  const property = unit && getRow(store.read, 'property', unit.propertyId);
  return [{ phone, name, kind: 'resident', language, place: unit && property ? `${property.name} ${unit.label}` : '' }];
}

/** Without a voice gateway a step that wants a call plans one by hand: until when, by number. */
function callsDue({ store, desk }: Parts): ReadonlyMap<string, Instant> {
  const planned = soonestClocks(store.read, ['callByHand'], MOST_CALLS).map((clock) => clock.incidentId);
  const dues = new Map<string, Instant>();
  for (const id of new Set([...planned, ...alarmedIds(store.read)])) {
    for (const { phone, dueAt } of desk.state(id)?.callsByHand ?? []) {
      if (phone !== null) dues.set(phone, Math.min(dueAt, dues.get(phone) ?? dueAt));
    }
  }
  return dues;
}

function isNew(messages: readonly PhoneMessage[], now: number): boolean {
  const latest = messages.at(-1);
  return latest?.fromDesk === true && latest.purpose === 'step' && now - latest.at < NEW_MS;
}
