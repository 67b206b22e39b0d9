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
  /** The line that is open, and under which incident. */
  readonly line: { readonly name: Line; readonly incidentId: string } | null;
  /** The inbox stands where the queue stands. */
  readonly isInboxOpen: boolean;
  /** The panel shown when there is room for one only. */
  readonly panel: 'queue' | 'incident' | 'timers';
};

export const useWindow = create<WindowState>(() => ({
  isCommandBarOpen: false,
  line: null,
  isInboxOpen: false,
  panel: 'queue',
}));

export function openCommandBar(isCommandBarOpen: boolean): void {
  useWindow.setState({ isCommandBarOpen });
}

export function openLine(name: Line, incidentId: string): void {
  useWindow.setState({ line: { name, incidentId }, panel: 'incident' });
}

export function closeLine(): void {
  useWindow.setState({ line: null });
}

export function showPanel(panel: WindowState['panel']): void {
  useWindow.setState({ panel });
}

/** Shows the inbox in place of the queue, or the queue again. */
export function openInbox(isInboxOpen: boolean): void {
  useWindow.setState({ isInboxOpen });
}
