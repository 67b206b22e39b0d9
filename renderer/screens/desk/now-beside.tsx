import type { IncidentView } from '#shared/contract';
import { NOT_EMERGENCY } from '#shared/incident';
import { useText, useWhen } from '../../app/index.ts';

type Text = ReturnType<typeof useText>['t'];
type When = ReturnType<typeof useWhen>;

/** What a person has to decide or wait for beside who has it: a hold, a vendor, an answer that is awaited. */
export function NowBeside({ view }: { readonly view: IncidentView }) {
  const { t } = useText();
  const when = useWhen();
  if (view.row.status === 'resolved') return null;
  const toDecide = [
    ...(view.notEmergency ? [t('desk.meanwhile.notEmergency', { who: view.notEmergency.name })] : []),
    ...(view.isUnchecked ? [t('desk.meanwhile.unchecked')] : []),
    ...awaited(view, t, when),
  ];
  const known = [...held(view, t, when), ...vendorLines(view, t, when)];
  return (
    <>
      {toDecide.map((words) => (
        <p key={words} className="now-decide">
          {words}
        </p>
      ))}
      {known.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </>
  );
}

function held({ hold }: IncidentView, t: Text, when: When): readonly string[] {
  if (!hold) return [];
  const time = when(hold.untilAt);
  const who = hold.by ? t('desk.meanwhile.onHoldBy', { who: hold.by, time }) : t('desk.meanwhile.onHold', { time });
  return [`${who}: ${hold.reason === NOT_EMERGENCY ? t('desk.meanwhile.decides') : hold.reason}`];
}

function awaited({ holder }: IncidentView, t: Text, when: When): readonly string[] {
  if (!holder) return [];
  const { name, confirmByAt, stillComingByAt } = holder;
  return [
    ...(confirmByAt === null ? [] : [`${name} ${t('desk.meanwhile.confirmBy', { time: when(confirmByAt) })}`]),
    ...(stillComingByAt === null
      ? []
      : [`${name} ${t('desk.meanwhile.stillComingBy', { time: when(stillComingByAt) })}`]),
  ];
}

function vendorLines({ vendor }: IncidentView, t: Text, when: When): readonly string[] {
  if (!vendor) return [];
  const { mode, asked, accepted, isSpent } = vendor;
  const comes = accepted && comesWords(mode, accepted, t, when);
  return [
    ...(comes ? [comes] : []),
    ...(asked ? [t('desk.meanwhile.beside.asked', { who: asked.name, time: when(asked.byAt) })] : []),
    ...(isSpent ? [t('desk.meanwhile.beside.spent')] : []),
  ];
}

function comesWords(
  mode: NonNullable<IncidentView['vendor']>['mode'],
  { name: who, etaAt }: NonNullable<NonNullable<IncidentView['vendor']>['accepted']>,
  t: Text,
  when: When,
): string {
  if (mode === 'standBy') return t('desk.meanwhile.beside.standsBy', { who });
  return etaAt === null
    ? t('desk.meanwhile.beside.comes', { who })
    : t('desk.meanwhile.beside.comesAt', { who, time: when(etaAt) });
}
