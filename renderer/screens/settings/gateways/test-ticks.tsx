import { useState } from 'react';
import type { GatewaySlot, GatewayTest } from '#shared/contract';
import { reasonWords } from '#shared/messages';
import { timeOf, useText, useZone } from '../../../app/index.ts';
import { api, useCore, useNow } from '../../../stores/index.ts';
import { callTickOf, isComplete, PATIENCE_MS, type TickState, ticksOf } from './test-stage.ts';

type TestTicksProps = { readonly start: GatewayTest; readonly slot: GatewaySlot };

/** What has come of a test, asked each second until it is over. */
export function TestTicks({ start, slot }: TestTicksProps) {
  const second = useNow();
  const [startedAt] = useState(second);
  const [last, setLast] = useState(start);
  const isOver = slot === 'voice' ? callTickOf(last) !== 'waiting' : isComplete(ticksOf(last));
  // An answer that has no news leaves what is shown.
  useCore(`${start.key} ${isOver ? 'over' : second}`, [], async () => {
    const fresh = isOver ? null : await api.settings.gatewayTest.query({ key: start.key });
    if (fresh) setLast(fresh);
    return fresh;
  });
  return (
    <ol className="test-ticks" aria-live="polite">
      {slot === 'voice' ? (
        <CallTick test={last} />
      ) : (
        <TextTicks test={last} isPush={slot === 'push'} isLong={second - startedAt > PATIENCE_MS} />
      )}
    </ol>
  );
}

type TextTicksProps = { readonly test: GatewayTest; readonly isPush: boolean; readonly isLong: boolean };

function TextTicks({ test, isPush, isLong }: TextTicksProps) {
  const { t, language } = useText();
  const zone = useZone();
  const ticks = ticksOf(test);
  const why = test.reason === null ? null : reasonWords(test.reason, language);
  const missing = (of: 'receipt' | 'reply') => (isLong ? t(`gateways.missing.${of}`) : t(`gateways.waitsFor.${of}`));
  const took = (ms: number) => t('gateways.seconds', { count: Math.round(ms / 100) / 10 });
  const accepted = () => {
    if (ticks.accepted === 'never') return why ?? t('gateways.failed');
    if (test.acceptedMs === null) return why ?? t('gateways.waitsFor.accepted');
    return test.acceptedMs < 100 ? t('gateways.atOnce') : t('gateways.acceptedAfter', { time: took(test.acceptedMs) });
  };
  const receipt = () => {
    if (ticks.receipt === 'done') return t('gateways.receiptAfter', { time: took(test.receiptMs ?? 0) });
    return ticks.receipt === 'never' ? (why ?? t('gateways.failed')) : missing('receipt');
  };
  const reply =
    test.reply === null
      ? missing('reply')
      : t('gateways.replied', { time: timeOf(test.reply.at, zone, true), text: test.reply.text });
  return (
    <>
      <Tick state={ticks.accepted} title={t('gateways.tick.accepted')} words={accepted()} />
      <Tick state={ticks.receipt} title={t('gateways.tick.receipt')} words={receipt()} />
      {!isPush && <Tick state={ticks.reply} title={t('gateways.tick.reply')} words={reply} />}
    </>
  );
}

/** A call has one end: a key, or why there was none. */
function CallTick({ test }: { readonly test: GatewayTest }) {
  const { t, language } = useText();
  const state = callTickOf(test);
  const why = test.reason === null ? t('gateways.failed') : reasonWords(test.reason, language);
  const words = { done: t('gateways.keyHeard'), waiting: t('gateways.waitsFor.call'), never: why };
  return <Tick state={state} title={t('gateways.tick.call')} words={words[state]} />;
}

const SIGNS: Readonly<Record<TickState, string>> = { done: '✓', waiting: '…', never: '✗' };

function Tick(props: { readonly state: TickState; readonly title: string; readonly words: string }) {
  const { t } = useText();
  const { state, title, words } = props;
  return (
    <li className={`tick tick-${state}`}>
      <span className="tick-sign" aria-hidden="true">
        {SIGNS[state]}
      </span>
      <span>
        <b>{title}</b> <span className="sr-only">{t(`gateways.tickState.${state}`)}</span>
        <span className="dim">{words}</span>
      </span>
    </li>
  );
}
