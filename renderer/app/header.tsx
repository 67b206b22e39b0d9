import { Menu } from '@mantine/core';
import { useState } from 'react';
import type { OnCallNow } from '#shared/contract';
import { blindWords, reasonWords } from '#shared/messages';
import { Kbd } from '../parts/index.ts';
import {
  openCommandBar,
  prefer,
  useLink,
  useNow,
  useOnCall,
  usePreferences,
  useSession,
  useStatus,
} from '../stores/index.ts';
import { dayOf, shortName, timeOf } from './format.ts';
import { useText } from './i18n.ts';
import { SignOutDialog } from './sign-out.tsx';
import { useZone } from './surroundings.ts';

type Light = 'ok' | 'warn' | 'down';

/** Time, who is at the desk, and the state of what the desk leans on. */
export function Header() {
  const { t } = useText();
  return (
    <header className="header">
      <b className="brand">Nightdesk</b>
      <Clock />
      <Desk />
      <ul className="dots" aria-label={t('frame.status')}>
        <Dots />
      </ul>
      <button
        type="button"
        className="bar-opener"
        aria-label={t('frame.bar.label')}
        onClick={() => openCommandBar(true)}
      >
        <Kbd>Ctrl K</Kbd>
      </button>
      <HeaderMenu />
    </header>
  );
}

/** What is known of the desk's supports; with the core silent nothing is, and old lights would lie. */
function Dots() {
  const { t } = useText();
  const isUp = useLink((state) => state.isUp);
  if (!isUp) return <Dot light="down" words={t('frame.coreSilent')} />;
  return (
    <>
      <GatewayDot />
      <GapDot />
      <BlindDot />
    </>
  );
}

function Clock() {
  const zone = useZone();
  return <span className="clock">{timeOf(useNow(), zone, true)}</span>;
}

function Desk() {
  const { t, language } = useText();
  const zone = useZone();
  const now = useNow();
  const desk = useSession((state) => state.session?.deskSession);
  const who = desk
    ? t('frame.desk', { name: shortName(desk.staff.name), time: timeOf(desk.startedAt, zone) })
    : t('frame.nobody');
  return (
    <span className="header-desk">
      {dayOf(now, zone, language)} · {who}
    </span>
  );
}

function Dot({ light, words, detail }: { readonly light: Light; readonly words: string; readonly detail?: string }) {
  return (
    <li className={`dot dot-${light}`} title={detail}>
      {words}
    </li>
  );
}

function GatewayDot() {
  const { t, language } = useText();
  const status = useStatus((state) => state.status);
  if (!status) return null;
  const { gateway, outbox } = status;
  const speed =
    gateway.level === 'ok' && gateway.lastAcceptedMs !== null
      ? ` ${t('frame.gateway.ms', { ms: Math.round(gateway.lastAcceptedMs) })}`
      : '';
  return (
    <>
      <Dot
        light={gateway.level}
        words={`${t(`frame.gateway.${gateway.level}`)}${speed}`}
        detail={reasonWords(gateway.detail, language)}
      />
      {outbox.unknown > 0 && <Dot light="down" words={t('frame.unknown', { count: outbox.unknown })} />}
      {outbox.unknown === 0 && outbox.waiting > 0 && (
        <Dot light="warn" words={t('frame.outbox', { count: outbox.waiting })} />
      )}
    </>
  );
}

/** The gap that comes first, a missing primary before a missing backup. */
export function firstGap(trades: readonly OnCallNow[]): OnCallNow | null {
  const open = trades.filter((trade) => trade.gap !== null);
  const rank = (trade: OnCallNow) => (trade.gap?.role === 'primary' ? 0 : 1);
  return open.toSorted((a, b) => rank(a) - rank(b) || (a.gap?.startsAt ?? 0) - (b.gap?.startsAt ?? 0))[0] ?? null;
}

function GapDot() {
  const { t } = useText();
  const zone = useZone();
  const now = useNow();
  const trades = useOnCall((state) => state.trades);
  if (trades === null) return null;
  if (trades.length === 0) return <Dot light="down" words={t('frame.nobodyAtAll')} />;
  const first = firstGap(trades);
  if (!first?.gap) return <Dot light="ok" words={t('frame.noGaps')} />;
  const trade = t(`words.trade.${first.trade}`);
  const light: Light = first.gap.role === 'primary' && first.gap.startsAt <= now ? 'down' : 'warn';
  const words =
    first.gap.startsAt <= now
      ? t('frame.gapNow', { trade })
      : t('frame.gap', { time: timeOf(first.gap.startsAt, zone), trade });
  return <Dot light={light} words={words} detail={t(`words.role.${first.gap.role}`)} />;
}

function BlindDot() {
  const { t, language } = useText();
  const zone = useZone();
  const last = useStatus((state) => state.status?.blindTimes.at(-1));
  if (!last) return null;
  return (
    <Dot
      light="warn"
      words={t('frame.blind', { from: timeOf(last.from, zone), to: timeOf(last.to, zone) })}
      detail={blindWords(last.why, language)}
    />
  );
}

function HeaderMenu() {
  const { t, language } = useText();
  const { theme, hasLetterKeys } = usePreferences();
  const desk = useSession((state) => state.session?.deskSession);
  const [isLeaving, setLeaving] = useState(false);
  return (
    <>
      <Menu
        position="bottom-end"
        width={280}
        shadow="md"
        returnFocus
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <button
            type="button"
            className="menu-opener"
            aria-label={desk ? `${t('frame.menu')}, ${desk.staff.name}` : t('frame.menu')}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M5 7h14M5 12h14M5 17h14" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
            </svg>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => prefer({ theme: theme === 'dark' ? 'light' : 'dark' })}>
            {theme === 'dark' ? t('frame.light') : t('frame.dark')}
          </Menu.Item>
          <Menu.Item onClick={() => prefer({ language: language === 'en' ? 'es' : 'en' })}>
            {language === 'en' ? t('frame.spanish') : t('frame.english')}
          </Menu.Item>
          <Menu.Item onClick={() => prefer({ hasLetterKeys: !hasLetterKeys })}>
            {hasLetterKeys ? t('frame.lettersOff') : t('frame.lettersOn')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => setLeaving(true)}>{t('frame.signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isLeaving && <SignOutDialog onClose={() => setLeaving(false)} />}
    </>
  );
}
