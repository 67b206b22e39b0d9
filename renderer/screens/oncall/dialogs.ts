import type { Rotation, Shift } from '#shared/contract';
import type { CoverDraft } from './timeline.ts';

/** The form that is open over the screen; a null source is a new one. */
export type Dialog =
  | { readonly kind: 'shift'; readonly shift: Shift | null }
  | { readonly kind: 'rotation'; readonly rotation: Rotation | null }
  | { readonly kind: 'cover'; readonly draft: CoverDraft | null };
