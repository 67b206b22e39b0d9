import type { FeedShift } from '#shared/contract';
import type { ReadDb } from './connection.ts';

/** The stretches of duty in force of every live calendar, as they were mapped when each was copied. */
export function feedShifts(db: ReadDb): readonly FeedShift[] {
  return db
    .all<{ shifts: string }>('SELECT shifts FROM feed_copy ORDER BY feed_id')
    .flatMap(({ shifts }) => JSON.parse(shifts) as FeedShift[]); // parsed by its schema before it was written
}
