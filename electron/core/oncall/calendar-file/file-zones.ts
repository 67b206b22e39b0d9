import type { Instant } from '#shared/contract';
import type { ZoneComponent } from './components.ts';
import type { RuleBudget } from './expand-rule.ts';
import { unknownZone } from './reasons.ts';
import type { Remarks } from './remarks.ts';
import { ianaClock, UTC_CLOCK, type ZoneClock } from './zone-clock.ts';
import { describedClock } from './zone-component.ts';
import { clearZone, looseZone } from './zone-names.ts';

/** The clocks of one file. */
export type FileZones = {
  /** For times without a zone, and for whole days. */
  readonly own: ZoneClock;
  /** The clock that a TZID means; one that means nothing gives `own`, and a note on its line. */
  clock(tzid: string, line: number): ZoneClock;
};

/**
 * A name that is clear beats what the file says about it: files keep the rules of the year they were made in. What is not
 * clear is read as the file defines it.
 */
export function fileZones(
  zones: readonly ZoneComponent[],
  own: string,
  until: Instant,
  budget: RuleBudget,
  remarks: Remarks,
): FileZones {
  const ownClock = own === 'UTC' ? UTC_CLOCK : ianaClock(own);
  const known = new Map<string, ZoneClock | null>();
  const defined = new Map(zones.map((zone) => [textOf(zone, 'TZID'), zone]));
  const find = (name: string): ZoneClock | null => {
    const clear = clearZone(name);
    if (clear !== null) return ianaClock(clear);
    const zone = defined.get(name);
    const place = zone && clearZone(textOf(zone, 'X-LIC-LOCATION'));
    if (place) return ianaClock(place);
    const described = zone && describedClock(name, zone, until, budget, remarks);
    if (described) return described;
    const loose = looseZone(name);
    return loose === null ? null : ianaClock(loose);
  };
  return {
    own: ownClock,
    clock: (tzid, line) => {
      let clock = known.get(tzid);
      if (clock === undefined) {
        clock = find(unquoted(tzid));
        known.set(tzid, clock);
      }
      if (clock === null) remarks.note(line, unknownZone(unquoted(tzid), own));
      return clock ?? ownClock;
    },
  };
}

function textOf({ lines }: ZoneComponent, name: string): string {
  const line = lines.find(({ text }) => text.toUpperCase().startsWith(name) && /^[:;]/.test(text.slice(name.length)));
  return line === undefined ? '' : unquoted(line.text.slice(line.text.indexOf(':') + 1));
}

function unquoted(name: string): string {
  return name.trim().replaceAll(/^["']|["']$/g, '');
}
