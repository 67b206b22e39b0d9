import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Property } from '#shared/contract';
import { normalisePhone } from '#shared/messages';
import { phoneOf, useText, useZone } from '../../app/index.ts';
import { FormDialog, TimeField, useSend, ZoneField } from '../../parts/index.ts';
import { api } from '../../stores/index.ts';

type Draft = Omit<Property, 'calledNumber' | 'emergencyCentre'> & {
  readonly calledNumber: string;
  readonly emergencyCentre: string;
};

function newProperty(zone: string): Draft {
  return {
    id: crypto.randomUUID(),
    name: '',
    address: '',
    zone,
    nightStart: '17:00',
    nightEnd: '08:00',
    greetingEn: '',
    greetingEs: '',
    calledNumber: '',
    shutOff: '',
    accessNotes: '',
    emergencyCentre: '',
    policyId: null,
  };
}

/** A number as typed: none, understood, or not one. */
function readPhone(typed: string): ReturnType<typeof normalisePhone> | null {
  return typed.trim() === '' ? null : normalisePhone(typed);
}

/** One property: new, or changed. */
export function PropertyForm({
  property,
  onClose,
}: {
  readonly property: Property | null;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const zone = useZone();
  const { send, refusal, isBusy } = useSend();
  const [draft, setDraft] = useState<Draft>(() => (property ? draftOf(property) : newProperty(zone)));
  const change = (fields: Partial<Draft>) => setDraft({ ...draft, ...fields });
  const called = readPhone(draft.calledNumber);
  const centre = readPhone(draft.emergencyCentre);
  const isReady =
    draft.name.trim() !== '' &&
    draft.nightStart !== '' &&
    draft.nightEnd !== '' &&
    called?.ok !== false &&
    centre?.ok !== false;
  const save = () => {
    const saved: Property = {
      ...draft,
      name: draft.name.trim(),
      calledNumber: called?.ok ? called.phone : null,
      emergencyCentre: centre?.ok ? centre.phone : null,
    };
    send(() => api.portfolio.saveProperty.mutate(saved), onClose);
  };
  return (
    <FormDialog
      title={property ? property.name : t('portfolio.newProperty')}
      submit={t('portfolio.save')}
      refusal={refusal}
      isBusy={isBusy}
      isReady={isReady}
      onSubmit={save}
      onClose={onClose}
      size="xl"
    >
      <TextInput
        label={t('portfolio.field.name')}
        value={draft.name}
        data-autofocus
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('portfolio.field.address')}
        value={draft.address}
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
      <ZoneField label={t('portfolio.field.zone')} value={draft.zone} onChange={(name) => change({ zone: name })} />
      <div className="pair">
        <TimeField
          label={t('portfolio.field.nightStart')}
          value={draft.nightStart}
          onChange={(nightStart) => change({ nightStart })}
        />
        <TimeField
          label={t('portfolio.field.nightEnd')}
          value={draft.nightEnd}
          onChange={(nightEnd) => change({ nightEnd })}
        />
      </div>
      <NumberText
        label={t('portfolio.field.calledNumber')}
        hint={t('portfolio.field.calledHint')}
        value={draft.calledNumber}
        onChange={(calledNumber) => change({ calledNumber })}
      />
      <NumberText
        label={t('portfolio.field.centre')}
        hint=""
        value={draft.emergencyCentre}
        onChange={(emergencyCentre) => change({ emergencyCentre })}
      />
      <LongText
        label={t('portfolio.field.greetingEn')}
        value={draft.greetingEn}
        onChange={(greetingEn) => change({ greetingEn })}
      />
      <LongText
        label={t('portfolio.field.greetingEs')}
        value={draft.greetingEs}
        onChange={(greetingEs) => change({ greetingEs })}
      />
      <LongText
        label={t('portfolio.field.shutOff')}
        value={draft.shutOff}
        onChange={(shutOff) => change({ shutOff })}
      />
      <LongText
        label={t('portfolio.field.accessNotes')}
        hint={t('portfolio.field.accessHint')}
        value={draft.accessNotes}
        onChange={(accessNotes) => change({ accessNotes })}
      />
    </FormDialog>
  );
}

function draftOf(property: Property): Draft {
  const { id, name, address, zone, nightStart, nightEnd, greetingEn, greetingEs, shutOff, accessNotes, policyId } =
    property;
  return {
    ...{ id, name, address, zone, nightStart, nightEnd, greetingEn, greetingEs, shutOff, accessNotes, policyId },
    calledNumber: property.calledNumber ? phoneOf(property.calledNumber) : '',
    emergencyCentre: property.emergencyCentre ? phoneOf(property.emergencyCentre) : '',
  };
}

type TextProps = {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly onChange: (value: string) => void;
};

function NumberText({ label, value, hint, onChange }: TextProps) {
  const { pick } = useText();
  const phone = readPhone(value);
  return (
    <TextInput
      type="tel"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      label={label}
      value={value}
      description={phone?.ok ? phoneOf(phone.phone) : hint}
      error={phone?.ok === false ? pick(phone.reason) : null}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function LongText({ label, value, hint, onChange }: TextProps) {
  return (
    <Textarea
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      label={label}
      value={value}
      description={hint}
      rows={3}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
