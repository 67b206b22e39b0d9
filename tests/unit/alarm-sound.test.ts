import { describe, expect, it } from 'vitest';
import { ALARM_KINDS, ALARM_WORDS, alarmSound, onePerBuilding } from '#shared/incident';

const of = (sound: string): readonly string[] => ALARM_KINDS.filter((kind) => alarmSound(kind, 'P1').sound === sound);

describe('section 8: the alarm has three sounds, decided by what it is about and the tier', () => {
  it('section 8: of a P1, the siren is for what nobody has, the pulse for what the desk must do now', () => {
    expect(of('siren')).toEqual(expect.arrayContaining(['unanswered', 'deskStep', 'lateByHours', 'withoutClock']));
    expect(of('pulse')).toEqual(expect.arrayContaining(['stepEmpty', 'etaMissed', 'noEta', 'callByHand']));
    expect(of('chime')).toEqual(expect.arrayContaining(['messageFailed', 'promiseDue', 'notResolved']));
  });

  it('section 8: a P2 and a P3 never loop, whatever they are about', () => {
    for (const tier of ['P2', 'P3'] as const) {
      const looping = ALARM_KINDS.filter((kind) => alarmSound(kind, tier).isLooping);
      // The resident writes of something graver than that tier: it may be a P1 by now.
      expect(looping).toEqual(['residentWorse']);
    }
  });

  it('section 8: the siren and the pulse sound on, the chime is heard once', () => {
    for (const kind of ALARM_KINDS) {
      const { sound, isLooping } = alarmSound(kind, 'P1');
      expect(isLooping).toBe(sound !== 'chime');
    }
  });

  it('section 8: the core itself sounds on where nothing moves; a kind of another build is a chime', () => {
    const own = [
      'standstill',
      'clockworkLate',
      'gatewayDown',
      'clockWentBack',
      'deskUnheard',
    ] satisfies (keyof typeof ALARM_WORDS.en)[];
    expect(own.map((kind) => alarmSound(kind, null).sound)).toEqual(['siren', 'siren', 'pulse', 'pulse', 'chime']);
    expect(alarmSound('ofTomorrow', 'P1')).toEqual({ sound: 'chime', isLooping: false });
    expect(Object.keys(ALARM_WORDS.en)).toEqual(expect.arrayContaining(own));
  });

  it('section 8: one for a building, however many units have it; another kind and another building sound as well', () => {
    const at = (building: string, kind: string, since: number, isSilencedUntil: number | null = null) => ({
      building,
      alarm: { kind, since, isSilencedUntil, isLooping: true },
    });
    const alarms = [at('h', 'noEta', 5), at('h', 'noEta', 3), at('h', 'unanswered', 4), at('x', 'noEta', 9)];
    expect(onePerBuilding(alarms).map(({ kind, since }) => `${kind} ${since}`)).toEqual([
      'noEta 3',
      'unanswered 4',
      'noEta 9',
    ]);
    // A unit that was heard does not silence one that was not.
    expect(onePerBuilding([at('h', 'noEta', 1, 50), at('h', 'noEta', 8)])).toMatchObject([{ since: 8 }]);
    // Nor does a P2 of the house, whose alarm is heard once, take the place of a P1 that sounds on.
    const once = { building: 'h', alarm: { ...at('h', 'noEta', 1).alarm, isLooping: false } };
    expect(onePerBuilding([once, at('h', 'noEta', 8), at('h', 'noEta', 9, 50)])).toMatchObject([{ since: 8 }]);
  });
});
