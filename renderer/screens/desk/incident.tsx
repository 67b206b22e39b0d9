import { useEffect, useRef, useState } from 'react';
import type { IncidentView } from '#shared/contract';
import { LINE_KEYS, linesFor, phoneOf, useKeys, useText, useZone, whenOf } from '../../app/index.ts';
import { ActionButton, Empty, LadderSteps, PillTabs, TierMark } from '../../parts/index.ts';
import { closeLine, coreNow, type Line, openLine, useIncident, useWindow } from '../../stores/index.ts';
import { Conversation } from './conversation.tsx';
import { Documents } from './documents.tsx';
import { LineForm } from './line-form.tsx';
import { NowCard } from './now-card.tsx';
import { Overview } from './overview.tsx';
import { Timeline } from './timeline.tsx';
import { WhyLine } from './why-line.tsx';

const TABS = ['timeline', 'conversation', 'ladder', 'documents'] as const;
type Tab = (typeof TABS)[number];

/** The chosen incident: why this tier, what happens now, what can be done, and all that is known. */
export function Incident() {
  const { t } = useText();
  const { id, view } = useIncident();
  if (id === null) return <Overview />;
  if (view === null) return <Empty title={t('desk.incident.loading')} />;
  return <Shown key={view.row.id} view={view} />;
}

function Shown({ view }: { readonly view: IncidentView }) {
  const { t } = useText();
  const panel = useRef<HTMLElement>(null);
  const shown = useWindow((state) => state.line);
  const lines = linesFor(view.row.status);
  const line = shown?.incidentId === view.row.id && lines.includes(shown.name) ? shown.name : null;
  const open = (each: Line) => openLine(each, view.row.id);
  useKeys(Object.fromEntries(lines.map((each) => [LINE_KEYS[each].toLowerCase(), () => open(each)])));
  return (
    <section className="incident" aria-label={t('desk.incident.label')} ref={panel} tabIndex={-1} id="incident">
      <Head view={view} />
      <WhyLine view={view} />
      <NowCard view={view} />
      <div className="acts" role="toolbar" aria-label={t('desk.incident.do')}>
        {lines.map((each, index) => (
          <ActionButton
            key={each}
            label={t(`desk.lines.${each}`)}
            cap={LINE_KEYS[each]}
            kind={index === 0 ? 'main' : 'plain'}
            isOpen={each === line}
            onPress={() => (each === line ? closeLine() : open(each))}
          />
        ))}
      </div>
      {line && <LineForm key={line} line={line} view={view} />}
      <About view={view} />
    </section>
  );
}

function Head({ view }: { readonly view: IncidentView }) {
  const { t, language } = useText();
  const zone = useZone();
  const { row, place, caller } = view;
  const who = [
    caller.name,
    caller.phone && phoneOf(caller.phone),
    t(`words.language.${caller.language}`),
    t('desk.incident.reported', { time: whenOf(row.firstContactAt, coreNow(), zone, language) }),
  ];
  const where = [
    [t('desk.incident.address'), place.address],
    [t('desk.incident.shutOff'), place.shutOff],
    [t('desk.incident.access'), place.accessNotes],
  ].filter(([, words]) => words !== '');
  return (
    <header className="incident-head">
      <TierMark tier={row.tier} size="large" />
      <div>
        <h2>
          <span className="dim">#{row.number}</span> {place.label} · {t(`words.category.${row.category}`)}
          {row.hasVolunteeredNeed && (
            <span className="need" role="img" aria-label={t('desk.queue.need')} title={t('desk.queue.need')}>
              ⚑
            </span>
          )}
        </h2>
        <p className="dim">{who.filter(Boolean).join(' · ')}</p>
        <dl className="incident-place">
          {where.map(([label, words]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </div>
    </header>
  );
}

function About({ view }: { readonly view: IncidentView }) {
  const { t } = useText();
  const [tab, setTab] = useState<Tab>('timeline');
  const messages = view.messages.length;
  useKeys({
    1: () => setTab('timeline'),
    2: () => setTab('conversation'),
    3: () => setTab('ladder'),
    4: () => setTab('documents'),
  });
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tab !== 'timeline') top.current?.scrollIntoView({ block: 'nearest' });
  }, [tab]);
  return (
    <div className="about" ref={top}>
      <PillTabs
        label={t('desk.incident.tabs')}
        controls="about-panel"
        current={tab}
        onPick={setTab}
        tabs={[
          { id: 'timeline', label: t('desk.incident.timeline'), cap: '1' },
          { id: 'conversation', label: t('desk.incident.conversation'), cap: '2', count: messages },
          { id: 'ladder', label: t('desk.incident.ladder'), cap: '3' },
          { id: 'documents', label: t('desk.incident.documents'), cap: '4' },
        ]}
      />
      <div id="about-panel" role="tabpanel" aria-label={t(`desk.incident.${tab}`)} className="about-panel">
        {tab === 'timeline' && <Timeline view={view} />}
        {tab === 'conversation' && <Conversation view={view} />}
        {tab === 'ladder' &&
          (view.ladder.length === 0 ? (
            <p className="dim">{t('desk.ladder.empty')}</p>
          ) : (
            <LadderSteps steps={view.ladder} />
          ))}
        {tab === 'documents' && <Documents view={view} />}
      </div>
    </div>
  );
}
