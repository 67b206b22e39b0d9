import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { Refusal } from '#shared/contract';
import { ActionButton } from '../parts/index.ts';
import { api, refreshSession, useSession } from '../stores/index.ts';
import { attempt, refusalWords, tell } from './attempt.ts';
import { useText } from './i18n.ts';
import { useKeys } from './keyboard.ts';

/** Asks once, then ends the desk session, which makes the handoff. */
export function SignOutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useText();
  const desk = useSession((state) => state.session?.deskSession);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useKeys({}, true, true);
  const leave = async () => {
    const answer = await attempt(api.session.signOut.mutate());
    if (!answer.ok) return setRefusal(answer);
    tell(t('frame.signedOut'));
    onClose();
    await refreshSession();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('frame.signOut')}
      centered
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <p>{t('frame.signOutQuestion', { name: desk?.staff.name ?? '' })}</p>
      {refusal && (
        <p className="refusal" role="alert">
          {refusalWords(refusal, language)}
        </p>
      )}
      <div className="dialog-buttons">
        <ActionButton label={t('frame.cancel')} onPress={onClose} kind="quiet" />
        <ActionButton label={t('frame.signOut')} onPress={() => void leave()} kind="main" />
      </div>
    </Modal>
  );
}
