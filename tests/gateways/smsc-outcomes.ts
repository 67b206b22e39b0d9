/** What a number means here: the three digits after the area code. Any other number is a phone that works. */
export const OUTCOMES = {
  undelivered: '701',
  expired: '702',
  rejected: '703',
  noSuchNumber: '711',
  throttledOnce: '712',
  full: '713',
  systemError: '714',
  vendorError: '715',
  secondPartThrottled: '716',
  secondPartBroken: '717',
  /** Of a long text the second part is put off again and again. */
  secondPartFull: '718',
  noReceipt: '721',
  receiptFirst: '722',
  /** The answer comes only once the receipt was acknowledged. */
  receiptFirstStrictly: '723',
  twoReceipts: '724',
  /** Ids are hexadecimal in answers and decimal in receipts. */
  decimalReceipt: '725',
  nulReceipt: '726',
  /** Of a long text only the first part is reported. */
  firstPartOnly: '727',
  enRouteFirst: '728',
  neverAnswers: '731',
  cutsLink: '732',
  answersWhenTold: '733',
} as const;
export type Outcome = keyof typeof OUTCOMES;

/** The number in place of `phone` that has this outcome. */
export const phoneWith = (outcome: Outcome, phone: string): string =>
  phone.replace(/^\+1202\d{3}/, `+1202${OUTCOMES[outcome]}`);

/** `to` as it stands in a message: without a plus. */
export const outcomeOf = (to: string): Outcome | null => {
  const code = /^1202(\d{3})/.exec(to)?.[1];
  const found = Object.entries(OUTCOMES).find(([, each]) => each === code);
  return (found?.[0] as Outcome | undefined) ?? null; // a key of that table
};

/** Outcomes that are an error in place of a message taken. */
export const SUBMIT_ERRORS: Partial<Record<Outcome, number>> = {
  noSuchNumber: 0x0b,
  full: 0x14,
  systemError: 0x08,
  vendorError: 0x0412,
};
