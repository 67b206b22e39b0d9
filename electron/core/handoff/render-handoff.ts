import PDFDocument from 'pdfkit';
import { notRealWord, writeFailures, writeSummary, writeTitle, writeWeather } from './front-page.ts';
import type { HandoffDocument } from './handoff-document.ts';
import { writeIncidents } from './incident-section.ts';
import { type Labels, labelsOf } from './labels.ts';
import { drawArtifact, type Flow, startFlow, writeParagraphs } from './page-flow.ts';
import { COLORS, PAGE, STYLES } from './theme.ts';
import { createTypesetter, settable, type Typesetter } from './typesetter.ts';
import { wordDayClock, wordLongDay } from './wording.ts';
import { writeCalls, writeCodesToChange, writeMorningQueue, writeOpenItems, writeResponders } from './work-lists.ts';

/**
 * Makes the morning handoff: a tagged, searchable PDF with its fonts inside. The same document gives the same bytes.
 * Takes up to a second and a half for a very bad night, so it is called in a worker (`makeHandoffInWorker`).
 *
 * @throws RangeError when a zone is not an IANA zone
 */
export async function renderHandoff(document: HandoffDocument): Promise<Uint8Array> {
  const labels = labelsOf(document.language);
  const nightName = labels.night(
    wordLongDay(document.session.startedAt, document.zone, document.language),
    wordLongDay(document.session.endedAt, document.zone, document.language),
  );
  const doc = openPdf(document, `${labels.title} · ${settable(document.companyName)} · ${nightName}`);
  const bytes = collect(doc);
  const typesetter = createTypesetter(doc);
  // Of a night that was partly practice each page may hold what really happened: those have the words at their head only.
  if (document.practice.share === 'all') {
    const paint = (): void => drawWatermark(doc, typesetter, labels.practice);
    doc.on('pageAdded', paint);
    paint();
  }
  const flow = startFlow(doc, typesetter);
  writeBody(flow, document, labels);
  drawFurniture(flow, document, labels);
  doc.end();
  return bytes;
}

function openPdf(document: HandoffDocument, title: string): PDFKit.PDFDocument {
  return new PDFDocument({
    size: document.paper === 'a4' ? 'A4' : 'LETTER',
    margins: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.side, right: PAGE.side },
    bufferPages: true,
    pdfVersion: '1.7',
    lang: document.language === 'es' ? 'es-US' : 'en-US',
    tagged: true,
    displayTitle: true,
    info: {
      Title: title,
      Author: document.companyName,
      Creator: `Nightdesk ${document.productVersion}`,
      // pdfkit would ask the clock otherwise, and the same night would give other bytes each time.
      CreationDate: new Date(document.generatedAt),
      ModDate: new Date(document.generatedAt),
    },
  });
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}

function writeBody(flow: Flow, document: HandoffDocument, labels: Labels): void {
  const root = flow.doc.struct('Document');
  flow.doc.addStructure(root);
  writeTitle(flow, root, document, labels);
  writeSummary(flow, root, document, labels);
  writeWeather(flow, root, document, labels);
  writeFailures(flow, root, document, labels);
  writeOpenItems(flow, root, document, labels);
  writeCodesToChange(flow, root, document, labels);
  writeCalls(flow, root, document, labels);
  writeMorningQueue(flow, root, document, labels);
  writeResponders(flow, root, document, labels);
  writeIncidents(flow, root, document, labels);
  if (flow.typesetter.hasReplaced()) writeParagraphs(flow, root, 'P', [{ text: labels.unprintable, style: 'small' }]);
  root.end();
}

/** Large, pale and behind the text: a practice page can never be taken for a real one, nor made hard to read by it. */
function drawWatermark(doc: PDFKit.PDFDocument, typesetter: Typesetter, word: string): void {
  const [line] = typesetter.wrap(
    word,
    { weight: 'bold', size: 96, leading: 96, color: COLORS.watermark },
    Number.POSITIVE_INFINITY,
  );
  if (line === undefined) return;
  const { width, height } = doc.page;
  drawArtifact(doc, () => {
    doc.save();
    doc.rotate(-52, { origin: [width / 2, height / 2] });
    typesetter.draw(line, (width - line.width) / 2, height / 2 - 48);
    doc.restore();
  });
}

/** Head and foot of each page, drawn last because only then the number of pages is known. */
function drawFurniture(flow: Flow, document: HandoffDocument, labels: Labels): void {
  const { doc, typesetter } = flow;
  const { start, count } = doc.bufferedPageRange();
  const night = wordLongDay(document.session.startedAt, document.zone, document.language);
  const notReal = notRealWord(document, labels);
  const made = labels.generated(
    wordDayClock(document.generatedAt, document.zone, document.language),
    document.productVersion,
  );
  const write = (text: string, y: number, align: 'left' | 'right', share = 0.64): void => {
    const [line, more] = typesetter.wrap(text, STYLES.furniture, flow.width * share);
    if (line === undefined) return;
    typesetter.draw(line, align === 'left' ? flow.left : flow.left + flow.width - line.width, y);
    if (more === undefined) return;
    for (const dots of typesetter.wrap(' …', STYLES.furniture, flow.width)) {
      typesetter.draw(dots, flow.left + line.width + 2, y);
    }
  };
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(start + index);
    const footY = doc.page.height - 40;
    doc.page.margins.bottom = 0; // pdfkit starts a new page for text below the margin
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    write(`${labels.logHead} ${document.logHead}`, footY, 'left', 1); // a head that was cut could not be verified
    write(made, footY + 10, 'left');
    write(labels.page(index + 1, count), footY + 10, 'right');
    doc.endMarkedContent();
    if (index === 0 && notReal === null) continue;
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Top'] });
    if (index > 0) write(`${document.companyName} · ${labels.title}`, 28, 'left');
    write(notReal === null ? night : `${notReal} · ${night}`, 28, 'right');
    doc.endMarkedContent();
  }
}
