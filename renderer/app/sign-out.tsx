import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { Refusal } from '#shared/contract';
import { ActionButton, TierMark } from '../parts/index.ts';
import { api, openHandOver, refreshSession, useSession, useStatus } from '../stores/index.ts';
import { attempt, refusalWords, tell } from './attempt.ts';
import { useText } from './i18n.ts';
import { useKeys } from './keyboard.ts';

/** Asks once, then ends the desk session, which makes the handoff. */
export function SignOutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useText();
  const desk = useSession((state) => state.session?.deskSession);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const open = useStatus((state) => state.status?.openCount);
  const urgent = (['P1', 'P2'] as const).filter((tier) => (open?.[tier] ?? 0) > 0);
  useKeys({ 'ctrl+enter': () => void leave() }, true, true);
  const leave = async () => {
    const answer = await attempt(api.session.signOut.mutate());
    if (!answer.ok) return setRefusal(answer);
    tell(t('frame.signedOut'));
    onClose();
    await refreshSession();
  };
  return (
    <Modal opened onClose={onClose} title={t('frame.signOut')} centered withCloseButton={false}>
      <p>{t('frame.signOutQuestion', { name: desk?.staff.name ?? '' })}</p>
      {urgent.length > 0 && (
        <div className="sign-out-open" role="alert">
          <p>{t('frame.signOutOpen')}</p>
          <ul>
            {urgent.map((tier) => (
              <li key={tier}>
                <TierMark tier={tier} /> <b>{open?.[tier]}</b> {t(`words.tierLong.${tier}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {refusal && (
        <p className="refusal" role="alert">
          {refusalWords(refusal, language)}
        </p>
      )}
      <div className="dialog-buttons">
        <ActionButton label={t('frame.cancel')} cap="Esc" onPress={onClose} kind="quiet" />
        {urgent.length > 0 && <ActionButton label={t('frame.handOver.title')} onPress={() => openHandOver(true)} />}
        <ActionButton label={t('frame.signOutDo')} cap="Ctrl Enter" onPress={() => void leave()} kind="main" hasFocus />
      </div>
    </Modal>
  );
}
