import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { IncidentAction } from '#shared/contract';
import { attempt, refusalWords, restLetters, tell, useAnswerKeys, useText } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';
import { api, closeLine } from '../../stores/index.ts';
import { useShownIncident } from './typed.ts';

/** What a line comes to: something to do and what is said of it then, or what is still missing, or what is there and cannot be. */
export type Asked =
  | { readonly action: IncidentAction; readonly done: string }
  | { readonly missing: string }
  | { readonly wrong: string };

type LineShellProps = {
  readonly title: string;
  /** What will happen and to whom, before it does. */
  readonly effect: ReactNode;
  readonly submit: string;
  readonly asked: () => Asked;
  readonly children?: ReactNode;
  /** A line without fields: Enter alone does it. */
  readonly isBare?: boolean;
};

/** One line under the buttons: asks what is needed, says whom it wakes, Enter does it, Esc leaves. */
export function LineShell({ title, effect, submit, asked, children, isBare }: LineShellProps) {
  const { t, language } = useText();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const incidentId = useShownIncident();
  const leave = () => closeLine(incidentId);
  useAnswerKeys({ escape: leave });
  const line = useRef<HTMLFormElement>(null);
  // What it asks and what it refuses stand at its foot, which may be below the panel's edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when there is something new to read
  useEffect(() => {
    // Newer browsers answer with a promise, which must not become the effect's clean-up.
    void line.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  const act = async () => {
    const what = asked();
    if ('missing' in what) return setProblem(t('desk.form.missing', { what: what.missing }));
    if ('wrong' in what) return setProblem(what.wrong);
    if (isBusy) return;
    setBusy(true);
    const answer = await attempt(api.incident.act.mutate(what.action));
    setBusy(false);
    if (!answer.ok) return setProblem(refusalWords(answer, language));
    tell(what.done);
    leave();
    // Whoever goes on typing must not press keys with it.
    restLetters(() => tell(t('frame.lettersLost'), 'hint'));
  };
  return (
    <form
      ref={line}
      className="line"
      aria-label={title}
      data-letters="off"
      onSubmit={(event) => {
        event.preventDefault();
        void act();
      }}
    >
      <b>{title}</b>
      {children && <div className="line-fields">{children}</div>}
      {problem !== null && (
        <p className="refusal" role="alert">
          {problem}
        </p>
      )}
      <div className="line-foot">
        <p className="line-effect">{effect}</p>
        <ActionButton label={t('desk.form.leave')} cap="Esc" kind="quiet" onPress={leave} />
        {isBare ? (
          <button
            type="submit"
            className="btn btn-main"
            // biome-ignore lint/a11y/noAutofocus: opened by a key a moment ago; Enter is what comes next
            autoFocus
          >
            <span>{submit}</span>
            <span className="kbd" aria-hidden="true">
              Enter
            </span>
          </button>
        ) : (
          <ActionButton
            label={submit}
            cap="Enter"
            kind="main"
            isSubmit
            isDisabled={isBusy}
            onPress={() => void act()}
          />
        )}
      </div>
    </form>
  );
}
