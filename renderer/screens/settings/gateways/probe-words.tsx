import type { GatewayProbe } from '#shared/contract';
import { reasonWords } from '#shared/messages';
import { useText } from '../../../app/index.ts';

/** It answers, and nobody is in the middle of anything. */
export function asksNothing(probe: GatewayProbe): boolean {
  return probe.health?.level === 'ok' && isInNobodysWay(probe);
}

export function isInNobodysWay({ queued, unknown, ladders }: GatewayProbe): boolean {
  return queued + unknown + ladders === 0;
}

/** What a change would meet: whether the new one answers, what waits, what runs. */
export function ProbeWords({ probe }: { readonly probe: GatewayProbe }) {
  const { t, language } = useText();
  const { health, queued, unknown, ladders } = probe;
  const lines = [
    ...(queued > 0 ? [t('gateways.queued', { count: queued })] : []),
    ...(unknown > 0 ? [t('gateways.unknown', { count: unknown })] : []),
    ...(ladders > 0 ? [t('gateways.ladders', { count: ladders })] : []),
  ];
  const tone =
    health === null || health.level === 'warn' ? 'note-warn' : health.level === 'ok' ? 'note-ok' : 'note-bad';
  return (
    <div className={`wide note ${tone} gateway-probe`} role="status">
      {health && (
        <p>
          <b>{t(`gateways.answers.${health.level}`)}</b> {reasonWords(health.detail, language)}.
        </p>
      )}
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p>{t('gateways.pressAgain')}</p>
    </div>
  );
}
