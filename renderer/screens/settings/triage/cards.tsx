import { CATEGORIES, LIFE_SAFETY_KINDS, type LifeSafetyKind, type TriageLayer } from '#shared/contract';
import { lifeSafetyText } from '#shared/messages';
import { cardSource, cardTrouble, layerChanges } from '#shared/triage';
import { useText } from '../../../app/index.ts';
import { api, useCore } from '../../../stores/index.ts';
import { CardEditor } from './card-editor.tsx';
import { withCard } from './layer-edit.ts';
import type { SectionProps } from './numbers.tsx';
import { useOrigin } from './place-words.ts';
import { useWork } from './work.ts';

/** The card of each category: which are whose, and one of them to change. */
export function Cards({ draft, above, rules, saved, onChange }: SectionProps & { readonly saved: TriageLayer }) {
  const category = useWork((work) => work.category);
  const [product, aboveCard] = [cardSource(above, category), above.findLast((layer) => layer.cards[category])];
  return (
    <div className="cards-split">
      <CardList draft={draft} above={above} saved={saved} />
      <div className="rows">
        <CardEditor
          // Another card is another form.
          key={`${draft.place} ${category}`}
          card={rules.cards[category]}
          isOwn={draft.cards[category] !== undefined}
          hasCardAbove={product !== null && aboveCard !== undefined}
          origin={cardSource([...above, draft], category)}
          here={draft.place}
          numbers={rules.numbers}
          onChange={(card) => onChange(withCard(draft, category, card))}
        />
        <FixedTexts />
      </div>
    </div>
  );
}

type CardListProps = {
  readonly draft: TriageLayer;
  readonly above: readonly TriageLayer[];
  readonly saved: TriageLayer;
};

function CardList({ draft, above, saved }: CardListProps) {
  const { t } = useText();
  const origin = useOrigin(draft.place);
  const current = useWork((work) => work.category);
  const changed = layerChanges(saved, draft).cards;
  return (
    <nav className="card card-list" aria-label={t('triage.cards')}>
      <h2 className="overline">{t('triage.cards')}</h2>
      <ul>
        {CATEGORIES.map((category) => {
          const own = draft.cards[category];
          const hasTrouble = own !== undefined && cardTrouble(own).length > 0;
          return (
            <li key={category}>
              <button
                type="button"
                className={category === current ? 'is-on' : ''}
                aria-current={category === current}
                onClick={() => useWork.setState({ category })}
              >
                <b>{t(`words.category.${category}`)}</b>
                <span className={hasTrouble ? 'red' : changed.includes(category) ? 'amber' : 'dim'}>
                  {hasTrouble
                    ? t('triage.troubleMark')
                    : changed.includes(category)
                      ? t('triage.changedMark')
                      : origin(cardSource([...above, draft], category))}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** What is sent in danger to life: to read, since whoever signs the cards should know it. */
function FixedTexts() {
  const { t, language } = useText();
  const view = useCore('templates', ['settings'], () => api.templates.list.query());
  if (!view) return null;
  const textOf = (kind: LifeSafetyKind) =>
    lifeSafetyText(kind, language, (of) => view.signed.find((each) => each.id === `${of}.${language}`)?.text ?? null);
  return (
    <details className="card fixed-texts">
      <summary>
        <b>{t('triage.fixedTexts')}</b>
      </summary>
      <p className="dim">{t('triage.safetyWords')}</p>
      <dl>
        {LIFE_SAFETY_KINDS.map((kind) => (
          <div key={kind}>
            <dt>{t(`triage.fixedKind.${kind}`)}</dt>
            <dd>{textOf(kind)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
