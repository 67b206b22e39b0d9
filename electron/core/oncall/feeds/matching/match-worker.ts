import { serveJobs } from '#core/thread';
import { matchAll } from './match.ts';
import type { MatchJob } from './matches.ts';

/** Entry of the worker thread: titles in, whom they mean out. Started by `matchesOf` only. */

serveJobs(({ asked, names }: MatchJob) => matchAll(asked, names));
