export { openReport, type ReportDeps } from './phone.ts';
export { reminderAnswered } from './reminder-reply.ts';
export { receiveSms, responderAbout, responderWithPhone } from './sms.ts';
export type { SmsIntakeDeps } from './text-outcome.ts';
