export { openFeeds } from './feed-manager.ts';
export type { Feeds } from './feeds.ts';
