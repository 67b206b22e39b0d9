export { type About, type Desk, type DeskDeps, type Executed, openDesk } from './desk.ts';
export { type Hub, openHub } from './hub.ts';
