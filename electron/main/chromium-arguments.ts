/**
 * How the browser is started.
 *
 * @param address with a one-time ticket: arguments can be read by every user of the computer, and a used ticket is worthless
 */
export const chromiumArguments = ({
  address,
  profile,
  isRoot,
  extra,
}: {
  readonly address: string;
  readonly profile: string;
  readonly isRoot: boolean;
  /** More switches, as a test on a machine without a screen needs (`NIGHTDESK_BROWSER_ARGS`). */
  readonly extra: string;
}): string[] => [
  `--app=${address}`,
  `--user-data-dir=${profile}`,
  // The alarm must sound without a click, and go on in a window behind others.
  '--autoplay-policy=no-user-gesture-required',
  '--disable-renderer-backgrounding',
  '--disable-background-networking',
  // The desk is laid out for this; a window that was moved and sized keeps its place in the profile.
  '--window-size=1440,900',
  '--no-first-run',
  '--no-default-browser-check',
  ...(isRoot ? ['--no-sandbox'] : []),
  ...extra.split(/\s+/).filter((word) => word !== ''),
];
