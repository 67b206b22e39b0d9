import type { BothLanguages } from '#shared/contract';

/** A setting as it is asked for: its name, what it is for, and what it has to be, which is said when it is something else. */
export type FieldWords = {
  readonly label: BothLanguages;
  readonly hint: BothLanguages;
  readonly must: BothLanguages;
  /** What happens while it is empty, where no default takes its place. */
  readonly whenEmpty?: BothLanguages;
  /** It has several lines, such as a certificate or a body. */
  readonly isLong?: true;
  /** Of a field that is one of several words: what each means. */
  readonly choices?: Readonly<Record<string, BothLanguages>>;
};
