import type { BothLanguages, Instant, Property, Responder, ScheduleSources } from '#shared/contract';
import { finalSchedule, plannedForGroup } from '#shared/oncall';
import { timeWords } from './notes.ts';

/** What a change of the portfolio does to the plan: it is saved, and who is called may not be who was meant. */

const SIGHT_MS = 60 * 24 * 60 * 60_000;

type Facts = { readonly now: Instant; readonly zone: string; readonly sources: ScheduleSources };

/** Properties leave a group that something is planned for: it holds there no more. */
export function groupNotes(
  { now, sources }: Facts,
  before: readonly Property[],
  after: readonly Property[],
): readonly BothLanguages[] {
  const groupAfter = new Map(after.map(({ id, group }) => [id, group]));
  const leaving = before.filter(({ id, group }) => group !== null && groupAfter.get(id) !== group);
  const filled = new Set(groupAfter.values());
  return [...Map.groupBy(leaving, ({ group }) => group ?? '')].flatMap(([group, properties]) => {
    const entries = plannedForGroup(sources, group, now);
    const [first] = properties;
    if (entries === 0 || first === undefined) return [];
    const [who, quien] =
      properties.length === 1
        ? [`${first.name} leaves`, `${first.name} sale`]
        : [`${properties.length} properties leave`, `${properties.length} propiedades salen`];
    const [planned, planificado] =
      entries === 1 ? ['1 entry is', 'hay 1 entrada'] : [`${entries} entries are`, `hay ${entries} entradas`];
    const [rest, resto] = filled.has(group)
      ? ['These no longer hold there, for the past neither.', 'Allí ya no valen, tampoco para el pasado.']
      : [
          'No property belongs to it any more, so nobody is called by them. Give the plan the new name, or the property its old group.',
          'Ninguna propiedad pertenece ya a él y no se llama a nadie por ellas. Dé al plan el nombre nuevo o a la propiedad su grupo anterior.',
        ];
    return [
      {
        en: `${who} the group ${group}, for which ${planned} planned. ${rest}`,
        es: `${quien} del grupo ${group}, para el que ${planificado} en el plan. ${resto}`,
      },
    ];
  });
}

/** Somebody who holds duties ahead is not called any more. */
export function leavingNotes(
  { now, zone, sources }: Facts,
  before: Responder | null,
  { id, name, active }: Responder,
): readonly BothLanguages[] {
  if (active || before?.active !== true) return [];
  const held = finalSchedule(sources, now, now + SIGHT_MS).filter((duty) => duty.responderId === id);
  const [first] = held;
  if (first === undefined) return [];
  const when = timeWords({ zone }, first.startsAt);
  const [stretches, tramos] =
    held.length === 1
      ? ['a stretch of duty', 'un tramo de guardia']
      : [`${held.length} stretches`, `${held.length} tramos`];
  return [
    {
      en: `${name} is planned for ${stretches} in the next 60 days, the first from ${when.en}. Whoever is next is called instead, or nobody: look at the plan.`,
      es: `${name} tiene ${tramos} en los próximos 60 días, el primero desde el ${when.es}. En su lugar se llama a quien sigue, o a nadie: revise el plan.`,
    },
  ];
}
