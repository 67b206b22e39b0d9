import type { BothLanguages } from '#shared/contract';
import { useKeys, useText } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';

/** What is odd about a change that went in. It stays until somebody says that they have read it. */
export function NotesStrip(props: {
  readonly notes: readonly BothLanguages[];
  readonly isKeyed: boolean;
  readonly onRead: () => void;
}) {
  const { notes, isKeyed, onRead } = props;
  const { t, pick } = useText();
  useKeys({ k: onRead }, isKeyed);
  return (
    <div className="notes-strip note note-warn" role="status">
      <div>
        <b>{t('oncall.savedWithNotes')}</b>
        <ul>
          {notes.map((note) => (
            <li key={note.en}>{pick(note)}</li>
          ))}
        </ul>
      </div>
      <ActionButton label={t('oncall.notesRead')} cap="K" onPress={onRead} />
    </div>
  );
}
