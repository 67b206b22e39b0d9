import { useState } from 'react';
import { type Policy, type PolicyLayerView, type PortfolioView, TIERS, type Tier } from '#shared/contract';
import { policyWarnings } from '#shared/escalation';
import { tell, useKeys, useText } from '../../app/index.ts';
import { ActionButton, RefusalNote, useSend } from '../../parts/index.ts';
import { api, useCore } from '../../stores/index.ts';
import { saysTheSame, withLadder } from './ladder-edit.ts';
import { LadderEditor } from './ladder-editor.tsx';
import { LadderLine } from './ladder-line.tsx';

/** The company's policy: a ladder per tier, drawn and changed. */
export function PolicySettings() {
  const view = useCore('policy', ['settings'], () => api.policy.layer.query({ place: 'company' }));
  const portfolio = useCore('portfolio', ['portfolio'], () => api.portfolio.get.query());
  if (!view || !portfolio) return null;
  return <PolicyEditor key={view.layer.version} view={view} portfolio={portfolio} />;
}

function PolicyEditor({ view, portfolio }: { readonly view: PolicyLayerView; readonly portfolio: PortfolioView }) {
  const { t, pick } = useText();
  const { send, refusal, isBusy } = useSend();
  const [draft, setDraft] = useState<Policy>(view.inForce);
  const [tier, setTier] = useState<Tier>('P1');
  const isChanged = !saysTheSame(draft, view.inForce);
  const version = view.layer.version + 1;
  // Of what is drawn, while it is changed: the same rule the core would read it by.
  const warnings = policyWarnings(draft);
  const save = () => {
    if (!isChanged || isBusy) return;
    send(
      () => api.policy.saveLayer.mutate(mutable(view, draft)),
      () => tell(t('settings.policySaved', { version })),
    );
  };
  useKeys({ 'ctrl+enter': save });
  return (
    <>
      <PolicyHead view={view} portfolio={portfolio} />
      {warnings.length > 0 && (
        <ul className="note note-warn" aria-label={t('settings.warnings')}>
          {warnings.map((warning) => (
            <li key={warning.en}>{pick(warning)}</li>
          ))}
        </ul>
      )}
      <section className="card ladders" aria-label={t('settings.ladders')}>
        {TIERS.map((each) => (
          <LadderLine
            key={each}
            tier={each}
            ladder={draft.ladders[each]}
            isOn={each === tier}
            responders={portfolio.responders}
            onPick={() => setTier(each)}
          />
        ))}
      </section>
      <LadderEditor
        tier={tier}
        ladder={draft.ladders[tier]}
        responders={portfolio.responders}
        onChange={(ladder) => setDraft(withLadder(draft, tier, ladder))}
      />
      <RefusalNote refusal={refusal} />
      {isChanged && (
        <div className="save-bar">
          <span>{t('settings.changed', { version: view.layer.version })}</span>
          <ActionButton label={t('settings.discard')} kind="quiet" onPress={() => setDraft(view.inForce)} />
          <ActionButton
            label={t('settings.savePolicy', { version })}
            cap="Ctrl Enter"
            kind="main"
            isDisabled={isBusy}
            onPress={save}
          />
        </div>
      )}
    </>
  );
}

/**
 * A copy the contract takes: its lists may be changed, ours may not. It carries the version it was made from; the core
 * refuses it when somebody saved another meanwhile, and else counts on and signs it for whoever is at the desk.
 */
function mutable({ layer, owner }: PolicyLayerView, { ladders }: Policy) {
  const input = { layer: { ...layer, ladders }, signedAs: owner?.name ?? '' };
  return structuredClone(input) as Parameters<typeof api.policy.saveLayer.mutate>[0]; // a clone is nobody else's
}

function PolicyHead({ view, portfolio }: { readonly view: PolicyLayerView; readonly portfolio: PortfolioView }) {
  const { t } = useText();
  const policy = view.layer;
  const usedBy = view.reaches.P1;
  const name = portfolio.staff.find((person) => person.id === policy.signedBy)?.name ?? policy.signedBy;
  return (
    <div className="policy-head">
      <h2>{policy.name}</h2>
      <p className="dim">
        {name === null
          ? t('settings.policyUnsigned', { version: policy.version })
          : t('settings.policyVersion', { version: policy.version, name })}
        {' · '}
        {usedBy.length > 0 ? t('settings.usedBy', { names: usedBy.join(', ') }) : t('settings.usedByAll')}{' '}
        {t('settings.runningKeep')}
      </p>
    </div>
  );
}
