import type { Language } from '#shared/contract';
import { costlyLetters, SEGMENT_ROOM, segmentsOf, templateShown } from '#shared/messages';
import { useText } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';

type CostLineProps = {
  readonly costId: string;
  readonly text: string;
  readonly language: Language;
  /** Writes it in plain letters; null where nothing may be changed. */
  readonly onPlain: (() => void) | null;
};

/** Segments and encoding of a text as it is typed, and the letters that cost the second encoding. */
export function CostLine({ costId, text, language, onPlain }: CostLineProps) {
  const { t } = useText();
  const shown = segmentsOf(templateShown(text, language, 'sample'));
  const longest = segmentsOf(templateShown(text, language, 'longest'));
  const costly = costlyLetters(text);
  const { alone, part } = SEGMENT_ROOM[shown.encoding];
  const room = shown.segments <= 1 ? alone : shown.segments * part;
  return (
    <div className="template-cost" id={costId}>
      <p>
        <b className={shown.encoding === 'UCS-2' ? 'amber' : 'green'}>
          {t('templates.segments', { count: shown.segments })}
        </b>
        <span className="dim">
          {' · '}
          {t('templates.characters', {
            used: shown.characters,
            room,
            encoding: t(`templates.encoding.${shown.encoding}`),
          })}
        </span>
        {longest.segments !== shown.segments && (
          <span className="dim"> · {t('templates.longest', { count: longest.segments })}</span>
        )}
      </p>
      {costly.length > 0 && (
        <div className="note note-warn template-costly">
          <p>{t('templates.costly', { letters: costly.slice(0, 8).join(' '), count: costly.length })}</p>
          {onPlain && <ActionButton label={t('templates.plain')} onPress={onPlain} />}
        </div>
      )}
    </div>
  );
}
