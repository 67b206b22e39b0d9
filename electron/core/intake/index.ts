export { openReport, type ReportDeps } from './phone.ts';
export { receiveSms, responderWithPhone, type SmsIntakeDeps } from './sms.ts';
