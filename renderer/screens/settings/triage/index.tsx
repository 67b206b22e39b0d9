import type { TriageLayer, TriageLayerView, TriagePlace } from '#shared/contract';
import { resolveRules } from '#shared/triage';
import { useText } from '../../../app/index.ts';
import { PillTabs } from '../../../parts/index.ts';
import { api, go, useCore, useRoute } from '../../../stores/index.ts';
import { AboutTriage } from './about.tsx';
import { Bench } from './bench.tsx';
import { Cards } from './cards.tsx';
import { Numbers } from './numbers.tsx';
import { Phrases } from './phrases.tsx';
import { PlacePicker } from './place-picker.tsx';
import { SaveFoot, Undo } from './save-foot.tsx';
import { changeDraft, useWork } from './work.ts';
import './triage.css';
import './bench.css';
import './about.css';

const SECTIONS = ['numbers', 'cards', 'bench', 'about'] as const;
type Section = (typeof SECTIONS)[number];

/** Cards, numbers and phrases of a place, a bench to try them on, and what triage is. */
export function TriageSettings() {
  const { t } = useText();
  const id = useRoute((route) => route.id);
  const section = SECTIONS.find((each) => id === `triage-${each}`) ?? 'numbers';
  const wanted = useWork((work) => work.place);
  const places = useCore('triage places', ['settings', 'portfolio'], () => api.triage.places.query());
  const place = places?.some((each) => each.place === wanted) === false ? 'company' : wanted;
  const view = useCore(place, ['settings', 'portfolio'], () => api.triage.layer.query({ place }));
  return (
    <>
      <PillTabs
        label={t('triage.view')}
        tabs={SECTIONS.map((each) => ({ id: each, label: t(`triage.section.${each}`) }))}
        current={section}
        onPick={(next) => go('settings', `triage-${next}`)}
        controls="triage-pane"
      />
      <div id="triage-pane" role="tabpanel" aria-label={t(`triage.section.${section}`)} className="triage-pane">
        {section === 'about' ? (
          <AboutTriage places={places ?? []} />
        ) : (
          // What is shown until the answer about another place comes is not about it.
          places && view?.layer.place === place && <AtPlace section={section} places={places} view={view} />
        )}
      </div>
    </>
  );
}

type AtPlaceProps = {
  readonly section: Exclude<Section, 'about'>;
  readonly places: readonly TriagePlace[];
  readonly view: TriageLayerView;
};

function AtPlace({ section, places, view }: AtPlaceProps) {
  const { layer, above } = view;
  const draft = useWork((work) => work.drafts[layer.place]) ?? layer;
  const rules = resolveRules([...above, draft]);
  const shared = { draft, above, rules, onChange: (next: TriageLayer) => changeDraft(layer, next) };
  return (
    <>
      <PlacePicker places={places} layer={layer} />
      <Undo layer={layer} />
      {section === 'numbers' && (
        <div className="split">
          <Numbers {...shared} places={places} />
          <Phrases {...shared} places={places} />
        </div>
      )}
      {section === 'cards' && <Cards {...shared} saved={layer} places={places} />}
      {section === 'bench' && <Bench draft={draft} saved={layer} above={above} places={places} />}
      <SaveFoot draft={draft} view={view} isOnBench={section === 'bench'} />
    </>
  );
}
