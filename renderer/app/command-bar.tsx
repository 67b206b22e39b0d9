import { Modal } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { Kbd } from '../parts/index.ts';
import { openCommandBar } from '../stores/index.ts';
import { type Entry, useCommands, useFound, useTypedEntries } from './command-entries.ts';
import { focusFirst } from './focus-first.ts';
import { useText } from './i18n.ts';
import { useKeys } from './keyboard.ts';
import { useMarkEntries } from './mark-entries.ts';
import { matching } from './match-entries.ts';
import { useOnCallEntries } from './oncall-entries.ts';

/** Everything by name: commands, screens, people, units, numbers, incidents. */
export function CommandBar() {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const commands = [...useCommands(), ...useOnCallEntries(), ...useMarkEntries()];
  const asTyped = useTypedEntries(typed);
  const found = useFound(typed);
  const entries = [...asTyped, ...matching(commands, typed), ...found];
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
      <div className="command-bar" ref={focusFirst}>
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
