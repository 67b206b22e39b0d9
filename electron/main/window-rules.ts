/** What a window may do and where it may go. Pure, so that each attack is one row of a table in the tests. */

const DOOR = new Set(['https:', 'mailto:', 'tel:']);

/** Whether a page belongs to the core and nothing else. */
export const isOwnPage = (address: string, coreUrl: string): boolean =>
  URL.canParse(address) && new URL(address).origin === new URL(coreUrl).origin && hasNoUser(new URL(address));

const hasNoUser = (url: URL): boolean => url.username === '' && url.password === '';

/**
 * The one door to other programs. Returns the address as it may be opened, null where it may not: file:, smb: and the
 * schemes of installed programs can run code.
 */
export const externalAddress = (address: string): string | null => {
  if (!URL.canParse(address) || address.length > 2000) return null;
  const url = new URL(address);
  return DOOR.has(url.protocol) && hasNoUser(url) ? url.href : null;
};

/**
 * Headers of one request, with the token where it goes to the core itself. A redirect to another origin is another
 * request and gets none.
 */
export const withToken = (
  address: string,
  headers: Readonly<Record<string, string>>,
  core: { readonly url: string; readonly token: string } | null,
): Record<string, string> => {
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'));
  return core !== null && isOwnPage(address, core.url) ? { ...kept, Authorization: `Bearer ${core.token}` } : kept;
};
