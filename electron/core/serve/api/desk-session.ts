import { randomUUID } from 'node:crypto';
import { hashPin, type PinHash } from '#core/guard';
import { keepPolicyLayer } from '#core/oncall';
import { demoCompany } from '#core/portfolio';
import {
  type Author,
  allRows,
  countRows,
  endDeskSession,
  getRow,
  openDeskSession,
  putRow,
  putStaffSecret,
  type ReadDb,
  type WriteDb,
} from '#core/store';
import { type Answer, isTimeZone, type Staff } from '#shared/contract';
import { DEFAULT_LAYER } from '#shared/escalation';
import type { ConsoleApi } from '../console-api.ts';
import { CORE, type Company, company, DONE, type Parts, refusal, whoIsAtDesk } from '../parts.ts';
import { checkPin } from './check-pin.ts';
import { beginSession, handOverDesk, sessionView } from './hand-over.ts';
import { makeHandoffOf } from './handoffs.ts';

/** First run, sign-in and sign-out. */
export function sessionApi(
  parts: Parts,
): Pick<ConsoleApi, 'appInfo' | 'showDemo' | 'setUpCompany' | 'session' | 'signIn' | 'signOut' | 'handOverDesk'> {
  const { store, desk, clock } = parts;
  return {
    appInfo() {
      const known = company(parts);
      const staff = allRows(store.read, 'staff');
      return {
        version: parts.version,
        company: known?.name ?? null,
        language: known?.language ?? 'en',
        zone: known?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
        isPractice: parts.gateway.practice() !== null,
        isFirstRun: known === null,
        isDemo: known?.isDemo ?? false,
        staff,
        demoPins: known?.isDemo ? demoPins(staff) : [],
      };
    },
    showDemo: async () => showDemo(parts),
    async setUpCompany(input) {
      if (company(parts)) return refusal('alreadySetUp', ALREADY);
      if (!isTimeZone(input.zone))
        return refusal('badZone', {
          en: 'This time zone is unknown. Choose one from the list.',
          es: 'Esta zona horaria no existe. Elija una de la lista.',
        });
      const pin = await hashPin(input.pin);
      const { name, zone, language } = input;
      return desk.change(
        ['session', 'settings'],
        (db, author) => {
          // Asked again: the PIN took a moment, and the button may have been pressed twice.
          if (hasCompany(db)) return refusal('alreadySetUp', ALREADY);
          writeCompany(db, author, { name, zone, language, isDemo: false });
          addStaffRow(
            db,
            author,
            { id: randomUUID(), name: input.staffName, role: 'admin', language, responderId: null },
            pin,
          );
          return DONE;
        },
        CORE,
      );
    },
    session: () => sessionView(parts),
    async signIn({ staffId, pin }) {
      const answer = await checkPin(parts, staffId, pin);
      return answer.ok ? beginSession(parts, answer.value) : answer;
    },
    handOverDesk: (input) => handOverDesk(parts, input),
    async signOut() {
      const by = whoIsAtDesk(parts);
      const open = openDeskSession(store.read);
      if (!by || !open) return refusal('notSignedIn', { en: 'Nobody is signed in.', es: 'Nadie ha iniciado sesión.' });
      desk.change(['session', 'status', 'handoff'], (db) => endDeskSession(db, open.id, clock.now(), by), by);
      return makeHandoffOf(parts, open.id, by);
    },
  };
}

const ALREADY = {
  en: 'This folder already holds a company. Nothing was changed.',
  es: 'Esta carpeta ya tiene una empresa. No se cambió nada.',
};

/** A demo company in one transaction, with PINs that the sign-in screen shows. */
async function showDemo(parts: Parts): Promise<Answer<null>> {
  if (company(parts)) return refusal('alreadySetUp', ALREADY);
  const demo = demoCompany(parts.clock.now());
  const pins = await Promise.all(
    demo.staff.map(async (each) => ({ staff: each.staff, pin: await hashPin(each.demoPin, true) })),
  );
  return parts.desk.change(
    ['session', 'settings', 'portfolio', 'oncall', 'practice'],
    (db, author) => {
      if (hasCompany(db)) return refusal('alreadySetUp', ALREADY);
      writeCompany(db, author, { name: demo.name, zone: demo.zone, language: 'en', isDemo: true });
      for (const row of demo.properties) putRow(db, 'property', row, author);
      for (const row of demo.units) putRow(db, 'unit', row, author);
      for (const row of demo.residents) putRow(db, 'resident', row, author);
      for (const row of demo.responders) putRow(db, 'responder', row, author);
      for (const row of demo.schedule.shifts) putRow(db, 'shift', row, author);
      for (const row of demo.schedule.rotations) putRow(db, 'rotation', row, author);
      for (const row of demo.schedule.covers) putRow(db, 'cover', row, author);
      for (const { staff, pin } of pins) addStaffRow(db, author, staff, pin);
      return DONE;
    },
    CORE,
  );
}

function demoPins(staff: readonly Staff[]): readonly { readonly staffId: string; readonly pin: string }[] {
  const known = demoCompany(0).staff;
  return staff.flatMap(({ id }) => {
    const pin = known.find((each) => each.staff.id === id)?.demoPin;
    return pin === undefined ? [] : [{ staffId: id, pin }];
  });
}

function hasCompany(db: ReadDb): boolean {
  return getRow(db, 'setting', 'company') !== null;
}

function writeCompany(db: WriteDb, author: Author, value: Company): void {
  putRow(db, 'setting', { id: 'company', value: { ...value, since: author.at } }, author);
  putRow(db, 'setting', { id: 'gateway', value: { kind: 'practice', config: {} } }, author);
  if (countRows(db, 'policy') === 0) keepPolicyLayer(db, DEFAULT_LAYER, author);
}

/** A staff member and what is kept of the PIN, which no log line repeats; that it was set, one says. */
export function addStaffRow(db: WriteDb, author: Author, staff: Staff, pin: PinHash): void {
  putRow(db, 'staff', staff, author);
  putStaffSecret(db, staff.id, { ...pin, wrong: 0, waitUntil: 0 }, author);
}
