import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { reasonWords } from '#shared/messages';
import { useText } from '../../app/index.ts';
import { ActionButton, RefusalNote, useSend } from '../../parts/index.ts';
import { api, useCore, useNow } from '../../stores/index.ts';
import { stageOf } from './gateway-fields.ts';

type Test = NonNullable<Awaited<ReturnType<typeof api.settings.gatewayTest.query>>>;

/** A text to a phone at hand, followed until it is delivered or has failed. */
export function GatewayTestCard() {
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const [phone, setPhone] = useState('');
  const [test, setTest] = useState<Test | null>(null);
  const start = () => send(() => api.settings.testGateway.mutate({ phone }), setTest);
  return (
    <section className="card rows" aria-label={t('settings.test')}>
      <h2>{t('settings.test')}</h2>
      <p className="dim">{t('settings.testWords')}</p>
      <form
        className="test-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (phone.trim() !== '') start();
        }}
      >
        <TextInput
          type="tel"
          label={t('settings.testPhone')}
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
      {test && <TestState key={test.key} start={test} />}
    </section>
  );
}

function TestState({ start }: { readonly start: Test }) {
  const { t, language } = useText();
  const second = useNow();
  const [last, setLast] = useState(start);
  const isOver = stageOf(last.state) === 'delivered' || stageOf(last.state) === 'failed';
  // Asked each second until it is over; an answer that has no news leaves what is shown.
  useCore(`${start.key} ${isOver ? 'over' : second}`, [], async () => {
    const fresh = isOver ? null : await api.settings.gatewayTest.query({ key: start.key });
    if (fresh) setLast(fresh);
    return fresh;
  });
  const stage = stageOf(last.state);
  return (
    <output className={`note test-state test-${stage}`}>
      {t(`settings.stage.${stage}`, { ms: last.acceptedMs ?? '–' })}
      {last.reason !== null && ` · ${reasonWords(last.reason, language)}`}
    </output>
  );
}
