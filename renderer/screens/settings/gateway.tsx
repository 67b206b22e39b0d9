import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { reasonWords } from '#shared/messages';
import { tell, useText, useZone, whenOf } from '../../app/index.ts';
import { ActionButton, RefusalNote, useSend } from '../../parts/index.ts';
import { api, coreNow, useCore, useStatus } from '../../stores/index.ts';
import { configOf, missingOf, typedOf } from './gateway-fields.ts';
import { GatewayFields } from './gateway-form-fields.tsx';
import { GatewayTestCard } from './gateway-test.tsx';

type View = Awaited<ReturnType<typeof api.settings.gateway.query>>;

/** The gateway in use, another one to put in its place, what to paste into it, and a live test. */
export function GatewaySettings() {
  const view = useCore('gateway', ['settings', 'status'], () => api.settings.gateway.query());
  if (!view) return null;
  return (
    <div className="split">
      <div className="rows">
        <InUse view={view} />
        <GatewayForm key={`${view.kind} ${JSON.stringify(view.config)}`} view={view} />
      </div>
      <div className="rows">
        <GatewayTestCard />
        {view.paste.length > 0 && <PasteBlocks paste={view.paste} />}
      </div>
    </div>
  );
}

function InUse({ view }: { readonly view: View }) {
  const { t, language, pick } = useText();
  const zone = useZone();
  const kind = view.kinds.find((each) => each.kind === view.kind);
  const gateway = useStatus((state) => state.status?.gateway);
  return (
    <section className="card" aria-label={t('settings.now')}>
      <h2 className="overline">{t('settings.now')}</h2>
      <p className="gateway-kind">{kind ? pick(kind.title) : view.kind}</p>
      {kind && <p className="dim">{pick(kind.summary)}</p>}
      {gateway && (
        <p>
          <b className={`gateway-level level-${gateway.level}`}>{t(`settings.level.${gateway.level}`)}</b>
          {gateway.since !== null && (
            <span className="dim">
              {' '}
              {t('settings.since', { time: whenOf(gateway.since, coreNow(), zone, language) })}
            </span>
          )}
          <span className="dim"> · {reasonWords(gateway.detail, language)}</span>
          <span className="dim">
            {' · '}
            {gateway.lastAcceptedMs === null
              ? t('settings.lastNever')
              : t('settings.lastAccepted', { ms: gateway.lastAcceptedMs })}
          </span>
        </p>
      )}
    </section>
  );
}

function GatewayForm({ view }: { readonly view: View }) {
  const { t, pick } = useText();
  const { send, refusal, isBusy } = useSend();
  const [kind, setKind] = useState(view.kind);
  const [typed, setTyped] = useState(() => typedOf(view.config));
  const shown = view.kinds.find((each) => each.kind === kind);
  const fields = shown?.fields ?? [];
  const secretsSet = kind === view.kind ? view.secretsSet : [];
  const missing = missingOf(fields, typed, secretsSet);
  const save = () => {
    const own = Object.fromEntries(fields.map((field) => [field.name, typed[field.name] ?? '']));
    send(
      () => api.settings.saveGateway.mutate({ kind, config: configOf(own) }),
      () => tell(t('settings.saved')),
    );
  };
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.length === 0) save();
      }}
    >
      <div className="form-grid">
        <div className="wide">
          <NativeSelect
            label={t('settings.kind')}
            value={kind}
            data={view.kinds.map((each) => ({ value: each.kind, label: pick(each.title) }))}
            description={shown && pick(shown.summary)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            onChange={(event) => setKind(event.currentTarget.value)}
          />
        </div>
        <GatewayFields key={kind} fields={fields} secretsSet={secretsSet} typed={typed} onTyped={setTyped} />
      </div>
      <RefusalNote refusal={refusal} />
      <div className="dialog-buttons">
        {missing.length > 0 && (
          <span className="dim form-note">
            {t('settings.missing', { fields: missing.map((field) => pick(field.label)).join(', ') })}
          </span>
        )}
        <ActionButton
          label={t('settings.saveGateway')}
          kind="main"
          isSubmit
          isDisabled={isBusy || missing.length > 0}
          onPress={save}
        />
      </div>
    </form>
  );
}

function PasteBlocks({ paste }: { readonly paste: View['paste'] }) {
  const { t } = useText();
  const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => tell(t('settings.copied')));
  return (
    <section className="card rows" aria-label={t('settings.paste')}>
      <h2>{t('settings.paste')}</h2>
      {paste.map((block) => (
        <div key={block.label}>
          <div className="paste-head">
            <b>{block.label}</b>
            <ActionButton label={t('settings.copy', { label: block.label })} onPress={() => copy(block.text)} />
          </div>
          {/* Focusable, so that long lines can be scrolled by keyboard. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
          <pre className="paste" tabIndex={0}>
            {block.text}
          </pre>
        </div>
      ))}
    </section>
  );
}
