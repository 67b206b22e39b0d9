/** A softphone's hint: who calls, which number was called. Digits and a leading plus only. */
export type CallLink = { readonly from: string | null; readonly to: string | null };

const SCHEME = 'nightdesk:';
/** E.164 has at most 15 digits; short codes and extensions are shorter. */
const NUMBER = /^\+?\d{2,15}$/;

const phoneNumber = (text: string | null): string | null => {
  // A plus in a query means a space, and softphones rarely escape it; "+1 (415) 555-0100" is written in many ways.
  const isInternational = text !== null && /^[\s+]/.test(text);
  const digits = (text ?? '').replaceAll(/[\s().+-]/g, '');
  const number = `${isInternational ? '+' : ''}${digits}`;
  return NUMBER.test(number) ? number : null;
};

/**
 * Reads `nightdesk://call?from=…&to=…`. Any web page can make the system open such a link, so nothing but two phone
 * numbers gets through. Null: not such a link, or no number in it.
 */
export const parseCallLink = (text: string): CallLink | null => {
  if (!URL.canParse(text) || text.length > 500) return null;
  const url = new URL(text);
  const action = url.hostname || url.pathname.replaceAll('/', '');
  if (url.protocol !== SCHEME || action.toLowerCase() !== 'call') return null;
  const link = { from: phoneNumber(url.searchParams.get('from')), to: phoneNumber(url.searchParams.get('to')) };
  return link.from === null && link.to === null ? null : link;
};

/** The first call link among a program's arguments. */
export const callLinkIn = (args: readonly string[]): CallLink | null => {
  for (const arg of args) {
    const link = parseCallLink(arg);
    if (link !== null) return link;
  }
  return null;
};
