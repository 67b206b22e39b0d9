import { create } from 'zustand';

export const SCREEN_IDS = [
  'desk',
  'oncall',
  'reports',
  'portfolio',
  'settings',
  'practice',
  'report',
  'readiness',
  'outbox',
] as const;
export type ScreenId = (typeof SCREEN_IDS)[number];

/** Where the window is: a screen, and the id of what is selected there (an incident, a draft, a tab). */
export type Route = { readonly screen: ScreenId; readonly id: string | null };

/** `#/desk/7f3a` to a route; what is not a screen is the desk. */
export function routeOf(hash: string): Route {
  const [screen, id] = hash.replace(/^#\/?/, '').split('/');
  const known = SCREEN_IDS.find((candidate) => candidate === screen);
  return known ? { screen: known, id: id ? decodeURIComponent(id) : null } : { screen: 'desk', id: null };
}

export function hashOf(route: Route): string {
  return `#/${route.screen}${route.id === null ? '' : `/${encodeURIComponent(route.id)}`}`;
}

export const useRoute = create<Route>(() =>
  typeof location === 'undefined' ? { screen: 'desk', id: null } : routeOf(location.hash),
);

/** Goes to a screen. Moving about inside one screen replaces the address, so Back leaves the screen. */
export function go(screen: ScreenId, id: string | null = null): void {
  const route: Route = { screen, id };
  const isSameScreen = useRoute.getState().screen === screen;
  history[isSameScreen ? 'replaceState' : 'pushState'](null, '', hashOf(route));
  useRoute.setState(route);
}

/** Follows Back and Forward. Returns how to stop. */
export function followAddress(): () => void {
  const follow = () => useRoute.setState(routeOf(location.hash));
  window.addEventListener('popstate', follow);
  return () => window.removeEventListener('popstate', follow);
}
