import { useState } from 'react';
import { type PolicyLayer, type PolicyLayerView, type Responder, TIERS } from '#shared/contract';
import { ladderChanges, policyInForce, policyLayerTrouble, saysTheSameLadders } from '#shared/escalation';
import { tell, useKeys, useText } from '../../../app/index.ts';
import { ActionButton, Field, LadderWarnings, RefusalNote, useSend } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';
import { dropPolicyDraft } from './work.ts';

/** A copy the contract takes: its lists may be changed, ours may not. */
function mutable(layer: PolicyLayer) {
  return structuredClone(layer) as Parameters<typeof api.policy.saveLayer.mutate>[0]['layer']; // a clone is nobody else's
}

type SignFootProps = {
  readonly view: PolicyLayerView;
  readonly draft: PolicyLayer;
  readonly responders: readonly Responder[];
  readonly maySign: boolean;
  readonly warnings: readonly string[];
};

/** What was changed, in words, for how many properties; and the name that signs it. */
export function SignFoot({ view, draft, responders, maySign, warnings }: SignFootProps) {
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const [signedAs, setSignedAs] = useState('');
  const { layer } = view;
  const version = layer.version + 1;
  const isChanged = !saysTheSameLadders(layer, draft);
  const isStale = draft.version !== layer.version;
  const canSign = isChanged && maySign && !isBusy && signedAs.trim() !== '' && policyLayerTrouble(draft) === null;
  const save = () => {
    if (!canSign) return;
    send(
      () => api.policy.saveLayer.mutate({ layer: mutable(draft), signedAs }),
      () => {
        dropPolicyDraft(layer.id);
        setSignedAs('');
        tell(t('settings.policySaved', { version }));
      },
    );
  };
  useKeys({ 'ctrl+enter': save });
  if (!isChanged || !maySign) return null;
  return (
    <section className="sign-foot" aria-label={t('policy.signing')}>
      {isStale && <p className="note note-warn">{t('policy.stale', { version: layer.version })}</p>}
      <Changes view={view} draft={draft} responders={responders} />
      <LadderWarnings lines={warnings} />
      <RefusalNote refusal={refusal} />
      <div className="sign-row">
        <Field
          label={t('policy.signAs')}
          value={signedAs}
          onValue={setSignedAs}
          placeholder={t('policy.signHint')}
          maxLength={120}
        />
        <ActionButton label={t('settings.discard')} kind="quiet" onPress={() => dropPolicyDraft(layer.id)} />
        <ActionButton
          label={t('settings.savePolicy', { version })}
          cap="Ctrl Enter"
          kind="main"
          isDisabled={!canSign}
          onPress={save}
        />
      </div>
    </section>
  );
}

/** A line per change: which tier, what, and whom it reaches. */
function Changes({ view, draft, responders }: Omit<SignFootProps, 'maySign' | 'warnings'>) {
  const { t, pick } = useText();
  const { layer, above, reaches } = view;
  const before = policyInForce([...above, layer]);
  const after = policyInForce([...above, draft]);
  const nameOf = (id: string) => responders.find((each) => each.id === id)?.name ?? null;
  const tiers = TIERS.filter((tier) => JSON.stringify(layer.ladders[tier]) !== JSON.stringify(draft.ladders[tier]));
  return (
    <dl className="sign-changes">
      {tiers.map((tier) => {
        const lines = ladderChanges(before.ladders[tier], after.ladders[tier], nameOf).map(pick);
        const [had, has] = [layer.ladders[tier] !== undefined, draft.ladders[tier] !== undefined];
        const kind = had === has ? [] : [has ? t('policy.becomesOwn') : t('policy.becomesInherited')];
        return (
          <div key={tier}>
            <dt>
              <b>{tier}</b> <span className="dim">{t('policy.reaches', { count: reaches[tier].length })}</span>
            </dt>
            <dd>{[...kind, ...lines].join('; ')}</dd>
          </div>
        );
      })}
    </dl>
  );
}
