import { Checkbox, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { ReminderSettings } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { FormDialog, useSend } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';

/** Whether people are reminded of their duty by text, and how long before. */
export function RemindersForm(props: {
  readonly settings: ReminderSettings;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { settings, onDone, onClose } = props;
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const [draft, setDraft] = useState(settings);
  return (
    <FormDialog
      title={t('ahead.settings')}
      submit={t('oncall.save')}
      refusal={refusal}
      isBusy={isBusy}
      size="md"
      onSubmit={() => send(() => api.oncall.saveReminders.mutate(draft), onDone)}
      onClose={onClose}
    >
      <p className="wide dim">{t('ahead.settingsMeans')}</p>
      <Checkbox
        className="wide"
        label={t('ahead.isOn')}
        data-autofocus
        checked={draft.isOn}
        onChange={(event) => setDraft({ ...draft, isOn: event.currentTarget.checked })}
      />
      <NumberInput
        label={t('ahead.hoursBefore')}
        value={draft.hoursBefore}
        min={1}
        max={72}
        allowDecimal={false}
        clampBehavior="strict"
        disabled={!draft.isOn}
        onChange={(hours) => setDraft({ ...draft, hoursBefore: Number(hours) || 1 })}
      />
    </FormDialog>
  );
}
