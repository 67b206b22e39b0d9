import type { IncidentView } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { CardWordsList, TierMark } from '../../parts/index.ts';

/** What the caller was asked and answered, and what the card has ready for whoever speaks with them now. */
export function Card({ view }: { readonly view: IncidentView }) {
  const { t, pick } = useText();
  const { answers, card, caller, lifeSafety, row } = view;
  // Beside the fixed text of a danger to life nothing else is read out.
  const words = lifeSafety === null ? card : { ...card, advice: [], photos: null };
  return (
    <div className="incident-card">
      <p className="dim">{t('desk.card.trade', { trade: t(`words.trade.${row.trade}`) })}</p>
      {answers.length === 0 ? (
        <p className="dim">{t('desk.card.nothingAsked')}</p>
      ) : (
        <ol className="card-asked" aria-label={t('desk.card.asked')}>
          {answers.map(({ card: asking, question, text, label, tier }) => (
            <li key={`${asking}/${question}`}>
              <span className="dim">{pick(text)}</span> <b>{pick(label)}</b>
              {tier !== null && <TierMark tier={tier} />}
            </li>
          ))}
        </ol>
      )}
      <CardWordsList card={words} aloud={caller.language} />
    </div>
  );
}
