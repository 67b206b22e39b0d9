import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { IncidentAction, IncidentView } from '#shared/contract';
import { attempt, refusalWords, tell, useAnswerKeys, useText } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';
import { api, closeLine } from '../../stores/index.ts';

export type NumberAnswer = {
  readonly label: string;
  readonly action: IncidentAction;
  /** What follows once it is noted; without it the line closes. */
  readonly onDone?: () => void;
};

type NumberLineProps = {
  readonly view: IncidentView;
  readonly title: string;
  readonly head?: ReactNode;
  /** Large enough to dial by hand; null where there is nobody to call. */
  readonly number: string | null;
  readonly effect: string;
  readonly done: string;
  /** One key each: 1, 2, 3. */
  readonly answers: readonly NumberAnswer[];
  readonly children?: ReactNode;
};

/** A number to dial, what to say, and one key for what came of it. */
export function NumberLine(props: NumberLineProps) {
  const { view, title, head, number, effect, done, answers, children } = props;
  const { t, language } = useText();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const leave = () => closeLine(view.row.id);
  const act = async ({ action, onDone }: NumberAnswer) => {
    if (isBusy) return;
    setBusy(true);
    const answer = await attempt(api.incident.act.mutate(action));
    setBusy(false);
    if (!answer.ok) return setProblem(refusalWords(answer, language));
    tell(done);
    if (onDone) onDone();
    else leave();
  };
  useAnswerKeys({
    escape: leave,
    ...Object.fromEntries(answers.map((answer, index) => [String(index + 1), () => void act(answer)])),
  });
  const line = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when there is something new to read
  useEffect(() => {
    // Newer browsers answer with a promise, which must not become the effect's clean-up.
    void line.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return (
    <section className="line" aria-label={title} ref={line}>
      <div className="call-head">
        <b>{title}</b>
        {head}
      </div>
      {number !== null && <p className="call-number">{number}</p>}
      {children}
      {problem !== null && (
        <p className="refusal" role="alert">
          {problem}
        </p>
      )}
      <div className="line-foot">
        <p className="line-effect">{effect}</p>
        <ActionButton label={t('desk.form.leave')} cap="Esc" kind="quiet" onPress={leave} />
        {answers.map((answer, index) => (
          <ActionButton
            key={answer.label}
            label={answer.label}
            cap={String(index + 1)}
            kind={index === 0 ? 'main' : 'plain'}
            onPress={() => void act(answer)}
          />
        ))}
      </div>
    </section>
  );
}
