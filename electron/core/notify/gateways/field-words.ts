import type { BothLanguages } from '#shared/contract';

/** A setting as it is asked for: its name, what it is for, and what it has to be, which is said when it is something else. */
export type FieldWords = {
  readonly label: BothLanguages;
  readonly hint: BothLanguages;
  readonly must: BothLanguages;
  /** What happens while it is empty, where no default takes its place. */
  readonly whenEmpty?: BothLanguages;
  /** How what is typed is read: a telephone number, a sender that may be one, an address, a country. */
  readonly reads?: 'number' | 'sender' | 'address' | 'country';
  /** May be left out, and yet most have to say it, so that it is not folded away. */
  readonly isAsked?: true;
  /** It has several lines, such as a certificate or a body. */
  readonly isLong?: true;
  /** Of a field that is one of several words: what each means. */
  readonly choices?: Readonly<Record<string, BothLanguages>>;
};

/** What is wrong with settings as they were entered, without the value: it may be secret. `field` where it is about one. */
export type FieldIssue = BothLanguages & { readonly field?: string };
