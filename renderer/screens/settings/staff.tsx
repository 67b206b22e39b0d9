import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { LANGUAGES, type Language, type Responder, STAFF_ROLES, type Staff, type StaffRole } from '#shared/contract';
import { useKeys, useText } from '../../app/index.ts';
import { ActionButton, Empty, FormDialog, useSend } from '../../parts/index.ts';
import { api, useCore } from '../../stores/index.ts';

/** Who may sit at the desk. */
export function StaffSettings() {
  const { t } = useText();
  const [isAdding, setAdding] = useState(false);
  const portfolio = useCore('portfolio', ['portfolio', 'settings', 'session'], () => api.portfolio.get.query());
  useKeys({ a: () => setAdding(true) }, !isAdding);
  if (!portfolio) return null;
  const { staff, responders } = portfolio;
  return (
    <>
      <div className="section-head">
        <h2>{t('settings.staff')}</h2>
        <ActionButton label={t('settings.addStaff')} cap="A" kind="main" onPress={() => setAdding(true)} />
      </div>
      {staff.length === 0 ? (
        <Empty title={t('settings.noStaff')}>{t('settings.noStaffWords')}</Empty>
      ) : (
        <StaffTable staff={staff} responders={responders} />
      )}
      {isAdding && <StaffForm responders={responders} onClose={() => setAdding(false)} />}
    </>
  );
}

function StaffTable({
  staff,
  responders,
}: {
  readonly staff: readonly Staff[];
  readonly responders: readonly Responder[];
}) {
  const { t } = useText();
  const nameOf = (id: string | null) =>
    responders.find((responder) => responder.id === id)?.name ?? t('settings.nobody');
  return (
    <div className="sheet-frame">
      <table className="sheet">
        <thead>
          <tr>
            <th>{t('settings.staffColumns.name')}</th>
            <th>{t('settings.staffColumns.role')}</th>
            <th>{t('settings.staffColumns.language')}</th>
            <th>{t('settings.staffColumns.responder')}</th>
          </tr>
        </thead>
        <tbody>
          {staff.map((person) => (
            <tr key={person.id}>
              <td className="row-title">{person.name}</td>
              <td>{t(`words.staffRole.${person.role}`)}</td>
              <td>{t(`words.language.${person.language}`)}</td>
              <td className="dim">{nameOf(person.responderId)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Draft = {
  readonly name: string;
  readonly role: StaffRole;
  readonly language: Language;
  readonly pin: string;
  readonly again: string;
  readonly responderId: string | null;
};
const EMPTY: Draft = { name: '', role: 'coordinator', language: 'en', pin: '', again: '', responderId: null };

function StaffForm({
  responders,
  onClose,
}: {
  readonly responders: readonly Responder[];
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const [draft, setDraft] = useState(EMPTY);
  const change = (fields: Partial<Draft>) => setDraft({ ...draft, ...fields });
  const isPin = /^\d{4,12}$/.test(draft.pin);
  const isSame = draft.pin === draft.again;
  const { again: _, ...input } = draft;
  return (
    <FormDialog
      title={t('settings.newStaff')}
      submit={t('settings.save')}
      refusal={refusal}
      isBusy={isBusy}
      isReady={draft.name.trim() !== '' && isPin && isSame}
      onSubmit={() => send(() => api.portfolio.addStaff.mutate(input), onClose)}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.staffColumns.name')}
        value={draft.name}
        data-autofocus
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('settings.staffColumns.role')}
        value={draft.role}
        data={STAFF_ROLES.map((role) => ({ value: role, label: t(`words.staffRole.${role}`) }))}
        // The options are the roles, so the value is one of them.
        onChange={(event) => change({ role: event.currentTarget.value as StaffRole })}
      />
      <PasswordInput
        label={t('settings.pin')}
        value={draft.pin}
        inputMode="numeric"
        autoComplete="new-password"
        error={draft.pin !== '' && !/^\d{1,12}$/.test(draft.pin) ? t('settings.pinShort') : null}
        onChange={(event) => change({ pin: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('settings.pinAgain')}
        value={draft.again}
        inputMode="numeric"
        autoComplete="new-password"
        error={draft.again !== '' && !draft.pin.startsWith(draft.again) ? t('settings.pinDiffers') : null}
        onChange={(event) => change({ again: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('settings.staffColumns.language')}
        value={draft.language}
        data={LANGUAGES.map((language) => ({ value: language, label: t(`words.language.${language}`) }))}
        // The options are the languages, so the value is one of them.
        onChange={(event) => change({ language: event.currentTarget.value as Language })}
      />
      <NativeSelect
        label={t('settings.responder')}
        description={t('settings.responderHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.responderId ?? ''}
        data={[
          { value: '', label: t('settings.nobody') },
          ...responders.filter((each) => each.active).map((each) => ({ value: each.id, label: each.name })),
        ]}
        onChange={(event) => change({ responderId: event.currentTarget.value || null })}
      />
    </FormDialog>
  );
}
