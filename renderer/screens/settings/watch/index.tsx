import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { WatchView } from '#shared/contract';
import { tell, useText, useZone, whenOf } from '../../../app/index.ts';
import { ActionButton, RefusalNote, useSend } from '../../../parts/index.ts';
import { api, coreNow, useCore } from '../../../stores/index.ts';

const MOST_PORT = 65_535;
/** The explanation below, so that fields beside each other stand in one line. */
const LABEL_FIRST: ['label', 'input', 'description', 'error'] = ['label', 'input', 'description', 'error'];

/** The watch on a second computer: whether it is answered, and what has to run there. */
export function WatchSettingsPane() {
  const view = useCore('watch', ['settings', 'session'], () => api.watch.get.query());
  if (!view) return null;
  return (
    <div className="split">
      <WatchForm key={`${view.isOn} ${view.host} ${view.port}`} view={view} />
      {view.address !== null && view.key !== null && <OtherComputer address={view.address} secret={view.key} />}
    </div>
  );
}

function WatchForm({ view }: { readonly view: WatchView }) {
  const { t, pick, language } = useText();
  const zone = useZone();
  const { send, refusal, isBusy } = useSend();
  const [draft, setDraft] = useState({ isOn: view.isOn, host: view.host, port: view.port });
  const isChanged = draft.isOn !== view.isOn || draft.host !== view.host || draft.port !== view.port;
  const save = () =>
    send(
      () => api.watch.save.mutate(draft),
      () => tell(t('settings.saved')),
    );
  return (
    <form
      className="card rows"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) save();
      }}
    >
      <h2 className="overline">{t('watching.title')}</h2>
      <p>{t('watching.why')}</p>
      <div className="form-grid">
        <Checkbox
          className="wide"
          label={t('watching.isOn')}
          description={t('watching.isOnMeans')}
          checked={draft.isOn}
          onChange={(event) => setDraft({ ...draft, isOn: event.currentTarget.checked })}
        />
        <TextInput
          label={t('watching.host')}
          description={t('watching.hostMeans')}
          inputWrapperOrder={LABEL_FIRST}
          value={draft.host}
          maxLength={200}
          onChange={(event) => setDraft({ ...draft, host: event.currentTarget.value })}
        />
        <NumberInput
          label={t('watching.port')}
          description={t('watching.portMeans')}
          inputWrapperOrder={LABEL_FIRST}
          value={draft.port}
          min={0}
          max={MOST_PORT}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=""
          onChange={(port) => setDraft({ ...draft, port: Number(port) || 0 })}
        />
      </div>
      {view.isOn && (
        <p className="dim">
          {view.lastAskedAt === null
            ? t('watching.neverAsked')
            : t('watching.asked', { time: whenOf(view.lastAskedAt, coreNow(), zone, language) })}
        </p>
      )}
      {view.trouble && <p className="note note-bad">{pick(view.trouble)}</p>}
      <RefusalNote refusal={refusal} />
      <div className="dialog-buttons">
        <ActionButton
          label={t('watching.save')}
          kind="main"
          isSubmit
          isDisabled={isBusy || !isChanged || draft.host.trim() === ''}
          onPress={save}
        />
      </div>
    </form>
  );
}

/** What has to be done on the second computer, to be copied. */
function OtherComputer({ address, secret }: { readonly address: string; readonly secret: string }) {
  const { t } = useText();
  return (
    <section className="card rows" aria-label={t('watching.steps')}>
      <h2 className="overline">{t('watching.steps')}</h2>
      <p>{t('watching.gateway')}</p>
      <Copied label={t('watching.keyFile')} text={secret} />
      <Copied label={t('watching.run')} text={`npm run -s nightdesk -- watch --of ${address} --key-file watch.key`} />
      <NewKey />
    </section>
  );
}

function Copied({ label, text }: { readonly label: string; readonly text: string }) {
  const { t } = useText();
  const id = useId();
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => tell(t('watching.copied')),
      () => tell(t('watching.notCopied'), 'hint'),
    );
  return (
    <div className="watch-copied">
      <label htmlFor={id}>{label}</label>
      <div className="watch-line">
        <input
          id={id}
          className="field-input"
          readOnly
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
        <ActionButton label={t('watching.copy')} onPress={copy} />
      </div>
    </div>
  );
}

/** Makes the key given out so far worthless, so it is asked twice. */
function NewKey() {
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const [isSure, setSure] = useState(false);
  const make = () =>
    send(
      () => api.watch.makeKey.mutate(),
      () => setSure(false),
    );
  return (
    <div className="dialog-buttons">
      {isSure && <span className="dim form-note">{t('watching.newKeySure')}</span>}
      {isSure && <ActionButton label={t('frame.cancel')} kind="quiet" onPress={() => setSure(false)} />}
      <ActionButton
        label={t('watching.newKey')}
        isDisabled={isBusy}
        onPress={() => (isSure ? make() : setSure(true))}
      />
      <RefusalNote refusal={refusal} />
    </div>
  );
}
