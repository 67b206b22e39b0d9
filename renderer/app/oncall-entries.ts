import { type OnCallNow, type OnCallPerson, type SearchHit, SHIFT_ROLES } from '#shared/contract';
import { api, coreNow, go, openOnCallForm, useOnCall } from '../stores/index.ts';
import { attempt, refusalWords, tell } from './attempt.ts';
import type { Entry } from './command-entries.ts';
import { phoneOf, shortWhenOf } from './format.ts';
import { useText } from './i18n.ts';
import { useZone } from './surroundings.ts';
import type { TypedTakeOver } from './typed-command.ts';

/** Forms of the on-call screen, and who is on for each trade, by name. */
export function useOnCallEntries(): readonly Entry[] {
  const { t } = useText();
  const trades = useOnCall((state) => state.trades) ?? [];
  const line = useWhoIsOn();
  return [
    { id: 'cover', title: t('oncall.newCover'), run: () => openOnCallForm('cover') },
    { id: 'take-over', title: t('planning.takeOver'), run: () => openOnCallForm('takeOver') },
    { id: 'swap', title: t('planning.newSwap'), run: () => openOnCallForm('swap') },
    { id: 'time-off', title: t('planning.newTimeOff'), run: () => openOnCallForm('timeOff') },
    { id: 'calendars', title: t('oncall.feeds'), run: () => go('oncall', 'feeds') },
    { id: 'load', title: t('frame.bar.load'), run: () => go('oncall', 'load') },
    ...trades.map((trade) => ({
      id: `who-${trade.trade}`,
      title: t('frame.bar.whoIsOn', {
        trade: t(`words.trade.${trade.trade}`),
        name: trade.primary?.name ?? t('frame.nobodyOnCall'),
      }),
      detail: line(trade),
      run: () => tell(`${t(`words.trade.${trade.trade}`)}: ${line(trade)}`, 'stays'),
    })),
  ];
}

/** Both people of a trade with their numbers, and until when. */
function useWhoIsOn(): (trade: OnCallNow) => string {
  const { t, language } = useText();
  const zone = useZone();
  const said = (person: OnCallPerson | null, role: 'primary' | 'backup') => {
    if (person === null) return `${t(`words.role.${role}`)} ${t('frame.nobodyOnCall')}`;
    const until = shortWhenOf(person.untilAt, coreNow(), zone, language);
    const phone = person.phone ? phoneOf(person.phone) : t('frame.noNumber');
    return t('frame.bar.isOn', { role: t(`words.role.${role}`), name: person.name, phone, until });
  };
  return ({ primary, backup }) => `${said(primary, 'primary')} · ${said(backup, 'backup')}`;
}

/** `take over plumbing silva`: from this second on, said in full before Enter does it. */
export function useTakeOverEntries(wanted: TypedTakeOver | null, people: readonly SearchHit[]): readonly Entry[] {
  const { t, language } = useText();
  const onCall = useOnCall((state) => state.trades);
  if (!wanted) return [];
  const { trade } = wanted;
  const now = onCall?.find((each) => each.trade === trade);
  const reason = wanted.reason === '' ? t('frame.bar.coverReason') : wanted.reason;
  return people.flatMap((person) =>
    SHIFT_ROLES.filter((role) => now?.[role]?.responderId !== person.id).map((role): Entry => {
      const planned = now?.[role]?.name ?? null;
      const words = { name: person.title, trade: t(`words.trade.${trade}`), role: t(`words.role.${role}`) };
      const input = { trade, role, propertyId: null, group: null, responderId: person.id, until: null, reason };
      const run = async () => {
        const answer = await attempt(api.oncall.takeOver.mutate(input));
        if (!answer.ok) return tell(refusalWords(answer, language), 'refused');
        tell(t('frame.bar.covered', words));
        for (const note of answer.value.notes) tell(note[language], 'stays');
      };
      return {
        id: `take-over-${role}-${person.id}`,
        title: t('frame.bar.takeOver', words),
        detail: planned === null ? t('oncall.insteadOfNobody') : t('oncall.insteadOf', { name: planned }),
        run: () => void run(),
      };
    }),
  );
}
