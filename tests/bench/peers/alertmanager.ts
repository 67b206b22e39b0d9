import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../../integration/free-ports.ts';
import { until } from '../../patience.ts';
import { killProgram, type Peer, post, startProgram } from './peer.ts';
import type { PeerPrograms } from './peer-programs.ts';

/** One route per step. Resolving a ticket before its `group_wait` is over cancels the later ones: that is acknowledging. */
const config = (sinkPort: number): string => `
route:
  receiver: tech1
  group_by: ['ticket']
  group_wait: 0s
  group_interval: 1s
  repeat_interval: 4h
  routes:
  - {receiver: tech1,   group_wait: 0s,  continue: true}
  - {receiver: tech2,   group_wait: 10s, continue: true}
  - {receiver: manager, group_wait: 20s}
receivers:
${['tech1', 'tech2', 'manager']
  .map(
    (name) =>
      `- {name: ${name}, webhook_configs: [{url: 'http://127.0.0.1:${sinkPort}/${name}', send_resolved: false}]}`,
  )
  .join('\n')}
`;

export async function startAlertmanager(programs: PeerPrograms, folder: string, sinkPort: number): Promise<Peer> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'alertmanager.yml');
  writeFileSync(file, config(sinkPort));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const args = [
    `--config.file=${file}`,
    `--storage.path=${join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--cluster.listen-address=',
  ];
  const start = async () => {
    const started = startUnpacked(programs, args);
    await until(
      async () => (await fetch(`${base}/-/ready`).catch(() => null))?.ok === true,
      'Alertmanager to be ready',
    );
    return started;
  };
  let child = await start();
  let count = 0;
  const tell = (ticket: string, endsAt?: string): Promise<number> => {
    const labels = { alertname: 'maintenance', ticket };
    return post(
      `${base}/api/v2/alerts`,
      JSON.stringify([{ labels, annotations: { summary: 'no heat' }, endsAt }]),
      agent,
    );
  };
  return {
    name: 'Alertmanager',
    async report() {
      count += 1;
      const ticket = `t${count}`;
      return { ticket: `alertmanager-${ticket}`, startedAt: await tell(ticket) };
    },
    async acknowledge(ticket) {
      await tell(ticket.replace('alertmanager-', ''), new Date().toISOString());
    },
    async killAndRestart() {
      await killProgram(child);
      child = await start();
    },
    async stop() {
      agent.destroy();
      await killProgram(child);
    },
  };
}

/** The path of its templates is built in: unpacked elsewhere, it sees them through a mount of its own. */
function startUnpacked({ root }: PeerPrograms, args: readonly string[]) {
  const program = join(root, 'usr/bin/prometheus-alertmanager');
  if (root === '/') return startProgram(program, args);
  const share = join(root, 'usr/share');
  const script = `mount -t overlay overlay -o lowerdir=${share}:/usr/share /usr/share && exec "$0" "$@"`;
  return startProgram('unshare', ['-m', 'sh', '-c', script, program, ...args]);
}
