import { useEffect, useRef, useState } from 'react';
import type { GatewayKindView, GatewayProbe, GatewaySaved, GatewaySlotView } from '#shared/contract';
import { tell, useText } from '../../../app/index.ts';
import { ActionButton, FormDialog, useSend } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';
import { ChooseKind } from './choose-kind.tsx';
import { configOf, missingOf, typedOf } from './fields.ts';
import { GatewayFields } from './form-fields.tsx';
import { asksNothing, ProbeWords } from './probe-words.tsx';
import { dropGatewayDraft, gatewayDraft, keepGatewayDraft } from './work.ts';

type ChangeGatewayProps = {
  readonly view: GatewaySlotView;
  readonly kinds: readonly GatewayKindView[];
  /** Another gateway is chosen; else the settings of the one that stands there are changed. */
  readonly isNew: boolean;
  readonly onSaved: () => void;
  readonly onClose: () => void;
};

/** A gateway for a place: what people have, what has to be known of it, whether it answers, and then it is in use. */
export function ChangeGateway({ view, kinds, isNew, onSaved, onClose }: ChangeGatewayProps) {
  const [chosen, choose] = useState<string | null>(isNew ? null : view.kind);
  const kind = kinds.find((each) => each.kind === chosen);
  if (!kind) return <ChooseKind slot={view.slot} kinds={kinds} onChoose={choose} onClose={onClose} />;
  const onBack = isNew ? () => choose(null) : null;
  return <GatewayForm key={kind.kind} view={view} kind={kind} onSaved={onSaved} onBack={onBack} onClose={onClose} />;
}

type GatewayFormProps = {
  readonly view: GatewaySlotView;
  readonly kind: GatewayKindView;
  readonly onSaved: () => void;
  /** To the choice of another kind; null where there was none. */
  readonly onBack: (() => void) | null;
  readonly onClose: () => void;
};

function GatewayForm({ view, kind, onSaved, onBack, onClose }: GatewayFormProps) {
  const { t, pick } = useText();
  const { send, refusal, isBusy } = useSend();
  const isSame = kind.kind === view.kind;
  const stored = () => (isSame ? typedOf(view.config) : {});
  const [isKept, setKept] = useState(() => gatewayDraft(view.slot, kind.kind) !== null);
  const [typed, setTyped] = useState<Record<string, string>>(() => ({
    ...stored(),
    ...gatewayDraft(view.slot, kind.kind),
  }));
  const [probe, setProbe] = useState<GatewayProbe | null>(null);
  const secretsSet = isSame ? view.secretsSet : [];
  const missing = missingOf(kind.fields, typed, secretsSet);
  const isBegun = Object.values(typed).some((value) => value.trim() !== '');
  const slotName = t(`gateways.slot.${view.slot}`);
  const [begun] = useState(() => standing(view));
  const wrong = refusal?.fields ?? NONE;
  const fields = useFocusOnWrong(wrong);
  const mutate = (isConfirmed: boolean) =>
    api.settings.saveGateway.mutate({
      slot: view.slot,
      kind: kind.kind,
      config: configOf(kind.fields, typed),
      isConfirmed,
    });
  const done = (answer: GatewaySaved) => {
    if (!answer.isSaved) return setProbe(answer.probe);
    dropGatewayDraft(view.slot, kind.kind);
    tell(t('gateways.saved', { slot: slotName }));
    onSaved();
  };
  /** Asks first; where it answers and nothing is in its way, no second key is wanted. */
  const check = async () => {
    const asked = await mutate(false);
    return asked.ok && asksNothing(asked.value.probe) ? mutate(true) : asked;
  };
  const type = (next: Record<string, string>) => {
    setTyped(next);
    keepGatewayDraft(view.slot, kind, next);
    // What was answered was answered about other settings.
    setProbe(null);
  };
  const discard = () => {
    dropGatewayDraft(view.slot, kind.kind);
    setTyped(stored());
    setProbe(null);
    setKept(false);
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
      {...(onBack && { start: <ActionButton label={t('gateways.back')} kind="quiet" onPress={onBack} /> })}
    >
      <p className="wide dim">{pick(kind.summary)}</p>
      {isKept && <KeptNote onDiscard={discard} />}
      {!isBusy && standing(view) !== begun && <p className="wide note note-warn">{t('gateways.changedMeanwhile')}</p>}
      <div className="wide form-grid" ref={fields}>
        <GatewayFields fields={kind.fields} secretsSet={secretsSet} typed={typed} wrong={wrong} onTyped={type} />
      </div>
      {missing.length > 0 && isBegun && (
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

const NONE: readonly string[] = [];

/** What stands in a place, to be compared. */
function standing({ kind, config }: GatewaySlotView): string {
  return JSON.stringify([kind, config]);
}

/** The cursor goes to the first field that is wrong, each time something was refused. */
function useFocusOnWrong(wrong: readonly string[]) {
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wrong.length === 0) return;
    fields.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [wrong]);
  return fields;
}

/** It was begun before: what stands in the form is not what is in use. */
function KeptNote({ onDiscard }: { readonly onDiscard: () => void }) {
  const { t } = useText();
  return (
    <p className="wide note kept-note">
      <span>{t('gateways.kept')}</span>
      <ActionButton label={t('settings.discard')} kind="quiet" onPress={onDiscard} />
    </p>
  );
}
