export * from './alarm-rows.ts';
export * from './call-rows.ts';
export * from './clock-rows.ts';
export { type Connection, openConnection, type ReadDb, type WriteDb } from './connection.ts';
export * from './contacts.ts';
export * from './draft-rows.ts';
export * from './feed-copy-rows.ts';
export { type NightFigures, nightFigures } from './figures-rows.ts';
export * from './gateway-marks.ts';
export { commit, nextNumber } from './incidents.ts';
export { quickCheck, type SchemaState, schemaState } from './inspect.ts';
export { type Loaded, load, loadEvents } from './load.ts';
export * from './log.ts';
export { cancelLooseMessage, type LooseMessage, queueLooseMessage, retryLooseMessage } from './loose-messages.ts';
export {
  type ClockMoved,
  clockMovesBetween,
  handOverWords,
  incidentIdsDuring,
  settingChangesSince,
  unattendedBetween,
  unheardBetween,
  type WeatherLine,
  weatherLinesSince,
} from './night-rows.ts';
export * from './notified-rows.ts';
export {
  isNetworkFolder,
  openForChecking,
  openForReading,
  openStore,
  readAtOneMoment,
  type Store,
} from './open-store.ts';
export * from './outage-rows.ts';
export * from './outbox-claims.ts';
export * from './outbox-list.ts';
export * from './outbox-rows.ts';
export * from './phone-rows.ts';
export * from './policy-rows.ts';
export * from './queue-rows.ts';
export { type RebuildResult, rebuildCheck } from './rebuild.ts';
export { relatedTo } from './related-rows.ts';
export * from './reminder-rows.ts';
export { getSecret, putSecret, putStaffSecret, removeSecret, type StaffSecret, staffSecret } from './secrets.ts';
export * from './session-rows.ts';
export {
  type Author,
  allRows,
  countRows,
  doorCounts,
  getRow,
  putRow,
  type RowOf,
  removeRow,
  type TableName,
  type WrittenTable,
  writesTo,
} from './tables.ts';
export { companyTexts, keepTemplate, templateVersions } from './template-rows.ts';
export { triageCases, triageTallies } from './triage-rows.ts';
export { asTrouble, StoreTrouble, type StoreTroubleCode } from './trouble.ts';
export * from './watch-rows.ts';
export * from './weather-rows.ts';
