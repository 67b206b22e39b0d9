export { CardWordsList, FoldedCardWords } from './card-words.tsx';
export { Choice } from './choice.tsx';
export { ChooseAndDo } from './choose-and-do.tsx';
export { Countdown } from './countdown.tsx';
export { Empty } from './empty.tsx';
export { Field } from './field.tsx';
export { FormDialog } from './form-dialog.tsx';
export { Highlighted } from './highlighted.tsx';
export { ActionButton, Kbd } from './keys.tsx';
export {
  endOf,
  MAX_CHANNEL_DELAY_MIN,
  MAX_STEPS,
  MOST_TYPED_MIN,
  minutesIn,
  percentOf,
  withAfter,
  withChannel,
  withCopy,
  withMovedStep,
  withNewStep,
  withoutStep,
  withStep,
  withTarget,
} from './ladder-edit.ts';
export { LadderForThis } from './ladder-for-this.tsx';
export { caughtUp, draftOf, draftWith, type LadderDraft } from './ladder-meanwhile.ts';
export { LadderSteps, roleWord } from './ladder-steps.tsx';
export { LadderWarnings } from './ladder-warnings.tsx';
export { MinutesField } from './minutes-field.tsx';
export { moved } from './order.ts';
export { PillTabs } from './pill-tabs.tsx';
export { reasonLabel } from './reason-label.ts';
export { RefusalNote } from './refusal-note.tsx';
export { ScreenHead } from './screen-head.tsx';
export { SearchField } from './search-field.tsx';
export { SmallButton } from './small-button.tsx';
export { choiceOf, targetsOf } from './target-choice.ts';
export { useTargetLabel } from './target-label.ts';
export { TierMark } from './tier-mark.tsx';
export { Tightened } from './tightened.tsx';
export { TimeField } from './time-field.tsx';
export { UndoStrip } from './undo-strip.tsx';
export { type Sending, useSend } from './use-send.ts';
export { ZoneField } from './zone-field.tsx';
