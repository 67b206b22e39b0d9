import { useText } from '../../app/index.ts';
import { api, useCore } from '../../stores/index.ts';

/** The policy in force. */
export function Settings() {
  const { t } = useText();
  const view = useCore('policy', ['settings'], () => api.settings.policy.query());
  return (
    <div className="screen-plain">
      <h1>{t('frame.screens.settings')}</h1>
      {view && (
        <p>
          {view.policy.name} v{view.policy.version}
        </p>
      )}
    </div>
  );
}
