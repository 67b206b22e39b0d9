import type { DeliveryReport, GatewaySink, InboundMessage } from '../../electron/core/notify/driver.ts';

type Given = DeliveryReport | InboundMessage;

/** A core that commits reports and replies, refuses when told to, and knows a repeated reply by its id. */
export type CommittingSink = GatewaySink & {
  readonly reports: readonly DeliveryReport[];
  /** Committed replies, each id once. */
  readonly replies: readonly InboundMessage[];
  /** Ids as they were handed in, refused and repeated ones included. */
  readonly handedIn: readonly string[];
  readonly refused: readonly Given[];
  /** Of what is meant; stragglers of another test may come in between. */
  refuseNext(count: number, isMeant?: (given: Given) => boolean): void;
};

export function committingSink(): CommittingSink {
  const reports: DeliveryReport[] = [];
  const replies = new Map<string, InboundMessage>();
  const handedIn: string[] = [];
  const refused: Given[] = [];
  let toRefuse = 0;
  let isToBeRefused = (_given: Given): boolean => true;
  const mayRefuse = (given: Given) => {
    if (toRefuse === 0 || !isToBeRefused(given)) return;
    toRefuse -= 1;
    refused.push(given);
    throw new Error('the disk is full');
  };
  return {
    reports,
    get replies() {
      return [...replies.values()];
    },
    handedIn,
    refused,
    refuseNext(count, isMeant = () => true) {
      toRefuse = count;
      isToBeRefused = isMeant;
    },
    async delivery(report) {
      mayRefuse(report);
      reports.push(report);
    },
    async inbound(message) {
      handedIn.push(message.id);
      mayRefuse(message);
      if (!replies.has(message.id)) replies.set(message.id, message);
    },
  };
}
