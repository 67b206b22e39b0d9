export { alarmChain } from './alarm-chain.ts';
