import { create } from 'zustand';
import type { OnBehalfWay } from '#shared/contract';
import { go } from './route.ts';

/** What can be opened under the buttons of an incident: one line that asks what is needed and says whom it wakes. */
export const LINES = [
  'acknowledge',
  'decline',
  'call',
  'escalate',
  'jump',
  'hold',
  'add',
  'handOver',
  'standDown',
  'connect',
  'vendor',
  'write',
  'tier',
  'link',
  'eta',
  'arrived',
  'resolve',
  'reopen',
  'note',
  'emergency',
] as const;
export type Line = (typeof LINES)[number];

/** What was said before a line is opened, and stands in it then. */
export type Given = {
  readonly words: string;
  readonly via: OnBehalfWay | null;
  readonly minutes: number | null;
  readonly responderId: string | null;
};
export const NOTHING_GIVEN: Given = { words: '', via: null, minutes: null, responderId: null };

/** A form of the on-call screen that can be asked for from elsewhere. */
export type OnCallForm = 'cover' | 'takeOver' | 'swap' | 'timeOff';

export type OpenLine = { readonly name: Line; readonly given: Given };

/** What is open in this window at the moment. */
export type WindowState = {
  readonly isCommandBarOpen: boolean;
  readonly isSignOutOpen: boolean;
  readonly isHandOverOpen: boolean;
  readonly isWeatherSwitchOpen: boolean;
  /** The line that is open under an incident, by its id: one half-typed waits while another incident is looked at. */
  readonly lines: ReadonlyMap<string, OpenLine>;
  /** The inbox stands where the queue stands. */
  readonly isInboxOpen: boolean;
  /** The panel shown when there is room for one only. */
  readonly panel: 'queue' | 'incident' | 'timers';
  /** Asked for and not opened yet. */
  readonly onCallForm: OnCallForm | null;
};

export const useWindow = create<WindowState>(() => ({
  isCommandBarOpen: false,
  isSignOutOpen: false,
  isHandOverOpen: false,
  isWeatherSwitchOpen: false,
  lines: new Map(),
  isInboxOpen: false,
  panel: 'queue',
  onCallForm: null,
}));

export function openCommandBar(isCommandBarOpen: boolean): void {
  useWindow.setState({ isCommandBarOpen });
}

export function openSignOut(isSignOutOpen: boolean): void {
  useWindow.setState({ isSignOutOpen });
}

/** The desk is being handed over; whoever wanted to sign out does not any more. */
export function openHandOver(isHandOverOpen: boolean): void {
  useWindow.setState({ isHandOverOpen, isSignOutOpen: false });
}

export function openWeatherSwitch(isWeatherSwitchOpen: boolean): void {
  useWindow.setState({ isWeatherSwitchOpen });
}

/** Opens a line under an incident, with what was typed for it already. */
export function openLine(name: Line, incidentId: string, given: Given = NOTHING_GIVEN): void {
  const lines = new Map(useWindow.getState().lines).set(incidentId, { name, given });
  useWindow.setState({ lines, panel: 'incident' });
}

export function closeLine(incidentId: string): void {
  const { lines } = useWindow.getState();
  useWindow.setState({ lines: new Map([...lines].filter(([id]) => id !== incidentId)) });
}

export function showPanel(panel: WindowState['panel']): void {
  useWindow.setState({ panel });
}

/** Shows the inbox in place of the queue, or the queue again. */
export function openInbox(isInboxOpen: boolean): void {
  useWindow.setState({ isInboxOpen });
}

/** Goes to an incident: chosen in the queue, and in view where there is room for one panel only. */
export function openIncident(id: string): void {
  go('desk', id);
  showPanel('incident');
}

/** Goes to the on-call screen and has it open a form. */
export function openOnCallForm(onCallForm: OnCallForm): void {
  useWindow.setState({ onCallForm });
  go('oncall');
}

/** The form is open now. */
export function takeOnCallForm(): void {
  useWindow.setState({ onCallForm: null });
}
