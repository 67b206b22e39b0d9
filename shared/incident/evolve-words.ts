import type { EventOf, IncidentEvent } from './events.ts';
import { graverOf } from './hazard.ts';
import type { IncidentState, ResidentWords } from './state.ts';

/** Folds what a resident wrote about something open, and who has read it. Runs after everything else of the event. */
export function foldWords(state: IncidentState, event: IncidentEvent): IncidentState {
  const before = state.residentWords;
  const residentWords = wordsAfter(before, event, state.status !== 'resolved');
  if (residentWords === before) return state;
  const isDecided = before.worse.length > 0 && residentWords.worse.length === 0;
  const alarms = isDecided ? state.alarms.filter((each) => each.kind !== 'residentWorse') : state.alarms;
  const verdict = event.type === 'contactJoined' ? withDanger(state.verdict, event) : state.verdict;
  return { ...state, residentWords, alarms, verdict };
}

/** A danger that is written of later is one of the incident; a graver one is not taken back by it. */
function withDanger(verdict: IncidentState['verdict'], event: EventOf<'contactJoined'>): IncidentState['verdict'] {
  const lifeSafety = graverOf(verdict.lifeSafety, event.verdict?.lifeSafety ?? null);
  return lifeSafety === verdict.lifeSafety ? verdict : { ...verdict, lifeSafety };
}

function wordsAfter(words: ResidentWords, event: IncidentEvent, isOpen: boolean): ResidentWords {
  switch (event.type) {
    case 'contactJoined': {
      // Joined by a person, or before words were judged: then nobody has to be told of it.
      if (event.verdict === undefined || !isOpen) return words;
      const unread = [...words.unread, event.contactId];
      if (!event.isWorse) return { ...words, unread };
      const codes = event.verdict.reasons.map((each) => each.code);
      return { unread, worse: [...words.worse, event.contactId], worst: { words: event.words, codes } };
    }
    case 'wordsRead': {
      const { contactId } = event;
      if (contactId === null) return { ...words, unread: [] };
      const others = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== contactId);
      return { ...words, unread: others(words.unread), worse: others(words.worse) };
    }
    case 'tierChanged':
    case 'resolved':
      return { ...words, unread: [], worse: [] };
    case 'alarmHeard':
    // Marked from a list, days later: what the resident wrote since was not in it.
    case 'triageMarked':
      return words;
    default:
      // Whoever acts on an incident has it before their eyes.
      return event.by.kind === 'staff' && words.unread.length > 0 ? { ...words, unread: [] } : words;
  }
}

/** Nothing was written since the report. */
export const NO_WORDS: ResidentWords = { unread: [], worse: [], worst: null };
