import { useText } from '../../app/index.ts';
import { PillTabs, ScreenHead } from '../../parts/index.ts';
import { go, useRoute } from '../../stores/index.ts';
import { GatewaySettings } from './gateways/index.tsx';
import { InterfaceSettings } from './interface.tsx';
import { PolicySettings } from './policy/index.tsx';
import { StaffSettings } from './staff.tsx';
import { TemplateSettings } from './templates/index.tsx';
import { TriageSettings } from './triage/index.tsx';
import { WatchSettingsPane } from './watch/index.tsx';
import { WeatherPane } from './weather/index.tsx';
import './settings.css';

const TABS = ['gateway', 'templates', 'policy', 'triage', 'weather', 'staff', 'watch', 'interface'] as const;
const PANES = {
  gateway: GatewaySettings,
  templates: TemplateSettings,
  policy: PolicySettings,
  triage: TriageSettings,
  weather: WeatherPane,
  staff: StaffSettings,
  watch: WatchSettingsPane,
  interface: InterfaceSettings,
} as const satisfies Record<(typeof TABS)[number], () => React.ReactNode>;

/** How the desk reaches people, whom it wakes, who sits at it, and how this window looks. */
export function Settings() {
  const { t } = useText();
  const id = useRoute((route) => route.id);
  // `triage-cards` is a part of the tab `triage`.
  const tab = TABS.find((candidate) => candidate === id?.split('-')[0]) ?? 'gateway';
  const Pane = PANES[tab];
  return (
    <>
      <ScreenHead
        title={t('settings.title')}
        tabs={
          <PillTabs
            label={t('settings.view')}
            tabs={TABS.map((each) => ({ id: each, label: t(`settings.${each}`) }))}
            current={tab}
            onPick={(next) => go('settings', next)}
            controls="settings-pane"
          />
        }
      />
      <div id="settings-pane" role="tabpanel" className="screen-body settings" aria-label={t(`settings.${tab}`)}>
        <Pane />
      </div>
    </>
  );
}
