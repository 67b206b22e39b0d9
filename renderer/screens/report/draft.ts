import type {
  CallerMatch,
  Category,
  Ladder,
  Language,
  ReportDraft,
  ReportInput,
  Tier,
  Verdict,
} from '#shared/contract';
import { isOverride, isReasonMissing } from '#shared/triage';

/** Whether anything was entered: an empty form is not kept. */
export function isWorthKeeping(draft: ReportDraft): boolean {
  return (
    [draft.callerPhone, draft.callerName, draft.placeText, draft.text].some((typed) => typed.trim() !== '') ||
    draft.propertyId !== null
  );
}

/** The draft with the caller's resident, unit and language in it. */
export function withCaller(draft: ReportDraft, match: CallerMatch): ReportDraft {
  return {
    ...draft,
    callerName: match.resident.name,
    language: match.resident.language,
    residentId: match.resident.id,
    unitId: match.unit.id,
    propertyId: match.property.id,
    placeText: '',
  };
}

/** The draft without what a number's resident put into it; what was corrected by hand since stays. */
export function withoutCaller(draft: ReportDraft, match: CallerMatch): ReportDraft {
  const isSamePlace = draft.unitId === match.unit.id && draft.propertyId === match.property.id;
  return {
    ...draft,
    callerName: draft.callerName === match.resident.name ? '' : draft.callerName,
    language: draft.language === match.resident.language ? null : draft.language,
    residentId: draft.residentId === match.resident.id ? null : draft.residentId,
    ...(isSamePlace ? { unitId: null, propertyId: null } : {}),
  };
}

export type Missing = 'place' | 'words' | 'reason';

/**
 * Whether the place is still to be said. Typed words stand for a place that is not in the portfolio, unless places that
 * match them are listed (`isListed`): one of those is then meant. A P1 leaves without any.
 */
export function isPlaceMissing(draft: ReportDraft, verdict: Verdict | null, isListed: boolean): boolean {
  if (draft.propertyId !== null) return false;
  if (draft.placeText.trim() !== '') return isListed;
  return (draft.tier ?? verdict?.tier) !== 'P1';
}

/** What must still be entered before this can leave, in the order of the form. */
export function missingOf(draft: ReportDraft, verdict: Verdict | null, isListed: boolean): readonly Missing[] {
  return [
    ...(isPlaceMissing(draft, verdict, isListed) ? (['place'] as const) : []),
    ...(draft.text.trim() === '' ? (['words'] as const) : []),
    ...(isReasonMissing(verdict?.tier, draft.tier, draft.tierReason) ? (['reason'] as const) : []),
  ];
}

/** What is sent. */
export function inputOf(draft: ReportDraft, verdict: Verdict): ReportInput {
  const { id, startedAt, callerPhone, callerName, propertyId, unitId, residentId, permissionToEnter } = draft;
  const { text, answers } = draft;
  const isOverridden = isOverride(verdict.tier, draft.tier);
  return {
    requestId: id,
    draftId: id,
    firstContactAt: startedAt,
    callerPhone,
    callerName,
    language: draft.language ?? verdict.language,
    propertyId,
    placeText: propertyId === null ? draft.placeText : '',
    unitId,
    residentId,
    text,
    answers,
    category: draft.category,
    tier: isOverridden ? draft.tier : null,
    tierReason: isOverridden ? draft.tierReason : '',
    permissionToEnter,
    ...ladderOf(draft, verdict),
  };
}

/** The ladder that was changed for this report, while it is about the place and the tier that it was changed for. */
export function ladderOf(draft: ReportDraft, verdict: Verdict): { readonly ladder?: Ladder } {
  const own = draft.ladderForThis;
  const isMeant = own && own.tier === chosen(draft, verdict).tier && own.propertyId === draft.propertyId;
  return isMeant ? { ladder: own.ladder } : {};
}

/** Tier and category as they would be dispatched: what the coordinator chose, else what the words say. */
export function chosen(draft: ReportDraft, verdict: Verdict): { readonly tier: Tier; readonly category: Category } {
  return { tier: draft.tier ?? verdict.tier, category: draft.category ?? verdict.category };
}

/** The language to speak in: the caller's, else that of their words. */
export function spokenIn(draft: ReportDraft, verdict: Verdict): Language {
  return draft.language ?? verdict.language;
}

/** The unfinished report that was begun before this one; after the oldest the latest again. Null without another. */
export function nextDraft(drafts: readonly ReportDraft[], current: ReportDraft): ReportDraft | null {
  const others = drafts.filter((each) => each.id !== current.id).toSorted((a, b) => b.startedAt - a.startedAt);
  return others.find((each) => each.startedAt < current.startedAt) ?? others[0] ?? null;
}
