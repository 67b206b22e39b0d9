import type { BothLanguages, Channel, Ladder, LadderStep, Language, StepTarget, TargetSpec } from '#shared/contract';
import { targetKey } from './ladder.ts';

/** What somebody is called by whom a step names; by name only where it is known. */
export type NameOf = (responderId: string) => string | null;

type Words = {
  readonly step: (number: number) => string;
  readonly removed: (number: number) => string;
  readonly window: (before: number, after: number) => string;
  readonly role: (target: TargetSpec, nameOf: NameOf) => string;
  readonly channel: Readonly<Record<Channel, string>>;
  readonly after: (channel: string, min: number) => string;
  readonly whateverElse: string;
  readonly copy: string;
};

const ROLE_EN: Readonly<Record<string, string>> = {
  primary: 'primary',
  backup: 'backup',
  technician: 'technician',
  coordinator: 'coordinator',
  manager: 'property manager',
  owner: 'owner',
  vendor: 'vendor',
};
const ROLE_ES: Readonly<Record<string, string>> = {
  primary: 'titular',
  backup: 'suplente',
  technician: 'técnico',
  coordinator: 'coordinador',
  manager: 'gerente de la propiedad',
  owner: 'dueño',
  vendor: 'proveedor',
};

const roleWith =
  (words: Readonly<Record<string, string>>, vendor: string, byName: string): Words['role'] =>
  (target, nameOf) => {
    switch (target.kind) {
      case 'onCall':
      case 'role':
        return words[target.role] ?? target.role;
      case 'emergencyVendor':
        return vendor;
      case 'responder':
        return nameOf(target.responderId) ?? byName;
    }
  };

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    step: (number) => `step ${number}`,
    removed: (number) => `step ${number} taken out`,
    window: (before, after) => `unanswered ${before} → ${after} min after the last step`,
    role: roleWith(ROLE_EN, 'emergency vendor', 'somebody by name'),
    channel: { sms: 'SMS', voice: 'voice' },
    after: (channel, min) => `${channel} after ${min} min`,
    whateverElse: 'whatever else',
    copy: 'for information',
  },
  es: {
    step: (number) => `paso ${number}`,
    removed: (number) => `se quitó el paso ${number}`,
    window: (before, after) => `sin respuesta ${before} → ${after} min después del último paso`,
    role: roleWith(ROLE_ES, 'proveedor de emergencia', 'alguien por su nombre'),
    channel: { sms: 'SMS', voice: 'voz' },
    after: (channel, min) => `${channel} a los ${min} min`,
    whateverElse: 'pase lo que pase',
    copy: 'para información',
  },
};

/**
 * What is other in a ladder than before, a line per step: `step 3: 15 → 12 min, + owner by SMS, voice`. Minutes count from
 * the step before, as they are set. Nothing where both say the same.
 */
export function ladderChanges(before: Ladder, after: Ladder, nameOf: NameOf = () => null): readonly BothLanguages[] {
  const en = linesIn('en', before, after, nameOf);
  const es = linesIn('es', before, after, nameOf);
  return en.map((line, index) => ({ en: line, es: es[index] ?? line }));
}

function linesIn(language: Language, before: Ladder, after: Ladder, nameOf: NameOf): readonly string[] {
  const words = WORDS[language];
  const count = Math.max(before.steps.length, after.steps.length);
  const steps = Array.from({ length: count }, (_, index) => {
    const [was, is] = [before.steps[index], after.steps[index]];
    if (!is) return words.removed(index + 1);
    const parts = was ? stepParts(words, was, is, nameOf) : newStepParts(words, is, nameOf);
    return parts.length === 0 ? null : `${words.step(index + 1)}: ${parts.join(', ')}`;
  });
  const isWindowChanged = before.lastWindowMin !== after.lastWindowMin && after.steps.length > 0;
  return [
    ...steps.filter((line) => line !== null),
    ...(isWindowChanged ? [words.window(before.lastWindowMin, after.lastWindowMin)] : []),
  ];
}

function newStepParts(words: Words, step: LadderStep, nameOf: NameOf): readonly string[] {
  return [`+ ${step.afterPreviousMin} min`, ...step.targets.map((each) => `+ ${targetWords(words, each, nameOf)}`)];
}

function stepParts(words: Words, was: LadderStep, is: LadderStep, nameOf: NameOf): readonly string[] {
  const of = (step: LadderStep, key: string): StepTarget | undefined =>
    step.targets.find((each) => targetKey(each.target) === key);
  const keys = [...new Set([...was.targets, ...is.targets].map((each) => targetKey(each.target)))];
  const targets = keys.flatMap((key) => {
    const [old, now] = [of(was, key), of(is, key)];
    if (!old) return now ? [`+ ${targetWords(words, now, nameOf)}`] : [];
    if (!now) return [`− ${words.role(old.target, nameOf)}`];
    const [a, b] = [howWords(words, old), howWords(words, now)];
    return a === b ? [] : [`${words.role(now.target, nameOf)}: ${a} → ${b}`];
  });
  const isMoved = was.afterPreviousMin !== is.afterPreviousMin;
  return [...(isMoved ? [`${was.afterPreviousMin} → ${is.afterPreviousMin} min`] : []), ...targets];
}

function targetWords(words: Words, target: StepTarget, nameOf: NameOf): string {
  return `${words.role(target.target, nameOf)} (${howWords(words, target)})`;
}

function howWords(words: Words, { channels, afterMin = {}, isCopy, whateverElse }: StepTarget): string {
  if (isCopy) return words.copy;
  const how = channels.map((channel) => {
    const min = afterMin[channel];
    return min === undefined ? words.channel[channel] : words.after(words.channel[channel], min);
  });
  return [...how, ...(whateverElse ? [words.whateverElse] : [])].join(', ');
}
