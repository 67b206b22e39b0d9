import type { Presence } from '#core/alarm';
import type { Clock, Standstill } from '#core/clockwork';
import type { Desk, Hub } from '#core/desk';
import type { GatewayManager, VoiceManager, Ways } from '#core/notify';
import type { Feeds, OnCallBook, OnCallWatch, Reminders } from '#core/oncall';
import { getRow, openDeskSession, type Store } from '#core/store';
import type { Weather } from '#core/weather';
import type { BothLanguages, Language, Refusal } from '#shared/contract';
import type { Actor } from '#shared/incident';
import type { Intake } from './intake/index.ts';
import type { OutsideWatch } from './watch/index.ts';

/** What the console's functions are made of; put together in core.ts. */
export type Parts = {
  readonly version: string;
  readonly store: Store;
  readonly desk: Desk;
  readonly book: OnCallBook;
  readonly feeds: Feeds;
  readonly weather: Weather;
  readonly clock: Clock;
  readonly hub: Hub;
  readonly gateway: GatewayManager;
  /** Where texts leave now. */
  readonly ways: Ways;
  readonly voice: VoiceManager;
  readonly reminders: Reminders;
  readonly watch: OnCallWatch;
  readonly intake: Intake;
  readonly outside: OutsideWatch;
  readonly figures: Figures;
  readonly presence: Presence;
  /** A voice gateway is configured and answers. */
  readonly hasVoice: () => boolean;
  readonly halted: Standstill;
  /** To be awaited before somebody is woken, and before it is decided who: at most 300 ms. */
  readonly freshCalendars: () => Promise<void>;
};

/** Live figures of this run, for the status line. */
export type Figures = {
  lastAcceptedMs: number | null;
  /** When the alarms that no incident has were last heard. */
  heardAt: number | null;
  /** Since when this computer shows an hour that was over before it was started again; null when it does not. */
  clockWentBackAt: number | null;
  /** The last call the softphone handed over, for a window that opens after it. */
  lastCall: { readonly from: string; readonly to: string; readonly at: number } | null;
  /** When a desktop program last asked what to show and do; null while none has. */
  shellAskedAt: number | null;
  /** Since when the clockwork has not come round as it should; null while it does. */
  clockworkLateSince: number | null;
  /** When the watch on a second computer last asked; null while it has not. */
  watchAskedAt: number | null;
};

/** Figures of a run that has only begun. */
export function noFigures(): Figures {
  return {
    lastAcceptedMs: null,
    heardAt: null,
    clockWentBackAt: null,
    lastCall: null,
    shellAskedAt: null,
    clockworkLateSince: null,
    watchAskedAt: null,
  };
}

export type Company = {
  readonly name: string;
  readonly zone: string;
  readonly language: Language;
  readonly isDemo: boolean;
};

/** The company's own settings; null before the first run has been answered. */
export function company(parts: Pick<Parts, 'store'>): Company | null {
  const row = getRow(parts.store.read, 'setting', 'company');
  return row ? (row.value as Company) : null; // written by the first run (api/desk-session.ts)
}

/** Whoever is signed in at the desk; null when nobody is. */
export function whoIsAtDesk(parts: Pick<Parts, 'store'>): Actor | null {
  const session = openDeskSession(parts.store.read);
  const staff = session && getRow(parts.store.read, 'staff', session.staffId);
  return staff ? { kind: 'staff', id: staff.id, name: staff.name } : null;
}

export const CORE: Actor = { kind: 'core' };
/** Whoever presses a key that works without a name. */
export const LOCKED_DESK: Actor = { kind: 'lockedDesk' };

/** A refusal in plain words. */
export function refusal(code: string, reason: BothLanguages): Refusal {
  return { ok: false, code, reason };
}

export const SIGN_IN_FIRST = refusal('signInFirst', {
  en: 'Nobody is signed in at this desk, so the act would carry no name. Sign in; what you typed is kept.',
  es: 'Nadie ha iniciado sesión en esta mesa y el acto no llevaría nombre. Inicie sesión; lo que escribió se conserva.',
});

/** Settings name another server than the one that a secret on file was entered for. */
export const SECRET_FOR_ANOTHER = refusal('secretForAnother', {
  en: 'Not saved: what is on file was entered for another server, and goes to no other. Enter the password or token again.',
  es: 'No se guardó: lo que está guardado se ingresó para otro servidor y no se envía a ningún otro. Ingrese de nuevo la contraseña o el token.',
});

export const UNKNOWN_GATEWAY_KIND = refusal('unknownKind', {
  en: 'This kind of gateway is unknown.',
  es: 'Este tipo de pasarela no existe.',
});

export const DONE = { ok: true, value: null } as const;
