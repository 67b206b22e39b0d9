import type { IncidentView } from '#shared/contract';
import { assertNever } from '#shared/contract';
import type { Given, Line } from '../../stores/index.ts';
import { AcknowledgeLine, DeclineLine } from './answer-lines.tsx';
import { CallLine } from './call-line.tsx';
import { EmergencyLine } from './life-safety.tsx';
import { AddLine } from './lines/add.tsx';
import { ConnectLine } from './lines/connect.tsx';
import { HandOverLine } from './lines/hand-over.tsx';
import { HoldLine } from './lines/hold.tsx';
import { JumpLine } from './lines/jump.tsx';
import { LinkLine } from './lines/link.tsx';
import { StandDownLine } from './lines/stand-down.tsx';
import { VendorLine } from './lines/vendor.tsx';
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

export type LineProps = { readonly view: IncidentView; readonly given: Given };

/** The line that a key or button opened. */
export function LineForm({ line, ...props }: LineProps & { readonly line: Line }) {
  switch (line) {
    case 'acknowledge':
      return <AcknowledgeLine {...props} />;
    case 'decline':
      return <DeclineLine {...props} />;
    case 'call':
      return <CallLine {...props} />;
    case 'escalate':
      return <EscalateLine {...props} />;
    case 'jump':
      return <JumpLine {...props} />;
    case 'hold':
      return <HoldLine {...props} />;
    case 'add':
      return <AddLine {...props} />;
    case 'handOver':
      return <HandOverLine {...props} />;
    case 'standDown':
      return <StandDownLine {...props} />;
    case 'connect':
      return <ConnectLine {...props} />;
    case 'vendor':
      return <VendorLine {...props} />;
    case 'write':
      return <WriteLine {...props} />;
    case 'tier':
      return <TierLine {...props} />;
    case 'link':
      return <LinkLine {...props} />;
    case 'eta':
      return <EtaLine {...props} />;
    case 'arrived':
      return <ArrivedLine {...props} />;
    case 'resolve':
      return <ResolveLine {...props} />;
    case 'reopen':
      return <ReopenLine {...props} />;
    case 'note':
      return <NoteLine {...props} />;
    case 'emergency':
      return <EmergencyLine {...props} />;
    default:
      return assertNever(line, 'line');
  }
}
