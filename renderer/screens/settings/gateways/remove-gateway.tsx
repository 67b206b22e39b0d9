import { useState } from 'react';
import type { GatewayProbe, GatewaySaved, GatewaySlotView } from '#shared/contract';
import { tell, useText } from '../../../app/index.ts';
import { FormDialog, useSend } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';
import { isInNobodysWay, ProbeWords } from './probe-words.tsx';

type RemoveGatewayProps = { readonly view: GatewaySlotView; readonly onClose: () => void };

/** A place is emptied: what that means; what waits or runs is asked about before it is done. */
export function RemoveGateway({ view, onClose }: RemoveGatewayProps) {
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const [probe, setProbe] = useState<GatewayProbe | null>(null);
  const { slot } = view;
  const name = t(`gateways.slot.${slot}`);
  const mutate = (isConfirmed: boolean) =>
    api.settings.saveGateway.mutate({ slot, kind: null, config: {}, isConfirmed });
  const done = (answer: GatewaySaved) => {
    if (!answer.isSaved) return setProbe(answer.probe);
    tell(t('gateways.removed', { slot: name }));
    onClose();
  };
  const check = async () => {
    const asked = await mutate(false);
    return asked.ok && isInNobodysWay(asked.value.probe) ? mutate(true) : asked;
  };
  return (
    <FormDialog
      title={t('gateways.removeTitle', { slot: name })}
      submit={t('gateways.removeDo')}
      refusal={refusal}
      isBusy={isBusy}
      size="md"
      onSubmit={() => send(probe === null ? check : () => mutate(true), done)}
      onClose={onClose}
    >
      <p className="wide">{t(`gateways.without.${slot}`)}</p>
      {probe && <ProbeWords probe={probe} />}
    </FormDialog>
  );
}
