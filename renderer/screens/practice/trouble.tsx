import { useState } from 'react';
import { reasonWords } from '#shared/messages';
import { useText } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';
import { api, useStatus } from '../../stores/index.ts';

const TROUBLES = ['none', 'refusing', 'down', 'silent'] as const;
type Trouble = (typeof TROUBLES)[number];

/** Makes the practice gateway fail in a chosen way, to see what the desk does then. */
export function TroubleSwitch() {
  const { t, language } = useText();
  const gateway = useStatus((state) => state.status?.gateway);
  // What was set in this window; the gateway's own words below say what holds.
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const set = (next: Trouble) => void api.practice.trouble.mutate({ trouble: next }).then(() => setTrouble(next));
  return (
    <section className="card trouble" aria-label={t('practice.trouble')}>
      <h2>{t('practice.trouble')}</h2>
      <div className="chips">
        {TROUBLES.map((each) => (
          <ActionButton
            key={each}
            label={t(`practice.troubles.${each}`)}
            kind={each === trouble ? 'main' : 'plain'}
            onPress={() => set(each)}
          />
        ))}
      </div>
      <ul className="trouble-words">
        {TROUBLES.map((each) => (
          <li key={each} className={each === trouble ? undefined : 'dim'}>
            <b>{t(`practice.troubles.${each}`)}.</b> {t(`practice.troubleMeans.${each}`)}
          </li>
        ))}
      </ul>
      <output className="dim">
        {trouble !== null && `${t('practice.troubleSet', { what: t(`practice.troubles.${trouble}`) })}. `}
        {gateway && t('practice.troubleNow', { detail: reasonWords(gateway.detail, language) })}
      </output>
    </section>
  );
}
