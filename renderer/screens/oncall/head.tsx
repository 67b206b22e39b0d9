import { useText } from '../../app/index.ts';
import { ActionButton, PillTabs, ScreenHead } from '../../parts/index.ts';
import { blankDialog, type Dialog, type Marked } from './dialogs.ts';
import { VIEWS, type View } from './views.ts';

type HeadProps = {
  readonly view: View;
  /** Titles in live calendars that mean nobody yet. */
  readonly unmapped: number;
  readonly onView: (view: View) => void;
  /** What is marked in the grid, at the moment a button is pressed. */
  readonly marked: () => Marked | null;
  readonly onDialog: (dialog: Dialog) => void;
};

/** The views, and what can be done wherever one is. What belongs to a marked stretch stands beside it instead. */
export function Head({ view, unmapped, marked, onView, onDialog }: HeadProps) {
  const { t } = useText();
  const begin = (kind: 'shift' | 'rotation' | 'timeOff') => onDialog(blankDialog(kind, marked()));
  return (
    <ScreenHead
      title={t('oncall.title')}
      tabs={
        <PillTabs
          label={t('oncall.view')}
          tabs={VIEWS.map((each, index) => ({
            id: each,
            label: t(`oncall.${each}`),
            cap: String(index + 1),
            ...(each === 'feeds' && unmapped > 0 ? { count: unmapped, isHot: true } : {}),
          }))}
          current={view}
          onPick={onView}
          controls="final-schedule"
        />
      }
    >
      <ActionButton label={t('oncall.timeOff')} cap="F" onPress={() => begin('timeOff')} />
      <ActionButton label={t('oncall.shift')} cap="S" onPress={() => begin('shift')} />
      <ActionButton label={t('oncall.rotation')} cap="R" onPress={() => begin('rotation')} />
      <ActionButton label={t('oncall.export')} cap="E" onPress={() => onDialog({ kind: 'export' })} />
      <ActionButton label={t('oncall.print')} cap="P" onPress={() => window.print()} />
    </ScreenHead>
  );
}
