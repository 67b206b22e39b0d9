export { type Attempt, attempt, refusalWords, tell } from './attempt.ts';
export {
  dayOf,
  initialsOf,
  leftUntil,
  phoneOf,
  shortName,
  spanOf,
  timeOf,
  whenOf,
} from './format.ts';
export { HoldKeys, useHeldKeys } from './held-keys.ts';
export { useText } from './i18n.ts';
export { useKeys } from './keyboard.ts';
export { LINE_KEYS, linesFor } from './lines.ts';
export { type Sound, startSound } from './sounds.ts';
export { useIsNarrow, useZone } from './surroundings.ts';
