export type { Topic } from './changes.ts';
export { api, failureSentence, isNotTaken, isUnreachable } from './client.ts';
export { coreNow, useNow, useQuarter } from './clock.ts';
export {
  refreshAlarms,
  refreshDrafts,
  refreshInfo,
  refreshSession,
  showIncident,
  useAlarms,
  useAppInfo,
  useDrafts,
  useInbox,
  useIncident,
  useOnCall,
  useSession,
  useStatus,
  useTimers,
} from './desk.ts';
export { askedInVain, oldestFailure, useFailedReads, useLink } from './link.ts';
export { startLive } from './live.ts';
export { prefer, usePreferences } from './preferences.ts';
export { showTab, useQueue, wantRows } from './queue.ts';
export { beginReport, type Call, followCalls, newDraft, takeCall, useCall } from './report.ts';
export { followAddress, go, SCREEN_IDS, type ScreenId, useRoute } from './route.ts';
export { useCore } from './use-core.ts';
export {
  closeLine,
  type Given,
  LINES,
  type Line,
  type OpenLine,
  openCommandBar,
  openHandOver,
  openInbox,
  openIncident,
  openLine,
  openOnCallForm,
  openSignOut,
  openWeatherSwitch,
  showPanel,
  takeOnCallForm,
  useWindow,
} from './window.ts';
