export { answerOfThread, type ThreadLimits, ThreadTrouble } from './answer-of-thread.ts';
