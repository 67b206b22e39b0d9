import { NativeSelect } from '@mantine/core';
import type { TriageLayer, TriagePlace } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { usePlaceName } from './place-words.ts';
import { useWork } from './work.ts';

/** Whose settings are looked at, and what it says of its own so far. */
export function PlacePicker({
  places,
  layer,
}: {
  readonly places: readonly TriagePlace[];
  readonly layer: TriageLayer;
}) {
  const { t } = useText();
  const nameOf = usePlaceName();
  const of = (kind: TriagePlace['kind']) =>
    places.filter((each) => each.kind === kind).map((each) => ({ value: each.place, label: nameOf(each) }));
  const grouped = (group: string, items: ReturnType<typeof of>) => (items.length > 0 ? [{ group, items }] : []);
  const { version, signedBy } = layer;
  return (
    <div className="place-picker">
      <NativeSelect
        label={t('triage.place')}
        value={layer.place}
        data={[
          ...of('company'),
          ...grouped(t('triage.groups'), of('group')),
          ...grouped(t('triage.properties'), of('property')),
        ]}
        onChange={(event) => useWork.setState({ place: event.currentTarget.value })}
      />
      <p className="dim">
        {version === 0 ? t('triage.versionNone') : t('triage.version', { version, name: signedBy ?? '–' })}
        {'. '}
        {t('triage.overrides')}
      </p>
    </div>
  );
}
