export { Countdown } from './countdown.tsx';
export { Empty } from './empty.tsx';
export { ActionButton, Kbd } from './keys.tsx';
export { PillTabs } from './pill-tabs.tsx';
export { TierMark } from './tier-mark.tsx';
