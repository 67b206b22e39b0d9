import { NativeSelect } from '@mantine/core';
import { type ProtocolCard, TRADES, type Trade, type TriageNumbers } from '#shared/contract';
import { PRODUCT_CARDS, SAFETY_QUESTION } from '#shared/triage';
import { useText } from '../../../app/index.ts';
import { ActionButton, SmallButton } from '../../../parts/index.ts';
import { BothFields } from './both-fields.tsx';
import { withEntry, wordsOrNull } from './layer-edit.ts';
import { useOrigin } from './place-words.ts';
import { Questions } from './questions.tsx';

const MOST_ADVICE = 6;
const NO_WORDS = { en: '', es: '' };

type CardEditorProps = {
  readonly card: ProtocolCard;
  /** The place has a card of its own. */
  readonly isOwn: boolean;
  /** Above it stands another card than the product's. */
  readonly hasCardAbove: boolean;
  readonly origin: string | null;
  readonly here: string;
  readonly numbers: TriageNumbers;
  /** Null takes the place's own card away. */
  readonly onChange: (card: ProtocolCard | null) => void;
};

/** One card: what is asked, in which order, what an answer does, and what is said and sent. */
export function CardEditor(props: CardEditorProps) {
  const { card, isOwn, hasCardAbove, numbers, onChange } = props;
  const { t, pick } = useText();
  return (
    <section className="card rows card-editor" aria-label={t(`words.category.${card.category}`)}>
      <CardHead {...props} />
      <div className="section-head">
        <h3>{t('triage.questions')}</h3>
      </div>
      <div className="safety-question">
        <span className="overline">{t('triage.safety')}</span>
        <p>{pick(SAFETY_QUESTION.text)}</p>
        <p className="dim">{t('triage.safetyWords')}</p>
      </div>
      <Questions card={card} numbers={numbers} onChange={onChange} />
      <Advice card={card} onChange={onChange} />
      <BothFields
        label={t('triage.photos')}
        words={card.photos ?? NO_WORDS}
        most={200}
        onChange={(words) => onChange({ ...card, photos: wordsOrNull(words) })}
      />
      <BothFields
        label={t('triage.identity')}
        words={card.identityRule ?? NO_WORDS}
        most={300}
        onChange={(words) => onChange({ ...card, identityRule: wordsOrNull(words) })}
      />
      {isOwn && (
        <div className="card-resets">
          <ActionButton
            label={hasCardAbove ? t('triage.asAbove') : t('triage.asProduct')}
            onPress={() => onChange(null)}
          />
          {hasCardAbove && (
            <ActionButton
              label={t('triage.asProduct')}
              kind="quiet"
              onPress={() => onChange(PRODUCT_CARDS[card.category])}
            />
          )}
        </div>
      )}
    </section>
  );
}

function CardHead({ card, origin, here, onChange }: CardEditorProps) {
  const { t } = useText();
  const originOf = useOrigin(here);
  return (
    <div className="card-head">
      <div>
        <h2>{t(`words.category.${card.category}`)}</h2>
        <p className="dim">
          {t('triage.cardVersion', { version: card.version })} ·{' '}
          {origin === null ? t('triage.ofProduct') : originOf(origin)}
        </p>
      </div>
      <NativeSelect
        label={t('triage.trade')}
        value={card.trade}
        data={TRADES.map((trade) => ({ value: trade, label: t(`words.trade.${trade}`) }))}
        // The options are the trades, so the value is one of them.
        onChange={(event) => onChange({ ...card, trade: event.currentTarget.value as Trade })}
      />
    </div>
  );
}

function Advice({ card, onChange }: Pick<CardEditorProps, 'card' | 'onChange'>) {
  const { t } = useText();
  const change = (advice: ProtocolCard['advice']) => onChange({ ...card, advice });
  return (
    <div className="rows">
      <h3>{t('triage.advice')}</h3>
      {card.advice.map((words, index) => (
        // Lines of advice have no identity but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className="advice-line" key={index}>
          <BothFields
            label={t('triage.adviceOf', { number: index + 1 })}
            words={words}
            most={300}
            onChange={(next) => change(withEntry(card.advice, index, next))}
          />
          <SmallButton
            sign="×"
            label={t('triage.removeAdvice', { number: index + 1 })}
            onPress={() => change(withEntry(card.advice, index, null))}
          />
        </div>
      ))}
      <div>
        <ActionButton
          label={t('triage.addAdvice')}
          isDisabled={card.advice.length >= MOST_ADVICE}
          onPress={() => change([...card.advice, NO_WORDS])}
        />
      </div>
    </div>
  );
}
