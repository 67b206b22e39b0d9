import { useEffect, useState } from 'react';
import type { ReportDraft, TriageRules, Verdict } from '#shared/contract';
import { dangerKind } from '#shared/triage';
import { attempt, refusalWords, tell, useHeldKeys, useKeys, useText } from '../../app/index.ts';
import { api, go, useCore, useNow, useRoute } from '../../stores/index.ts';
import { CallerColumn } from './caller-column.tsx';
import { chosen, inputOf, isPlaceMissing, ladderOf, missingOf } from './draft.ts';
import { DraftsBar } from './drafts-bar.tsx';
import { LadderColumn } from './ladder-column.tsx';
import { useMatches, usePlace } from './place.ts';
import { PLACE_FIELD } from './place-field.tsx';
import { isAmongQuestions } from './questions-panel.tsx';
import { useJudgedBy, useVerdict } from './rules.ts';
import { type DraftForm, useDraft } from './use-draft.ts';
import { goToWords, WORDS, WordsColumn } from './words-column.tsx';

const MINUTE_MS = 60_000;

/** Whom this would wake if it left now; asked again when place, trade, tier or the minute changes. */
function usePreview(draft: ReportDraft, verdict: Verdict | null, isListed: boolean, { cards }: TriageRules) {
  const minute = Math.floor(useNow() / MINUTE_MS);
  const { propertyId } = draft;
  const language = draft.language ?? verdict?.language ?? 'en';
  const ask =
    verdict && !isPlaceMissing(draft, verdict, isListed) ? { propertyId, verdict: chosen(draft, verdict) } : null;
  const lifeSafety = verdict ? dangerKind(verdict) : null;
  const trade = ask ? cards[ask.verdict.category].trade : '';
  const own = verdict ? ladderOf(draft, verdict) : {};
  const about = [propertyId, trade, ask?.verdict.category, ask?.verdict.tier, language, lifeSafety, minute, own.ladder];
  const key = ask ? JSON.stringify(about) : '';
  const preview = useCore(key, ['oncall', 'settings', 'weather'], async () => {
    if (!ask) return null;
    const { tier, category } = ask.verdict;
    const { trade } = cards[category];
    const about = { propertyId: ask.propertyId, trade, category, tier, language, lifeSafety, ...own };
    return api.report.preview.query(about);
  });
  return ask ? preview : null;
}

export type Preview = ReturnType<typeof usePreview>;

/** The form is the conversation: who calls, from where, what is wrong, and whom it will wake. */
export function ReportForm({ initial }: { readonly initial: ReportDraft }) {
  const { t } = useText();
  const form = useDraft(initial);
  useHeldKeys();
  // Who is on may have changed in a live calendar meanwhile: by the time this is dispatched the answer is here.
  useEffect(() => void attempt(api.feeds.refresh.mutate()), []);
  const { draft } = form;
  const place = usePlace(draft);
  const places = useMatches(draft.placeText);
  const isListed = places !== null && places.length > 0;
  const resident = place?.residents.find((one) => one.id === draft.residentId);
  const by = useJudgedBy(draft, place?.property.zone);
  const hasNeed = resident?.needs != null && resident.needs !== '';
  const verdict = useVerdict(draft, by, hasNeed);
  const preview = usePreview(draft, verdict, isListed, by.rules);
  const [isTierOpen, setTierOpen] = useState(false);
  const { problem, isSending, dispatch } = useDispatch(form, verdict, isListed);
  useKeys({
    'ctrl+enter': () => void dispatch(),
    'alt+t': () => setTierOpen(!isTierOpen),
    t: () => setTierOpen(!isTierOpen),
    w: goToWords,
    escape: () => {
      if (isTierOpen) return setTierOpen(false);
      if (isAmongQuestions()) return goToWords();
      go('desk');
    },
  });
  return (
    <form
      className="report"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <h1 className="sr-only">{t('report.title')}</h1>
      <DraftsBar form={form} />
      <div className="report-columns">
        <CallerColumn form={form} place={place} places={places} />
        <WordsColumn form={form} verdict={verdict} by={by} place={place} isTierOpen={isTierOpen} />
        <LadderColumn
          form={form}
          verdict={verdict}
          preview={preview}
          problem={problem}
          isSending={isSending}
          onDispatch={() => void dispatch()}
          onTier={() => setTierOpen(!isTierOpen)}
        />
      </div>
    </form>
  );
}

function useDispatch(form: DraftForm, verdict: Verdict | null, isListed: boolean) {
  const { t, language } = useText();
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const { draft, finish } = form;
  // What was missing may be there now; a refusal that no longer holds would hide the next one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what a refusal can be about
  useEffect(
    () => setProblem(null),
    [draft.propertyId, draft.placeText, draft.unitId, draft.text, draft.answers, draft.tier, draft.tierReason],
  );
  const words = { place: t('report.placeMissing'), words: t('report.wordsMissing'), reason: t('report.reasonMissing') };
  const dispatch = async () => {
    if (isSending) return;
    const missing = missingOf(draft, verdict, isListed);
    const input = verdict && missing.length === 0 ? inputOf(draft, verdict) : null;
    if (!input || !verdict) {
      setProblem(t('report.missing', { what: missing.map((one) => words[one]).join(', ') }));
      const field = missing[0] === 'place' ? PLACE_FIELD : missing[0] === 'words' ? WORDS : null;
      if (field !== null) document.getElementById(field)?.focus();
      return;
    }
    setSending(true);
    setProblem(null);
    const answer = await attempt(api.report.dispatch.mutate(input));
    setSending(false);
    if (!answer.ok) return setProblem(refusalWords(answer, language));
    void finish();
    const { number, incidentId } = answer.value;
    tell(chosen(draft, verdict).tier === 'P3' ? t('report.filed', { number }) : t('report.dispatched', { number }));
    // Whoever has begun the next report meanwhile is not taken from it, nor are the words they type.
    const { screen, id } = useRoute.getState();
    if (screen === 'report' && id === draft.id) go('desk', incidentId);
  };
  return { problem, isSending, dispatch };
}
