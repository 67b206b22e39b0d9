import { Modal } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { Kbd } from '../parts/index.ts';
import {
  api,
  go,
  type Line,
  openCommandBar,
  openLine,
  prefer,
  SCREEN_IDS,
  useCore,
  useIncident,
  usePreferences,
  useQueue,
} from '../stores/index.ts';
import { useText } from './i18n.ts';
import { useKeys } from './keyboard.ts';
import { commandOf, LINE_KEYS, linesFor } from './lines.ts';
import { matching } from './match-entries.ts';
import { SCREENS } from './screens.tsx';

type Entry = {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  readonly cap?: string;
  readonly run: () => void;
};

/** Everything by name: commands, screens, people, units, numbers, incidents. */
export function CommandBar() {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const commands = useCommands(typed);
  const found = useFound(typed);
  const entries = [...matching(commands, commandOf(typed) ? '' : typed), ...found];
  const picked = entries[Math.min(at, entries.length - 1)];
  useKeys({}, true, true);

  const close = () => openCommandBar(false);
  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    close();
    entry.run();
  };
  const steer = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && entries.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, entries.length - 1) + step + entries.length) % entries.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(picked);
    }
  };
  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      size="38rem"
      padding={0}
      yOffset="9vh"
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('frame.bar.label') } }}
    >
      <div className="command-bar">
        <input
          className="command-input"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={steer}
          placeholder={t('frame.bar.placeholder')}
          aria-label={t('frame.bar.label')}
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-activedescendant={picked ? `${listId}-${picked.id}` : undefined}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        <Entries entries={entries} picked={picked} listId={listId} onRun={run} />
        {entries.length === 0 && <p className="command-none">{t('frame.bar.none')}</p>}
        <p className="command-foot" aria-hidden="true">
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('frame.bar.move')} <Kbd>Enter</Kbd> {t('frame.bar.do')} <Kbd>Esc</Kbd>{' '}
          {t('frame.bar.leave')}
        </p>
      </div>
    </Modal>
  );
}

type EntriesProps = {
  readonly entries: readonly Entry[];
  readonly picked: Entry | undefined;
  readonly listId: string;
  readonly onRun: (entry: Entry) => void;
};

function Entries({ entries, picked, listId, onRun }: EntriesProps) {
  const { t } = useText();
  useEffect(() => {
    if (picked) document.getElementById(`${listId}-${picked.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [picked, listId]);
  return (
    <div className="command-list" id={listId} role="listbox" aria-label={t('frame.bar.commands')}>
      {entries.map((entry) => (
        <div
          key={entry.id}
          id={`${listId}-${entry.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={entry === picked}
          className={`command-entry${entry === picked ? ' is-on' : ''}`}
          onMouseDown={(event) => {
            event.preventDefault();
            onRun(entry);
          }}
        >
          <span>{entry.title}</span>
          {entry.detail && <span className="dim">{entry.detail}</span>}
          {entry.cap && (
            <span className="command-cap">
              <Kbd>{entry.cap}</Kbd>
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

function useCommands(typed: string): readonly Entry[] {
  const { t, language } = useText();
  const { theme, hasLetterKeys } = usePreferences();
  const view = useIncident((state) => state.view);
  const rows = useQueue((state) => state.rows);
  const lineEntry = (line: Line, number: number, place: string, id: string): Entry => ({
    id: `line-${line}`,
    title: t(`desk.lines.${line}`),
    detail: t('frame.bar.onIncident', { number, place }),
    cap: LINE_KEYS[line],
    run: () => {
      go('desk', id);
      openLine(line, id);
    },
  });
  const command = commandOf(typed);
  const meant = command && [...rows.values()].find((row) => row.number === command.number);
  if (command && meant) return [lineEntry(command.line, meant.number, meant.place, meant.id)];
  const onIncident = view
    ? linesFor(view.row.status).map((line) => lineEntry(line, view.row.number, view.row.place, view.row.id))
    : [];
  return [
    { id: 'new', title: t('report.title'), cap: 'N', run: () => go('report') },
    { id: 'readiness', title: t('frame.screens.readiness'), cap: 'B', run: () => go('readiness') },
    ...onIncident,
    ...SCREEN_IDS.filter((id) => SCREENS[id].isInRail && id !== 'report').map((id, index) => ({
      id: `go-${id}`,
      title: t('frame.bar.goTo', { screen: id === 'report' ? '' : t(`frame.screens.${id}`) }),
      cap: `Alt ${index + 1}`,
      run: () => go(id),
    })),
    {
      id: 'theme',
      title: theme === 'dark' ? t('frame.light') : t('frame.dark'),
      run: () => prefer({ theme: theme === 'dark' ? 'light' : 'dark' }),
    },
    {
      id: 'language',
      title: language === 'en' ? t('frame.spanish') : t('frame.english'),
      run: () => prefer({ language: language === 'en' ? 'es' : 'en' }),
    },
    {
      id: 'letters',
      title: hasLetterKeys ? t('frame.lettersOff') : t('frame.lettersOn'),
      run: () => prefer({ hasLetterKeys: !hasLetterKeys }),
    },
  ];
}

type Found = { readonly kind: 'incident' | 'resident' | 'unit' | 'property' | 'responder'; readonly id: string };

/** Where something found is shown. A resident or unit opens the list it belongs to. */
function open(found: Found): void {
  if (found.kind === 'incident') go('desk', found.id);
  else go('portfolio', `${found.kind}:${found.id}`);
}

function useFound(typed: string): readonly Entry[] {
  const { t } = useText();
  const words = typed.replace(/^\//, '').trim();
  const results = useCore(`search ${words}`, [], async () =>
    words.length < 2 ? [] : api.app.search.query({ text: words }),
  );
  if (words.length < 2 || !results) return [];
  return results.map((result) => ({
    id: `${result.kind}-${result.id}`,
    title: result.title,
    detail: `${t(`frame.bar.kind.${result.kind}`)} · ${result.detail}`,
    run: () => open(result),
  }));
}
