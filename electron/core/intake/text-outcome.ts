import type { Clock } from '#core/clockwork';
import type { Desk } from '#core/desk';
import type { OnCallBook } from '#core/oncall';
import { type ContactOutcome, endContact, type Store } from '#core/store';

/** What understanding a text takes. */
export type SmsIntakeDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly book: OnCallBook;
  readonly clock: Clock;
};

export const CORE = { kind: 'core' } as const;

/** The text waits for nobody any more. */
export function endText(
  { desk }: SmsIntakeDeps,
  contactId: string,
  outcome: ContactOutcome,
  incidentId: string | null,
): void {
  desk.change(['inbox', 'status'], (db, author) => endContact(db, contactId, outcome, incidentId, author), CORE);
}
