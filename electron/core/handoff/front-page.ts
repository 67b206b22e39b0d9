import type { Tier } from '#shared/contract';
import type { HandoffDocument } from './handoff-document.ts';
import type { Labels } from './labels.ts';
import { drawMark, type Mark } from './marks.ts';
import {
  addElement,
  drawArtifact,
  drawRule,
  type Element,
  ensureRoom,
  type Flow,
  writeParagraphs,
} from './page-flow.ts';
import { COLORS, STYLES } from './theme.ts';
import { wordClock, wordDayClock, wordLength, wordLongDay } from './wording.ts';

/** Who, which night, who sat at the desk. */
export function writeTitle(flow: Flow, root: Element, document: HandoffDocument, labels: Labels): void {
  const { session, zone, language } = document;
  const notes = notRealOf(document, labels);
  if (notes.length > 0) {
    writeParagraphs(
      flow,
      root,
      'P',
      notes.map((text) => ({ text, style: 'practice' })),
    );
    flow.y += 8;
  }
  writeParagraphs(flow, root, 'P', [{ text: document.companyName, style: 'company' }]);
  writeParagraphs(flow, root, 'H1', [{ text: labels.title, style: 'title' }]);
  const turns = session.turns.map(({ name, startedAt, endedAt }) =>
    labels.turn(name, wordClock(startedAt, zone, language), wordClock(endedAt, zone, language)),
  );
  const handedOver = session.turns.flatMap(({ name, startedAt, words }, index) => {
    const when = wordClock(startedAt, zone, language);
    const before = session.turns[index - 1];
    return [
      ...(before ? [labels.handedOver(before.name, name, when)] : []),
      ...(words === '' ? [] : [labels.saidAtHandOver(name, when, words)]),
    ];
  });
  writeParagraphs(flow, root, 'P', [
    {
      text: labels.night(wordLongDay(session.startedAt, zone, language), wordLongDay(session.endedAt, zone, language)),
      style: 'night',
    },
    {
      text: labels.desk(turns.length === 0 ? labels.nobodySignedIn : turns.join('; ')),
      style: 'quiet',
    },
    ...handedOver.map((text) => ({ text, style: 'quiet' as const })),
  ]);
  flow.y += 10;
}

/** What of the document is not a real night of a real company, a sentence each; none of most. */
function notRealOf({ practice, isDemo }: HandoffDocument, labels: Labels): readonly string[] {
  const { share, onScreenCount, leftCount } = practice;
  const notes: string[] = [];
  if (share === 'all') notes.push(`${labels.practice}. ${labels.practiceExplained}`);
  if (share === 'partly') notes.push(`${labels.partlyPractice}. ${labels.partlyExplained(onScreenCount, leftCount)}`);
  if (isDemo) notes.push(`${labels.demo}. ${labels.demoExplained(leftCount)}`);
  return notes;
}

/** The word that stands on every page of what is not a real night of a real company; null where it is. */
export function notRealWord({ practice, isDemo }: HandoffDocument, labels: Labels): string | null {
  if (practice.share === 'all') return labels.practice;
  if (practice.share === 'partly') return labels.partlyPractice;
  return isDemo ? labels.demo : null;
}

type Figure = { readonly value: string; readonly label: string; readonly share: number; readonly mark?: Mark };

/** The band of big numbers: how the night went, at arm's length. */
export function writeSummary(flow: Flow, root: Element, document: HandoffDocument, labels: Labels): void {
  const { summary } = document;
  const tier = (name: Tier): Figure => ({
    value: String(summary.incidentsByTier[name]),
    label: labels.summary.tier[name],
    share: 0.11,
    mark: name,
  });
  const figures: readonly Figure[] = [
    { value: String(summary.contacts), label: labels.summary.contacts(summary.contacts), share: 0.12 },
    tier('P1'),
    tier('P2'),
    tier('P3'),
    {
      value: labels.summary.ofAll(summary.acknowledgedInTime, summary.toAcknowledge),
      label: labels.summary.inTime,
      share: 0.17,
    },
    {
      value: summary.medianAcknowledgeMs === null ? '–' : wordLength(summary.medianAcknowledgeMs),
      label: labels.summary.median,
      share: 0.19,
    },
    { value: String(summary.stepsFired), label: labels.summary.steps(summary.mostStepsOfOne), share: 0.19 },
  ];
  const height = 70;
  drawArtifact(flow.doc, () => {
    flow.doc.roundedRect(flow.left, flow.y, flow.width, height, 5).fill(COLORS.panel);
  });
  let left = flow.left + 10;
  for (const figure of figures) {
    const width = figure.share * (flow.width - 12);
    drawFigure(flow, root, figure, left, width - 8);
    left += width;
  }
  flow.y += height + 14;
  const { count, of } = summary.triageMarks;
  if (of === 0) return;
  writeParagraphs(flow, root, 'P', [{ text: labels.summary.triageMarks(count, of), style: 'small' }]);
  flow.y += 8;
}

/** Names of properties that are said before the rest is counted. */
const MOST_NAMES = 3;

/** The weather modes of the night: when, where, and the person or the document that did it; nothing of most nights. */
export function writeWeather(flow: Flow, root: Element, document: HandoffDocument, labels: Labels): void {
  if (document.weather.length === 0) return;
  const lines = document.weather.map((time) => ({ text: weatherLine(time, document, labels), style: 'body' as const }));
  writeParagraphs(flow, root, 'P', lines);
  flow.y += 10;
}

function weatherLine(
  { mode, from, to, where, by }: HandoffDocument['weather'][number],
  { zone, language }: HandoffDocument,
  { weather }: Labels,
): string {
  const when = weather.on(mode, wordDayClock(from, zone, language), to === null ? null : wordClock(to, zone, language));
  const names = where?.slice(0, MOST_NAMES) ?? [];
  const at = where === null ? weather.everywhere : weather.at(names, where.length - names.length);
  if (by.kind === 'person') return `${when}${at}${weather.byPerson(by.name, by.words)}`;
  const { temperatureF, alert, readAt, url, sha256 } = by;
  const source = weather.byDocument(
    temperatureF,
    alert ?? '',
    readAt === null ? '–' : wordClock(readAt, zone, language),
  );
  return `${when}${at}${source}${url === null ? '' : ` (${url}, sha256 ${sha256})`}`;
}

function drawFigure(flow: Flow, root: Element, figure: Figure, left: number, width: number): void {
  const element = addElement(flow, root, 'P');
  const indent = figure.mark === undefined ? 0 : 17;
  const [wide] = flow.typesetter.wrap(figure.value, STYLES.figure, Number.POSITIVE_INFINITY);
  const style = wide !== undefined && wide.width + indent <= width ? STYLES.figure : STYLES.figureLong;
  const [value] = flow.typesetter.wrap(figure.value, style, Number.POSITIVE_INFINITY);
  const label = flow.typesetter.wrap(figure.label, STYLES.small, width);
  element.add(() => {
    if (figure.mark !== undefined) drawMark(flow.doc, figure.mark, left + 6, flow.y + 20.5, 6);
    if (value !== undefined) flow.typesetter.draw(value, left + indent, flow.y + 7);
    label.forEach((line, index) => {
      flow.typesetter.draw(line, left, flow.y + 36 + index * line.style.leading * 0.92);
    });
  });
  element.end();
}

/** What did not work. Silence here would be a claim, so a clean night says that it was clean. */
export function writeFailures(flow: Flow, root: Element, document: HandoffDocument, labels: Labels): void {
  const { summary, zone, language } = document;
  const words = labels.failures;
  const failures = [
    ...summary.undelivered.map((message) =>
      words.undelivered(
        message.to,
        wordDayClock(message.at, message.zone, language),
        message.why,
        message.isNotKnown ?? false,
      ),
    ),
    ...summary.waiting.map((each) =>
      words.waiting(each.to, each.count, wordDayClock(each.since, each.zone, language), each.why),
    ),
    ...summary.outages.map((outage) =>
      words.outage(
        wordDayClock(outage.from, zone, language),
        outage.to === null ? null : [wordClock(outage.to, zone, language), wordLength(outage.to - outage.from)],
        outage.why,
        outage.lateCount,
        wordLength(outage.mostLateMs),
      ),
    ),
    ...(summary.lateBesides.lateCount > 0
      ? [words.late(summary.lateBesides.lateCount, wordLength(summary.lateBesides.mostLateMs))]
      : []),
    ...summary.blindTimes.map((blind) =>
      words.blind(
        wordDayClock(blind.from, zone, language),
        wordClock(blind.to, zone, language),
        wordLength(blind.to - blind.from),
        blind.why,
      ),
    ),
    ...summary.unattended.map((each) =>
      words.unattended(
        wordDayClock(each.from, zone, language),
        each.to === null ? null : [wordClock(each.to, zone, language), wordLength(each.to - each.from)],
        each.called.join(', '),
      ),
    ),
    ...summary.unheard.map(({ since, at, called }) =>
      words.unheard(wordDayClock(since, zone, language), called.join(', '), wordClock(at, zone, language)),
    ),
    ...summary.clockMoves.map((move) =>
      words.clockMoved(wordDayClock(move.at, zone, language), wordLength(move.byMs), move.byMs > 0),
    ),
    ...(summary.alarms > 10 ? [words.tooManyAlarms(summary.alarms)] : []),
  ];
  const section = addElement(flow, root, 'Sect');
  writeHeading(flow, section, words.title);
  if (failures.length === 0) writeParagraphs(flow, section, 'P', [{ text: words.none, style: 'body' }]);
  for (const failure of failures) {
    writeParagraphs(flow, section, 'P', [{ text: failure, style: 'body', mark: 'cross' }]);
    flow.y += 2;
  }
  if (summary.alarms <= 10) {
    writeParagraphs(flow, section, 'P', [{ text: words.alarms(summary.alarms), style: 'small' }]);
  }
  section.end();
  flow.y += 14;
}

/** A section's title, kept on one page with the first `roomBelow` points of what follows. */
export function writeHeading(flow: Flow, section: Element, title: string, roomBelow = 60): void {
  ensureRoom(flow, Math.min(STYLES.section.leading + 6 + roomBelow, flow.body));
  flow.doc.outline.addItem(title);
  writeParagraphs(flow, section, 'H2', [{ text: title, style: 'section' }]);
  flow.y += 1;
  drawRule(flow, COLORS.accent, 1);
  flow.y += 5;
}
