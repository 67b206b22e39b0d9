import type { Category, Language } from '#shared/contract';
import type { IncidentReport, MorningItem } from './handoff-document.ts';
import { ENGLISH } from './labels-en.ts';
import { SPANISH } from './labels-es.ts';

/** The document's own words; what happened arrives as sentences already in its language. */
export type Labels = {
  readonly title: string;
  readonly practice: string;
  readonly practiceExplained: string;
  readonly partlyPractice: string;
  readonly partlyExplained: (onScreenCount: number, leftCount: number) => string;
  readonly demo: string;
  readonly demoExplained: (leftCount: number) => string;
  /** `to` is the same as `from` for a session of one day. */
  readonly night: (from: string, to: string) => string;
  readonly desk: (turns: string) => string;
  readonly turn: (name: string, from: string, to: string) => string;
  readonly handedOver: (from: string, to: string, when: string) => string;
  readonly saidAtHandOver: (name: string, when: string, words: string) => string;
  readonly nobodySignedIn: string;
  readonly page: (page: number, pages: number) => string;
  readonly logHead: string;
  readonly generated: (when: string, version: string) => string;
  readonly continued: string;
  readonly unprintable: string;
  readonly days: (days: string) => string;
  readonly late: string;
  readonly summary: SummaryLabels;
  readonly weather: WeatherLabels;
  readonly failures: FailureLabels;
  readonly open: OpenLabels;
  readonly calls: CallLabels;
  readonly queue: QueueLabels;
  readonly incidents: IncidentLabels;
  readonly responders: ResponderLabels;
  readonly codes: CodeLabels;
  readonly categories: Readonly<Record<Category, string>>;
};

type SummaryLabels = {
  readonly contacts: (count: number) => string;
  readonly inTime: string;
  readonly ofAll: (part: number, all: number) => string;
  readonly median: string;
  readonly steps: (mostOfOne: number) => string;
  readonly triageMarks: (marked: number, all: number) => string;
  readonly tier: Readonly<Record<'P1' | 'P2' | 'P3', string>>;
};
type WeatherLabels = {
  /** `to` null: still on when the night ended. */
  readonly on: (mode: 'freeze' | 'heat' | 'off', from: string, to: string | null) => string;
  readonly everywhere: string;
  readonly at: (names: readonly string[], more: number) => string;
  readonly byPerson: (name: string, words: string) => string;
  /** `degrees` null: it was the alert. */
  readonly byDocument: (degrees: number | null, alert: string, readAt: string) => string;
};
type FailureLabels = {
  readonly title: string;
  readonly none: string;
  readonly undelivered: (to: string, when: string, why: string, isNotKnown: boolean) => string;
  readonly waiting: (to: string, count: number, since: string, why: string) => string;
  /** `ended`: the time and the length; null while it lasts. */
  readonly outage: (
    from: string,
    ended: readonly [to: string, length: string] | null,
    why: string,
    lateCount: number,
    mostLate: string,
  ) => string;
  readonly late: (count: number, mostLate: string) => string;
  readonly blind: (from: string, to: string, length: string, why: string) => string;
  /** `ended`: when, and how long it lasted; null while it lasts. */
  readonly unattended: (from: string, ended: readonly [to: string, length: string] | null, called: string) => string;
  readonly unheard: (since: string, called: string, when: string) => string;
  readonly clockMoved: (when: string, length: string, isForward: boolean) => string;
  readonly tooManyAlarms: (count: number) => string;
  readonly alarms: (count: number) => string;
};
type OpenLabels = {
  readonly title: string;
  readonly none: string;
  readonly item: string;
  readonly problem: string;
  readonly age: string;
  readonly owner: string;
  readonly nobody: string;
  readonly since: (when: string) => string;
  readonly legend: string;
};
type CallLabels = {
  readonly title: string;
  readonly none: string;
  readonly who: string;
  readonly wish: string;
  readonly received: string;
  readonly promised: string;
};
type QueueLabels = {
  readonly title: string;
  readonly none: string;
  readonly item: string;
  readonly where: string;
  readonly problem: string;
  readonly enter: string;
  readonly promised: string;
  readonly permission: Readonly<Record<MorningItem['permissionToEnter'], string>>;
  readonly noPromise: string;
};
type IncidentLabels = {
  readonly title: string;
  readonly none: string;
  readonly why: (tier: string) => string;
  readonly answered: string;
  readonly answeredAfter: (name: string, length: string) => string;
  readonly nobody: string;
  readonly reopened: (when: string, by: string) => string;
  readonly target: string;
  readonly sla: Readonly<Record<IncidentReport['sla'], string>>;
  readonly outcome: string;
  readonly review: string;
  readonly right: string;
  readonly tooHigh: string;
  readonly tooLow: string;
};
type ResponderLabels = {
  readonly title: string;
  readonly none: string;
  readonly name: string;
  readonly notified: string;
  readonly answered: string;
  readonly declined: string;
  readonly median: string;
  readonly never: string;
};
type CodeLabels = {
  readonly title: string;
  readonly place: string;
  readonly what: string;
  readonly why: string;
};

/** The labels of a language; the same set in both, so a missing one does not compile. */
export function labelsOf(language: Language): Labels {
  return language === 'es' ? SPANISH : ENGLISH;
}
