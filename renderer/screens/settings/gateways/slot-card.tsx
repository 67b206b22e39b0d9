import type { GatewayKindView, GatewaySlot, GatewaySlotView } from '#shared/contract';
import { reasonWords } from '#shared/messages';
import { tell, useText, useWhen } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import type { Doing } from './index.tsx';

type SlotCardProps = {
  readonly view: GatewaySlotView;
  readonly kinds: readonly GatewayKindView[];
  readonly cap: string;
  /** It is the one that the key of the test goes to. */
  readonly isNext: boolean;
  readonly onDo: (doing: Doing) => void;
  readonly onTest: (slot: GatewaySlot) => void;
};

/** One place for a gateway: what stands there, how it is, what went out and came in, and what can be done. */
export function SlotCard({ view, kinds, cap, isNext, onDo, onTest }: SlotCardProps) {
  const { t, pick } = useText();
  const { slot, kind: kindName, isInUse, paste } = view;
  const kind = kinds.find((each) => each.kind === kindName);
  const name = t(`gateways.slot.${slot}`);
  return (
    <section className={`card gateway-slot${kindName === null ? ' is-empty' : ''}`} aria-label={name}>
      <div className="slot-head">
        <h2 className="overline">{name}</h2>
        {kindName !== null && isInUse && <span className="chip slot-in-use">{t('gateways.inUse')}</span>}
      </div>
      {kindName === null ? (
        <p className="dim">{t(`gateways.without.${slot}`)}</p>
      ) : (
        <>
          <p className="gateway-kind">{kind ? pick(kind.title) : kindName}</p>
          <Health view={view} />
        </>
      )}
      <div className="slot-acts">
        {kindName === null ? (
          <ActionButton label={t('gateways.add')} cap={cap} onPress={() => onDo({ slot, what: 'choose' })} />
        ) : (
          <>
            <ActionButton label={t('gateways.edit')} cap={cap} onPress={() => onDo({ slot, what: 'edit' })} />
            <ActionButton
              label={t(slot === 'voice' ? 'gateways.testCall' : 'gateways.testIt')}
              {...(isNext && { cap: 'T' })}
              onPress={() => onTest(slot)}
            />
            <ActionButton label={t('gateways.replace')} onPress={() => onDo({ slot, what: 'choose' })} />
            {slot !== 'primary' && (
              <ActionButton label={t('gateways.remove')} kind="quiet" onPress={() => onDo({ slot, what: 'remove' })} />
            )}
          </>
        )}
      </div>
      {paste.length > 0 && <PasteBlocks paste={paste} />}
    </section>
  );
}

function Health({ view }: { readonly view: GatewaySlotView }) {
  const { t, language } = useText();
  const when = useWhen();
  const { health, since, slot, lastSuccessAt, lastInboundAt } = view;
  const { level, detail, isAsked } = health;
  return (
    <>
      <p>
        {isAsked && <b className={`gateway-level level-${level}`}>{t(`settings.level.${level}`)}</b>}
        {isAsked && since !== null && <span className="dim"> {t('settings.since', { time: when(since) })}</span>}
        <span className="dim">
          {isAsked && ' · '}
          {reasonWords(detail, language)}
        </span>
      </p>
      <dl className="slot-times">
        <div>
          <dt>{t('gateways.lastSuccess')}</dt>
          <dd>{lastSuccessAt === null ? t('gateways.never') : when(lastSuccessAt)}</dd>
        </div>
        {slot !== 'push' && slot !== 'voice' && (
          <div>
            <dt>{t('gateways.lastInbound')}</dt>
            <dd>{lastInboundAt === null ? t('gateways.never') : when(lastInboundAt)}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** What has to stand in the gateway's own configuration, to be copied there. */
function PasteBlocks({ paste }: Pick<GatewaySlotView, 'paste'>) {
  const { t } = useText();
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => tell(t('settings.copied')),
      () => tell(t('watching.notCopied'), 'hint'),
    );
  return (
    <details className="slot-paste">
      <summary>{t('settings.paste')}</summary>
      {paste.map((block) => (
        <div key={block.label}>
          <div className="paste-head">
            <b>{block.label}</b>
            <ActionButton label={t('settings.copy', { label: block.label })} onPress={() => copy(block.text)} />
          </div>
          {/* Focusable, so that long lines can be scrolled by keyboard. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
          <pre className="paste" tabIndex={0}>
            {block.text}
          </pre>
        </div>
      ))}
    </details>
  );
}
