import { NativeSelect, Textarea } from '@mantine/core';
import {
  BENCH_FILTERS,
  type BenchFilter,
  type BenchInput,
  MOST_BENCH_TEXTS,
  type TriageLayer,
  type TriagePlace,
} from '#shared/contract';
import { layerTrouble, saysTheSame } from '#shared/triage';
import { useKeys, useText } from '../../../app/index.ts';
import { ActionButton, Choice, RefusalNote, useSend } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';
import { BenchResults } from './bench-results.tsx';
import { textsOf } from './layer-edit.ts';
import { usePlaceName } from './place-words.ts';
import { type BenchWork, changeBench, useWork } from './work.ts';

const COUNTS = [100, 500, 1_000, 5_000] as const;

type BenchProps = {
  readonly draft: TriageLayer;
  readonly saved: TriageLayer;
  readonly above: readonly TriageLayer[];
  readonly places: readonly TriagePlace[];
};

/** Texts and past contacts, judged by the rules in force and by those somebody thinks of putting in their place. */
export function Bench({ draft, saved, above, places }: BenchProps) {
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const work = useWork((state) => state.bench);
  const hasDraft = !saysTheSame(saved, draft);
  const isUsable = layerTrouble(above, draft).length === 0;
  // What there is to compare with changes while nobody looks: a draft is saved, a group is gone.
  const against = againstOf(work.against, hasDraft, places, draft.place);
  const texts = textsOf(work.typed);
  const isReady = (work.kind === 'contacts' || texts.length > 0) && (against !== 'draft' || isUsable) && !isBusy;
  const input = inputOf(work, texts, against, draft);
  const judgedNow = JSON.stringify([input, [...above, saved].map(({ version }) => version)]);
  const run = () => {
    if (!isReady) return;
    send(
      () => api.triage.bench.mutate(structuredClone(input) as Parameters<typeof api.triage.bench.mutate>[0]), // a clone is nobody else's
      (found) => changeBench({ result: { of: judgedNow, found } }),
    );
  };
  useKeys({ 'alt+enter': run });
  return (
    <>
      <section className="card bench-form" aria-label={t('triage.section.bench')}>
        <SourceFields work={work} texts={texts} />
        <div className="bench-side rows">
          <Against against={against} hasDraft={hasDraft} draft={draft} places={places} />
          {against === 'draft' && !isUsable && <p className="note note-bad">{t('triage.bench.cannot')}</p>}
          <RefusalNote refusal={refusal} />
          <ActionButton
            label={isBusy ? t('triage.bench.running') : t('triage.bench.run')}
            cap="Alt Enter"
            kind="main"
            isWide
            isDisabled={!isReady}
            onPress={run}
          />
        </div>
      </section>
      {work.result && <BenchResults result={work.result.found} isOld={work.result.of !== judgedNow} />}
    </>
  );
}

function againstOf(wanted: string, hasDraft: boolean, places: readonly TriagePlace[], here: string): string {
  if (wanted === 'draft') return hasDraft ? 'draft' : 'nothing';
  return wanted !== here && places.some((each) => each.place === wanted) ? wanted : 'nothing';
}

function inputOf(work: BenchWork, texts: readonly string[], against: string, draft: TriageLayer): BenchInput {
  return {
    place: draft.place,
    source:
      work.kind === 'texts'
        ? { kind: 'texts', texts: texts.slice(0, MOST_BENCH_TEXTS).map((text) => text.slice(0, 4_000)) }
        : { kind: 'contacts', last: work.last, filter: work.filter },
    against:
      against === 'nothing'
        ? { kind: 'nothing' }
        : against === 'draft'
          ? { kind: 'draft', layer: draft }
          : { kind: 'place', place: against },
  };
}

function SourceFields({ work, texts }: { readonly work: BenchWork; readonly texts: readonly string[] }) {
  const { t } = useText();
  return (
    <div className="rows">
      <Choice
        label={t('triage.bench.source')}
        options={[
          { value: 'texts', label: t('triage.bench.texts') },
          { value: 'contacts', label: t('triage.bench.contacts') },
        ]}
        value={work.kind}
        onChange={(kind) => changeBench({ kind })}
      />
      {work.kind === 'texts' ? (
        <Textarea
          label={t('triage.bench.typed')}
          description={t('triage.bench.typedHint')}
          error={texts.length > MOST_BENCH_TEXTS ? t('triage.bench.tooMany', { count: MOST_BENCH_TEXTS }) : null}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={work.typed}
          rows={6}
          spellCheck={false}
          onChange={(event) => changeBench({ typed: event.currentTarget.value })}
        />
      ) : (
        <div className="rows">
          <div className="both-fields">
            <NativeSelect
              label={t('triage.bench.last')}
              value={String(work.last)}
              data={COUNTS.map(String)}
              onChange={(event) => changeBench({ last: Number(event.currentTarget.value) })}
            />
            <NativeSelect
              label={t('triage.bench.filter')}
              value={work.filter}
              data={BENCH_FILTERS.map((filter) => ({ value: filter, label: t(`triage.bench.filters.${filter}`) }))}
              // The options are the filters, so the value is one of them.
              onChange={(event) => changeBench({ filter: event.currentTarget.value as BenchFilter })}
            />
          </div>
          <p className="dim">{t('triage.bench.contactsHint')}</p>
        </div>
      )}
    </div>
  );
}

type AgainstProps = {
  readonly against: string;
  readonly hasDraft: boolean;
  readonly draft: TriageLayer;
  readonly places: readonly TriagePlace[];
};

function Against({ against, hasDraft, draft, places }: AgainstProps) {
  const { t } = useText();
  const nameOf = usePlaceName();
  const here = places.find((each) => each.place === draft.place);
  return (
    <NativeSelect
      label={t('triage.bench.against')}
      value={against}
      data={[
        { value: 'nothing', label: t('triage.bench.nothing') },
        {
          value: 'draft',
          disabled: !hasDraft,
          label: hasDraft ? t('triage.bench.draft', { place: here ? nameOf(here) : '' }) : t('triage.bench.noDraft'),
        },
        ...places
          .filter((each) => each.place !== draft.place)
          .map((each) => ({ value: each.place, label: t('triage.bench.rulesOf', { place: nameOf(each) }) })),
      ]}
      onChange={(event) => changeBench({ against: event.currentTarget.value })}
    />
  );
}
