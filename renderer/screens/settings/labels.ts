import type { Responder, TargetSpec } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { settings as english } from './text.en.ts';

type FieldName = keyof typeof english.gatewayField;
type KindName = keyof typeof english.kinds;

const isField = (name: string): name is FieldName => name in english.gatewayField;
const isKind = (name: string): name is KindName => name in english.kinds;

/** The words for a gateway's field; a field of a driver newer than these texts shows its own name. */
export function useFieldLabel(): (name: string) => string {
  const { t } = useText();
  return (name) => (isField(name) ? t(`settings.gatewayField.${name}`) : name);
}

/** The sentence under a gateway's field; none for a field of a driver newer than these texts. */
export function useFieldHint(): (name: string) => string {
  const { t } = useText();
  return (name) => (isField(name) ? t(`settings.gatewayHint.${name}`) : '');
}

const hasWords = (name: string): name is keyof typeof english.gatewayDefault => name in english.gatewayDefault;

/** What holds while a field is empty: its default, or what then happens. */
export function useDefaultLabel(): (name: string, defaultValue: string | null) => string {
  const { t } = useText();
  return (name, defaultValue) => defaultValue ?? (hasWords(name) ? t(`settings.gatewayDefault.${name}`) : '');
}

export function useKindLabel(): (kind: string) => string {
  const { t } = useText();
  return (kind) => (isKind(kind) ? t(`settings.kinds.${kind}`) : kind);
}

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
