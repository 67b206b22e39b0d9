import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ExportView } from '#shared/contract';
import { tell, useText } from '../../../app/index.ts';
import { ActionButton, FormDialog, useSend } from '../../../parts/index.ts';
import { api, useCore } from '../../../stores/index.ts';
import { usePlan } from '../plan-context.tsx';
import { NewKey } from './new-key.tsx';
import './export.css';

/** The schedule for others: as a file now, or as a feed that their calendars fetch. */
export function ExportForm({ onClose }: { readonly onClose: () => void }) {
  const view = useCore('export', ['oncall', 'settings'], () => api.oncall.exportView.query());
  return view && <Loaded view={view} onClose={onClose} />;
}

const MOST_PORT = 65_535;
/** The explanation below, so that fields beside each other stand in one line. */
const LABEL_FIRST: ['label', 'input', 'description', 'error'] = ['label', 'input', 'description', 'error'];

function Loaded({ view, onClose }: { readonly view: ExportView; readonly onClose: () => void }) {
  const { t, pick } = useText();
  const { send, refusal, isBusy } = useSend();
  const [draft, setDraft] = useState({ isOn: view.isOn, host: view.host, port: view.port });
  const [saved, setSaved] = useState(view);
  const isChanged = draft.isOn !== saved.isOn || draft.host !== saved.host || draft.port !== saved.port;
  const save = () =>
    send(
      () => api.oncall.saveExport.mutate(draft),
      (value) => {
        setSaved(value);
        setDraft({ isOn: value.isOn, host: value.host, port: value.port });
      },
    );
  return (
    <FormDialog
      title={t('exporting.title')}
      submit={t('oncall.save')}
      refusal={refusal}
      isBusy={isBusy}
      isReady={isChanged && draft.host.trim() !== ''}
      onSubmit={save}
      onClose={onClose}
    >
      <Download />
      <hr className="wide export-rule" />
      <Checkbox
        className="wide"
        label={t('exporting.isOn')}
        description={t('exporting.isOnMeans')}
        data-autofocus
        checked={draft.isOn}
        onChange={(event) => setDraft({ ...draft, isOn: event.currentTarget.checked })}
      />
      <TextInput
        label={t('exporting.host')}
        description={t('exporting.hostMeans')}
        inputWrapperOrder={LABEL_FIRST}
        value={draft.host}
        maxLength={200}
        onChange={(event) => setDraft({ ...draft, host: event.currentTarget.value })}
      />
      <NumberInput
        label={t('exporting.port')}
        description={t('exporting.portMeans')}
        inputWrapperOrder={LABEL_FIRST}
        value={draft.port}
        min={0}
        max={MOST_PORT}
        allowDecimal={false}
        allowNegative={false}
        thousandSeparator=""
        onChange={(port) => setDraft({ ...draft, port: Number(port) || 0 })}
      />
      {saved.trouble && <p className="wide note note-bad">{pick(saved.trouble)}</p>}
      {saved.warning && <p className="wide note">{pick(saved.warning)}</p>}
      {saved.address !== null && <Address address={saved.address} onView={setSaved} />}
    </FormDialog>
  );
}

/** The file, of everybody or of one person. */
function Download() {
  const { t } = useText();
  const { responders } = usePlan();
  const [person, setPerson] = useState('');
  const active = responders.filter((each) => each.active);
  const query = person === '' ? '' : `?person=${encodeURIComponent(person)}`;
  return (
    <div className="wide export-file">
      <NativeSelect
        aria-label={t('exporting.whose')}
        value={person}
        data={[
          { value: '', label: t('exporting.everybody') },
          ...active.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => setPerson(event.currentTarget.value)}
      />
      <a className="btn" href={`/documents/oncall.ics${query}`} download>
        {t('exporting.download')}
      </a>
      <span className="dim">{t('exporting.downloadMeans')}</span>
    </div>
  );
}

function Address({ address, onView }: { readonly address: string; readonly onView: (view: ExportView) => void }) {
  const { t } = useText();
  const copy = () =>
    void navigator.clipboard.writeText(address).then(
      () => tell(t('exporting.copied')),
      () => tell(t('exporting.notCopied'), 'hint'),
    );
  return (
    <div className="wide export-address">
      <label htmlFor="export-address">{t('exporting.address')}</label>
      <div className="export-line">
        <input
          id="export-address"
          className="field-input"
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <ActionButton label={t('exporting.copy')} onPress={copy} />
      </div>
      <p className="dim">{t('exporting.addressMeans')}</p>
      <NewKey onView={onView} />
    </div>
  );
}
