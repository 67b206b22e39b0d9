import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { GatewayKindView, GatewaySlotView, GatewayTest, MessageSlot } from '#shared/contract';
import { reasonWords } from '#shared/messages';
import { timeOf, useText, useZone } from '../../../app/index.ts';
import { ActionButton, RefusalNote, useSend } from '../../../parts/index.ts';
import { api, useCore, useNow } from '../../../stores/index.ts';
import { isComplete, PATIENCE_MS, type TickState, ticksOf } from './test-stage.ts';

type SendTestProps = {
  readonly slots: readonly (GatewaySlotView & { readonly slot: MessageSlot })[];
  readonly kinds: readonly GatewayKindView[];
};

/** A text to a phone at hand, followed until it was taken, delivered and answered. */
export function SendTest({ slots, kinds }: SendTestProps) {
  const { t, pick } = useText();
  const { send, refusal, isBusy } = useSend();
  const [phone, setPhone] = useState('');
  const [wanted, setWanted] = useState<string>('primary');
  const [sent, setSent] = useState<{ readonly test: GatewayTest; readonly slot: MessageSlot } | null>(null);
  const slot = slots.find((each) => each.slot === wanted)?.slot ?? 'primary';
  const isPush = slot === 'push';
  const start = () =>
    send(
      () => api.settings.testGateway.mutate({ slot, phone }),
      (test) => setSent({ test, slot }),
    );
  const nameOf = (view: GatewaySlotView) => {
    const kind = kinds.find((each) => each.kind === view.kind);
    return `${t(`gateways.slot.${view.slot}`)}: ${kind ? pick(kind.title) : view.kind}`;
  };
  return (
    <section className="card rows" aria-label={t('settings.test')}>
      <h2 className="overline">{t('settings.test')}</h2>
      <p className="dim">{t('gateways.testWords')}</p>
      <form
        className="test-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (phone.trim() !== '') start();
        }}
      >
        <NativeSelect
          label={t('gateways.through')}
          value={slot}
          data={slots.map((view) => ({ value: view.slot, label: nameOf(view) }))}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <TextInput
          {...(isPush ? {} : { type: 'tel' })}
          label={isPush ? t('gateways.testTopic') : t('settings.testPhone')}
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        <ActionButton
          label={t('settings.sendTest')}
          kind="main"
          isSubmit
          isDisabled={isBusy || phone.trim() === ''}
          onPress={start}
        />
      </form>
      <RefusalNote refusal={refusal} />
      {sent && <TestTicks key={sent.test.key} start={sent.test} isPush={sent.slot === 'push'} />}
    </section>
  );
}

function TestTicks({ start, isPush }: { readonly start: GatewayTest; readonly isPush: boolean }) {
  const { t, language } = useText();
  const zone = useZone();
  const second = useNow();
  const [startedAt] = useState(second);
  const [last, setLast] = useState(start);
  const ticks = ticksOf(last);
  const isOver = isComplete(ticks);
  // Asked each second until it is over; an answer that has no news leaves what is shown.
  useCore(`${start.key} ${isOver ? 'over' : second}`, [], async () => {
    const fresh = isOver ? null : await api.settings.gatewayTest.query({ key: start.key });
    if (fresh) setLast(fresh);
    return fresh;
  });
  const isLong = second - startedAt > PATIENCE_MS;
  const missing = (of: 'receipt' | 'reply') => (isLong ? t(`gateways.missing.${of}`) : t(`gateways.waitsFor.${of}`));
  const failed = last.reason === null ? t('gateways.failed') : reasonWords(last.reason, language);
  return (
    <ol className="test-ticks" aria-live="polite">
      <Tick
        state={ticks.accepted}
        title={t('gateways.tick.accepted')}
        words={
          ticks.accepted === 'never'
            ? failed
            : last.acceptedMs === null
              ? last.reason === null
                ? t('gateways.waitsFor.accepted')
                : reasonWords(last.reason, language)
              : t('gateways.acceptedAfter', { ms: Math.round(last.acceptedMs) })
        }
      />
      <Tick
        state={ticks.receipt}
        title={t('gateways.tick.receipt')}
        words={
          ticks.receipt === 'done'
            ? t('gateways.receiptAfter', { ms: Math.round(last.receiptMs ?? 0) })
            : ticks.receipt === 'never'
              ? failed
              : missing('receipt')
        }
      />
      {!isPush && (
        <Tick
          state={ticks.reply}
          title={t('gateways.tick.reply')}
          words={
            last.reply === null
              ? missing('reply')
              : t('gateways.replied', { time: timeOf(last.reply.at, zone, true), text: last.reply.text })
          }
        />
      )}
    </ol>
  );
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
