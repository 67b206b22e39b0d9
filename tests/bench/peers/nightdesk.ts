import { join } from 'node:path';
import { z } from 'zod';
import type { Ladder, LadderStep } from '#shared/contract';
import { type ChildCore, startChild } from '../../integration/child-core.ts';
import { setUp } from '../../integration/fast-night.ts';
import { consoleClient } from '../practice-desk.ts';
import type { Peer } from './peer.ts';

const toRole = (target: LadderStep['targets'][number]['target'], afterS: number): LadderStep => ({
  afterPreviousMin: afterS / 60,
  targets: [{ target, channels: ['sms'], whateverElse: false }],
});

/** Three people, at 0, 10 and 20 s. */
const LADDER: Ladder = {
  steps: [
    toRole({ kind: 'onCall', role: 'primary' }, 0),
    toRole({ kind: 'onCall', role: 'backup' }, 10),
    toRole({ kind: 'role', role: 'owner' }, 10),
  ],
  lastWindowMin: 60,
};

const Dispatched = z.object({ ok: z.literal(true), value: z.object({ incidentId: z.string(), number: z.number() }) });

/** The shipped core in a process of its own, texting through its Kannel driver. */
export async function startNightdesk(folder: string, sinkPort: number): Promise<Peer> {
  const data = join(folder, 'data');
  let child: ChildCore = startChild(data);
  await child.ready;
  const gateway = { sendUrl: `http://127.0.0.1:${sinkPort}/cgi-bin/sendsms`, username: 'desk', password: 'only-here' };
  const { report, responderId } = await setUp(child, gateway, LADDER);
  let client = consoleClient(child.address());
  const ids = new Map<string, string>();
  return {
    name: 'Nightdesk',
    async report() {
      const body = JSON.stringify({
        ...report(),
        requestId: crypto.randomUUID(),
        firstContactAt: Date.now(),
        tier: 'P1',
      });
      const startedAt = performance.now();
      const { value } = Dispatched.parse(await client.tell('report.dispatch', body));
      const ticket = `nightdesk-${value.number}`;
      ids.set(ticket, value.incidentId);
      return { ticket, startedAt };
    },
    async acknowledge(ticket) {
      const action = {
        type: 'acknowledgeFor',
        incidentId: ids.get(ticket),
        responderId,
        via: 'phone',
        words: 'mine',
        etaMinutes: 30,
      };
      await client.tell('incident.act', JSON.stringify(action));
    },
    async killAndRestart() {
      client.close();
      await child.kill();
      child = startChild(data);
      await child.ready;
      client = consoleClient(child.address());
    },
    async stop() {
      client.close();
      await child.kill();
    },
  };
}
