import { useText } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';

/** What can be done to a source. One that lies behind is history, and says so in place of buttons. */
export function RowActs(props: {
  readonly isPast: boolean;
  readonly onEdit?: () => void;
  readonly onRemove: () => void;
}) {
  const { isPast, onEdit, onRemove } = props;
  const { t } = useText();
  if (isPast) {
    return (
      <td className="row-actions">
        <span className="faint">{t('oncall.past')}</span>
      </td>
    );
  }
  return (
    <td className="row-actions">
      {onEdit && <ActionButton label={t('oncall.edit')} kind="quiet" onPress={onEdit} />}
      <ActionButton label={t('oncall.remove')} kind="quiet" onPress={onRemove} />
    </td>
  );
}
