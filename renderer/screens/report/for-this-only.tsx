import { useState } from 'react';
import type { Ladder, LadderPreview, Verdict } from '#shared/contract';
import { ladderChanges } from '#shared/escalation';
import { useKeys, useText } from '../../app/index.ts';
import { ActionButton, LadderForThis } from '../../parts/index.ts';
import { api, useCore } from '../../stores/index.ts';
import { chosen, ladderOf } from './draft.ts';
import type { DraftForm } from './use-draft.ts';

type ForThisOnlyProps = { readonly form: DraftForm; readonly verdict: Verdict; readonly preview: LadderPreview };

/** Where the ladder comes from, and a small editor that changes it for this incident alone. */
export function ForThisOnly({ form, verdict, preview }: ForThisOnlyProps) {
  const { t, pick } = useText();
  const [isOpen, setOpen] = useState(false);
  const portfolio = useCore('portfolio', ['portfolio'], () => api.portfolio.get.query());
  useKeys({ 'alt+l': () => setOpen(!isOpen) });
  const { draft, change } = form;
  const { ladder: own } = ladderOf(draft, verdict);
  const { place, version } = preview.origin;
  const name = place === 'company' ? t('policy.theCompany') : preview.origin.name;
  const set = (ladder: Ladder) => {
    const { tier } = chosen(draft, verdict);
    const isBack = ladderChanges(preview.ladder, ladder).length === 0;
    change({ ladderForThis: isBack ? null : { tier, propertyId: draft.propertyId, ladder } });
  };
  const nameOf = (id: string) => portfolio?.responders.find((each) => each.id === id)?.name ?? null;
  return (
    <div className="for-this-only">
      {own ? (
        <div className="note note-warn">
          <b>{t('parts.ladder.changed')}</b>
          <ul className="change-list">
            {ladderChanges(preview.ladder, own, nameOf).map((line) => (
              <li key={line.en}>{pick(line)}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="dim">{t('parts.ladder.policy', { name, version })}</p>
      )}
      {isOpen && portfolio && (
        <LadderForThis ladder={own ?? preview.ladder} firstStep={0} responders={portfolio.responders} onChange={set} />
      )}
      <div className="for-this-acts">
        <ActionButton
          label={isOpen ? t('parts.ladder.close') : t('parts.ladder.change')}
          cap="Alt L"
          kind="quiet"
          onPress={() => setOpen(!isOpen)}
        />
        {own && (
          <ActionButton label={t('parts.ladder.back')} kind="quiet" onPress={() => change({ ladderForThis: null })} />
        )}
      </div>
    </div>
  );
}
