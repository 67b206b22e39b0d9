import { assertNever } from '#shared/contract';
import { writeHeading } from './front-page.ts';
import type { HandoffDocument, IncidentReport, TimelineEntry, TimelineKind } from './handoff-document.ts';
import type { Labels } from './labels.ts';
import type { Mark } from './marks.ts';
import {
  addElement,
  drawLines,
  drawRule,
  type Element,
  ensureRoom,
  type Flow,
  heightOf,
  type Paragraph,
  type PlacedLine,
  placeLines,
  writeParagraphs,
} from './page-flow.ts';
import { type Cell, drawTable, type SetTable, setList } from './table.ts';
import { COLORS } from './theme.ts';
import { wordDayClock, wordLength } from './wording.ts';

/** Every P1 and P2 with all that happened, for whoever asks a year later. */
export function writeIncidents(flow: Flow, root: Element, document: HandoffDocument, labels: Labels): void {
  const section = addElement(flow, root, 'Sect');
  writeHeading(flow, section, labels.incidents.title, 200); // about as much as an incident begins with
  if (document.incidents.length === 0) {
    writeParagraphs(flow, section, 'P', [{ text: labels.incidents.none, style: 'body' }]);
  }
  document.incidents.forEach((incident, index) => {
    writeIncident(flow, section, incident, document, labels, index > 0);
  });
  section.end();
  flow.y += 6;
}

type Fact = { readonly label: readonly PlacedLine[]; readonly value: readonly PlacedLine[]; readonly height: number };

/** Facts and time line share one left edge. */
const LABEL_WIDTH = 94;
const REVIEW_HEIGHT = 22;

function writeIncident(
  flow: Flow,
  parent: Element,
  incident: IncidentReport,
  document: HandoffDocument,
  labels: Labels,
  hasRule: boolean,
): void {
  const title = `${incident.tier} #${incident.number} · ${labels.categories[incident.category]} · ${incident.place}`;
  const heading: Paragraph = { text: title, style: 'incident', mark: incident.tier };
  const headingHeight = heightOf(placeLines(flow.typesetter, [heading], flow.width));
  const facts = factsOf(incident, document, labels).map(([label, value]) => setFact(flow, label, value));
  const timeline = timelineOf(flow, incident, document, labels);
  const topHeight = headingHeight + facts.reduce((sum, fact) => sum + fact.height, 0) + 15;
  const wholeHeight = topHeight + timeline.height + REVIEW_HEIGHT;
  const firstRowsHeight = timeline.rows.slice(0, 2).reduce((sum, row) => sum + Math.min(row.height, 120), 0);
  // Whole on one page, unless it is longer than one or would leave most of this one white; then at least the facts with
  // the start of the time line.
  const isWhole = wholeHeight <= flow.body && flow.bottom - flow.y < flow.body * 0.55;
  ensureRoom(flow, isWhole ? wholeHeight : Math.min(topHeight + firstRowsHeight, flow.body));

  const section = addElement(flow, parent, 'Sect');
  if (hasRule) drawRule(flow, COLORS.ink, 0.7);
  flow.y += hasRule ? 6 : 1;
  writeParagraphs(flow, section, 'H3', [heading]);
  flow.y += 2;
  for (const fact of facts) writeFact(flow, section, fact);
  flow.y += 4;
  drawTable(flow, section, timeline, { text: `${title} (${labels.continued})`, style: 'small', mark: incident.tier });
  flow.y += 2;
  writeReview(flow, section, labels);
  section.end();
}

/** Who took it, and again after each re-opening; red where somebody still had to or should have. */
function answeredBy({ answers, sla, zone }: IncidentReport, document: HandoffDocument, labels: Labels): Paragraph {
  const words = labels.incidents;
  const text = answers
    .map(({ name, afterMs, reopenedAt }) => {
      const by = name === null ? words.nobody : words.answeredAfter(name, wordLength(afterMs));
      return reopenedAt === null ? by : words.reopened(wordDayClock(reopenedAt, zone, document.language), by);
    })
    .join('; ');
  const isUnanswered = answers.at(-1)?.name === null;
  const isTrouble = isUnanswered && (answers.length === 1 || sla === 'running' || sla === 'missed');
  return isTrouble ? { text, style: 'trouble', mark: 'cross' } : { text, style: 'body' };
}

function factsOf(
  incident: IncidentReport,
  document: HandoffDocument,
  labels: Labels,
): readonly (readonly [string, Paragraph])[] {
  const words = labels.incidents;
  const target: Paragraph =
    incident.sla === 'missed'
      ? { text: words.sla.missed, style: 'trouble', mark: 'cross' }
      : { text: words.sla[incident.sla], style: 'body' };
  return [
    [words.why(incident.tier), { text: incident.reasons.join(' · '), style: 'body' }],
    [words.answered, answeredBy(incident, document, labels)],
    [words.target, target],
    [words.outcome, { text: incident.outcome, style: 'body' }],
  ];
}

function setFact(flow: Flow, label: string, value: Paragraph): Fact {
  const lines = placeLines(flow.typesetter, [value], flow.width - LABEL_WIDTH);
  const labelLines = placeLines(flow.typesetter, [{ text: label, style: 'small' }], LABEL_WIDTH - 6);
  return { label: labelLines, value: lines, height: Math.max(heightOf(lines), heightOf(labelLines)) + 1 };
}

function writeFact(flow: Flow, parent: Element, fact: Fact): void {
  const element = addElement(flow, parent, 'P');
  element.add(() => drawLines(flow, fact.label, flow.left, flow.y + 0.7)); // 0.7: smaller type on the same base line
  for (const placed of fact.value) {
    ensureRoom(flow, placed.line.style.leading);
    element.add(() => drawLines(flow, [placed], flow.left + LABEL_WIDTH, flow.y));
    flow.y += placed.line.style.leading;
  }
  element.end();
  flow.y += Math.max(0, fact.height - heightOf(fact.value));
}

function timelineOf(flow: Flow, incident: IncidentReport, document: HandoffDocument, labels: Labels): SetTable {
  return setList(
    flow,
    [LABEL_WIDTH / flow.width, 1 - LABEL_WIDTH / flow.width],
    incident.timeline.map((entry) => [
      [{ text: wordDayClock(entry.at, incident.zone, document.language), style: 'time' }],
      describe(entry, labels),
    ]),
  );
}

function describe(entry: TimelineEntry, labels: Labels): Cell {
  const sentence = entry.isLate ? `${labels.late}: ${entry.sentence}` : entry.sentence;
  const style = entry.kind === 'trouble' ? 'trouble' : entry.isLate ? 'amber' : 'body';
  const paragraphs: Paragraph[] = [{ text: sentence, style, mark: markOf(entry.kind) }];
  if (entry.words !== undefined && entry.words !== '') {
    paragraphs.push({ text: `“${entry.words}”`, style: 'words', mark: 'none' });
  }
  return paragraphs;
}

/** Full for what the desk did, a ring for what somebody else did, a cross for what went wrong. */
function markOf(kind: TimelineKind): Mark {
  switch (kind) {
    case 'triage':
    case 'notice':
    case 'status':
      return 'dot';
    case 'contact':
    case 'reply':
    case 'resident':
      return 'ring';
    case 'trouble':
      return 'cross';
    default:
      return assertNever(kind, 'timeline kind');
  }
}

/** The boxes the manager ticks by hand; the console asks the same in one key. */
function writeReview(flow: Flow, parent: Element, labels: Labels): void {
  const words = labels.incidents;
  ensureRoom(flow, REVIEW_HEIGHT);
  const element = addElement(flow, parent, 'P');
  const widthOf = (lines: readonly PlacedLine[]): number =>
    lines.reduce((widest, placed) => Math.max(widest, placed.indent + placed.line.width), 0);
  const question = placeLines(flow.typesetter, [{ text: words.review, style: 'small' }], flow.width);
  let left = flow.left;
  element.add(() => drawLines(flow, question, left, flow.y + 5.5));
  left += Math.max(LABEL_WIDTH, widthOf(question) + 12);
  for (const text of [words.right, words.tooHigh, words.tooLow]) {
    const lines = placeLines(flow.typesetter, [{ text, style: 'body', mark: 'box' }], flow.width);
    const x = left;
    element.add(() => drawLines(flow, lines, x, flow.y + 5));
    left += widthOf(lines) + 20;
  }
  element.end();
  flow.y += REVIEW_HEIGHT + 8;
}
