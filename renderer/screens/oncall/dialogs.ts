import type { Feed, ReminderSettings, Rotation, Shift } from '#shared/contract';
import type { PlanKey, Stretch } from './plan-key.ts';
import type { StretchDraft } from './timeline.ts';

/** The form that is open over the screen; a null source is a new one, a null draft one that begins with nothing known. */
export type Dialog =
  | { readonly kind: 'shift'; readonly shift: Shift | null; readonly draft: StretchDraft | null }
  | { readonly kind: 'rotation'; readonly rotation: Rotation | null; readonly key: PlanKey | null }
  | { readonly kind: 'cover'; readonly draft: StretchDraft | null }
  | { readonly kind: 'takeOver'; readonly key: PlanKey | null }
  | { readonly kind: 'swap'; readonly draft: StretchDraft | null }
  | { readonly kind: 'timeOff'; readonly draft: AwayDraft | null }
  | { readonly kind: 'gap'; readonly draft: StretchDraft | null }
  | { readonly kind: 'feed'; readonly feed: Feed | null }
  | { readonly kind: 'reminders'; readonly settings: ReminderSettings }
  | { readonly kind: 'export' };

/** Whose time off it would be; null where nobody is on. */
export type AwayDraft = Stretch & { readonly responderId: string | null };

/** What is marked in the grid, for the forms that can be opened from anywhere. */
export type Marked = {
  readonly key: PlanKey;
  /** Null where it is over. */
  readonly draft: StretchDraft | null;
  readonly holder: string | null;
};

/** The form for a new shift, rotation or time off, beginning with what is marked. */
export function blankDialog(kind: 'shift' | 'rotation' | 'timeOff', marked: Marked | null): Dialog {
  const draft = marked?.draft ?? null;
  switch (kind) {
    case 'shift':
      return { kind, shift: null, draft };
    case 'rotation':
      return { kind, rotation: null, key: marked?.key ?? null };
    case 'timeOff':
      return {
        kind,
        draft: draft && { responderId: marked?.holder ?? null, startsAt: draft.startsAt, endsAt: draft.endsAt },
      };
  }
}
