import { useKeys, useText } from '../app/index.ts';
import { ActionButton } from './keys.tsx';
import './sheet.css';

/** What was just taken away, and one key to have it back. Stays until the next act. */
export function UndoStrip(props: {
  readonly what: string;
  readonly onUndo: () => void;
  readonly onClose: () => void;
  /** Among text fields, where Ctrl+Z belongs to the field. */
  readonly isAmongFields?: boolean;
}) {
  const { what, onUndo, onClose, isAmongFields = false } = props;
  const { t } = useText();
  useKeys({ [isAmongFields ? 'alt+z' : 'ctrl+z']: onUndo });
  return (
    <div className="undo-strip">
      <output>{what}</output>
      <ActionButton label={t('parts.undo')} cap={isAmongFields ? 'Alt Z' : 'Ctrl Z'} onPress={onUndo} />
      <ActionButton label={t('frame.close')} kind="quiet" onPress={onClose} />
    </div>
  );
}
