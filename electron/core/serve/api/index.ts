import type { ConsoleApi } from '../console-api.ts';
import type { Parts } from '../parts.ts';
import { actsApi } from './acts.ts';
import { sessionApi } from './desk-session.ts';
import { feedsApi } from './feeds.ts';
import { handoffApi } from './handoffs.ts';
import { inboxApi } from './inbox.ts';
import { oncallApi } from './oncall.ts';
import { outboxApi } from './outbox.ts';
import { policiesApi } from './policies.ts';
import { portfolioApi } from './portfolio.ts';
import { practiceApi } from './practice.ts';
import { queueApi } from './queue.ts';
import { readinessApi } from './readiness.ts';
import { settingsApi } from './settings.ts';
import { templatesApi } from './templates.ts';
import { triageApi } from './triage.ts';
import { triageMarksApi } from './triage-marks.ts';
import { watchApi } from './watch.ts';
import { weatherApi } from './weather.ts';

export { alarmsOf } from './queue.ts';

/** Everything the console may ask, one part per concern. */
export function consoleApi(parts: Parts): ConsoleApi {
  return {
    ...sessionApi(parts),
    ...queueApi(parts),
    ...readinessApi(parts),
    ...actsApi(parts),
    ...inboxApi(parts),
    ...oncallApi(parts),
    ...feedsApi(parts),
    ...portfolioApi(parts),
    ...policiesApi(parts),
    ...templatesApi(parts),
    ...settingsApi(parts),
    ...outboxApi(parts),
    ...weatherApi(parts),
    ...triageApi(parts),
    ...triageMarksApi(parts),
    ...watchApi(parts),
    ...practiceApi(parts),
    ...handoffApi(parts),
  };
}
