import type { BothLanguages } from '#shared/contract';

/** A setting as it is asked for: its name, and what it has to be, which is said when it is something else. */
export type FieldWords = { readonly label: BothLanguages; readonly must: BothLanguages };
