import { writeHeading } from './front-page.ts';
import type { HandoffDocument, OpenItem } from './handoff-document.ts';
import type { Labels } from './labels.ts';
import { addElement, type Element, type Flow, type Paragraph, writeParagraphs } from './page-flow.ts';
import { type Cell, type Column, drawTable, roomToBegin, setTable } from './table.ts';
import { wordDayClock, wordLength } from './wording.ts';

/** From these ages on an open item is marked; days since first contact. */
const AMBER_FROM_DAYS = 4;
const RED_FROM_DAYS = 5.5;

type ListParts = {
  readonly title: string;
  readonly none: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly legend?: string;
};

function writeList(flow: Flow, root: Element, parts: ListParts): void {
  const section = addElement(flow, root, 'Sect');
  const table = setTable(flow, parts.columns, parts.rows);
  writeHeading(flow, section, parts.title, roomToBegin(flow, table));
  if (parts.rows.length === 0) writeParagraphs(flow, section, 'P', [{ text: parts.none, style: 'body' }]);
  else {
    drawTable(flow, section, table);
    if (parts.legend !== undefined) {
      flow.y += 2;
      writeParagraphs(flow, section, 'P', [{ text: parts.legend, style: 'small' }]);
    }
  }
  section.end();
  flow.y += 16;
}

/** What is still open, who has it, what is next. */
export function writeOpenItems(flow: Flow, root: Element, document: HandoffDocument, labels: Labels): void {
  const words = labels.open;
  writeList(flow, root, {
    title: words.title,
    none: words.none,
    legend: words.legend,
    columns: [
      { title: words.item, share: 0.22 },
      { title: words.problem, share: 0.38 },
      { title: words.owner, share: 0.18 },
      { title: words.age, share: 0.22 },
    ],
    rows: document.openItems.map((item) => [
      [
        { text: `${item.tier} #${item.number}`, style: 'strong', mark: item.tier },
        { text: item.place, style: 'body' },
        { text: labels.categories[item.category], style: 'small' },
      ],
      [
        { text: item.problem, style: 'words' },
        { text: item.next, style: 'strong' },
      ],
      [item.owner === '' ? { text: words.nobody, style: 'red', mark: 'cross' } : { text: item.owner, style: 'body' }],
      [
        ageOf(item, labels),
        { text: words.since(wordDayClock(item.firstContactAt, item.zone, document.language)), style: 'small' },
      ],
    ]),
  });
}

function ageOf(item: OpenItem, labels: Labels): Paragraph {
  const days = labels.days(item.ageDays.toFixed(1));
  if (item.ageDays >= RED_FROM_DAYS) return { text: `!! ${days}`, style: 'red' };
  if (item.ageDays >= AMBER_FROM_DAYS) return { text: `! ${days}`, style: 'amber' };
  return { text: days, style: 'body' };
}

/** Billing, leasing and everyone else who was promised a call. */
export function writeCalls(flow: Flow, root: Element, document: HandoffDocument, labels: Labels): void {
  const words = labels.calls;
  writeList(flow, root, {
    title: words.title,
    none: words.none,
    columns: [
      { title: words.who, share: 0.26 },
      { title: words.wish, share: 0.4 },
      { title: words.received, share: 0.17 },
      { title: words.promised, share: 0.17 },
    ],
    rows: document.callsToReturn.map((call) => [
      [
        { text: call.name, style: 'strong', mark: 'box' },
        { text: call.callBack, style: 'body' },
      ],
      [{ text: call.wish, style: 'body' }],
      [{ text: wordDayClock(call.receivedAt, call.zone, document.language), style: 'body' }],
      [promiseOf(call.promisedAt, call.zone, document, labels)],
    ]),
  });
}

function promiseOf(at: number | null, zone: string, document: HandoffDocument, labels: Labels): Paragraph {
  return at === null
    ? { text: labels.queue.noPromise, style: 'small' }
    : { text: wordDayClock(at, zone, document.language), style: 'body' };
}

/** The morning's work, in the order it should be done. */
export function writeMorningQueue(flow: Flow, root: Element, document: HandoffDocument, labels: Labels): void {
  const words = labels.queue;
  writeList(flow, root, {
    title: words.title,
    none: words.none,
    columns: [
      { title: words.item, share: 0.16 },
      { title: words.where, share: 0.23 },
      { title: words.problem, share: 0.32 },
      { title: words.enter, share: 0.11 },
      { title: words.promised, share: 0.18 },
    ],
    rows: document.morningQueue.map((item) => [
      [
        { text: `#${item.number}`, style: 'strong', mark: 'P3' },
        { text: labels.categories[item.category], style: 'small' },
      ],
      [
        { text: item.place, style: 'strong' },
        { text: item.resident, style: 'body' },
        { text: item.callBack, style: 'body' },
      ],
      [{ text: item.problem, style: 'words' }],
      [{ text: words.permission[item.permissionToEnter], style: item.permissionToEnter === 'yes' ? 'body' : 'strong' }],
      [promiseOf(item.promisedAt, item.zone, document, labels)],
    ]),
  });
}

/** How each person who was notified did. */
export function writeResponders(flow: Flow, root: Element, document: HandoffDocument, labels: Labels): void {
  const words = labels.responders;
  writeList(flow, root, {
    title: words.title,
    none: words.none,
    columns: [
      { title: words.name, share: 0.4 },
      { title: words.notified, share: 0.13 },
      { title: words.answered, share: 0.13 },
      { title: words.declined, share: 0.13 },
      { title: words.median, share: 0.21 },
    ],
    rows: document.responders.map((responder) => [
      [{ text: responder.name, style: 'strong' }],
      [{ text: String(responder.notified), style: 'body' }],
      [{ text: String(responder.answered), style: 'body' }],
      [{ text: String(responder.declined), style: 'body' }],
      [
        responder.medianAnswerMs === null
          ? { text: words.never, style: 'small' }
          : { text: wordLength(responder.medianAnswerMs), style: 'body' },
      ],
    ]),
  });
}

/** Codes that were given out. Left out of a night without any: most nights have none. */
export function writeCodesToChange(flow: Flow, root: Element, document: HandoffDocument, labels: Labels): void {
  if (document.codesToChange.length === 0) return;
  const words = labels.codes;
  writeList(flow, root, {
    title: words.title,
    none: '',
    columns: [
      { title: words.place, share: 0.35 },
      { title: words.what, share: 0.3 },
      { title: words.why, share: 0.35 },
    ],
    rows: document.codesToChange.map((code) => [
      [{ text: code.place, style: 'strong', mark: 'box' }],
      [{ text: code.what, style: 'body' }],
      [{ text: code.why, style: 'body' }],
    ]),
  });
}
