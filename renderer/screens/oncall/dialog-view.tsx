import type { OnCallChange } from '#shared/contract';
import { RemindersForm } from './ahead/reminders-form.tsx';
import type { Dialog } from './dialogs.ts';
import { ExportForm } from './export/export-form.tsx';
import { FeedForm } from './feeds/feed-form.tsx';
import { CoverForm } from './forms/cover-form.tsx';
import { GapForm } from './forms/gap-form.tsx';
import { RotationForm } from './forms/rotation-form.tsx';
import { ShiftForm } from './forms/shift-form.tsx';
import { SwapForm } from './forms/swap-form.tsx';
import { TakeOverForm } from './forms/take-over-form.tsx';
import { TimeOffForm } from './forms/time-off-form.tsx';
import type { Entry } from './removals.ts';
import './forms/forms.css';

/** The form that is open. */
export function DialogView(props: {
  readonly dialog: Dialog;
  readonly onChange: (change: OnCallChange, entry: Entry) => void;
  readonly onClose: () => void;
}) {
  const { dialog, onChange, onClose } = props;
  const form = {
    onClose,
    onDone: (change: OnCallChange, entry: Entry) => {
      onClose();
      onChange(change, entry);
    },
  };
  switch (dialog.kind) {
    case 'shift':
      return <ShiftForm shift={dialog.shift} draft={dialog.draft} {...form} />;
    case 'rotation':
      return <RotationForm rotation={dialog.rotation} start={dialog.key} {...form} />;
    case 'cover':
      return <CoverForm draft={dialog.draft} {...form} />;
    case 'takeOver':
      return <TakeOverForm start={dialog.key} {...form} />;
    case 'swap':
      return <SwapForm draft={dialog.draft} {...form} />;
    case 'timeOff':
      return <TimeOffForm draft={dialog.draft} {...form} />;
    case 'gap':
      return <GapForm draft={dialog.draft} {...form} />;
    case 'feed':
      return <FeedForm feed={dialog.feed} onDone={onClose} onClose={onClose} />;
    case 'reminders':
      return <RemindersForm settings={dialog.settings} onDone={onClose} onClose={onClose} />;
    case 'export':
      return <ExportForm onClose={onClose} />;
  }
}
