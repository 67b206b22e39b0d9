export { openReport, type ReportDeps } from './phone.ts';
export { receiveSms, type SmsIntakeDeps } from './sms.ts';
