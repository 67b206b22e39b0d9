import type { BothLanguages, Language } from '#shared/contract';

/** Why nobody watched for a while, by the code the core notes. */
const BLIND: Readonly<Record<string, BothLanguages>> = {
  asleep: { en: 'The computer slept or hung.', es: 'La computadora estaba suspendida o trabada.' },
  hung: { en: 'A part of Nightdesk hung.', es: 'Una parte de Nightdesk se trabó.' },
  stopped: { en: 'Nightdesk was not running.', es: 'Nightdesk no estaba en marcha.' },
  rebooted: { en: 'The computer was restarted.', es: 'La computadora se reinició.' },
};

/** A blind time's reason in words; a code of another build is shown as it is. */
export function blindWords(why: string, language: Language): string {
  return Object.hasOwn(BLIND, why) ? (BLIND[why]?.[language] ?? why) : why;
}
