export { answerOfThread, type ThreadLimits, ThreadTrouble } from './answer-of-thread.ts';
export { type JobLimits, keptThread } from './kept-thread.ts';
export { piecesOfThread, servePieces } from './pieces-of-thread.ts';
export { serveJobs } from './serve-jobs.ts';
