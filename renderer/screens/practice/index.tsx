import { useState } from 'react';
import type { PracticePhone } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { Empty, PillTabs, ScreenHead, SearchField } from '../../parts/index.ts';
import { api, useCore, useNow, useStatus } from '../../stores/index.ts';
import { PhoneCard } from './phone-card.tsx';
import { inOrder, visibleOf } from './phones.ts';
import { TroubleSwitch } from './trouble.tsx';
import './practice.css';

const NEW_CHECK_MS = 5000;
const TOPICS = ['practice', 'portfolio', 'queue', 'settings'] as const;

/** The phones of everybody the desk wakes or tells, drawn on the screen, and answered there. */
export function Practice() {
  const { t } = useText();
  const [shown, setShown] = useState<'withTexts' | 'all'>('withTexts');
  const [find, setFind] = useState('');
  const [hasNew, setNew] = useState(false);
  const now = useNow();
  // Residents without texts are asked for only where they are shown.
  const wanted = shown === 'all' || find.trim() !== '' ? find.trim() : null;
  // A text stops being new without an event, so it is asked again while one is.
  const tick = hasNew ? Math.floor(now / NEW_CHECK_MS) : '';
  const phones = useCore(`practice ${wanted ?? '-'} ${tick}`, TOPICS, async () => {
    const answer = await api.practice.phones.query({ find: wanted });
    setNew(answer.some((phone) => phone.hasNewText));
    return answer;
  });
  const gateway = useStatus((state) => state.status?.gateway);
  const isInUse = gateway?.isPractice ?? true;
  const ordered = inOrder(phones ?? []);
  const visible = visibleOf(ordered, shown, find.trim());
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
      >
        <SearchField label={t('practice.find')} value={find} onChange={setFind} />
      </ScreenHead>
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
            .filter((phone) => phone.hasNewText)
            .map((phone) => t('practice.hasText', { name: phone.name }))
            .join(' ')}
        </output>
        <div id="practice-phones" role="tabpanel" aria-label={t(`practice.${shown}`)} className="practice-phones">
          {phones && visible.length === 0 && find.trim() === '' && (
            <Empty title={t('practice.none')}>{t('practice.noneWords')}</Empty>
          )}
          {phones && visible.length === 0 && find.trim() !== '' && <p className="dim">{t('practice.notFound')}</p>}
          <Group title={t('practice.responders')} phones={visible.filter((phone) => phone.kind === 'responder')} />
          <Group title={t('practice.residents')} phones={visible.filter((phone) => phone.kind === 'resident')} />
          {shown === 'all' && find.trim() === '' && <p className="dim">{t('practice.moreResidents')}</p>}
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
