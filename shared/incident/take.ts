import type { OnBehalfWay } from '#shared/contract';
import { minutes } from '#shared/escalation';
import { listOpenText, notUnderstoodText, statusText } from '#shared/messages';
import { formatInZone } from '#shared/oncall';
import { cancelUnsent, fireNow, isStepSpent, startLadder } from './climb.ts';
import { closeOut } from './close-out.ts';
import type { IncidentCommand } from './commands.ts';
import { CORE, type Draft } from './draft.ts';
import { tellResident } from './tell-resident.ts';
import { answerAcceptance, answerLateReply, reachable, shownCode, tell, tellTaken } from './tell-responders.ts';

type Taker = {
  readonly responderId: string;
  readonly name: string;
  readonly company: string;
  readonly how: 'reply' | 'onBehalf';
  readonly via: OnBehalfWay | null;
  readonly words: string;
  readonly etaMinutes: number | null;
};

/** Somebody takes it: the ladder stops, unsent messages of it are called back, everyone hears who has it. */
export function take(draft: Draft, taker: Taker): void {
  const { now } = draft.context;
  const etaAt = taker.etaMinutes === null ? null : now + minutes(taker.etaMinutes);
  const slaDueAt = draft.state.sla.dueAt;
  draft.emit({
    type: 'acknowledged',
    responderId: taker.responderId,
    name: taker.name,
    company: taker.company,
    how: taker.how,
    via: taker.via,
    words: taker.words,
    etaAt,
    isSlaKept: slaDueAt === null || now <= slaDueAt,
  });
  cancelUnsent(draft, 'acknowledged', (purpose, to) => to === 'responder' || purpose === 'stepping');
  answerAcceptance(draft, etaAt);
  tellTaken(draft);
  tellResident(draft, 'acknowledged');
}

/** A reply of a responder, word for word, and what follows from it. */
export function takeReply(draft: Draft, command: Extract<IncidentCommand, { type: 'reply' }>): void {
  const { responderId, name, company, contactId, words, understood } = command;
  draft.emit({ type: 'replied', responderId, name, contactId, words, understoodAs: understood.verb });
  const { holder } = draft.state;
  const isHolder = holder?.responderId === responderId;
  switch (understood.verb) {
    case 'accept':
      if (draft.state.status === 'resolved') return answerStatus(draft, responderId);
      if (isHolder) {
        if (understood.minutes !== null) setEta(draft, understood.minutes, 'reply');
        return;
      }
      if (holder) return answerLateReply(draft, responderId);
      return take(draft, {
        responderId,
        name,
        company,
        how: 'reply',
        via: null,
        words,
        etaMinutes: understood.minutes,
      });
    case 'eta':
      if (isHolder) return setEta(draft, understood.minutes, 'reply');
      return answerStatus(draft, responderId);
    case 'decline':
      return decline(draft, { responderId, name, how: 'reply', words });
    case 'notEmergency':
      draft.emit({ type: 'saidNotEmergency', responderId, name, words });
      return;
    case 'here':
      if (holder && !isHolder) return answerLateReply(draft, responderId);
      return arrive(draft, { responderId, name, company, how: 'reply', words });
    case 'done':
      if (holder && !isHolder) return answerLateReply(draft, responderId);
      return closeOut(draft, 'fixed', words, 'reply');
    case 'status':
      return answerStatus(draft, responderId);
    case 'which':
      return askWhich(draft, responderId);
    case 'none':
      return sayNotUnderstood(draft, responderId);
  }
}

/** A new estimate of whoever has it. */
export function setEta(draft: Draft, etaMinutes: number, how: 'reply' | 'onBehalf' | 'desk'): void {
  const hadEta = draft.state.holder?.etaAt !== null;
  const etaAt = draft.context.now + minutes(etaMinutes);
  draft.emit({ type: 'etaSet', etaAt, how });
  answerAcceptance(draft, etaAt);
  tellResident(draft, hadEta ? 'delayed' : 'acknowledged');
}

/** Passes it on. If it was theirs, the ladder begins again; if they were the last who could answer, the next step fires. */
export function decline(
  draft: Draft,
  by: {
    readonly responderId: string;
    readonly name: string;
    readonly how: 'reply' | 'onBehalf';
    readonly words: string;
  },
): void {
  const wasHolder = draft.state.holder?.responderId === by.responderId;
  draft.emit({ type: 'declined', ...by });
  if (wasHolder) {
    draft.emit({ type: 'reopened', why: 'responderGaveUp', words: by.words, startsLadder: true }, CORE);
    startLadder(draft, 'reopened');
    return;
  }
  const spent = isStepSpent(draft);
  if (spent !== 'no') fireNow(draft, spent === 'declined' ? 'previousDeclined' : 'previousFailed');
}

/** On site. Where nobody had it, whoever is there has it now. */
export function arrive(
  draft: Draft,
  by: {
    readonly responderId: string | null;
    readonly name: string;
    readonly company: string;
    readonly how: 'reply' | 'onBehalf' | 'desk';
    readonly words: string;
  },
): void {
  if (draft.state.status === 'onSite' || draft.state.status === 'resolved') return;
  if (!draft.state.holder && by.responderId !== null) {
    take(draft, {
      responderId: by.responderId,
      name: by.name,
      company: by.company,
      how: by.how === 'reply' ? 'reply' : 'onBehalf',
      via: null,
      words: by.words,
      etaMinutes: 1,
    });
  }
  draft.emit({ type: 'arrived', responderId: by.responderId, name: by.name, how: by.how });
  cancelUnsent(draft, 'arrived', (purpose, to) => to === 'responder' && purpose === 'step');
  tellResident(draft, 'arrived');
}

/** The answer to `?`: every open incident of that responder, and how each stands for them. */
function answerStatus(draft: Draft, responderId: string): void {
  const recipient = reachable(draft.state, responderId);
  if (!recipient) return;
  const { openOfResponder } = draft.context;
  const isShown = shownCode(draft, recipient) !== null;
  const incidents = openOfResponder.map((each) => ({
    code: isShown ? each.code : null,
    number: each.number,
    place: each,
    standing:
      each.standing === 'yours'
        ? ({
            kind: 'yours',
            estimate: each.etaAt === null ? null : formatInZone(each.etaAt, each.zone, recipient.language, 'resident'),
          } as const)
        : each.holderName !== null
          ? ({ kind: 'withOther', by: each.holderName } as const)
          : ({ kind: 'waitingForYou' } as const),
  }));
  tell(draft, recipient, 'status', statusText({ language: recipient.language, incidents }));
}

/** Several are open and no letter was given: nothing changes, the list is sent back. */
function askWhich(draft: Draft, responderId: string): void {
  const recipient = reachable(draft.state, responderId);
  if (!recipient) return;
  const incidents = draft.context.openOfResponder.map((each) => ({
    code: each.code,
    number: each.number,
    place: each,
    problem: each.problem,
  }));
  tell(draft, recipient, 'listOpen', listOpenText({ language: recipient.language, incidents }));
}

/** The writer hears that nothing has changed; the reply itself waits in the inbox for a person. */
function sayNotUnderstood(draft: Draft, responderId: string): void {
  const recipient = reachable(draft.state, responderId);
  if (!recipient) return;
  const code = shownCode(draft, recipient);
  tell(draft, recipient, 'notUnderstood', notUnderstoodText({ language: recipient.language, code }));
}
