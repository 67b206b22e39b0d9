import type { IncidentEvent } from './events.ts';
import type { IncidentState } from './state.ts';

type Words = IncidentState['residentWords'];

/** Folds what a resident wrote about something open, and who has read it. Runs after everything else of the event. */
export function foldWords(state: IncidentState, event: IncidentEvent): IncidentState {
  const before = state.residentWords;
  const residentWords = wordsAfter(before, event, state.status !== 'resolved');
  if (residentWords === before) return state;
  const isDecided = before.worse.length > 0 && residentWords.worse.length === 0;
  const alarms = isDecided ? state.alarms.filter((each) => each.kind !== 'residentWorse') : state.alarms;
  return { ...state, residentWords, alarms };
}

function wordsAfter(words: Words, event: IncidentEvent, isOpen: boolean): Words {
  switch (event.type) {
    case 'contactJoined': {
      // Joined by a person, or before words were judged: then nobody has to be told of it.
      if (event.verdict === undefined || !isOpen) return words;
      const { contactId } = event;
      return {
        unread: [...words.unread, contactId],
        worse: event.isWorse ? [...words.worse, contactId] : words.worse,
      };
    }
    case 'wordsRead': {
      const { contactId } = event;
      if (contactId === null) return { ...words, unread: [] };
      const others = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== contactId);
      return { unread: others(words.unread), worse: others(words.worse) };
    }
    case 'tierChanged':
    case 'resolved':
      return NO_WORDS;
    case 'alarmHeard':
      return words;
    default:
      // Whoever acts on an incident has it before their eyes.
      return event.by.kind === 'staff' && words.unread.length > 0 ? { ...words, unread: [] } : words;
  }
}

/** Nothing waits to be read or judged. */
export const NO_WORDS: Words = { unread: [], worse: [] };
