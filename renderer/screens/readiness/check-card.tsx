import type { ReactNode } from 'react';
import type { ReadinessCheck, ReadinessLevel } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { AcceptButton, AcceptedLine } from './accepting.tsx';

type CheckCardProps = {
  readonly title: string;
  readonly level: ReadinessLevel;
  readonly words: string;
  readonly lines?: readonly string[];
  /** What can be accepted by name; absent where only this window is meant. */
  readonly check?: ReadinessCheck;
  readonly children?: ReactNode;
};

/** One thing that is ready, or not, or not known: its mark as shape, colour and word; what that means; where to put it right. */
export function CheckCard({ title, level, words, lines = [], check, children }: CheckCardProps) {
  const { t } = useText();
  const isWanting = level === 'bad' || level === 'warn';
  return (
    <li className={`check check-${level}`}>
      <h2>{title}</h2>
      <span className="check-level">
        <span className="check-mark" aria-hidden="true" />
        {t(`readiness.level.${level}`)}
      </span>
      <div className="check-words">
        <p>{words}</p>
        {lines.length > 0 && (
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {check && isWanting && <AcceptedLine check={check} />}
      </div>
      <div className="check-acts">
        {children}
        {check && isWanting && <AcceptButton check={check} title={title} />}
      </div>
    </li>
  );
}
