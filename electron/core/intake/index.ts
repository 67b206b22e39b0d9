export { openReport, type ReportDeps } from './phone.ts';
export { receiveSms, responderWithPhone } from './sms.ts';
export type { SmsIntakeDeps } from './text-outcome.ts';
