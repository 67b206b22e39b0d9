import { useState } from 'react';
import type { PracticePhone } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { Empty, PillTabs, ScreenHead } from '../../parts/index.ts';
import { api, useCore, useNow, useStatus } from '../../stores/index.ts';
import { PhoneCard } from './phone-card.tsx';
import { inOrder } from './phones.ts';
import { TroubleSwitch } from './trouble.tsx';
import './practice.css';

const RING_CHECK_MS = 5000;
const TOPICS = ['practice', 'portfolio', 'queue', 'settings'] as const;

/** The phones of everybody the desk wakes or tells, drawn on the screen, and answered there. */
export function Practice() {
  const { t } = useText();
  const [shown, setShown] = useState<'withTexts' | 'all'>('withTexts');
  const [isRinging, setRinging] = useState(false);
  const now = useNow();
  // A phone stops ringing without an event, so it is asked again while one rings.
  const phones = useCore(`practice ${isRinging ? Math.floor(now / RING_CHECK_MS) : ''}`, TOPICS, async () => {
    const answer = await api.practice.phones.query();
    setRinging(answer.some((phone) => phone.isRinging));
    return answer;
  });
  const gateway = useStatus((state) => state.status?.gateway);
  const isInUse = gateway?.isPractice ?? true;
  const ordered = inOrder(phones ?? []);
  const visible = shown === 'all' ? ordered : ordered.filter((phone) => phone.messages.length > 0 || phone.isRinging);
  return (
    <>
      <ScreenHead
        title={t('practice.title')}
        tabs={
          <PillTabs
            label={t('practice.show')}
            tabs={(['withTexts', 'all'] as const).map((each) => ({ id: each, label: t(`practice.${each}`) }))}
            current={shown}
            onPick={setShown}
            controls="practice-phones"
          />
        }
      />
      <div className="screen-body">
        {isInUse ? (
          <p className="note note-warn">{t('practice.note')}</p>
        ) : (
          <p className="note note-bad">
            <b>{t('practice.notInUse')}.</b> {t('practice.notInUseWords', { kind: gateway?.kind ?? '' })}
          </p>
        )}
        <output className="sr-only">
          {ordered
            .filter((phone) => phone.isRinging)
            .map((phone) => t('practice.rings', { name: phone.name }))
            .join(' ')}
        </output>
        <div id="practice-phones" role="tabpanel" aria-label={t(`practice.${shown}`)} className="practice-phones">
          {phones && visible.length === 0 && <Empty title={t('practice.none')}>{t('practice.noneWords')}</Empty>}
          <Group title={t('practice.responders')} phones={visible.filter((phone) => phone.kind === 'responder')} />
          <Group title={t('practice.residents')} phones={visible.filter((phone) => phone.kind === 'resident')} />
        </div>
        {isInUse && <TroubleSwitch />}
      </div>
    </>
  );
}

function Group({ title, phones }: { readonly title: string; readonly phones: readonly PracticePhone[] }) {
  if (phones.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="overline">{title}</h2>
      <div className="phone-grid">
        {phones.map((phone) => (
          <PhoneCard key={phone.phone} phone={phone} />
        ))}
      </div>
    </section>
  );
}
