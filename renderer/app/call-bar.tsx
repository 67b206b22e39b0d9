import { useEffect } from 'react';
import { ActionButton } from '../parts/index.ts';
import { askedInVain, type Call, followCalls, takeCall, useCall, useRoute, useWindow } from '../stores/index.ts';
import { phoneOf } from './format.ts';
import { useText } from './i18n.ts';
import { useKeys } from './keyboard.ts';

/** Whether somebody is in the middle of something: then a call is offered, and takes neither screen nor cursor. */
function isWriting(): boolean {
  const { isCommandBarOpen, lines } = useWindow.getState();
  const hasLine = lines.has(useRoute.getState().id ?? '');
  const isInText = document.activeElement?.matches('textarea, select, input:not([type=checkbox], [type=radio])');
  const isInDialog = document.querySelector('[role=dialog]') !== null;
  return useRoute.getState().screen === 'report' || isCommandBarOpen || hasLine || isInText === true || isInDialog;
}

async function take(call: Call): Promise<void> {
  try {
    await takeCall(call);
  } catch {
    // The number must not be lost with the connection: it stays on offer.
    useCall.setState({ call });
    askedInVain();
  }
}

/** A call handed over by the softphone: a report opens with its number, or is offered while somebody writes. */
export function CallBar() {
  const { t } = useText();
  const call = useCall((state) => state.call);
  useEffect(
    () =>
      followCalls((next) => {
        if (isWriting()) useCall.setState({ call: next });
        else void take(next);
      }),
    [],
  );
  const drop = () => useCall.setState({ call: null });
  useKeys(call ? { f4: () => void take(call) } : {}, call !== null);
  if (!call) return null;
  return (
    <section className="call-bar" aria-label={t('frame.call.label')} role="status">
      <b>{call.from === '' ? t('frame.call.hidden') : t('frame.call.from', { phone: phoneOf(call.from) })}</b>
      <span className="dim">{t('frame.call.meaning')}</span>
      <span className="alarm-end">
        <ActionButton label={t('frame.call.drop')} kind="quiet" onPress={drop} />
        <ActionButton label={t('frame.call.take')} cap="F4" kind="main" onPress={() => void take(call)} />
      </span>
    </section>
  );
}
