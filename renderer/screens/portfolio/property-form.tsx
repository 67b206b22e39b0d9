import { Textarea, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { type Property, WeatherZone } from '#shared/contract';
import { normalisePhone } from '#shared/messages';
import { coordinatesText, parseCoordinates } from '#shared/weather';
import { phoneOf, tell, useText, useZone } from '../../app/index.ts';
import { FormDialog, TimeField, useSend, ZoneField } from '../../parts/index.ts';
import { api } from '../../stores/index.ts';

type Draft = Omit<Property, 'calledNumber' | 'emergencyCentre' | 'group' | 'coordinates' | 'weatherZone'> & {
  /** Empty where it stands alone. */
  readonly group: string;
  readonly calledNumber: string;
  readonly emergencyCentre: string;
  /** Latitude and longitude as typed. */
  readonly location: string;
  readonly ofWeather: string;
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
    group: '',
    location: '',
    ofWeather: '',
  };
}

/** A number as typed: none, understood, or not one. */
function readPhone(typed: string): ReturnType<typeof normalisePhone> | null {
  return typed.trim() === '' ? null : normalisePhone(typed);
}

/** What is known for the weather: nothing, something that was understood, or something that was not. */
function readWeather({ location, ofWeather }: Draft) {
  const coordinates = parseCoordinates(location);
  const weatherZone = ofWeather.trim().toUpperCase();
  return {
    coordinates,
    weatherZone: weatherZone || null,
    isBadLocation: location.trim() !== '' && coordinates === null,
    isBadZone: weatherZone !== '' && !WeatherZone.safeParse(weatherZone).success,
  };
}

/** One property: new, or changed. */
export function PropertyForm({
  property,
  groups,
  onClose,
}: {
  readonly property: Property | null;
  /** Names of the groups there are. */
  readonly groups: readonly string[];
  readonly onClose: () => void;
}) {
  const { t, pick } = useText();
  const zone = useZone();
  const { send, refusal, isBusy } = useSend();
  const [draft, setDraft] = useState<Draft>(() => (property ? draftOf(property) : newProperty(zone)));
  const change = (fields: Partial<Draft>) => setDraft({ ...draft, ...fields });
  const called = readPhone(draft.calledNumber);
  const centre = readPhone(draft.emergencyCentre);
  const weather = readWeather(draft);
  const isReady =
    draft.name.trim() !== '' &&
    !weather.isBadLocation &&
    !weather.isBadZone &&
    draft.nightStart !== '' &&
    draft.nightEnd !== '' &&
    called?.ok !== false &&
    centre?.ok !== false;
  const save = () => {
    const { location: _location, ofWeather: _ofWeather, ...others } = draft;
    const saved: Property = {
      ...others,
      name: draft.name.trim(),
      calledNumber: called?.ok ? called.phone : null,
      emergencyCentre: centre?.ok ? centre.phone : null,
      group: draft.group.trim() || null,
      coordinates: weather.coordinates,
      weatherZone: weather.weatherZone,
    };
    send(
      () => api.portfolio.saveProperty.mutate(saved),
      ({ notes }) => {
        for (const note of notes) tell(pick(note), 'stays');
        onClose();
      },
    );
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
      <WeatherFields draft={draft} onChange={change} />
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
      <GroupField value={draft.group} groups={groups} onChange={(group) => change({ group })} />
    </FormDialog>
  );
}

type WeatherFieldsProps = { readonly draft: Draft; readonly onChange: (fields: Partial<Draft>) => void };

/** Where the weather is asked for; either is enough, and neither is needed. */
function WeatherFields({ draft, onChange }: WeatherFieldsProps) {
  const { t } = useText();
  const { isBadLocation, isBadZone } = readWeather(draft);
  return (
    <div className="pair">
      <TextInput
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        label={t('portfolio.field.coordinates')}
        description={t('portfolio.field.coordinatesHint')}
        placeholder="41.8781, -87.6298"
        value={draft.location}
        error={isBadLocation ? t('portfolio.field.coordinatesBad') : null}
        onChange={(event) => onChange({ location: event.currentTarget.value })}
      />
      <TextInput
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        label={t('portfolio.field.weatherZone')}
        description={t('portfolio.field.weatherZoneHint')}
        placeholder="ILZ104"
        value={draft.ofWeather}
        error={isBadZone ? t('portfolio.field.weatherZoneBad') : null}
        onChange={(event) => onChange({ ofWeather: event.currentTarget.value })}
      />
    </div>
  );
}

type GroupFieldProps = {
  readonly value: string;
  readonly groups: readonly string[];
  readonly onChange: (group: string) => void;
};

/** Any name; those there are already come up while typing, so that one group is not written in two ways. */
function GroupField({ value, groups, onChange }: GroupFieldProps) {
  const { t } = useText();
  const list = useId();
  return (
    <div>
      <TextInput
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        label={t('portfolio.field.group')}
        description={t('portfolio.field.groupHint')}
        value={value}
        maxLength={80}
        list={list}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={list}>
        {groups.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
    </div>
  );
}

function draftOf(property: Property): Draft {
  const { id, name, address, zone, nightStart, nightEnd, greetingEn, greetingEs, shutOff, accessNotes } = property;
  return {
    ...{ id, name, address, zone, nightStart, nightEnd, greetingEn, greetingEs, shutOff, accessNotes },
    calledNumber: property.calledNumber ? phoneOf(property.calledNumber) : '',
    emergencyCentre: property.emergencyCentre ? phoneOf(property.emergencyCentre) : '',
    group: property.group ?? '',
    location: property.coordinates ? coordinatesText(property.coordinates) : '',
    ofWeather: property.weatherZone ?? '',
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
