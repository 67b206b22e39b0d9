import { useState } from 'react';
import type { IncidentView } from '#shared/contract';
import { ladderChanges, ladderWarnings } from '#shared/escalation';
import { tell, useKeys, useText } from '../../app/index.ts';
import {
  ActionButton,
  caughtUp,
  draftOf,
  draftWith,
  Field,
  type LadderDraft,
  LadderForThis,
  LadderSteps,
  LadderWarnings,
  RefusalNote,
  useSend,
} from '../../parts/index.ts';
import { api, useCore } from '../../stores/index.ts';

/** The ladder as it went and as it will go on, by which policy, and changing what is left of it. */
export function LadderTab({ view }: { readonly view: IncidentView }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const { ladder, ladderRun: run } = view;
  const canChange = run !== null && view.refused.changeLadder === undefined;
  useKeys(canChange ? { 'alt+l': () => setOpen(!isOpen) } : {});
  if (ladder.length === 0) return <p className="dim">{t('desk.ladder.empty')}</p>;
  return (
    <>
      {run && (
        <p className="dim">
          {run.isForThisOnly
            ? t('parts.ladder.changed')
            : t('parts.ladder.policy', {
                name: run.policyId === 'company' ? t('policy.theCompany') : run.policyName,
                version: run.policyVersion,
              })}
        </p>
      )}
      <LadderSteps steps={ladder} />
      {canChange && (
        <div className="for-this-only">
          {isOpen && (
            // Another tier is another ladder; a step that fires meanwhile is not.
            <Change
              key={`${view.row.id} ${view.row.tier}`}
              view={view}
              run={run}
              words={words}
              onWords={setWords}
              onDone={() => setOpen(false)}
            />
          )}
          {!isOpen && (
            <ActionButton label={t('parts.ladder.change')} cap="Alt L" kind="quiet" onPress={() => setOpen(true)} />
          )}
        </div>
      )}
    </>
  );
}

type ChangeProps = {
  readonly view: IncidentView;
  readonly run: NonNullable<IncidentView['ladderRun']>;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onDone: () => void;
};

function Change({ view, run, words, onWords, onDone }: ChangeProps) {
  const { t, pick } = useText();
  const { send, refusal, isBusy } = useSend();
  const portfolio = useCore('portfolio', ['portfolio'], () => api.portfolio.get.query());
  const [begun] = useState(run);
  const [draft, setDraft] = useState<LadderDraft>(() => draftOf(run.ladder));
  if (!portfolio) return null;
  // Steps that fired while it was being typed stand as they fired; the rest is as it was typed.
  const current = caughtUp(draft, run.ladder, run.nextStep);
  const { ladder } = current;
  const nameOf = (id: string) => portfolio.responders.find((each) => each.id === id)?.name ?? null;
  const changes = ladderChanges(run.ladder, ladder, nameOf);
  const { id: incidentId, number, tier } = view.row;
  const canSend = changes.length > 0 && words.trim() !== '' && !isBusy;
  const submit = () => {
    if (!canSend) return;
    send(
      () => api.incident.act.mutate({ type: 'changeLadder', incidentId, ladder, words: words.trim() }),
      () => {
        tell(t('parts.ladder.done', { number }));
        onWords('');
        onDone();
      },
    );
  };
  return (
    <form
      className="for-this-form"
      data-letters="off"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <LadderForThis
        ladder={ladder}
        firstStep={run.nextStep}
        responders={portfolio.responders}
        onChange={(next) => setDraft(draftWith(current, next))}
      />
      <Meanwhile
        firedCount={run.nextStep - begun.nextStep}
        isOther={ladderChanges(begun.ladder, run.ladder, nameOf).length > 0}
      />
      {changes.length === 0 ? (
        <p className="dim">{t('parts.ladder.nothing')}</p>
      ) : (
        <ul className="change-list">
          {changes.map((line) => (
            <li key={line.en}>{pick(line)}</li>
          ))}
        </ul>
      )}
      <Field
        label={t('parts.ladder.why')}
        value={words}
        onValue={onWords}
        placeholder={t('parts.ladder.whyHint')}
        maxLength={500}
      />
      <p className="dim">{t('parts.ladder.changedWords')}</p>
      <LadderWarnings lines={ladderWarnings(tier, ladder, portfolio.responders).map(pick)} />
      <RefusalNote refusal={refusal} />
      <div className="for-this-acts">
        <ActionButton
          label={t('parts.ladder.doChange')}
          cap="Enter"
          kind="main"
          isSubmit
          isDisabled={!canSend}
          onPress={submit}
        />
        <ActionButton label={t('parts.ladder.close')} cap="Alt L" kind="quiet" onPress={onDone} />
      </div>
    </form>
  );
}

type MeanwhileProps = { readonly firedCount: number; readonly isOther: boolean };

/** What happened to the ladder since the form was opened, and what that means for what was typed. */
function Meanwhile({ firedCount, isOther }: MeanwhileProps) {
  const { t } = useText();
  if (firedCount <= 0 && !isOther) return null;
  return (
    <div className="note note-warn" role="status">
      {firedCount > 0 && <p>{t('desk.ladder.firedMeanwhile', { count: firedCount })}</p>}
      {isOther && <p>{t('desk.ladder.otherMeanwhile')}</p>}
    </div>
  );
}
