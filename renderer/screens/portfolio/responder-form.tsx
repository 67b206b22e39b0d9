import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  LANGUAGES,
  type Language,
  RESPONDER_ROLES,
  type Responder,
  type ResponderRole,
  TRADES,
} from '#shared/contract';
import { normalisePhone } from '#shared/messages';
import { phoneOf, tell, useText } from '../../app/index.ts';
import { FormDialog, useSend } from '../../parts/index.ts';
import { api } from '../../stores/index.ts';
import { NO_TERMS, VendorTermsFields } from './vendor-terms.tsx';

type Draft = Omit<Responder, 'id' | 'phone' | 'pushTopic'> & { readonly phone: string; readonly pushTopic: string };

/** As the core takes it: who has no topic has none, not an empty one. */
function inputOf({ pushTopic, ...draft }: Draft) {
  const topic = pushTopic.trim();
  return { ...draft, trades: [...draft.trades], ...(topic !== '' && { pushTopic: topic }) };
}

const EMPTY: Draft = {
  name: '',
  company: '',
  role: 'technician',
  trades: [],
  phone: '',
  pushTopic: '',
  language: 'en',
  isEmergencyVendor: false,
  active: true,
};

/** One responder: new, or changed. A number is taken in any form and shown as it was understood. */
export function ResponderForm({
  responder,
  onClose,
}: {
  readonly responder: Responder | null;
  readonly onClose: () => void;
}) {
  const { t, pick } = useText();
  const { send, refusal, isBusy } = useSend();
  const [draft, setDraft] = useState<Draft>(() =>
    responder
      ? {
          ...responder,
          phone: responder.phone ? phoneOf(responder.phone) : '',
          pushTopic: responder.pushTopic ?? '',
        }
      : EMPTY,
  );
  const change = (fields: Partial<Draft>) => setDraft({ ...draft, ...fields });
  const phone = draft.phone.trim() === '' ? null : normalisePhone(draft.phone);
  const isPhoneFine = phone === null || phone.ok;
  const isVendor = draft.role === 'vendor' || draft.isEmergencyVendor;
  const areHoursFine = (draft.vendor?.hours ?? []).every(
    ({ weekdays, from, to }) => weekdays.length > 0 && from !== '' && to !== '',
  );
  const save = () =>
    send(
      () => api.portfolio.saveResponder.mutate({ ...inputOf(draft), id: responder?.id ?? null }),
      ({ notes }) => {
        for (const note of notes) tell(pick(note), 'stays');
        onClose();
      },
    );
  return (
    <FormDialog
      title={responder ? responder.name : t('portfolio.newResponder')}
      submit={t('portfolio.save')}
      refusal={refusal}
      isBusy={isBusy}
      isReady={draft.name.trim() !== '' && isPhoneFine && areHoursFine}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        label={t('portfolio.field.name')}
        value={draft.name}
        data-autofocus
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('portfolio.field.phone')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        type="tel"
        value={draft.phone}
        description={phone?.ok ? phoneOf(phone.phone) : t('portfolio.field.phoneHint')}
        error={phone && !phone.ok ? pick(phone.reason) : null}
        onChange={(event) => change({ phone: event.currentTarget.value })}
      />
      <TextInput
        label={t('portfolio.field.company')}
        value={draft.company}
        onChange={(event) => change({ company: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('portfolio.field.role')}
        value={draft.role}
        data={RESPONDER_ROLES.map((role) => ({ value: role, label: t(`words.role.${role}`) }))}
        // The options are the roles, so the value is one of them.
        onChange={(event) => change({ role: event.currentTarget.value as ResponderRole })}
      />
      <TradeBoxes draft={draft} onChange={change} />
      <NativeSelect
        label={t('portfolio.field.language')}
        value={draft.language}
        data={LANGUAGES.map((language) => ({ value: language, label: t(`words.language.${language}`) }))}
        // The options are the languages, so the value is one of them.
        onChange={(event) => change({ language: event.currentTarget.value as Language })}
      />
      <TextInput
        label={t('portfolio.field.pushTopic')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={t('portfolio.field.pushTopicHint')}
        maxLength={200}
        value={draft.pushTopic}
        onChange={(event) => change({ pushTopic: event.currentTarget.value })}
      />
      {isVendor && <VendorTermsFields terms={draft.vendor ?? NO_TERMS} onChange={(vendor) => change({ vendor })} />}
      <div className="boxes">
        <Checkbox
          label={t('portfolio.field.active')}
          checked={draft.active}
          onChange={(event) => change({ active: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('portfolio.field.emergency')}
          checked={draft.isEmergencyVendor}
          onChange={(event) => change({ isEmergencyVendor: event.currentTarget.checked })}
        />
      </div>
    </FormDialog>
  );
}

function TradeBoxes({
  draft,
  onChange,
}: {
  readonly draft: Draft;
  readonly onChange: (fields: Partial<Draft>) => void;
}) {
  const { t } = useText();
  return (
    <fieldset className="wide trade-boxes">
      <legend>{t('portfolio.field.trades')}</legend>
      {TRADES.map((trade) => (
        <Checkbox
          key={trade}
          label={t(`words.trade.${trade}`)}
          checked={draft.trades.includes(trade)}
          onChange={(event) =>
            onChange({
              trades: TRADES.filter((each) =>
                each === trade ? event.currentTarget.checked : draft.trades.includes(each),
              ),
            })
          }
        />
      ))}
    </fieldset>
  );
}
