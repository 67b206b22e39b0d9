import { useText } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';
import { go } from '../../stores/index.ts';
import type { ImportPlan } from './import-changes.ts';
import { nextAfter } from './next-after.ts';

/** What is imported next, so that each file finds what it refers to; after the last, who is on call. */
export function NextImport({ kind, onChoose }: { readonly kind: ImportPlan['kind']; readonly onChoose: () => void }) {
  const { t } = useText();
  const next = nextAfter(kind);
  if (next === null) return null;
  return next === 'oncall' ? (
    <ActionButton label={t('portfolio.nextOnCall')} kind="main" onPress={() => go('oncall')} />
  ) : (
    <ActionButton
      label={t('portfolio.next', { kind: t(`portfolio.kinds.${next}`) })}
      cap="O"
      kind="main"
      onPress={onChoose}
    />
  );
}
