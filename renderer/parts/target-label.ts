import type { Responder, TargetSpec } from '#shared/contract';
import { useText } from '../app/index.ts';

/** Whom a step wakes, in words. */
export function useTargetLabel(responders: readonly Responder[]): (target: TargetSpec) => string {
  const { t } = useText();
  return (target) => {
    switch (target.kind) {
      case 'onCall':
        return t('settings.onCallTarget', { role: t(`words.role.${target.role}`) });
      case 'role':
        return t(`words.role.${target.role}`);
      case 'emergencyVendor':
        return t('words.role.emergencyVendor');
      case 'responder':
        return responders.find((each) => each.id === target.responderId)?.name ?? t('words.role.responder');
    }
  };
}
