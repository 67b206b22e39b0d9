import type { Instant } from '#shared/contract';
import type { AlertMessage } from './parse-alerts.ts';

/**
 * The alerts that hold in any of `zones` at some time from `now` until `until`. A message that a later one replaces or
 * ends for the same place is none any more, whether the later one names it or only its warning.
 */
export function alertsInForce(
  messages: readonly AlertMessage[],
  zones: readonly string[],
  now: Instant,
  until: Instant,
): readonly AlertMessage[] {
  const here = messages.filter((each) => each.zones.some((zone) => zones.includes(zone)));
  const isOver = (message: AlertMessage): boolean =>
    here.some(
      (later) =>
        later !== message &&
        (later.replaces.includes(message.id) ||
          (later.isEnd && later.sentAt >= message.sentAt && sharesWarning(later, message))),
    );
  return here.filter((each) => !each.isEnd && each.endsAt > now && each.startsAt < until && !isOver(each));
}

function sharesWarning(one: AlertMessage, other: AlertMessage): boolean {
  return one.warnings.some((warning) => other.warnings.includes(warning));
}
