import type { BrowserWindowConstructorOptions, Session, WebContents } from 'electron';
import { externalAddress, isOwnPage, withToken } from './window-rules.ts';

/** The core a window belongs to, null while none answers. */
export type CoreOfWindow = () => { readonly url: string; readonly token: string } | null;

/** The page gets no more than a page in a browser: everything it does goes over the core's API. */
export const windowOptions = (icon: string): BrowserWindowConstructorOptions => ({
  width: 1440,
  height: 900,
  minWidth: 900,
  minHeight: 600,
  show: false,
  backgroundColor: '#10151c',
  icon,
  autoHideMenuBar: true,
  webPreferences: {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    // The alarm must sound without a click, and its page must not be throttled behind others.
    autoplayPolicy: 'no-user-gesture-required',
    backgroundThrottling: false,
  },
});

/** No permission is ever granted, and the token goes to the core alone. */
export const guardSession = (session: Session, core: CoreOfWindow): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeSendHeaders((details, answer) =>
    answer({ requestHeaders: withToken(details.url, details.requestHeaders, core()) }),
  );
};

/** A page stays on its core; a link to elsewhere goes through the one door, out of the desk. */
export const guardContents = (
  contents: WebContents,
  core: CoreOfWindow,
  /** Must not reject: nobody is left to hear of it. */
  openOutside: (address: string) => Promise<void>,
): void => {
  const isOwn = (address: string): boolean => {
    const current = core();
    return current !== null && isOwnPage(address, current.url);
  };
  contents.on('will-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (!isOwn(url) && externalAddress(url) !== null) void openOutside(url);
    return { action: 'deny' };
  });
};
