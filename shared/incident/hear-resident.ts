import type { IncidentCommand } from './commands.ts';
import { CORE, type Draft } from './draft.ts';
import { freshHazard, hazardOf } from './hazard.ts';
import { sendLifeSafety } from './tell-resident.ts';
import { tellHazard } from './tell-responders.ts';

/**
 * A text that belongs to this incident. What a resident writes while it is open is judged as a report would be: words of
 * danger to life are answered at once, and whatever is worse than the incident's tier is for a person, now.
 */
export function hearResident(draft: Draft, command: Extract<IncidentCommand, { type: 'joinContact' }>): void {
  const { contactId, words, heard } = command;
  if (heard === null || draft.state.status === 'resolved') {
    return draft.emit({ type: 'contactJoined', contactId, words });
  }
  const { verdict, name, phone, language } = heard;
  // Tiers sort as they weigh: P1 before P2 before P3.
  const isWorse = verdict.lifeSafety !== null || verdict.tier < draft.state.tier;
  const before = hazardOf(draft.state);
  draft.emit({ type: 'contactJoined', contactId, words, verdict, isWorse });
  if (verdict.lifeSafety !== null) sendLifeSafety(draft, verdict.lifeSafety, { name, phone, language });
  const hazard = freshHazard(before, draft.state);
  if (hazard !== null) tellHazard(draft, hazard, words);
  if (isWorse) draft.emit({ type: 'alarmRaised', kind: 'residentWorse', step: null }, CORE);
}
