import type { Feed, ReminderSettings, Rotation, Shift } from '#shared/contract';
import type { PlanKey } from './plan-key.ts';
import type { StretchDraft } from './timeline.ts';

/** The form that is open over the screen; a null source is a new one, a null draft one that begins with nothing known. */
export type Dialog =
  | { readonly kind: 'shift'; readonly shift: Shift | null }
  | { readonly kind: 'rotation'; readonly rotation: Rotation | null }
  | { readonly kind: 'cover'; readonly draft: StretchDraft | null }
  | { readonly kind: 'takeOver'; readonly key: PlanKey | null }
  | { readonly kind: 'swap'; readonly draft: StretchDraft | null }
  | { readonly kind: 'timeOff' }
  | { readonly kind: 'gap'; readonly draft: StretchDraft | null }
  | { readonly kind: 'feed'; readonly feed: Feed | null }
  | { readonly kind: 'reminders'; readonly settings: ReminderSettings }
  | { readonly kind: 'export' };
