import { type KeyboardEvent, useRef } from 'react';
import { Kbd } from './keys.tsx';

type PillTabsProps<Id extends string> = {
  readonly label: string;
  readonly tabs: readonly {
    readonly id: Id;
    readonly label: string;
    readonly count?: number | undefined;
    readonly isHot?: boolean;
    readonly cap?: string;
  }[];
  readonly current: Id;
  readonly onPick: (id: Id) => void;
  /** Id of the element the tabs switch. */
  readonly controls: string;
};

/** A row of tabs as pills with counts. Left and right move, as in every tab list. */
export function PillTabs<Id extends string>({ label, tabs, current, onPick, controls }: PillTabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.id === current);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onPick(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div className="pills" role="tablist" aria-label={label} ref={list} onKeyDown={move} tabIndex={-1}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          data-tab={tab.id}
          className={`pill${tab.id === current ? ' is-on' : ''}${tab.isHot ? ' is-hot' : ''}`}
          aria-selected={tab.id === current}
          aria-controls={controls}
          aria-keyshortcuts={tab.cap}
          tabIndex={tab.id === current ? 0 : -1}
          onClick={() => onPick(tab.id)}
        >
          {tab.cap && <Kbd>{tab.cap}</Kbd>}
          {tab.label}
          {tab.count !== undefined && <span className="pill-count">{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}
