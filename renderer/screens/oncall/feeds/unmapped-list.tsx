import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { UnmappedTitle } from '#shared/contract';
import { useText, whenOf } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import { usePlan } from '../plan-context.tsx';
import { speaksOfAbsence } from './absence-words.ts';
import { useMapping } from './use-mapping.ts';

/** Titles that nobody answers to: as long as they stand here, their hours are open. One press says who is meant. */
export function UnmappedList() {
  const { t } = useText();
  const { feeds } = usePlan();
  const unmapped = feeds?.unmapped ?? [];
  if (unmapped.length === 0) return null;
  return (
    <div className="unmapped card">
      <h3>{t('feeds.unmapped', { count: unmapped.length })}</h3>
      <p className="dim">{t('feeds.unmappedMeans')}</p>
      <ul>
        {unmapped.map((each) => (
          <UnmappedRow key={`${each.feedId} ${each.title}`} unmapped={each} />
        ))}
      </ul>
    </div>
  );
}

function UnmappedRow({ unmapped }: { readonly unmapped: UnmappedTitle }) {
  const { t, language } = useText();
  const { feeds, responders, nameOf, now, zone } = usePlan();
  const map = useMapping();
  const [isPicking, setPicking] = useState(false);
  const { feedId, title, count, nextAt, guesses } = unmapped;
  const isAbsence = speaksOfAbsence(title);
  const nobody = (
    <ActionButton
      label={t('feeds.isNobody')}
      kind={isAbsence ? 'plain' : 'quiet'}
      onPress={() => map(feedId, title, null)}
    />
  );
  const feedName = feeds?.feeds.find((each) => each.feed.id === feedId)?.feed.name ?? '';
  const others = responders.filter((each) => each.active && !guesses.includes(each.id));
  return (
    <li className="unmapped-row">
      <span className="unmapped-title">
        <b>{title}</b>
        <span className="sub">
          {t('feeds.titleCount', { count, next: whenOf(nextAt, now, zone, language), feed: feedName })}
        </span>
      </span>
      <span className="unmapped-acts">
        {isAbsence && nobody}
        {guesses.map((id) => (
          <ActionButton key={id} label={nameOf(id)} onPress={() => map(feedId, title, id)} />
        ))}
        {isPicking ? (
          <NativeSelect
            aria-label={t('feeds.whoIs', { title })}
            autoFocus
            data={[
              { value: '', label: t('oncall.field.pick') },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => {
              if (event.currentTarget.value !== '') map(feedId, title, event.currentTarget.value);
            }}
          />
        ) : (
          <ActionButton label={t('feeds.somebodyElse')} onPress={() => setPicking(true)} />
        )}
        {!isAbsence && nobody}
      </span>
    </li>
  );
}
