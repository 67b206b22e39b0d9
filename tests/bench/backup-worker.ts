import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { openConnection } from '#core/store';

/** Copies the database of a running core, as a backup would. */
const { folder, to } = workerData as { folder: string; to: string }; // as whoever starts it gives it
const db = openConnection(join(folder, 'nightdesk.sqlite'), { isReadOnly: true, busyMs: 5_000 });
db.run('VACUUM INTO ?', to);
db.close();
