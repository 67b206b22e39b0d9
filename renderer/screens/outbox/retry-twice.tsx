import type { OutboxEntry } from '#shared/contract';
import { phoneOf, useText } from '../../app/index.ts';
import { FormDialog } from '../../parts/index.ts';

type RetryTwiceProps = {
  readonly entry: OutboxEntry;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** It may lie on the phone already: whoever sends it once more is to know. */
export function RetryTwice({ entry, onConfirm, onClose }: RetryTwiceProps) {
  const { t } = useText();
  return (
    <FormDialog
      title={t('outbox.twiceTitle')}
      submit={t('outbox.twiceDo')}
      refusal={null}
      isBusy={false}
      size="md"
      onSubmit={onConfirm}
      onClose={onClose}
    >
      <p className="wide">{t('outbox.twiceWords', { who: entry.name || phoneOf(entry.to) })}</p>
    </FormDialog>
  );
}
