import { Menu } from '@mantine/core';
import type { OnCallNow } from '#shared/contract';
import { blindWords, reasonWords } from '#shared/messages';
import { Kbd } from '../parts/index.ts';
import {
  go,
  openCommandBar,
  openHandOver,
  openSignOut,
  prefer,
  useAlarms,
  useLink,
  useNow,
  useOnCall,
  usePreferences,
  useSession,
  useStatus,
  useWindow,
} from '../stores/index.ts';
import { AlarmBar } from './alarm-bar.tsx';
import { dayOf, shortName, spanOf, timeOf } from './format.ts';
import { HandOverDialog } from './hand-over.tsx';
import { useText } from './i18n.ts';
import { useKeys } from './keyboard.ts';
import { SignOutDialog } from './sign-out.tsx';
import { useWhen, useZone } from './surroundings.ts';
import { WeatherDot } from './weather-dot.tsx';

type Light = 'ok' | 'warn' | 'down';

/** Time, who is at the desk, and the state of what the desk leans on. */
export function Header() {
  const { t } = useText();
  const isAlarmed = useAlarms((state) => state.alarms.length > 0);
  return (
    <header className={`header${isAlarmed ? ' is-alarmed' : ''}`}>
      <b className="brand">Nightdesk</b>
      <Clock />
      {!isAlarmed && <Desk />}
      <AlarmBar />
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
      <ClockworkDot />
      <UnattendedDot />
      <GatewayDot />
      <WeatherDot />
      <OutageDot />
      <GapDot />
      <BlindDot />
    </>
  );
}

function Clock() {
  const zone = useZone();
  return <span className="clock">{timeOf(useNow(), zone, true)}</span>;
}

/** Who has the desk, and who had it before them this night. */
function useDeskWords(): string {
  const { t } = useText();
  const when = useWhen();
  const desk = useSession((state) => state.session?.deskSession);
  if (!desk) return t('frame.nobody');
  const { staff, startedAt, handedOverFrom } = desk;
  const own = t('frame.desk', { name: shortName(staff.name), time: when(startedAt) });
  if (handedOverFrom === null) return own;
  return `${own}, ${t('frame.deskBefore', { name: shortName(handedOverFrom.name), time: when(handedOverFrom.startedAt) })}`;
}

function Desk() {
  const { language } = useText();
  const zone = useZone();
  const now = useNow();
  const who = useDeskWords();
  return (
    <span className="header-desk">
      {dayOf(now, zone, language)} · {who}
    </span>
  );
}

type DotProps = {
  readonly light: Light;
  readonly words: string;
  readonly detail?: string;
  /** Where it leads, and what that is called. */
  readonly leadsTo?: { readonly name: string; readonly go: () => void };
};

function Dot({ light, words, detail, leadsTo }: DotProps) {
  return (
    <li className={`dot dot-${light}`} title={detail}>
      {leadsTo ? (
        <button type="button" aria-label={`${words}. ${leadsTo.name}`} onClick={leadsTo.go}>
          {words}
        </button>
      ) : (
        words
      )}
    </li>
  );
}

/** Nothing while the clockwork comes round. */
function ClockworkDot() {
  const { t } = useText();
  const when = useWhen();
  const since = useStatus((state) => state.status?.clockworkLateSince ?? null);
  return since === null ? null : <Dot light="down" words={t('frame.clockworkLate', { time: when(since) })} />;
}

/** Nothing while somebody hears the alarm. */
function UnattendedDot() {
  const { t } = useText();
  const when = useWhen();
  const since = useStatus((state) => state.status?.unattendedSince ?? null);
  return since === null ? null : <Dot light="down" words={t('frame.unattended', { time: when(since) })} />;
}

function GatewayDot() {
  const { t, language } = useText();
  const status = useStatus((state) => state.status);
  if (!status) return null;
  const { gateway, outbox } = status;
  const leadsTo = (tab?: string) => ({ name: t('outbox.title'), go: () => go('outbox', tab) });
  const speed =
    gateway.level === 'ok' && gateway.lastAcceptedMs !== null
      ? ` ${t('frame.gateway.ms', { ms: Math.round(gateway.lastAcceptedMs) })}`
      : '';
  return (
    <>
      <Dot
        light={gateway.level}
        words={`${t(`frame.gateway.${gateway.detail === 'onFallback' ? 'onFallback' : gateway.level}`)}${speed}`}
        detail={reasonWords(gateway.detail, language)}
        leadsTo={leadsTo()}
      />
      {outbox.unknown > 0 && (
        <Dot light="down" words={t('frame.unknown', { count: outbox.unknown })} leadsTo={leadsTo('unknown')} />
      )}
      {outbox.unknown === 0 && outbox.waiting > 0 && (
        <Dot light="warn" words={t('frame.outbox', { count: outbox.waiting })} leadsTo={leadsTo('waiting')} />
      )}
    </>
  );
}

/** The last outage that is over; one that lasts is said by the gateway's own light. */
function OutageDot() {
  const { t } = useText();
  const when = useWhen();
  const last = useStatus((state) => state.status?.outages.at(-1));
  if (!last || last.to === null) return null;
  const detail =
    last.lateCount === 0
      ? t('frame.noneLate')
      : t('frame.someLate', { count: last.lateCount, span: spanOf(last.mostLateMs) });
  return <Dot light="warn" words={t('frame.outage', { from: when(last.from), to: when(last.to) })} detail={detail} />;
}

/** The gap that comes first, a missing primary before a missing backup. */
export function firstGap(trades: readonly OnCallNow[]): OnCallNow | null {
  const open = trades.filter((trade) => trade.gap !== null);
  const rank = (trade: OnCallNow) => (trade.gap?.role === 'primary' ? 0 : 1);
  return open.toSorted((a, b) => rank(a) - rank(b) || (a.gap?.startsAt ?? 0) - (b.gap?.startsAt ?? 0))[0] ?? null;
}

function GapDot() {
  const { t } = useText();
  const when = useWhen();
  const now = useNow();
  const trades = useOnCall((state) => state.trades);
  if (trades === null) return null;
  if (trades.length === 0) return <Dot light="down" words={t('frame.nobodyAtAll')} />;
  const first = firstGap(trades);
  if (!first?.gap) return <ThinDot trades={trades} />;
  const trade = `${t(`words.trade.${first.trade}`)}${first.gap.role === 'backup' ? ` ${t('words.role.backup')}` : ''}`;
  const light: Light = first.gap.role === 'primary' && first.gap.startsAt <= now ? 'down' : 'warn';
  const words =
    first.gap.startsAt <= now
      ? t('frame.gapNow', { trade })
      : t('frame.gap', { time: when(first.gap.startsAt), trade });
  return <Dot light={light} words={words} detail={t(`words.role.${first.gap.role}`)} />;
}

/** Nothing is open within 24 h, but something may be thin: green only where nothing is. */
function ThinDot({ trades }: { readonly trades: readonly OnCallNow[] }) {
  const { t } = useText();
  const thin = trades.flatMap(({ trade, finding }) => (finding ? [{ trade, kind: finding.kind }] : []));
  const [first] = thin;
  if (!first) return <Dot light="ok" words={t('frame.noGaps')} detail={t('frame.noGapsMeans')} />;
  const said = thin.map(({ trade, kind }) => t(`frame.thin.${kind}`, { trade: t(`words.trade.${trade}`) }));
  const more = said.length > 1 ? ` +${said.length - 1}` : '';
  return <Dot light="warn" words={`${said[0]}${more}`} detail={said.join(' · ')} />;
}

function BlindDot() {
  const { t, language } = useText();
  const when = useWhen();
  const last = useStatus((state) => state.status?.blindTimes.at(-1));
  if (!last) return null;
  return (
    <Dot
      light="warn"
      words={t('frame.blind', { from: when(last.from), to: when(last.to) })}
      detail={blindWords(last.why, language)}
    />
  );
}

function HeaderMenu() {
  const { t, language } = useText();
  const { theme, hasLetterKeys } = usePreferences();
  const desk = useSession((state) => state.session?.deskSession);
  const isLeaving = useWindow((state) => state.isSignOutOpen);
  const isHandingOver = useWindow((state) => state.isHandOverOpen);
  const who = useDeskWords();
  useKeys({ q: () => openSignOut(true) });
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
          <Menu.Label className="menu-desk">{who}</Menu.Label>
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
          <Menu.Item onClick={() => openHandOver(true)}>{t('frame.handOver.title')}</Menu.Item>
          <Menu.Item onClick={() => openSignOut(true)} rightSection={<Kbd>Q</Kbd>} aria-keyshortcuts="Q">
            {t('frame.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isLeaving && <SignOutDialog onClose={() => openSignOut(false)} />}
      {isHandingOver && <HandOverDialog onClose={() => openHandOver(false)} />}
    </>
  );
}
