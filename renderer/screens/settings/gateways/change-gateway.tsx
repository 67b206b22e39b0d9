import { useState } from 'react';
import type { GatewayKindView, GatewayProbe, GatewaySaved, GatewaySlotView } from '#shared/contract';
import { tell, useText } from '../../../app/index.ts';
import { FormDialog, useSend } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';
import { ChooseKind } from './choose-kind.tsx';
import { configOf, missingOf, typedOf } from './fields.ts';
import { GatewayFields } from './form-fields.tsx';
import { asksNothing, ProbeWords } from './probe-words.tsx';

type ChangeGatewayProps = {
  readonly view: GatewaySlotView;
  readonly kinds: readonly GatewayKindView[];
  /** Another gateway is chosen; else the settings of the one that stands there are changed. */
  readonly isNew: boolean;
  readonly onClose: () => void;
};

/** A gateway for a place: what people have, what has to be known of it, whether it answers, and then it is in use. */
export function ChangeGateway({ view, kinds, isNew, onClose }: ChangeGatewayProps) {
  const [chosen, choose] = useState<string | null>(isNew ? null : view.kind);
  const kind = kinds.find((each) => each.kind === chosen);
  if (!kind) return <ChooseKind slot={view.slot} kinds={kinds} onChoose={choose} onClose={onClose} />;
  return <GatewayForm key={kind.kind} view={view} kind={kind} onClose={onClose} />;
}

type GatewayFormProps = {
  readonly view: GatewaySlotView;
  readonly kind: GatewayKindView;
  readonly onClose: () => void;
};

function GatewayForm({ view, kind, onClose }: GatewayFormProps) {
  const { t, pick } = useText();
  const { send, refusal, isBusy } = useSend();
  const isSame = kind.kind === view.kind;
  const [typed, setTyped] = useState<Record<string, string>>(() => (isSame ? typedOf(view.config) : {}));
  const [probe, setProbe] = useState<GatewayProbe | null>(null);
  const secretsSet = isSame ? view.secretsSet : [];
  const missing = missingOf(kind.fields, typed, secretsSet);
  const slotName = t(`gateways.slot.${view.slot}`);
  const mutate = (isConfirmed: boolean) =>
    api.settings.saveGateway.mutate({
      slot: view.slot,
      kind: kind.kind,
      config: configOf(kind.fields, typed),
      isConfirmed,
    });
  const done = (answer: GatewaySaved) => {
    if (!answer.isSaved) return setProbe(answer.probe);
    tell(t('gateways.saved', { slot: slotName }));
    onClose();
  };
  /** Asks first; where it answers and nothing is in its way, no second key is wanted. */
  const check = async () => {
    const asked = await mutate(false);
    return asked.ok && asksNothing(asked.value.probe) ? mutate(true) : asked;
  };
  return (
    <FormDialog
      title={t('gateways.formTitle', { slot: slotName, kind: pick(kind.title) })}
      submit={probe === null ? t('gateways.check') : t('gateways.useIt')}
      refusal={refusal}
      isBusy={isBusy}
      isReady={missing.length === 0}
      onSubmit={() => send(probe === null ? check : () => mutate(true), done)}
      onClose={onClose}
    >
      <p className="wide dim">{pick(kind.summary)}</p>
      <GatewayFields
        fields={kind.fields}
        secretsSet={secretsSet}
        typed={typed}
        onTyped={(next) => {
          setTyped(next);
          // What was answered was answered about other settings.
          setProbe(null);
        }}
      />
      {missing.length > 0 && (
        <p className="wide dim form-note">
          {t('settings.missing', { fields: missing.map((field) => pick(field.label)).join(', ') })}
        </p>
      )}
      {isBusy && (
        <p className="wide dim" role="status">
          {t('gateways.checking')}
        </p>
      )}
      {probe && <ProbeWords probe={probe} />}
    </FormDialog>
  );
}
