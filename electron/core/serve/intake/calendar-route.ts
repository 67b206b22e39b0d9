import { createHash, timingSafeEqual } from 'node:crypto';
import type { ScheduleFilter } from '#core/oncall';
import type { IntakeRoute } from './listener.ts';

const PATH = /^\/oncall\/([\w-]{16,128})\.ics$/;

/** `GET /oncall/<key>.ics`: the schedule for whoever has the key, and only for them. */
export function calendarRoute(deps: {
  /** The key of this moment; null when there is none, and then nobody comes in. */
  readonly key: () => string | null;
  /** The file; null for a person or trade that there is not. */
  readonly file: (filter: ScheduleFilter) => string | null;
}): IntakeRoute {
  return {
    method: 'GET',
    prefix: '/oncall/',
    mostBytes: 0,
    answer({ path, query, headers }) {
      const given = PATH.exec(path)?.[1];
      const key = deps.key();
      if (given === undefined || key === null || !isSame(given, key)) return null;
      if ([...query.keys()].some((each) => each !== 'person' && each !== 'trade')) return null;
      const file = deps.file({ person: query.get('person'), trade: query.get('trade') });
      if (file === null) return null;
      const etag = `"${createHash('sha256').update(file).digest('base64url')}"`;
      const common = { etag, 'cache-control': 'private, no-cache' };
      if (isKnown(headers['if-none-match'], etag)) return { status: 304, headers: common, body: '' };
      const type = { 'content-type': 'text/calendar; charset=utf-8', 'x-content-type-options': 'nosniff' };
      return { status: 200, headers: { ...common, ...type }, body: file };
    },
  };
}

/** Equal hashes instead of equal strings, so that neither length nor first difference shows in the time taken. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function isKnown(header: string | undefined, etag: string): boolean {
  const given = (header ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return given.includes(etag) || given.includes('*');
}
