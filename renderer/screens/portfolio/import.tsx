import { NativeSelect, Textarea } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { type Answer, assertNever } from '#shared/contract';
import { tell, useKeys, useText } from '../../app/index.ts';
import { ActionButton, RefusalNote, useSend } from '../../parts/index.ts';
import { api } from '../../stores/index.ts';
import { type ImportPlan, stateOf } from './import-changes.ts';
import { NextImport } from './next-import.tsx';
import { LeftOut, type LeftOutRows, PlanView } from './plan-view.tsx';

const KINDS = ['auto', 'properties', 'units', 'residents', 'responders'] as const;
type Kind = (typeof KINDS)[number];
/** As the core takes it. */
const LIMIT_BYTES = 20_000_000;
/** A longer text is kept but not drawn: a text field of megabytes freezes the window. */
const SHOWN_CHARS = 200_000;
const FILE_FIELD = 'import-file';

/** UTF-8, or UTF-16 with its mark, or else Windows-1252, in which older exports are written. */
function decode(bytes: ArrayBuffer): string {
  const head = new Uint8Array(bytes.slice(0, 2));
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const utf8 = new TextDecoder().decode(bytes);
  return utf8.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : utf8;
}

/** What was imported, and the rows that were not: they are still to be mended when the file is gone from the screen. */
type Result = { readonly words: string } & Pick<ImportPlan, 'kind'> & LeftOutRows;

/** A file in, what it would change, and only then the change. */
export function Import() {
  const { t, pick } = useText();
  const { send, refusal, isBusy } = useSend();
  const [kind, setKind] = useState<Kind>('auto');
  const [source, setSource] = useState({ name: '', csv: '' });
  const [note, setNote] = useState('');
  const [plan, setPlan] = useState<ImportPlan | null>(null);
  const [result, setResult] = useState<Result | null>(null);

  const begin = (name: string, csv: string) => {
    setSource({ name, csv });
    setPlan(null);
    setResult(null);
    setNote('');
  };
  const read = (file: File | undefined) => {
    if (!file) return;
    if (file.size > LIMIT_BYTES) setNote(t('portfolio.tooLarge'));
    else void file.arrayBuffer().then((bytes) => begin(file.name, decode(bytes)));
  };
  const input = { kind, csv: source.csv };
  const check = () =>
    send(
      async (): Promise<Answer<ImportPlan>> => ({ ok: true, value: await api.portfolio.previewImport.mutate(input) }),
      setPlan,
    );
  const apply = () =>
    send(
      () => api.portfolio.applyImport.mutate(input),
      (done) => {
        const left = {
          kind: plan?.kind ?? null,
          rowErrors: plan?.rowErrors ?? [],
          counts: { rowErrors: plan?.counts.rowErrors ?? 0 },
          rowsLeftOut: done.rowsLeftOut,
        };
        begin('', '');
        for (const note of done.notes) tell(pick(note), 'stays');
        setResult({ words: t('portfolio.done', done), ...left });
      },
    );
  const isReady = plan !== null && stateOf(plan) === 'ready';
  useKeys({ 'ctrl+enter': () => (isReady ? apply() : source.csv !== '' && check()) }, !isBusy);
  return (
    <>
      <section className="card import-card">
        <h2>{t('portfolio.importTitle')}</h2>
        <p className="dim">{t('portfolio.importWords')}</p>
        <Source source={source} onFile={read} onText={(csv) => begin('', csv)} />
        {note !== '' && (
          <p className="refusal" role="alert">
            {note}
          </p>
        )}
        <div className="import-bar">
          <NativeSelect
            label={t('portfolio.kind')}
            value={kind}
            data={KINDS.map((each) => ({ value: each, label: t(`portfolio.kinds.${each}`) }))}
            onChange={(event) => {
              // The options are the kinds, so the value is one of them.
              setKind(event.currentTarget.value as Kind);
              setPlan(null);
            }}
          />
          {source.csv !== '' && (
            <ActionButton label={t('portfolio.clear')} kind="quiet" onPress={() => begin('', '')} />
          )}
          {isReady ? (
            <ActionButton
              label={t('portfolio.apply', { count: plan.counts.creates + plan.counts.updates })}
              cap="Ctrl Enter"
              kind="main"
              isDisabled={isBusy}
              onPress={apply}
            />
          ) : (
            <ActionButton
              label={t('portfolio.check')}
              cap="Ctrl Enter"
              kind="main"
              isDisabled={isBusy || source.csv.trim() === ''}
              onPress={check}
            />
          )}
        </div>
        {isBusy && <progress className="import-progress" aria-label={t('portfolio.check')} />}
        <RefusalNote refusal={refusal} />
      </section>
      <output>
        {result && <p className={`note ${result.rowsLeftOut > 0 ? 'note-warn' : 'note-ok'}`}>{result.words}</p>}
        {plan && <Verdict plan={plan} />}
      </output>
      {result && (
        <p>
          <NextImport
            kind={result.kind}
            onChoose={() => {
              setKind('auto');
              document.getElementById(FILE_FIELD)?.click();
            }}
          />
        </p>
      )}
      {result && <LeftOut plan={result} />}
      {plan && plan.fileError === null && <PlanView plan={plan} />}
    </>
  );
}

function Verdict({ plan }: { readonly plan: ImportPlan }) {
  const { t, pick } = useText();
  const state = stateOf(plan);
  switch (state) {
    case 'fileError':
      return <p className="note note-bad">{plan.fileError && pick(plan.fileError)}</p>;
    case 'nothingUsable':
      return <p className="note note-bad">{t('portfolio.nothingUsable')}</p>;
    case 'nothingNew':
      return (
        <p className="note note-bad">
          {t('portfolio.nothingNew', { unchanged: plan.unchanged, leftOut: plan.rowsLeftOut })}
        </p>
      );
    case 'nothing':
      return <p className="note note-ok">{t('portfolio.nothing')}</p>;
    case 'nothingListed':
      return <p className="note note-warn">{t('portfolio.nothingListed')}</p>;
    case 'ready':
      return plan.kind && <p className="note">{t('portfolio.reads', { kind: t(`portfolio.kinds.${plan.kind}`) })}</p>;
    default:
      return assertNever(state, 'plan state');
  }
}

type SourceProps = {
  readonly source: { readonly name: string; readonly csv: string };
  readonly onFile: (file: File | undefined) => void;
  readonly onText: (csv: string) => void;
};

/** The file: chosen, dropped, or its text pasted. */
function Source({ source, onFile, onText }: SourceProps) {
  const { t } = useText();
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  useKeys({ o: () => chooser.current?.click() });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  const isLong = source.csv.length > SHOWN_CHARS;
  return (
    // Dropping is a short cut of the mouse; the button and the text field do the same by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className={`import-source${isOver ? ' is-over' : ''}`}
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
    >
      <p className="import-choose">
        <ActionButton label={t('portfolio.choose')} cap="O" onPress={() => chooser.current?.click()} />
        <span className="dim">{t('portfolio.drop')}</span>
        {source.name !== '' && (
          <b>{t('portfolio.file', { name: source.name, kb: Math.ceil(source.csv.length / 1024) })}</b>
        )}
      </p>
      <input
        ref={chooser}
        id={FILE_FIELD}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        hidden
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <Textarea
        aria-label={t('portfolio.paste')}
        rows={5}
        value={isLong ? source.csv.slice(0, SHOWN_CHARS) : source.csv}
        readOnly={isLong}
        classNames={{ input: 'import-text' }}
        spellCheck={false}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </div>
  );
}
