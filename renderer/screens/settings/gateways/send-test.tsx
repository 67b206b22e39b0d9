import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { GatewayKindView, GatewaySlot, GatewaySlotView, GatewayTest } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { ActionButton, RefusalNote, useSend } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';
import type { Testing } from './index.tsx';
import { TestTicks } from './test-ticks.tsx';

type SendTestProps = {
  readonly slots: readonly GatewaySlotView[];
  readonly kinds: readonly GatewayKindView[];
  readonly testing: Testing;
  readonly onSlot: (slot: GatewaySlot) => void;
};

/** A text to a phone at hand, followed until it was taken, delivered and answered; or a call, until a key was pressed. */
export function SendTest({ slots, kinds, testing, onSlot }: SendTestProps) {
  const { t, pick } = useText();
  const { send, refusal, isBusy } = useSend();
  const [phone, setPhone] = useState('');
  const [sent, setSent] = useState<{ readonly test: GatewayTest; readonly slot: GatewaySlot } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Asked for by a key or a button a moment ago, perhaps from further up: the next key belongs here.
    if (testing.count > 0) field.current?.focus();
  }, [testing.count]);
  const slot = slots.find((each) => each.slot === testing.slot)?.slot ?? 'primary';
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
      <p className="dim">{t(`gateways.testWords.${slot === 'voice' || slot === 'push' ? slot : 'text'}`)}</p>
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
          onChange={(event) => {
            const wanted = slots.find((each) => each.slot === event.currentTarget.value);
            if (wanted) onSlot(wanted.slot);
          }}
        />
        <TextInput
          {...(slot === 'push' ? {} : { type: 'tel' })}
          ref={field}
          label={slot === 'push' ? t('gateways.testTopic') : t('settings.testPhone')}
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        <ActionButton
          label={slot === 'voice' ? t('gateways.callNow') : t('settings.sendTest')}
          cap="Enter"
          kind="main"
          isSubmit
          isDisabled={isBusy || phone.trim() === ''}
          onPress={start}
        />
      </form>
      <RefusalNote refusal={refusal} />
      {sent && <TestTicks key={sent.test.key} start={sent.test} slot={sent.slot} />}
    </section>
  );
}
