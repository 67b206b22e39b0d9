import { useEffect, useRef, useState } from 'react';
import type { IncidentView } from '#shared/contract';
import { LINE_KEYS, linesOf, phoneOf, refusalOfLine, tell, useKeys, useText, useWhen } from '../../app/index.ts';
import { ActionButton, Empty, PillTabs, TierMark, Tightened } from '../../parts/index.ts';
import { closeLine, type Line, openLine, useIncident, useWindow } from '../../stores/index.ts';
import { Building } from './building.tsx';
import { Card } from './card.tsx';
import { Conversation } from './conversation.tsx';
import { Documents } from './documents.tsx';
import { LadderTab } from './ladder-tab.tsx';
import { LifeSafety } from './life-safety.tsx';
import { LineForm } from './line-form.tsx';
import { NowCard } from './now-card.tsx';
import { Overview } from './overview.tsx';
import { Timeline } from './timeline.tsx';
import { WhyLine } from './why-line.tsx';
import { WhyNot } from './why-not.tsx';

/** Seldom done: their buttons stand back. */
const RARE: readonly Line[] = ['jump', 'link', 'connect', 'add', 'handOver', 'standDown', 'note'];
const isRare = (line: Line): boolean => RARE.includes(line);

const TABS = ['timeline', 'conversation', 'ladder', 'documents', 'card', 'whyNot'] as const;
type Tab = (typeof TABS)[number];

/** The chosen incident: why this tier, what happens now, what can be done, and all that is known. */
export function Incident() {
  const { t } = useText();
  const { id, view } = useIncident();
  if (id === null) return <Overview />;
  if (view === null) return <Empty title={t('desk.incident.loading')} />;
  return <Shown key={view.row.id} view={view} />;
}

/** The line that is open under this incident. One that the core would refuse is closed again, and says why. */
function useOpenLine(view: IncidentView) {
  const { pick } = useText();
  const { id } = view.row;
  const own = useWindow((state) => state.lines.get(id)) ?? null;
  const refusal = own ? refusalOfLine(own.name, view) : undefined;
  useEffect(() => {
    if (!refusal) return;
    tell(pick(refusal), 'hint');
    closeLine(id);
  }, [refusal, pick, id]);
  return refusal ? null : own;
}

function Shown({ view }: { readonly view: IncidentView }) {
  const { t } = useText();
  const line = useOpenLine(view);
  const press = (each: Line) => (each === line?.name ? closeLine(view.row.id) : openLine(each, view.row.id));
  return (
    <section className="incident" aria-label={t('desk.incident.label')} tabIndex={-1} id="incident">
      <Head view={view} />
      <Facts view={view} />
      <LifeSafety view={view} isOpen={line?.name === 'emergency'} onOpen={() => press('emergency')} />
      <WhyLine view={view} />
      {view.weather && <Tightened weather={view.weather} />}
      <NowCard view={view} />
      <Building view={view} />
      <div className="acts" role="toolbar" aria-label={t('desk.incident.do')}>
        {linesOf(view).map((each, index) => (
          <ActionButton
            key={each}
            label={t(`desk.lines.${each === 'link' && view.partOf !== null ? 'unlink' : each}`)}
            cap={LINE_KEYS[each]}
            kind={index === 0 ? 'main' : isRare(each) ? 'quiet' : 'plain'}
            isOpen={each === line?.name}
            onPress={() => press(each)}
          />
        ))}
      </div>
      {line && <LineForm key={line.name} line={line.name} given={line.given} view={view} />}
      <About view={view} />
    </section>
  );
}

/** Which incident this is; stays in sight however far the rest is scrolled. */
function Head({ view }: { readonly view: IncidentView }) {
  const { t } = useText();
  const { row, place } = view;
  return (
    <header className="incident-head">
      <TierMark tier={row.tier} size="large" />
      <h2>
        <span className="dim">#{row.number}</span> {place.label} · {t(`words.category.${row.category}`)}
        {row.hasVolunteeredNeed && (
          <span className="need" role="img" aria-label={t('desk.queue.need')} title={t('desk.queue.need')}>
            ⚑
          </span>
        )}
      </h2>
    </header>
  );
}

function Facts({ view }: { readonly view: IncidentView }) {
  const { t } = useText();
  const when = useWhen();
  const { row, place, caller } = view;
  const who = [
    caller.name,
    caller.phone && phoneOf(caller.phone),
    t(`words.language.${caller.language}`),
    t('desk.incident.reported', { time: when(row.firstContactAt) }),
  ];
  const where = [
    [t('desk.incident.address'), place.address],
    [t('desk.incident.shutOff'), place.shutOff],
    [t('desk.incident.access'), place.accessNotes],
  ].filter(([, words]) => words !== '');
  return (
    <div className="incident-facts">
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
    5: () => setTab('card'),
    6: () => setTab('whyNot'),
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
          { id: 'card', label: t('desk.incident.card'), cap: '5', count: view.answers.length || undefined },
          { id: 'whyNot', label: t('desk.incident.whyNot'), cap: '6', count: view.whyNot.length || undefined },
        ]}
      />
      <div id="about-panel" role="tabpanel" aria-label={t(`desk.incident.${tab}`)} className="about-panel">
        {tab === 'timeline' && <Timeline view={view} />}
        {tab === 'conversation' && <Conversation view={view} />}
        {tab === 'ladder' && <LadderTab view={view} />}
        {tab === 'documents' && <Documents view={view} />}
        {tab === 'card' && <Card view={view} />}
        {tab === 'whyNot' && <WhyNot view={view} />}
      </div>
    </div>
  );
}
