import { create } from 'zustand';

/** What can be opened under the buttons of an incident: one line that asks what is needed and says whom it wakes. */
export const LINES = [
  'acknowledge',
  'decline',
  'call',
  'escalate',
  'write',
  'tier',
  'eta',
  'arrived',
  'resolve',
  'reopen',
  'note',
] as const;
export type Line = (typeof LINES)[number];

/** What is open in this window at the moment. */
export type WindowState = {
  readonly isCommandBarOpen: boolean;
  readonly line: Line | null;
  /** The panel shown when there is room for one only. */
  readonly panel: 'queue' | 'incident' | 'timers';
};

export const useWindow = create<WindowState>(() => ({ isCommandBarOpen: false, line: null, panel: 'queue' }));

export function openCommandBar(isCommandBarOpen: boolean): void {
  useWindow.setState({ isCommandBarOpen });
}

export function openLine(line: Line | null): void {
  useWindow.setState(line === null ? { line } : { line, panel: 'incident' });
}

export function showPanel(panel: WindowState['panel']): void {
  useWindow.setState({ panel });
}
