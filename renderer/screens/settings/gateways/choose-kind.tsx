import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { GatewayKindView, GatewaySlot } from '#shared/contract';
import { useKeys, useText } from '../../../app/index.ts';
import { ActionButton, Kbd } from '../../../parts/index.ts';
import { type Offer, offersFor } from './have.ts';

type ChooseKindProps = {
  readonly slot: GatewaySlot;
  readonly kinds: readonly GatewayKindView[];
  readonly onChoose: (kind: string) => void;
  readonly onClose: () => void;
};

type Line = { readonly key: string; readonly title: string; readonly words: string; readonly press: () => void };

/** By what people have, each with its digit; where that can be several kinds, those next. */
export function ChooseKind({ slot, kinds, onChoose, onClose }: ChooseKindProps) {
  const { t, pick } = useText();
  const [offer, setOffer] = useState<Offer | null>(null);
  const ofKind = (kind: GatewayKindView): Line => ({
    key: kind.kind,
    title: pick(kind.title),
    words: pick(kind.summary),
    press: () => onChoose(kind.kind),
  });
  const ofOffer = (each: Offer): Line => {
    const [only] = each.kinds;
    if (each.have === 'other' && only) return ofKind(only);
    const title = t(`gateways.have.${each.have}`);
    const titles = each.kinds.map((kind) => pick(kind.title)).filter((name) => !title.includes(name));
    const press = () => (each.kinds.length === 1 && only ? onChoose(only.kind) : setOffer(each));
    return { key: each.have, title, words: titles.join(' · '), press };
  };
  const lines = offer ? offer.kinds.map(ofKind) : offersFor(slot, kinds).map(ofOffer);
  const back = () => setOffer(null);
  const digits = Object.fromEntries(lines.map((line, index) => [String(index + 1), line.press]));
  useKeys(offer ? { ...digits, backspace: back } : digits, true, true);
  const title = offer === null ? t('gateways.whatHave', { slot: t(`gateways.slot.${slot}`) }) : t('gateways.which');
  return (
    <Modal.Root opened onClose={onClose} size="lg" transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={title} className="dialog">
        <h2 className="dialog-title">{title}</h2>
        {lines.length === 0 ? (
          <p>{t('gateways.noneYet')}</p>
        ) : (
          <ol className="have-list">
            {lines.map((line, index) => (
              <li key={line.key}>
                <button
                  type="button"
                  aria-keyshortcuts={String(index + 1)}
                  data-autofocus={index === 0 || undefined}
                  onClick={line.press}
                >
                  <Kbd>{index + 1}</Kbd>
                  <span>
                    <b>{line.title}</b>
                    {line.words !== '' && <span className="dim">{line.words}</span>}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        )}
        <div className="dialog-buttons">
          {offer && (
            <div className="dialog-start">
              <ActionButton label={t('gateways.back')} cap="Backspace" kind="quiet" onPress={back} />
            </div>
          )}
          <ActionButton label={t('frame.cancel')} cap="Esc" kind="quiet" onPress={onClose} />
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
