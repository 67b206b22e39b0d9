import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Refusal } from '#shared/contract';
import { focusFirst, useKeys, useText } from '../app/index.ts';
import { ActionButton } from './keys.tsx';
import { RefusalNote } from './refusal-note.tsx';
import './sheet.css';

type FormDialogProps = {
  readonly title: string;
  readonly submit: string;
  /** The key in the button that sends, where Enter alone is enough. */
  readonly submitCap?: string;
  readonly refusal: Refusal | null;
  readonly isBusy: boolean;
  readonly isReady?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly size?: 'md' | 'lg' | 'xl';
  /** Before the buttons that leave and send, such as a way back. */
  readonly start?: ReactNode;
  /** Beside the fields: what they would come to. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A form over the screen. Ctrl+Enter sends from anywhere in it, Esc leaves; a refusal stays beside what was typed. */
export function FormDialog(props: FormDialogProps) {
  const { title, submit, submitCap = 'Ctrl Enter', refusal, isBusy, isReady = true, size = 'lg' } = props;
  const { onSubmit, onClose, start, aside, children } = props;
  const { t } = useText();
  const canSend = isReady && !isBusy;
  const send = () => {
    if (canSend) onSubmit();
  };
  useKeys({ 'ctrl+enter': send }, true, true);
  return (
    // A click beside it takes nothing away from somebody who is half way through; Esc and Cancel do.
    <Modal.Root opened onClose={onClose} size={size} transitionProps={{ duration: 0 }} closeOnClickOutside={false}>
      <Modal.Overlay />
      <Modal.Content aria-label={title} className="dialog">
        <h2 className="dialog-title">{title}</h2>
        <form
          ref={focusFirst}
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          {aside ? (
            <div className="form-beside">
              <div className="form-grid">{children}</div>
              {aside}
            </div>
          ) : (
            <div className="form-grid">{children}</div>
          )}
          <RefusalNote refusal={refusal} />
          <div className="dialog-buttons">
            {start && <div className="dialog-start">{start}</div>}
            <ActionButton label={t('frame.cancel')} cap="Esc" kind="quiet" onPress={onClose} />
            <ActionButton label={submit} cap={submitCap} kind="main" onPress={send} isSubmit isDisabled={!canSend} />
          </div>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
