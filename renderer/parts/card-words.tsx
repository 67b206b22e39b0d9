import { useState } from 'react';
import type { BothLanguages, CardWords, Language } from '#shared/contract';
import { useKeys, useText } from '../app/index.ts';
import { Kbd } from './keys.tsx';

type CardWordsProps = {
  readonly card: CardWords;
  /** The language the resident is spoken to in. */
  readonly aloud: Language;
};

/** Whether a card has anything ready. */
function isSilent({ advice, photos, identityRule }: CardWords): boolean {
  return advice.length === 0 && photos === null && identityRule === null;
}

/** What a card has ready to be said: advice while help is on its way, photos wanted, and whom to let in. */
export function CardWordsList({ card, aloud }: CardWordsProps) {
  const { t, pick } = useText();
  const { advice, photos, identityRule } = card;
  return (
    <dl className="card-words">
      {identityRule !== null && (
        <div>
          <dt>{t('parts.card.identity')}</dt>
          <dd>{pick(identityRule)}</dd>
        </div>
      )}
      {advice.length > 0 && (
        <div>
          <dt>{t('parts.card.advice')}</dt>
          {advice.map((each) => (
            <dd key={each.en}>
              <Aloud words={each} aloud={aloud} />
            </dd>
          ))}
        </div>
      )}
      {photos !== null && (
        <div>
          <dt>{t('parts.card.photos')}</dt>
          <dd>
            <Aloud words={photos} aloud={aloud} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Words to be said, in the language of whoever hears them; the desk's own beside them where that is another. */
function Aloud({ words, aloud }: { readonly words: BothLanguages; readonly aloud: Language }) {
  const { language } = useText();
  return (
    <>
      <span lang={aloud}>{words[aloud]}</span>
      {aloud !== language && <span className="dim"> {words[language]}</span>}
    </>
  );
}

/** The same, advice and photos folded to one line until their key is pressed; nothing where the card has nothing to say. */
export function FoldedCardWords({ card, aloud, cap }: CardWordsProps & { readonly cap: string }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const fold = () => setOpen(!isOpen);
  const { advice, photos, identityRule } = card;
  // Whom to let in is no advice: it stands there before anybody decides.
  const rest: CardWords = { ...card, identityRule: null };
  const hasWords = !isSilent(rest);
  useKeys({ [cap.toLowerCase()]: fold }, hasWords);
  const rule = identityRule !== null && <CardWordsList card={{ ...card, advice: [], photos: null }} aloud={aloud} />;
  if (!hasWords) return rule || null;
  const inside = [
    ...(advice.length === 0 ? [] : [t('parts.card.advice')]),
    ...(photos === null ? [] : [t('parts.card.photos')]),
  ];
  return (
    <div className="card-ready">
      {rule}
      <button type="button" className="card-fold" aria-expanded={isOpen} aria-keyshortcuts={cap} onClick={fold}>
        <span className="card-inside">{inside.join(' · ')}</span>
        <Kbd>{cap}</Kbd>
      </button>
      {isOpen && <CardWordsList card={rest} aloud={aloud} />}
    </div>
  );
}
