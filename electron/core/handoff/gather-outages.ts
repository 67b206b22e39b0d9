import { type Outage, outagesSince, type ReadDb } from '#core/store';
import { TIMING } from '#shared/escalation';
import type { GatewayOutage, LateMessages, NightSummary } from './handoff-document.ts';
import { elapsedMs, type Night, type NightIncident } from './night.ts';

type Late = { readonly writtenAt: number; readonly leftAt: number; readonly lateMs: number };

/** When the gateway was down in the night, each outage with what left late because of it, and what was late besides. */
export function outagesOf(read: ReadDb, night: Night): Pick<NightSummary, 'outages' | 'lateBesides'> {
  const outages = outagesSince(read, night.from).filter((each) => each.from <= night.until);
  const left = new Set(night.incidents.flatMap((incident) => lateOf(incident, night)));
  const told = outages.map((outage): GatewayOutage => {
    const heldUp = [...left].filter((late) => wasHeldUp(late, outage));
    for (const late of heldUp) left.delete(late);
    // One that ended after the night still lasted when the night did.
    const to = outage.to !== null && outage.to <= night.until ? outage.to : null;
    return { from: outage.from, to, why: outage.reason, ...sumOf(heldUp) };
  });
  return { outages: told, lateBesides: sumOf([...left]) };
}

function wasHeldUp({ writtenAt, leftAt }: Late, { from, to }: Outage): boolean {
  return leftAt >= from && (to === null || writtenAt <= to);
}

function sumOf(late: readonly Late[]): LateMessages {
  return { lateCount: late.length, mostLateMs: Math.max(0, ...late.map((each) => each.lateMs)) };
}

/** Messages of the night that a gateway took, but not when they were written. */
function lateOf({ events }: NightIncident, night: Night): readonly Late[] {
  const written = new Map<string, { readonly at: number; readonly index: number }>();
  const late: Late[] = [];
  events.forEach((event, index) => {
    if (event.at < night.from || event.at > night.until) return;
    if (event.type === 'messageQueued') written.set(event.key, { at: event.sendAt, index });
    if (event.type !== 'messageState' || event.state !== 'accepted') return;
    const since = written.get(event.key);
    if (!since || !written.delete(event.key)) return;
    const lateMs = elapsedMs(events, since, index);
    if (lateMs > TIMING.lateMessageMs) late.push({ writtenAt: since.at, leftAt: event.at, lateMs });
  });
  return late;
}
