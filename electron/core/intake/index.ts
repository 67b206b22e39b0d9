export { openReport, type ReportDeps } from './phone.ts';
export { receiveSms, responderAbout, responderWithPhone, type SmsIntakeDeps } from './sms.ts';
