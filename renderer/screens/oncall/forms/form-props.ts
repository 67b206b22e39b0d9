import type { OnCallChange } from '#shared/contract';
import type { Entry } from '../removals.ts';

/** What every form of the plan is given. */
export type FormProps = {
  /** The core has taken it; what its author should know about it is in its notes. */
  readonly onDone: (change: OnCallChange, entry: Entry) => void;
  readonly onClose: () => void;
};
