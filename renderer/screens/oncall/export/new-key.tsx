import { useState } from 'react';
import type { ExportView } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { ActionButton, RefusalNote, useSend } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';

/** Makes every address given out so far worthless, so it is asked twice. */
export function NewKey({ onView }: { readonly onView: (view: ExportView) => void }) {
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const [isSure, setSure] = useState(false);
  const make = () =>
    send(
      () => api.oncall.newExportKey.mutate(),
      (view) => {
        setSure(false);
        onView(view);
      },
    );
  return (
    <div className="export-key">
      {isSure ? (
        <>
          <span className="amber">{t('exporting.newKeyMeans')}</span>
          <ActionButton label={t('exporting.newKeyDo')} kind="danger" onPress={make} isDisabled={isBusy} />
          <ActionButton label={t('frame.cancel')} kind="quiet" onPress={() => setSure(false)} />
        </>
      ) : (
        <ActionButton label={t('exporting.newKey')} onPress={() => setSure(true)} />
      )}
      <RefusalNote refusal={refusal} />
    </div>
  );
}
