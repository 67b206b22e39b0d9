import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, openCore } from '#core';
import type { VoiceDriver } from '#core/notify';
import type { GivenAnswer, IncidentAction, IncidentView, Ladder, ReportInput } from '#shared/contract';
import { type FakeClock, fakeClock } from './fake-clock.ts';

/** Friday 20 November 2026, 23:41 in New York. */
export const NIGHT = Date.UTC(2026, 10, 21, 4, 41, 0);

export type Phone = {
  readonly name: string;
  readonly number: string;
  all(): readonly string[];
  last(): string;
  replies(text: string): Promise<void>;
};

/** One night at the demo company's desk: the real core, real SQLite, the practice gateway, a fake clock. */
export type Night = {
  readonly core: Core;
  readonly clock: FakeClock;
  readonly folder: string;
  /** `isSettled` false: returns as soon as it is saved, before anything of it has left. */
  report(
    report: {
      readonly text: string;
      readonly place: string;
      readonly tier?: 'P1' | 'P2' | 'P3';
      /** For this incident only. */
      readonly ladder?: Ladder;
      readonly answers?: readonly GivenAnswer[];
    },
    isSettled?: boolean,
  ): Promise<string>;
  pass(time: string): Promise<void>;
  settle(): Promise<void>;
  phone(name: string): Phone;
  act(action: IncidentAction): ReturnType<Core['api']['act']>;
  incident(id: string): IncidentView;
  /** Closes the core and opens it again on the same folder and clock; `meanwhile` happens while none runs. */
  restart(meanwhile?: () => void): Promise<void>;
  /** The same after a kill: the next core finds what lay on the disk at this moment, claims and all. */
  crash(meanwhile?: () => void): Promise<void>;
  end(): Promise<void>;
};

const MS: Readonly<Record<string, number>> = { s: 1_000, min: 60_000, h: 3_600_000 };

/** `8 min`, `30 s`, `2 h` in milliseconds. */
export function duration(time: string): number {
  const [count, unit] = time.split(' ');
  const ms = MS[unit ?? ''];
  if (ms === undefined) throw new Error(`no such duration: ${time}`);
  return Number(count) * ms;
}

export async function openNight(
  options: {
    readonly at?: number;
    readonly signIn?: boolean;
    readonly isFirstRun?: boolean;
    readonly upForMs?: number;
    /** A folder that a night left behind: its company, its session and its rules are there already. */
    readonly copyOf?: string;
    /** Makes the calls; without one a person does. */
    readonly voice?: VoiceDriver;
    /** Whether a window is open in which an alarm could sound; it is unless told otherwise. */
    readonly hasWindow?: boolean;
  } = {},
): Promise<Night> {
  let folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  if (options.copyOf !== undefined) copyFolder(options.copyOf, folder);
  const clock = fakeClock(options.at ?? NIGHT, options.upForMs);
  const config = () => ({
    folder,
    port: 0,
    rendererFolder: join(import.meta.dirname, '../dist/renderer'),
    version: '0.1.0',
    clock,
    ...(options.voice && { voiceDriver: options.voice }),
  });
  const open = async (): Promise<Core> => {
    const opened = await openCore(config());
    if (options.hasWindow !== false) opened.presence.windowOpened();
    return opened;
  };
  let core = await open();
  const isEmpty = !options.isFirstRun && options.copyOf === undefined;
  if (isEmpty) await core.api.showDemo();
  if (isEmpty && options.signIn !== false) await signIn(core);
  const settle = (): Promise<void> => core.idle();

  const phone = (name: string): Phone => {
    const find = () => core.api.practicePhones().find((each) => each.name === name);
    const known = find() ?? core.api.portfolio().responders.find((each) => each.name === name);
    const number = known?.phone ?? core.api.search(name).find((each) => each.kind === 'resident')?.detail;
    if (!number) throw new Error(`nobody called ${name} has a phone`);
    const all = (): readonly string[] =>
      (find()?.messages ?? []).filter((each) => each.fromDesk).map((each) => each.text);
    return {
      name,
      number,
      all,
      last: () => all().at(-1) ?? '',
      async replies(text) {
        const answer = await core.api.practiceReply({ phone: number, text });
        if (!answer.ok) throw new Error(answer.reason.en);
        await settle();
      },
    };
  };

  return {
    get core() {
      return core;
    },
    clock,
    get folder() {
      return folder;
    },
    phone,
    settle,
    async report({ text, place, tier, answers, ladder }, isSettled = true) {
      const found = core.api.places(place)[0];
      if (!found) throw new Error(`no place like ${place}`);
      const resident = found.residents[0];
      const input: ReportInput = {
        requestId: randomUUID(),
        draftId: null,
        firstContactAt: clock.now(),
        callerPhone: resident?.phone ?? '',
        callerName: resident?.name ?? '',
        language: resident?.language ?? 'en',
        propertyId: found.property.id,
        placeText: '',
        unitId: found.unit?.id ?? null,
        residentId: resident?.id ?? null,
        text,
        answers: answers ?? [],
        category: null,
        tier: tier ?? null,
        tierReason: tier ? 'as the test wants it' : '',
        permissionToEnter: 'unknown',
        ...(ladder && { ladder }),
      };
      const answer = await core.api.report(input);
      if (!answer.ok) throw new Error(answer.reason.en);
      if (isSettled) await settle();
      return answer.value.incidentId;
    },
    pass: (time) => clock.pass(duration(time), settle),
    act: async (action) => {
      const answer = await core.api.act(action);
      await settle();
      return answer;
    },
    incident(id) {
      const view = core.api.incident(id);
      if (!view) throw new Error(`no incident ${id}`);
      return view;
    },
    async restart(meanwhile) {
      await core.close();
      meanwhile?.();
      core = await open();
      await settle();
    },
    async crash(meanwhile) {
      const left = mkdtempSync(join(tmpdir(), 'nightdesk-'));
      copyFolder(folder, left);
      // Whatever it still does, it does to a folder that nobody looks at again.
      await core.close();
      rmSync(folder, { recursive: true, force: true });
      folder = left;
      meanwhile?.();
      core = await open();
      await settle();
    },
    async end() {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The coordinator of the demo, or its manager, signs in with the PIN that the screen shows. */
export async function signIn(core: Core, role: 'coordinator' | 'manager' = 'coordinator'): Promise<void> {
  const info = core.api.appInfo();
  const staff = info.staff.find((each) => each.role === role) ?? info.staff[0];
  const pin = info.demoPins.find((each) => each.staffId === staff?.id)?.pin;
  if (!staff || pin === undefined) throw new Error('the demo has nobody to sign in');
  const answer = await core.api.signIn({ staffId: staff.id, pin });
  if (!answer.ok) throw new Error(answer.reason.en);
}

/** As the disk has it: what stands beside the database for those who have it open is made anew. */
function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !/-shm$|core\.lock/.test(path) });
}
