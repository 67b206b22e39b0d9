import type { AlarmSound, Tier } from '#shared/contract';
import type { AlarmSubject } from './alarm-words.ts';

/** How an alarm sounds: which of the three sounds, and whether it goes on until a person hears it. */
export type Sounding = { readonly sound: AlarmSound; readonly isLooping: boolean };

/** What a P1, or the core itself, is alarmed about; whatever is not listed wants a look only. */
const LOUD: Readonly<Partial<Record<AlarmSubject, Exclude<AlarmSound, 'chime'>>>> = {
  // Nobody has it, or nothing moves: somebody must come.
  unanswered: 'siren',
  deskStep: 'siren',
  residentWorse: 'siren',
  lateByHours: 'siren',
  withoutClock: 'siren',
  standstill: 'siren',
  clockworkLate: 'siren',
  // Something is to be done by the desk now.
  stepEmpty: 'pulse',
  etaMissed: 'pulse',
  noEta: 'pulse',
  etaFar: 'pulse',
  tierNotConfirmed: 'pulse',
  stale: 'pulse',
  notEmergency: 'pulse',
  vendorsSpent: 'pulse',
  callByHand: 'pulse',
  residentNotFixed: 'pulse',
  gatewayDown: 'pulse',
  clockWentBack: 'pulse',
};
/** Judged graver than the tier the incident has, which is why it sounds at all. */
const GRAVER_THAN_ITS_TIER: readonly string[] = ['residentWorse'] satisfies readonly AlarmSubject[];

/**
 * The sound of an alarm, by what it is about and the tier of its incident (null: it is no incident's). Only a P1 and the
 * core itself sound on; a P2, a P3 and the inbox are heard once.
 */
export function alarmSound(kind: string, tier: Tier | null): Sounding {
  const mayLoop = tier === 'P1' || tier === null || GRAVER_THAN_ITS_TIER.includes(kind);
  const byKind: Readonly<Record<string, AlarmSound>> = LOUD;
  const sound = mayLoop && Object.hasOwn(LOUD, kind) ? (byKind[kind] ?? 'chime') : 'chime';
  return { sound, isLooping: sound !== 'chime' };
}

/** An alarm with the building it is of: of a part, the one that the incident at its head has. */
export type OfBuilding<Alarm> = { readonly building: string; readonly alarm: Alarm };

/**
 * One alarm of a kind for each building, however many units have it: one that sounds on before one that is heard once, then
 * the one that sounds longest, or where all were heard the oldest.
 */
export function onePerBuilding<
  Alarm extends {
    readonly kind: string;
    readonly isLooping: boolean;
    readonly since: number;
    readonly isSilencedUntil: number | null;
  },
>(alarms: readonly OfBuilding<Alarm>[]): readonly Alarm[] {
  const groups = Map.groupBy(alarms, ({ building, alarm }) => `${building} ${alarm.kind}`);
  const order = (a: Alarm, b: Alarm): number =>
    Number(b.isLooping) - Number(a.isLooping) ||
    Number(a.isSilencedUntil !== null) - Number(b.isSilencedUntil !== null) ||
    a.since - b.since;
  return [...groups.values()].flatMap((group) => group.map(({ alarm }) => alarm).toSorted(order)[0] ?? []);
}
