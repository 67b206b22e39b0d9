export { alarmChain } from './alarm-chain.ts';
export { type Presence, presence } from './presence.ts';
