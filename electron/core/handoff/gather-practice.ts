import { looseByGateway, type ReadDb } from '#core/store';
import { PRACTICE_GATEWAY } from '#shared/contract';
import type { EventOf } from '#shared/incident';
import type { PracticeShare } from './handoff-document.ts';
import type { Night, NightIncident } from './night.ts';

/**
 * How much of the night was practice, by where its messages really went; a message of which nobody knows whether it left
 * counts as left. A night without messages is what the gateway in use makes of it.
 */
export function practiceOf(read: ReadDb, night: Night, isPracticeNow: boolean): PracticeShare {
  let onScreenCount = 0;
  let leftCount = 0;
  const took = (gateway: string | null, count: number): void => {
    // A core that died while a message was on its way could not say which gateway that was.
    const isPractice = gateway === null ? isPracticeNow : gateway === PRACTICE_GATEWAY;
    if (isPractice) onScreenCount += count;
    else leftCount += count;
  };
  for (const incident of night.incidents) for (const { gateway } of tookOf(incident, night)) took(gateway, 1);
  for (const { gateway, count } of looseByGateway(read, night.from, night.until)) took(gateway, count);
  if (onScreenCount === 0 && leftCount === 0)
    return { share: isPracticeNow ? 'all' : 'none', onScreenCount, leftCount };
  return { share: leftCount === 0 ? 'all' : onScreenCount === 0 ? 'none' : 'partly', onScreenCount, leftCount };
}

/** Each message that a gateway took in the night, or may have. */
function tookOf({ state, events }: NightIncident, night: Night): readonly EventOf<'messageState'>[] {
  const unknown = new Set(state.messages.filter((each) => each.state === 'unknown').map((each) => each.key));
  return events.filter((event): event is EventOf<'messageState'> => {
    if (event.type !== 'messageState' || event.at < night.from || event.at > night.until) return false;
    return event.state === 'accepted' || (event.state === 'unknown' && unknown.delete(event.key));
  });
}
