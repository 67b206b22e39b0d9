import { useText } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';
import { go } from '../../stores/index.ts';

type OpenScreenProps = { readonly screen: 'oncall' | 'portfolio' | 'settings'; readonly tab?: string };

/** Where it is put right. */
export function OpenScreen({ screen, tab }: OpenScreenProps) {
  const { t } = useText();
  return (
    <ActionButton
      label={t('readiness.open', { screen: t(`frame.screens.${screen}`) })}
      onPress={() => go(screen, tab ?? null)}
    />
  );
}
