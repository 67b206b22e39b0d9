export { alarmChain } from './alarm-chain.ts';
export { overTheDesk, ownEntry } from './over-the-desk.ts';
export { type Presence, presence } from './presence.ts';
