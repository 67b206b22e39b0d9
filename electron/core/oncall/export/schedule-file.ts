import { createHash } from 'node:crypto';
import {
  type Duty,
  type Instant,
  type Language,
  type Property,
  type Responder,
  type ScheduleSources,
  Trade,
} from '#shared/contract';
import { ROLE_WORDS, TRADE_WORDS } from '#shared/messages';
import { dayAt, finalSchedule, instantOfWallTime } from '#shared/oncall';
import { type CalendarLine, icsFile, icsText, icsTime } from './ics-text.ts';

/** The final schedule as a calendar file for other programs: names and times, no telephone numbers, no reasons. Pure. */

const PAST_DAYS = 35;
const COMING_DAYS = 100;

export type ScheduleFileFacts = {
  readonly company: string;
  readonly language: Language;
  readonly zone: string;
  readonly sources: ScheduleSources;
  readonly responders: readonly Responder[];
  readonly properties: readonly Property[];
};

/** What of it is wanted; null is everything. */
export type ScheduleFilter = { readonly person: string | null; readonly trade: string | null };

/**
 * The file as it is today: from 35 days ago to 100 days ahead, by whole days, so that it is the same until something changes
 * or the day does. Null for a person or a trade that there is not.
 */
export function scheduleFile(facts: ScheduleFileFacts, filter: ScheduleFilter, now: Instant): string | null {
  const { sources, responders, zone, company, language } = facts;
  const trade = filter.trade === null ? null : (Trade.safeParse(filter.trade).data ?? 'none');
  if (trade === 'none') return null;
  const person = filter.person === null ? null : responders.find((each) => each.id === filter.person);
  if (person === undefined) return null;
  const today = dayAt(zone, now);
  const [stampAt, from, to] = [0, -PAST_DAYS, COMING_DAYS].map((days) =>
    instantOfWallTime(zone, today + days, '00:00'),
  );
  if (stampAt === undefined || from === undefined || to === undefined) return null;
  const duties = finalSchedule(sources, from, to, trade === null ? {} : { trade }).filter(
    (duty) => person === null || duty.responderId === person.id,
  );
  const onCall = language === 'en' ? 'On call' : 'Guardias';
  const title = [company, person?.name ?? onCall, ...(trade ? [TRADE_WORDS[language][trade]] : [])].join(': ');
  return icsFile([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Nightdesk//On call//EN'],
    ['CALSCALE', 'GREGORIAN'],
    ['NAME', icsText(title)],
    ['X-WR-CALNAME', icsText(title)],
    ['REFRESH-INTERVAL;VALUE=DURATION', 'PT15M'],
    ['X-PUBLISHED-TTL', 'PT15M'],
    ...duties.flatMap((duty) => eventOf(facts, duty, { from, stampAt })),
    ['END', 'VCALENDAR'],
  ]);
}

function eventOf(
  facts: ScheduleFileFacts,
  duty: Duty,
  at: { readonly from: Instant; readonly stampAt: Instant },
): readonly CalendarLine[] {
  const { language } = facts;
  const trade = TRADE_WORDS[language][duty.trade];
  const what = `${trade.charAt(0).toUpperCase()}${trade.slice(1)} ${ROLE_WORDS[language][duty.role]}`;
  const place = duty.group ?? facts.properties.find((each) => each.id === duty.propertyId)?.name ?? null;
  const summary = `${what}: ${nameOf(facts, duty.responderId)}${place === null ? '' : ` (${place})`}`;
  const insteadOf = 'insteadOf' in duty.source ? duty.source.insteadOf : null;
  const standsIn = insteadOf === null || insteadOf === duty.responderId ? null : nameOf(facts, insteadOf);
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', uidOf(duty, at.from)],
    ['DTSTAMP', icsTime(at.stampAt)],
    ['DTSTART', icsTime(duty.startsAt)],
    ['DTEND', icsTime(duty.endsAt)],
    ['SUMMARY', icsText(summary)],
    ...(standsIn === null
      ? []
      : [['DESCRIPTION', icsText(language === 'en' ? `Instead of ${standsIn}` : `En lugar de ${standsIn}`)] as const]),
    ...(place === null ? [] : [['LOCATION', icsText(place)] as const]),
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ];
}

function nameOf({ responders }: ScheduleFileFacts, id: string): string {
  return responders.find((each) => each.id === id)?.name ?? '?';
}

/**
 * The same for the same duty in every copy: by what is held, by whom, and since when. Given to somebody else it is another
 * event, for calendars that know an event already may keep the old name. One that began before the file does is known by
 * where it comes from, for its cut beginning moves on with the days.
 */
function uidOf({ trade, role, propertyId, group, responderId, startsAt, source }: Duty, from: Instant): string {
  const since = startsAt <= from ? ['begun', source.kind, source.id] : [startsAt];
  const name = JSON.stringify([trade, role, propertyId, group, responderId, ...since]);
  return `${createHash('sha256').update(name).digest('hex').slice(0, 32)}@nightdesk`;
}
