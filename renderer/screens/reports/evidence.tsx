import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Answer } from '#shared/contract';
import { useKeys, useText } from '../../app/index.ts';
import { ActionButton, RefusalNote, useSend } from '../../parts/index.ts';
import { api } from '../../stores/index.ts';
import { numberOf, ofNumber } from './incident-number.ts';

type Hit = Awaited<ReturnType<typeof api.app.search.query>>[number];

/** The evidence file of one incident, found by its number. */
export function Evidence() {
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<{ readonly number: number; readonly hits: readonly Hit[] } | null>(null);
  const number = numberOf(typed);
  useKeys({ e: () => document.getElementById('evidence-number')?.focus() });
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (number === null) return;
    const ask = async (): Promise<Answer<readonly Hit[]>> => ({
      ok: true,
      value: ofNumber(await api.app.search.query({ text: `#${number}` }), number),
    });
    send(ask, (hits) => setFound({ number, hits }));
  };
  return (
    <section className="card evidence" aria-label={t('reports.evidence')}>
      <h2>{t('reports.evidence')}</h2>
      <p className="dim">{t('reports.evidenceWords')}</p>
      <form className="evidence-form" onSubmit={search}>
        <TextInput
          id="evidence-number"
          label={t('reports.number')}
          value={typed}
          inputMode="numeric"
          placeholder="#1042"
          aria-keyshortcuts="E"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ActionButton
          label={t('reports.find')}
          isSubmit
          isDisabled={isBusy || number === null}
          onPress={() => undefined}
        />
      </form>
      <RefusalNote refusal={refusal} />
      <output>
        {found !== null && found.hits.length === 0 && (
          <p className="note note-warn">{t('reports.notFound', { number: found.number })}</p>
        )}
        {found?.hits.map((hit) => (
          <p key={hit.id} className="evidence-hit">
            <b>{hit.title}</b>
            <span className="dim">{hit.detail}</span>
            <a className="btn" href={`/documents/evidence/${encodeURIComponent(hit.id)}.json`} download>
              {t('reports.evidenceOf')}
            </a>
          </p>
        ))}
      </output>
    </section>
  );
}
