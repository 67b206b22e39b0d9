import { NativeSelect } from '@mantine/core';
import type { PolicyLayerView, PolicyPlace, PolicyPlaceView, Staff } from '#shared/contract';
import { tell, useText, useWhen } from '../../../app/index.ts';
import { ChooseAndDo, RefusalNote, useSend } from '../../../parts/index.ts';
import { api, useSession } from '../../../stores/index.ts';
import { usePolicyPlaceName } from './place-words.ts';
import { usePolicyWork } from './work.ts';

type PolicyHeadProps = {
  readonly places: readonly PolicyPlaceView[];
  readonly view: PolicyLayerView;
  readonly staff: readonly Staff[];
  readonly maySign: boolean;
};

/** Whose ladders these are, by whom they were signed, and who signs the next version. */
export function PolicyHead({ places, view, staff, maySign }: PolicyHeadProps) {
  const { t } = useText();
  const when = useWhen();
  const nameOf = usePolicyPlaceName();
  const { layer, owner } = view;
  const of = (kind: PolicyPlaceView['kind']) =>
    places
      .filter((each) => each.kind === kind)
      .map((each) => ({
        value: each.place,
        label: each.version > 0 && kind !== 'company' ? t('policy.withOwn', { name: nameOf(each) }) : nameOf(each),
      }));
  const grouped = (group: string, items: ReturnType<typeof of>) => (items.length > 0 ? [{ group, items }] : []);
  const signed = {
    version: layer.version,
    name: layer.signedBy ?? '',
    time: layer.signedAt ? when(layer.signedAt) : '',
  };
  return (
    <div className="policy-head">
      {!maySign && (
        <p className="note policy-locked">
          {owner === null ? t('policy.locked') : t('policy.owner', { name: owner.name })}
        </p>
      )}
      <NativeSelect
        label={t('policy.place')}
        value={layer.id}
        data={[
          ...of('company'),
          ...grouped(t('policy.groups'), of('group')),
          ...grouped(t('policy.properties'), of('property')),
        ]}
        onChange={(event) => usePolicyWork.setState({ place: event.currentTarget.value as PolicyPlace })} // one of the places above
      />
      <div>
        <p>
          {layer.version === 0
            ? t('policy.nothingSaid')
            : layer.signedBy === null
              ? t('policy.unsigned', signed)
              : layer.signedAt === null
                ? t('policy.signed', signed)
                : t('policy.signedAt', signed)}{' '}
          <span className="dim">{t('settings.runningKeep')}</span>
        </p>
        <Owner view={view} staff={staff} maySign={maySign} />
      </div>
    </div>
  );
}

function Owner({ view, staff, maySign }: Omit<PolicyHeadProps, 'places'>) {
  const { t } = useText();
  const { send, refusal } = useSend();
  const me = useSession((state) => state.session?.deskSession?.staff);
  const { owner } = view;
  const mayHandOver = owner !== null && (maySign || me?.role === 'admin');
  const next = staff.filter((each) => each.role !== 'coordinator' && each.id !== owner?.staffId);
  const handOver = (staffId: string) => {
    const name = next.find((each) => each.id === staffId)?.name;
    if (!name) return;
    send(
      () => api.policy.setOwner.mutate({ staffId }),
      () => tell(t('policy.handedOver', { name })),
    );
  };
  return (
    <div className="policy-owner dim">
      {/* Why nothing can be changed here stands on top. */}
      {(owner === null || maySign) && <span>{owner === null ? t('policy.noOwner') : t('policy.youOwn')}</span>}
      {mayHandOver && next.length > 0 && (
        <ChooseAndDo
          label={t('policy.handOver')}
          invitation={t('policy.handOver')}
          sign="→"
          doLabel={(name) => t('policy.handOverTo', { name })}
          options={next.map((each) => ({ value: each.id, label: each.name }))}
          onDo={handOver}
        />
      )}
      <RefusalNote refusal={refusal} />
    </div>
  );
}
