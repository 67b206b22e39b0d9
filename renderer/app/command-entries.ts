import { type OnCallPerson, type SearchHit, SHIFT_ROLES } from '#shared/contract';
import {
  api,
  beginReport,
  coreNow,
  go,
  type Line,
  newDraft,
  openHandOver,
  openInbox,
  openIncident,
  openLine,
  openSignOut,
  openWeatherSwitch,
  prefer,
  SCREEN_IDS,
  useCore,
  useIncident,
  useOnCall,
  usePreferences,
  useQueue,
} from '../stores/index.ts';
import { attempt, failed, refusalWords, tell } from './attempt.ts';
import { phoneOf, shortWhenOf } from './format.ts';
import { useText } from './i18n.ts';
import { LINE_KEYS, linesOf } from './lines.ts';
import { nextWallTime } from './next-wall-time.ts';
import { useTakeOverEntries } from './oncall-entries.ts';
import { SCREENS } from './screens.tsx';
import { useZone } from './surroundings.ts';
import { calledNameOf, commandOf, type TypedCover, typedCoverOf, typedTakeOverOf } from './typed-command.ts';

export type Entry = {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  readonly cap?: string;
  readonly run: () => void;
};

/** What can always be done, by name. */
export function useCommands(): readonly Entry[] {
  const { t, language } = useText();
  const { theme, hasLetterKeys, isByProperty } = usePreferences();
  const view = useIncident((state) => state.view);
  const onIncident = (line: Line, row: { readonly number: number; readonly place: string; readonly id: string }) => ({
    id: `line-${line}`,
    title: t(`desk.lines.${line}`),
    detail: t('frame.bar.onIncident', { number: row.number, place: row.place }),
    cap: LINE_KEYS[line],
    run: () => {
      go('desk', row.id);
      openLine(line, row.id);
    },
  });
  return [
    { id: 'new', title: t('report.title'), cap: 'N', run: () => go('report') },
    { id: 'readiness', title: t('readiness.title'), cap: 'V', run: () => go('readiness') },
    { id: 'outbox', title: t('outbox.title'), cap: 'Alt 0', run: () => go('outbox') },
    ...(view ? linesOf(view).map((line) => onIncident(line, view.row)) : []),
    {
      id: 'inbox',
      title: t('frame.bar.inbox'),
      cap: 'G',
      run: () => {
        go('desk');
        openInbox(true);
      },
    },
    ...SCREEN_IDS.filter((id) => SCREENS[id].isInRail && id !== 'report').map((id, index) => ({
      id: `go-${id}`,
      title: t('frame.bar.goTo', { screen: id === 'report' ? '' : t(`frame.screens.${id}`) }),
      cap: `Alt ${index + 1}`,
      run: () => go(id),
    })),
    ...(['gateway', 'templates'] as const).map((tab) => ({
      id: `settings-${tab}`,
      title: t('frame.bar.goTo', { screen: `${t('frame.screens.settings')}: ${t(`settings.${tab}`)}` }),
      run: () => go('settings', tab),
    })),
    { id: 'handoff', title: t('reports.makeNow'), run: () => void makeHandoff(t('reports.made'), language) },
    {
      id: 'group',
      title: isByProperty ? t('desk.queue.byNeed') : t('desk.queue.byProperty'),
      cap: 'B',
      run: () => prefer({ isByProperty: !isByProperty }),
    },
    { id: 'weather', title: t('weather.switch'), run: () => openWeatherSwitch(true) },
    {
      id: 'theme',
      title: theme === 'dark' ? t('frame.light') : t('frame.dark'),
      run: () => prefer({ theme: theme === 'dark' ? 'light' : 'dark' }),
    },
    {
      id: 'language',
      title: language === 'en' ? t('frame.spanish') : t('frame.english'),
      run: () => prefer({ language: language === 'en' ? 'es' : 'en' }),
    },
    {
      id: 'letters',
      title: hasLetterKeys ? t('frame.lettersOff') : t('frame.lettersOn'),
      run: () => prefer({ hasLetterKeys: !hasLetterKeys }),
    },
    { id: 'hand-over', title: t('frame.handOver.title'), run: () => openHandOver(true) },
    { id: 'sign-out', title: t('frame.signOut'), cap: 'Q', run: () => openSignOut(true) },
  ];
}

async function makeHandoff(made: string, language: 'en' | 'es'): Promise<void> {
  const answer = await attempt(api.handoff.make.mutate({ sessionId: null }));
  if (!answer.ok) return tell(refusalWords(answer, language), 'refused');
  go('reports', answer.value.handoffId);
  tell(made);
}

/** What a whole command means: `/ack 1042 …`, `call chen`, `cover plumbing silva until 6`. */
export function useTypedEntries(typed: string): readonly Entry[] {
  const { t } = useText();
  const rows = useQueue((state) => state.rows);
  const called = calledNameOf(typed);
  const cover = typedCoverOf(typed);
  const takeOver = typedTakeOverOf(typed);
  const people = useSearch(called ?? cover?.name ?? takeOver?.name ?? '').filter((hit) => hit.kind === 'responder');
  const calls = useCallEntries(called === null ? [] : people);
  const covers = useCoverEntries(cover, cover === null ? [] : people);
  const takeOvers = useTakeOverEntries(takeOver, takeOver === null ? [] : people);
  const command = commandOf(typed);
  const meant = command && [...rows.values()].find((row) => row.number === command.number);
  if (!command || !meant) return [...calls, ...covers, ...takeOvers];
  return [
    {
      id: `typed-${command.line}`,
      title: t(`desk.lines.${command.line}`),
      detail: t('frame.bar.onIncident', { number: meant.number, place: meant.place }),
      cap: LINE_KEYS[command.line],
      run: () => {
        go('desk', meant.id);
        openLine(command.line, meant.id, command.given);
      },
    },
  ];
}

/** Calling somebody by name: about the incident in hand, else the number to dial. */
function useCallEntries(people: readonly SearchHit[]): readonly Entry[] {
  const { t } = useText();
  const view = useIncident((state) => state.view);
  return people.map(({ id, title, phone }) => ({
    id: `call-${id}`,
    title: t('frame.bar.call', { name: title, phone: phone ? phoneOf(phone) : t('desk.call.noNumber') }),
    ...(view ? { detail: t('frame.bar.onIncident', { number: view.row.number, place: view.row.place }) } : {}),
    run: () => {
      if (!view) return tell(`${title}  ${phone ? phoneOf(phone) : t('desk.call.noNumber')}`, 'stays');
      openIncident(view.row.id);
      openLine('call', view.row.id, { words: '', via: null, minutes: null, responderId: id });
    },
  }));
}

/** Somebody stands in from now on: as primary or as backup, said in full before Enter does it. */
function useCoverEntries(cover: TypedCover | null, people: readonly SearchHit[]): readonly Entry[] {
  const { t, language } = useText();
  const zone = useZone();
  const onCall = useOnCall((state) => state.trades);
  if (!cover) return [];
  const startsAt = Math.floor(coreNow() / 60_000) * 60_000;
  const endsAt = nextWallTime(cover.until, zone, startsAt);
  const now = onCall?.find((each) => each.trade === cover.trade);
  return people.flatMap((person) =>
    SHIFT_ROLES.filter((role) => !isOnDuty(now?.[role], person.id, endsAt)).map((role): Entry => {
      const planned = now?.[role]?.name ?? null;
      const other = now?.[role === 'primary' ? 'backup' : 'primary'];
      const words = { name: person.title, trade: t(`words.trade.${cover.trade}`), role: t(`words.role.${role}`) };
      const reason = cover.reason === '' ? t('frame.bar.coverReason') : cover.reason;
      return {
        id: `cover-${role}-${person.id}`,
        title: t('frame.bar.cover', { ...words, time: shortWhenOf(endsAt, startsAt, zone, language) }),
        detail: [
          planned === null ? t('oncall.insteadOfNobody') : t('oncall.insteadOf', { name: planned }),
          ...(other?.responderId === person.id ? [t('frame.bar.coverBoth')] : []),
        ].join(' '),
        run: () => {
          const input = {
            trade: cover.trade,
            role,
            propertyId: null,
            group: null,
            responderId: person.id,
            startsAt,
            endsAt,
            reason,
          };
          void attempt(api.oncall.addCover.mutate(input)).then((answer) => {
            if (!answer.ok) return tell(refusalWords(answer, language), 'refused');
            tell(t('frame.bar.covered', words));
            for (const note of answer.value.notes) tell(note[language], 'stays');
          });
        },
      };
    }),
  );
}

function isOnDuty(person: OnCallPerson | null | undefined, responderId: string, until: number): boolean {
  return person?.responderId === responderId && person.untilAt >= until;
}

function useSearch(words: string): readonly SearchHit[] {
  const found = useCore(`search ${words}`, [], async () => ({
    words,
    hits: words.length < 2 ? [] : await api.app.search.query({ text: words }),
  }));
  return found?.words === words ? found.hits : [];
}

/** Where something found leads: an incident opens, a resident or a unit begins a report, the others open their list. */
function open(hit: SearchHit): void {
  if (hit.kind === 'incident') return openIncident(hit.id);
  if (hit.report === null) return go('portfolio', hit.kind === 'responder' ? 'responders' : 'properties');
  const draft = newDraft(crypto.randomUUID(), coreNow());
  beginReport({ ...draft, ...hit.report }).catch(failed);
}

/** Everything that has what was typed in its name. */
export function useFound(typed: string): readonly Entry[] {
  const { t } = useText();
  return useSearch(typed.replace(/^\//, '').trim()).map((hit) => ({
    id: `${hit.kind}-${hit.id}`,
    title: hit.title,
    detail: [t(`frame.bar.kind.${hit.kind}`), hit.detail].filter(Boolean).join(' · '),
    run: () => open(hit),
  }));
}
