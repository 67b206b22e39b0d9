import { create } from 'zustand';
import type { ReportDraft } from '#shared/contract';
import { api } from './client.ts';
import { coreNow } from './clock.ts';
import { read } from './link.ts';
import { onChanged } from './live.ts';
import { go } from './route.ts';

/** An empty report, begun now. Its id is also the id of the request, so the same report can never be dispatched twice. */
export function newDraft(id: string, startedAt: number): ReportDraft {
  return {
    id,
    startedAt: Math.round(startedAt),
    callerPhone: '',
    callerName: '',
    language: null,
    calledNumber: '',
    propertyId: null,
    placeText: '',
    unitId: null,
    residentId: null,
    text: '',
    answers: [],
    category: null,
    tier: null,
    tierReason: '',
    permissionToEnter: 'unknown',
  };
}

/** Opens a report in which something is filled in already. */
export async function beginReport(draft: ReportDraft): Promise<void> {
  await api.report.saveDraft.mutate(draft);
  go('report', draft.id);
}

/** A call the softphone handed over: who rings, which of our numbers and so which property, since when. */
export type Call = NonNullable<Awaited<ReturnType<typeof api.report.lastCall.query>>>;

/** The call that rings, while it is offered and neither taken nor waved off. */
export const useCall = create<{ readonly call: Call | null }>(() => ({ call: null }));

/** A call older than this is over, or somebody types already. */
const FRESH_MS = 30_000;
const SEEN_KEY = 'nightdesk.lastCall';

/** Whether a call is still to be offered: fresh, with a number of either side, and not seen by this window before. */
export function isOffered(call: Call | null, seenAt: string | null, now: number): call is Call {
  return call !== null && now - call.at < FRESH_MS && String(call.at) !== seenAt && `${call.from}${call.to}` !== '';
}

/**
 * Follows the calls of the softphone, one of the last half minute included; `offer` is told of each once per window,
 * after a reload too. Returns how to stop.
 */
export function followCalls(offer: (call: Call) => void): () => void {
  const look = async () => {
    const call = await api.report.lastCall.query();
    if (!isOffered(call, sessionStorage.getItem(SEEN_KEY), coreNow())) return;
    sessionStorage.setItem(SEEN_KEY, String(call.at));
    offer(call);
  };
  const lookNow = () => void read('call', look);
  lookNow();
  return onChanged((topics) => {
    if (topics.has('call') || topics.has('*')) lookNow();
  });
}

/**
 * Opens the report of a call: the caller's number, the property whose number was called, begun when it rang. The id is
 * that of the call, so two windows write the same draft, and dispatch it once.
 */
export async function takeCall(call: Call): Promise<void> {
  useCall.setState({ call: null });
  const draft = newDraft(`call-${call.at}`, call.at);
  await beginReport({ ...draft, callerPhone: call.from, calledNumber: call.to, propertyId: call.propertyId });
}
