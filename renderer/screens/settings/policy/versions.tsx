import { useState } from 'react';
import { type PolicyLayer, type PolicyLayerView, type Responder, TIERS } from '#shared/contract';
import { ladderChanges } from '#shared/escalation';
import { useText, useWhen } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import { api, useCore } from '../../../stores/index.ts';

type VersionsProps = {
  readonly view: PolicyLayerView;
  readonly responders: readonly Responder[];
  /** Puts what a version said into the form; null where nothing may be changed. */
  readonly onTake: ((layer: PolicyLayer) => void) | null;
};

/** Every version that was signed here: by whom, when, and what was other in it than in the one before. */
export function Versions({ view, responders, onTake }: VersionsProps) {
  const { t } = useText();
  const when = useWhen();
  const [opened, setOpened] = useState<number | null>(null);
  const { layer, versions } = view;
  if (versions.length === 0) return null;
  return (
    <section className="card versions" aria-label={t('policy.versions')}>
      <h3>{t('policy.versions')}</h3>
      <ol>
        {versions.map(({ version, signedBy, signedAt }, index) => (
          <li key={version}>
            <div className="version-row">
              <b>v{version}</b>
              <span>{signedBy ?? t('policy.nobody')}</span>
              <span className="dim">{signedAt === null ? '' : when(signedAt)}</span>
              <ActionButton
                label={index === 0 ? t('policy.whatChangedNow') : t('policy.whatChanged')}
                kind="quiet"
                isOpen={opened === version}
                onPress={() => setOpened(opened === version ? null : version)}
              />
            </div>
            {opened === version && (
              <Version layer={layer} version={version} responders={responders} onTake={onTake} isNow={index === 0} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

type VersionProps = {
  readonly layer: PolicyLayer;
  readonly version: number;
  readonly responders: readonly Responder[];
  readonly onTake: VersionsProps['onTake'];
  readonly isNow: boolean;
};

function Version({ layer, version, responders, onTake, isNow }: VersionProps) {
  const { t, pick } = useText();
  const place = layer.id;
  const pair = useCore(`version ${place} ${version}`, ['settings'], async () => {
    const of = async (wanted: number) => (wanted < 1 ? null : api.policy.version.query({ place, version: wanted }));
    return Promise.all([of(version - 1), of(version)]);
  });
  const [before, said] = pair ?? [null, null];
  if (said?.version !== version) return null;
  const nameOf = (id: string) => responders.find((each) => each.id === id)?.name ?? null;
  // Before its first version a group or property said nothing; the company cannot have said nothing.
  const was = before ?? (place === 'company' ? null : { ...said, ladders: {} });
  const lines = was ? TIERS.flatMap((tier) => changesOf(tier, was, said)) : [t('policy.firstVersion')];
  function changesOf(tier: (typeof TIERS)[number], old: PolicyLayer, is: PolicyLayer): readonly string[] {
    const [a, b] = [old.ladders[tier], is.ladders[tier]];
    if (a && b) return ladderChanges(a, b, nameOf).map((line) => `${tier}: ${pick(line)}`);
    if (!a && !b) return [];
    return [`${tier}: ${b ? t('policy.becomesOwn') : t('policy.becomesInherited')}`];
  }
  return (
    <div className="version-changes">
      <ul className="change-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {onTake && !isNow && (
        <ActionButton
          label={t('policy.takeVersion', { version })}
          onPress={() => onTake({ ...layer, ladders: said.ladders })}
        />
      )}
    </div>
  );
}
