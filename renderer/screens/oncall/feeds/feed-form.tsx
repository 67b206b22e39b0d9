import { PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FEED_KINDS, type Feed, type FeedInput, type FeedPreview } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { ActionButton, Choice, FormDialog, useSend, ZoneField } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';
import { DutyFields } from '../forms/duty-fields.tsx';
import { NEW_KEY } from '../forms/shift-form.tsx';
import { usePlan } from '../plan-context.tsx';
import { planKeyOf } from '../plan-key.ts';
import { PreviewOf } from './preview.tsx';

function inputOf(feed: Feed | null, zone: string): FeedInput {
  const common = feed ?? { id: null, name: '', kind: 'ics' as const, username: '', zone, ...NEW_KEY };
  return { ...common, address: '', password: '' };
}

/** A live calendar: new, or one that is changed. Its address and password are written here and shown nowhere. */
export function FeedForm(props: {
  readonly feed: Feed | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { feed, onDone, onClose } = props;
  const { t } = useText();
  const { zone, feeds } = usePlan();
  const { send, refusal, isBusy } = useSend();
  const [draft, setDraft] = useState<FeedInput>(() => inputOf(feed, zone));
  const [preview, setPreview] = useState<FeedPreview | null>(null);
  const change = (fields: Partial<FeedInput>) => {
    setDraft({ ...draft, ...fields });
    // What was read was read with other entries.
    setPreview(null);
  };
  const isNew = feed === null;
  const view = feeds?.feeds.find((each) => each.feed.id === feed?.id);
  const isReady = draft.name.trim() !== '' && (!isNew || draft.address.trim() !== '');
  const tryIt = () => send(() => api.feeds.try.mutate(draft), setPreview);
  return (
    <FormDialog
      title={isNew ? t('feeds.new') : t('feeds.change')}
      submit={t('oncall.save')}
      refusal={refusal}
      isBusy={isBusy}
      isReady={isReady}
      size="xl"
      onSubmit={() => send(() => api.feeds.save.mutate(draft), onDone)}
      onClose={onClose}
    >
      <div className="wide">
        <Choice
          label={t('feeds.kindOf')}
          options={FEED_KINDS.map((kind) => ({ value: kind, label: t(`feeds.kind.${kind}`) }))}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          hasFocus={isNew}
        />
        <p className="dim feed-help">{t(`feeds.help.${draft.kind}`)}</p>
      </div>
      <TextInput
        className="wide"
        label={t('feeds.name')}
        placeholder={t('feeds.nameHint')}
        value={draft.name}
        maxLength={80}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <PasswordInput
        className="wide"
        label={t(`feeds.address.${draft.kind}`)}
        placeholder={isNew ? t(`feeds.example.${draft.kind}`) : t('feeds.keepsAddress', { where: view?.where ?? '' })}
        description={t('feeds.addressSecret')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.address}
        autoComplete="off"
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
      {draft.kind === 'caldav' && (
        <>
          <TextInput
            label={t('feeds.username')}
            value={draft.username}
            autoComplete="off"
            onChange={(event) => change({ username: event.currentTarget.value })}
          />
          <PasswordInput
            label={t('feeds.password')}
            placeholder={view?.hasPassword ? t('feeds.keepsPassword') : ''}
            value={draft.password}
            autoComplete="new-password"
            onChange={(event) => change({ password: event.currentTarget.value })}
          />
        </>
      )}
      <p className="wide overline">{t('feeds.otherwise')}</p>
      <DutyFields value={planKeyOf(draft)} onChange={change} />
      <ZoneField label={t('feeds.zone')} value={draft.zone} onChange={(name) => change({ zone: name })} />
      <div className="wide feed-try">
        <ActionButton label={t('feeds.try')} onPress={tryIt} isDisabled={!isReady || isBusy} />
        <span className="dim">{isBusy ? t('feeds.trying') : t('feeds.tryMeans')}</span>
      </div>
      {preview && <PreviewOf preview={preview} />}
    </FormDialog>
  );
}
