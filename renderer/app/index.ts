export { type Attempt, attempt, failed, refusalWords, tell } from './attempt.ts';
export { agoOf, isStale } from './calendar-age.ts';
export { focusFirst } from './focus-first.ts';
export {
  dayHeads,
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
export { restLetters, useAnswerKeys, useKeys } from './keyboard.ts';
export { LINE_KEYS, linesOf, refusalOfLine } from './lines.ts';
export { startSound } from './sounds.ts';
export { useIsNarrow, useWhen, useZone } from './surroundings.ts';
export { useWeatherWords } from './weather-words.ts';
