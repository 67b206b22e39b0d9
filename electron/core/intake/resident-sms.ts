import { randomUUID } from 'node:crypto';
import type { InboundMessage } from '#core/notify';
import {
  allRows,
  companyTexts,
  contactsSince,
  getRow,
  incidentIdsOfPhone,
  isOptedOut,
  keepContactWith,
  queueLooseMessage,
  type ReadDb,
} from '#core/store';
import { LANGUAGES, type Resident } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import {
  awaitsFollowUp,
  type IncidentCommand,
  type IncidentEvent,
  type IncidentState,
  isOpen,
  LANES,
  routeFollowUp,
} from '#shared/incident';
import { type FollowUp, isNobodysWords, lifeSafetyText, parseFollowUp } from '#shared/messages';
import { classify, dangerKind, type LifeSafetyKind, lifeSafetyKind } from '#shared/triage';
import { judgedAt } from './judged-at.ts';
import { stampedVerdict } from './stamped-verdict.ts';
import { CORE, endText, type SmsIntakeDeps } from './text-outcome.ts';

/** Incidents of a resident's places that are looked at. */
const LATEST = 10;
/** Advice to somebody in danger that is later than this may be wrong by then. */
const SAFETY_TEXT_MS = 30 * 60_000;

/**
 * A resident, or a stranger: an answer to "fixed?" is taken, any other text to what is open joins it. Whatever could be
 * about something new, or about two incidents or places, waits for a person; words of danger to life are answered first.
 */
export function fromResident(deps: SmsIntakeDeps, contactId: string, message: InboundMessage): void {
  const { store, desk, clock } = deps;
  const now = clock.now();
  const states = incidentIdsOfPhone(store.read, message.from, LATEST).flatMap((id) => desk.state(id) ?? []);
  const open = states.filter(isOpen);
  const followUp = parseFollowUp(message.text);
  const route = routeFollowUp(followUp, states, now);
  const isOnlyOne = route.kind === 'none' || (route.kind === 'incident' && open.length === 0);
  if (!isOnlyOne) return;
  if (route.kind === 'incident') return answerFollowUp(deps, route.state, contactId, message, followUp);
  const latest = onlyPlace(open.length > 0 ? open : states.filter((each) => awaitsFollowUp(each, now)));
  if (latest) join(deps, latest, contactId, message);
  // What is open has judged the words itself.
  if (!latest || !isOpen(latest)) answerDanger(deps, contactId, message);
}

/** The latest of them, where all are at one place; else nobody can tell which is meant. */
function onlyPlace(states: readonly IncidentState[]): IncidentState | null {
  const [latest] = states;
  return latest && states.every((each) => each.place.unitId === latest.place.unitId) ? latest : null;
}

/**
 * The text becomes part of the incident. In the inbox stays what a person has to decide about: words that say it is
 * worse, and words to what is closed, where nobody looks and which may be the next emergency.
 */
function join(deps: SmsIntakeDeps, state: IncidentState, contactId: string, { from, text }: InboundMessage): void {
  const resident = residentAt(deps, state, from);
  if (!resident) return;
  const { name, language } = resident;
  const verdict = judge(deps, text, resident);
  const heard = { verdict: stampedVerdict(verdict, dangerKind(verdict)), name, phone: from, language };
  const events = say(deps, state, resident, { type: 'joinContact', contactId, words: text, heard });
  if (events === null || !isOpen(state)) return;
  const isWorse = events.some((each) => each.type === 'contactJoined' && each.isWorse);
  if (!isWorse) return endText(deps, contactId, 'joined', state.id);
  deps.desk.change(['inbox', 'status'], (db) => keepContactWith(db, contactId, state.id), CORE);
}

function answerFollowUp(
  deps: SmsIntakeDeps,
  state: IncidentState,
  contactId: string,
  { from, text }: InboundMessage,
  { answer, rating }: FollowUp,
): void {
  const said = { contactId, words: text };
  const command: IncidentCommand =
    answer === 'none'
      ? { type: 'joinContact', ...said, heard: null }
      : { type: 'answerFollowUp', ...said, isFixed: answer === 'fixed', rating };
  const resident = residentAt(deps, state, from);
  if (resident && say(deps, state, resident, command)) endText(deps, contactId, 'joined', state.id);
}

/** The resident of that place who has this phone. */
function residentAt({ store }: SmsIntakeDeps, state: IncidentState, phone: string): Resident | undefined {
  const residents = allRows(store.read, 'resident', { column: 'phone', value: phone });
  return residents.find((each) => each.unitId === state.place.unitId);
}

/** What saying it made happen; null when it was refused. */
function say(
  { desk }: SmsIntakeDeps,
  { id }: IncidentState,
  { name }: Resident,
  command: IncidentCommand,
): readonly IncidentEvent[] | null {
  const executed = desk.execute(id, command, { kind: 'resident', name });
  return executed.ok ? executed.events : null;
}

/** What the words say. Those of a telephone, or a tap on one of our texts, which quotes it, say nothing. */
function judge(deps: SmsIntakeDeps, text: string, resident: Resident | undefined): ReturnType<typeof classify> {
  const words = isNobodysWords(text) ? '' : text;
  if (!resident) return classify(words, judgedAt(deps, null));
  const { language, needs, unitId } = resident;
  const there = judgedAt(deps, getRow(deps.store.read, 'unit', unitId)?.propertyId ?? null);
  return classify(words, { ...there, language, hasVolunteeredNeed: needs !== null && needs !== '' });
}

/**
 * The fixed text to whoever writes of danger to life about nothing that is open: in their language, or in both where none
 * is on file. Not twice within five minutes, or two telephones that answer by themselves would never end.
 */
function answerDanger(deps: SmsIntakeDeps, contactId: string, { from, text }: InboundMessage): void {
  const { store, desk, clock } = deps;
  const [resident] = allRows(store.read, 'resident', { column: 'phone', value: from });
  const kind = lifeSafetyKind(judge(deps, text, resident));
  if (kind === null || isOptedOut(store.write, from)) return;
  const since = clock.now() - TIMING.residentQuietMs;
  const hasJustSaidSo = contactsSince(store.write, since).some(
    (each) => each.from === from && each.id !== contactId && lifeSafetyKind(judge(deps, each.text, resident)) === kind,
  );
  if (hasJustSaidSo) return;
  const message = { purpose: 'lifeSafety', lane: LANES.lifeSafety, to: from, goodForMs: SAFETY_TEXT_MS } as const;
  desk.change(
    ['practice'],
    (db, author) => {
      for (const each of safetyTexts(db, kind, resident))
        queueLooseMessage(db, author, { key: `safety-${randomUUID()}`, ...message, text: each });
    },
    CORE,
  );
}

function safetyTexts(db: ReadDb, kind: LifeSafetyKind, resident: Resident | undefined): readonly string[] {
  const own = companyTexts(db);
  return (resident ? [resident.language] : LANGUAGES).map((language) => lifeSafetyText(kind, language, own));
}
