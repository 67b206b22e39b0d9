export { type ReminderDeps, type Reminders, reminders } from './reminders.ts';
export { companyFacts, keepReminderSettings, reminderSettings } from './settings.ts';
export { hasLeft } from './told.ts';
