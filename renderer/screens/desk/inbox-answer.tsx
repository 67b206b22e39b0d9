import { useState } from 'react';
import type { InboxItem } from '#shared/contract';
import { phoneOf, restLetters, tell, useKeys, useText } from '../../app/index.ts';
import { ActionButton, Field } from '../../parts/index.ts';

const MAX_TEXT = 600;

type AnswerFormProps = {
  readonly item: InboxItem;
  readonly onSend: (text: string) => Promise<void>;
  readonly onLeave: () => void;
};

/** Writes back to whoever sent the text: Enter sends, Esc leaves. */
export function AnswerForm({ item, onSend, onLeave }: AnswerFormProps) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  useKeys({ escape: onLeave });
  const send = async () => {
    if (isBusy || text.trim() === '') return;
    setBusy(true);
    await onSend(text.trim());
    setBusy(false);
    restLetters(() => tell(t('frame.lettersLost'), 'hint'));
  };
  return (
    <form
      className="inbox-answer"
      data-letters="off"
      aria-label={t('desk.inbox.answer')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field
        label={`${t('desk.form.text')} (${t('desk.form.left', { count: MAX_TEXT - text.length })})`}
        value={text}
        onValue={setText}
        maxLength={MAX_TEXT}
        hasFocus
      />
      <p className="line-effect">{t('desk.inbox.answerEffect', { who: item.fromName ?? phoneOf(item.from) })}</p>
      <div className="line-foot">
        <ActionButton label={t('desk.form.leave')} cap="Esc" kind="quiet" onPress={onLeave} />
        <ActionButton
          label={t('desk.form.send')}
          cap="Enter"
          kind="main"
          isSubmit
          isDisabled={isBusy || text.trim() === ''}
          onPress={() => void send()}
        />
      </div>
    </form>
  );
}
