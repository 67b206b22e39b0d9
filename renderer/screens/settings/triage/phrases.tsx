import { NativeSelect, TextInput } from '@mantine/core';
import { CATEGORIES, type Category, type CompanyPhrase, TIERS, type Tier } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { ActionButton, SmallButton, TierMark } from '../../../parts/index.ts';
import { newPhrase, withPhrase } from './layer-edit.ts';
import type { SectionProps } from './numbers.tsx';
import { useOrigin } from './place-words.ts';

const MOST_PHRASES = 200;

/** Words of the company's own that force a tier: those of this place to edit, those of the places above to see. */
export function Phrases({ draft, above, onChange }: SectionProps) {
  const { t } = useText();
  const inherited = above.flatMap((layer) => layer.phrases.map((phrase) => ({ phrase, place: layer.place })));
  return (
    <section className="card rows" aria-label={t('triage.phrases')}>
      <h2>{t('triage.phrases')}</h2>
      <p className="dim">{t('triage.phrasesWords')}</p>
      {draft.phrases.length === 0 && <p className="dim">{t('triage.noPhrases')}</p>}
      {draft.phrases.length > 0 && (
        <ul className="phrase-list">
          {draft.phrases.map((phrase) => (
            <PhraseRow
              key={phrase.id}
              phrase={phrase}
              onChange={(next) => onChange(withPhrase(draft, phrase.id, next))}
            />
          ))}
        </ul>
      )}
      <div>
        <ActionButton
          label={t('triage.addPhrase')}
          isDisabled={draft.phrases.length >= MOST_PHRASES}
          onPress={() => {
            const phrase = newPhrase('plumbing');
            onChange(withPhrase(draft, phrase.id, phrase));
          }}
        />
      </div>
      {inherited.length > 0 && <Inherited inherited={inherited} here={draft.place} />}
    </section>
  );
}

type PhraseRowProps = {
  readonly phrase: CompanyPhrase;
  readonly onChange: (phrase: CompanyPhrase | null) => void;
};

function PhraseRow({ phrase, onChange }: PhraseRowProps) {
  const { t } = useText();
  return (
    <li>
      <TextInput
        label={t('triage.phrase.words')}
        value={phrase.words}
        maxLength={80}
        onChange={(event) => onChange({ ...phrase, words: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('triage.phrase.leastTier')}
        value={phrase.leastTier}
        data={TIERS.map((tier) => ({ value: tier, label: tier }))}
        // The options are the tiers, so the value is one of them.
        onChange={(event) => onChange({ ...phrase, leastTier: event.currentTarget.value as Tier })}
      />
      <NativeSelect
        label={t('triage.phrase.category')}
        value={phrase.category}
        data={CATEGORIES.map((category) => ({ value: category, label: t(`words.category.${category}`) }))}
        // The options are the categories, so the value is one of them.
        onChange={(event) => onChange({ ...phrase, category: event.currentTarget.value as Category })}
      />
      <SmallButton sign="×" label={t('triage.removePhrase', { words: phrase.words })} onPress={() => onChange(null)} />
    </li>
  );
}

function Inherited(props: {
  readonly inherited: readonly { readonly phrase: CompanyPhrase; readonly place: string }[];
  readonly here: string;
}) {
  const { t } = useText();
  const origin = useOrigin(props.here);
  return (
    <>
      <h3 className="overline">{t('triage.phrasesAbove')}</h3>
      <ul className="inherited-phrases">
        {props.inherited.map(({ phrase, place }) => (
          <li key={`${place} ${phrase.id}`}>
            <TierMark tier={phrase.leastTier} />
            <span>
              “{phrase.words}” · {t(`words.category.${phrase.category}`)}
            </span>
            <span className="chip">{origin(place)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
