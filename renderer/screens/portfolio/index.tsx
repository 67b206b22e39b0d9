import { useKeys, useText } from '../../app/index.ts';
import { ActionButton, PillTabs, ScreenHead } from '../../parts/index.ts';
import { api, go, useCore, useRoute } from '../../stores/index.ts';
import { Import } from './import.tsx';
import { Properties } from './properties.tsx';
import { Responders } from './responders.tsx';
import './portfolio.css';

const TABS = ['properties', 'responders', 'import'] as const;

/** What the company looks after and whom it can send. */
export function Portfolio() {
  const { t } = useText();
  const id = useRoute((route) => route.id);
  const tab = TABS.find((candidate) => candidate === id) ?? 'properties';
  const portfolio = useCore('portfolio', ['portfolio'], () => api.portfolio.get.query());
  useKeys({ i: () => go('portfolio', 'import') });
  const counts = {
    properties: portfolio?.properties.length,
    responders: portfolio?.responders.length,
    import: undefined,
  };
  return (
    <>
      <ScreenHead
        title={t('portfolio.title')}
        tabs={
          <PillTabs
            label={t('portfolio.view')}
            tabs={TABS.map((each) => ({ id: each, label: t(`portfolio.${each}`), count: counts[each] }))}
            current={tab}
            onPick={(next) => go('portfolio', next)}
            controls="portfolio-pane"
          />
        }
      >
        <ActionButton label={t('portfolio.import')} cap="I" onPress={() => go('portfolio', 'import')} />
      </ScreenHead>
      <div id="portfolio-pane" role="tabpanel" className="screen-body portfolio" aria-label={t(`portfolio.${tab}`)}>
        {portfolio && tab === 'properties' && <Properties properties={portfolio.properties} />}
        {portfolio && tab === 'responders' && <Responders responders={portfolio.responders} />}
        {tab === 'import' && <Import />}
      </div>
    </>
  );
}
