import type { ReactNode } from 'react';
import type { ReadinessLevel } from '#shared/contract';
import { useText } from '../../app/index.ts';

type CheckCardProps = {
  readonly title: string;
  readonly level: ReadinessLevel;
  readonly words: string;
  readonly lines?: readonly string[];
  readonly children?: ReactNode;
};

/** One thing that is ready, or not, or not known: its mark as shape, colour and word; what that means; where to put it right. */
export function CheckCard({ title, level, words, lines = [], children }: CheckCardProps) {
  const { t } = useText();
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
      </div>
      <div className="check-acts">{children}</div>
    </li>
  );
}
