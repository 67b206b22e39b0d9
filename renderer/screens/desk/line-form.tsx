import type { IncidentView } from '#shared/contract';
import { assertNever } from '#shared/contract';
import type { Line } from '../../stores/index.ts';
import { AcknowledgeLine, DeclineLine } from './answer-lines.tsx';
import { CallLine } from './call-line.tsx';
import {
  ArrivedLine,
  EscalateLine,
  EtaLine,
  NoteLine,
  ReopenLine,
  ResolveLine,
  TierLine,
  WriteLine,
} from './small-lines.tsx';

export type LineProps = { readonly view: IncidentView };

/** The line that a key or button opened. */
export function LineForm({ line, view }: LineProps & { readonly line: Line }) {
  switch (line) {
    case 'acknowledge':
      return <AcknowledgeLine view={view} />;
    case 'decline':
      return <DeclineLine view={view} />;
    case 'call':
      return <CallLine view={view} />;
    case 'escalate':
      return <EscalateLine view={view} />;
    case 'write':
      return <WriteLine view={view} />;
    case 'tier':
      return <TierLine view={view} />;
    case 'eta':
      return <EtaLine view={view} />;
    case 'arrived':
      return <ArrivedLine view={view} />;
    case 'resolve':
      return <ResolveLine view={view} />;
    case 'reopen':
      return <ReopenLine view={view} />;
    case 'note':
      return <NoteLine view={view} />;
    default:
      return assertNever(line, 'line');
  }
}
