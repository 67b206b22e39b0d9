export { exportKey, exportSettings, keepExportSettings, makeExportKey } from './export-settings.ts';
export { type ScheduleFileFacts, type ScheduleFilter, scheduleFile } from './schedule-file.ts';
