import { LAST_RESORT } from '#shared/escalation';
import type { Draft } from './draft.ts';
import { notify, recipientsOf } from './fire-step.ts';
import type { FiredStep, LadderRun } from './state.ts';

/** A step this old has been acted upon: whoever it woke is getting dressed. The next step finds the right people. */
export const CORRECTED_WITHIN_MS = 30_000;

/**
 * A live calendar names somebody else than the copy by which a step went a moment ago: that person is notified too. Nobody
 * is told to stand down for it, for the desk does not know who of the two is right.
 */
export function correctSchedule(draft: Draft): void {
  const run = draft.state.ladder;
  if (!run || run.waitsFor === 'nothing') return;
  const { now } = draft.context;
  for (const fired of stepsSince(run, now - CORRECTED_WITHIN_MS)) {
    const step = fired.isLastResort ? LAST_RESORT : run.ladder.steps[fired.step];
    const targets = step?.targets.filter(({ target }) => target.kind === 'onCall') ?? [];
    if (!step || targets.length === 0) continue;
    const asked = askedInRound(draft.state.ladder ?? run);
    const recipients = recipientsOf(draft, { ...step, targets }).filter((each) => !asked.has(each.responderId));
    if (recipients.length === 0) continue;
    const at = { round: fired.round, step: fired.step, dueAt: now, lateMs: 0 };
    const { isLastResort } = fired;
    draft.emit({
      type: 'stepFired',
      ...at,
      isLastResort,
      recipients,
      nextAt: run.dueAt,
      why: 'scheduleCorrected',
    });
    notify(draft, recipients, at);
  }
}

/** Steps of the round that runs, fired or found empty since then. */
function stepsSince(run: LadderRun, since: number): readonly FiredStep[] {
  const steps = ofRound(run).filter((each) => each.at >= since);
  return [...new Map(steps.map((each) => [each.step, each])).values()];
}

function askedInRound(run: LadderRun): ReadonlySet<string> {
  const asked = ofRound(run).flatMap(({ recipients }) => recipients.map((each) => each.responderId));
  return new Set([...asked, ...run.declinedInRound]);
}

function ofRound(run: LadderRun): readonly FiredStep[] {
  return run.log.filter((each) => each.round === run.round && each.at >= run.startedAt);
}
