import {
  type PolicyLayer,
  type PolicyLayerView,
  type PolicyPlaceView,
  type PortfolioView,
  TIERS,
} from '#shared/contract';
import { layerWith, layerWithout, originOf, policyInForce, policyWarnings } from '#shared/escalation';
import { useText } from '../../../app/index.ts';
import { ActionButton, LadderWarnings } from '../../../parts/index.ts';
import { api, useCore } from '../../../stores/index.ts';
import { useMaySign } from '../may-sign.ts';
import { LadderEditor } from './ladder-editor.tsx';
import { LadderLine } from './ladder-line.tsx';
import { PolicyHead } from './policy-head.tsx';
import { SignFoot } from './sign-foot.tsx';
import { Versions } from './versions.tsx';
import { changePolicyDraft, usePolicyWork } from './work.ts';
import './policy.css';

/** Whom to wake when: a ladder per tier, for the company, a group or a property, drawn and changed. */
export function PolicySettings() {
  const wanted = usePolicyWork((work) => work.place);
  const portfolio = useCore('portfolio', ['portfolio'], () => api.portfolio.get.query());
  const places = useCore('policy places', ['settings', 'portfolio'], () => api.policy.places.query());
  const place = places?.some((each) => each.place === wanted) === false ? 'company' : wanted;
  const view = useCore(`policy ${place}`, ['settings', 'portfolio'], () => api.policy.layer.query({ place }));
  // What is shown until the answer about another place comes is not about it.
  if (!places || !portfolio || view?.layer.id !== place) return null;
  return <AtPlace key={place} places={places} view={view} portfolio={portfolio} />;
}

type AtPlaceProps = {
  readonly places: readonly PolicyPlaceView[];
  readonly view: PolicyLayerView;
  readonly portfolio: PortfolioView;
};

function AtPlace({ places, view, portfolio }: AtPlaceProps) {
  const { t, pick } = useText();
  const { layer, above } = view;
  const { responders, staff } = portfolio;
  const maySign = useMaySign(view.owner);
  const draft = usePolicyWork((work) => work.drafts[layer.id]) ?? layer;
  const tier = usePolicyWork((work) => work.tier);
  const policy = policyInForce([...above, draft]);
  const own = draft.ladders[tier];
  const warnings = policyWarnings(policy, responders).map(pick);
  const change = (next: PolicyLayer) => changePolicyDraft(layer, next);
  return (
    <>
      <PolicyHead places={places} view={view} staff={staff} maySign={maySign} />
      <LadderWarnings lines={warnings} />
      <section className="card ladders" aria-label={t('settings.ladders')}>
        {TIERS.map((each) => (
          <LadderLine
            key={each}
            tier={each}
            ladder={policy.ladders[each]}
            origin={originOf(policy, each)}
            here={layer.id}
            isOn={each === tier}
            responders={responders}
            onPick={() => usePolicyWork.setState({ tier: each })}
          />
        ))}
      </section>
      <LadderEditor
        tier={tier}
        ladder={policy.ladders[tier]}
        isReadOnly={!maySign || own === undefined}
        responders={responders}
        onChange={(ladder) => change(layerWith(draft, tier, ladder))}
        head={
          layer.id !== 'company' &&
          maySign && (
            <OwnOrInherited
              isOwn={own !== undefined}
              onChange={(isOwn) =>
                change(isOwn ? layerWith(draft, tier, policy.ladders[tier]) : layerWithout(draft, tier))
              }
            />
          )
        }
      />
      <SignFoot view={view} draft={draft} responders={responders} maySign={maySign} warnings={warnings} />
      <Versions view={view} responders={responders} onTake={maySign ? change : null} />
    </>
  );
}

type OwnOrInheritedProps = { readonly isOwn: boolean; readonly onChange: (isOwn: boolean) => void };

function OwnOrInherited({ isOwn, onChange }: OwnOrInheritedProps) {
  const { t } = useText();
  return (
    <div className="own-or-inherited">
      <span>{isOwn ? t('policy.isOwn') : t('policy.isInherited')}</span>
      <ActionButton label={isOwn ? t('policy.giveBack') : t('policy.makeOwn')} onPress={() => onChange(!isOwn)} />
    </div>
  );
}
