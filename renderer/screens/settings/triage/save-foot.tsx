import type { TriageLayer, TriageLayerView } from '#shared/contract';
import { type LayerTrouble, layerChanges, layerTrouble, layerWarnings, saysTheSame } from '#shared/triage';
import { tell, useKeys, useText } from '../../../app/index.ts';
import { ActionButton, RefusalNote, UndoStrip, useSend } from '../../../parts/index.ts';
import { api, go } from '../../../stores/index.ts';
import { draftSaved, dropDraft, useWork } from './work.ts';

/** A copy the contract takes: its lists may be changed, ours may not. */
function mutable(layer: TriageLayer) {
  return structuredClone(layer) as Parameters<typeof api.triage.saveLayer.mutate>[0]; // a clone is nobody else's
}

type SaveFootProps = {
  readonly draft: TriageLayer;
  readonly view: TriageLayerView;
  readonly isOnBench: boolean;
};

/** What was changed, what is wrong with it, what it takes away from safety; and the button that signs and saves it. */
export function SaveFoot({ draft, view, isOnBench }: SaveFootProps) {
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const { layer, above } = view;
  const isChanged = !saysTheSame(layer, draft);
  const isStale = draft.version !== layer.version;
  const trouble = layerTrouble(above, draft);
  const version = layer.version + 1;
  const canSave = isChanged && trouble.length === 0 && !isBusy;
  const save = () => {
    if (!canSave) return;
    send(
      () => api.triage.saveLayer.mutate(mutable(draft)),
      () => {
        draftSaved(draft, version);
        useWork.setState({ saved: { before: layer, version } });
        tell(t('triage.saved', { version }));
      },
    );
  };
  useKeys({ 'ctrl+enter': save });
  const what = useChangeWords(layer, draft);
  if (!isChanged) return null;
  return (
    <div className="triage-foot">
      {isStale && <p className="note note-warn">{t('triage.stale', { version: layer.version })}</p>}
      <Troubles trouble={trouble} />
      <Warnings above={above} layer={layer} draft={draft} />
      <RefusalNote refusal={refusal} />
      <div className="save-bar">
        <span>{t('triage.changed', { what })}</span>
        <ActionButton label={t('triage.discard')} kind="quiet" onPress={() => dropDraft(draft.place)} />
        {!isOnBench && <ActionButton label={t('triage.tryIt')} onPress={() => go('settings', 'triage-bench')} />}
        <ActionButton
          label={t('triage.save', { version })}
          cap="Ctrl Enter"
          kind="main"
          isDisabled={!canSave}
          onPress={save}
        />
      </div>
    </div>
  );
}

function useChangeWords(layer: TriageLayer, draft: TriageLayer): string {
  const { t, language } = useText();
  const { isPresetChanged, numbers, cards, phrases } = layerChanges(layer, draft);
  const names = cards.map((category) => t(`words.category.${category}`)).join(', ');
  return new Intl.ListFormat(language).format([
    ...(isPresetChanged ? [t('triage.changes.preset')] : []),
    ...(numbers.length > 0 ? [t('triage.changes.numbers', { count: numbers.length })] : []),
    ...(phrases > 0 ? [t('triage.changes.phrases', { count: phrases })] : []),
    ...(cards.length > 0 ? [t('triage.changes.cards', { names })] : []),
  ]);
}

function Troubles({ trouble }: { readonly trouble: readonly LayerTrouble[] }) {
  const { t, pick } = useText();
  const line = ({ part, why }: LayerTrouble) =>
    part === 'numbers' || part === 'phrases' ? pick(why) : `${t(`words.category.${part}`)}: ${pick(why)}`;
  return <Lines title={t('triage.trouble')} tone="bad" lines={[...new Set(trouble.map(line))]} />;
}

type WarningsProps = {
  readonly above: readonly TriageLayer[];
  readonly layer: TriageLayer;
  readonly draft: TriageLayer;
};

function Warnings({ above, layer, draft }: WarningsProps) {
  const { t, pick } = useText();
  const warnings = layerWarnings(above, layer, draft).map(pick);
  return <Lines title={t('triage.warnings')} tone="warn" lines={[...new Set(warnings)]} />;
}

/** The first of several lines in sight, the others a key away: the form they are about stands under them. */
function Lines(props: { readonly title: string; readonly tone: 'bad' | 'warn'; readonly lines: readonly string[] }) {
  const { t } = useText();
  const { title, tone, lines } = props;
  const [first, ...others] = lines;
  if (first === undefined) return null;
  const head = (
    <>
      <b>{title}</b> {first}
    </>
  );
  if (others.length === 0) return <output className={`note note-${tone}`}>{head}</output>;
  return (
    <details className={`note note-${tone}`}>
      <summary>
        {head} <span className="more-lines">{t('triage.more', { count: others.length })}</span>
      </summary>
      <ul className="fact-list">
        {others.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

/** After a save: one key has what held before in force again, as one more version. */
export function Undo({ layer }: { readonly layer: TriageLayer }) {
  const { t } = useText();
  const { send, refusal } = useSend();
  const saved = useWork((work) => work.saved);
  // Somebody else's newer version is not undone along with it.
  if (saved === null || saved.before.place !== layer.place || saved.version !== layer.version) return null;
  const { before, version } = saved;
  const undo = () =>
    send(
      () => api.triage.saveLayer.mutate(mutable({ ...before, version })),
      () => {
        useWork.setState({ saved: null });
        tell(t('triage.undone', { version: version + 1 }));
      },
    );
  return (
    <>
      <UndoStrip
        what={t('triage.undoWhat', { version })}
        onUndo={undo}
        onClose={() => useWork.setState({ saved: null })}
        isAmongFields
      />
      <RefusalNote refusal={refusal} />
    </>
  );
}
