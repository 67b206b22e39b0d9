import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../integration/free-ports.ts';
import { eventually } from '../../patience.ts';
import { killProgram, type Peer, post, startProgram } from './peer.ts';
import type { PeerPrograms } from './peer-programs.ts';

/** Each ticket is a service that was well until now. */
const TICKETS = 400;

const config = (apiPort: number, sinkPort: number): string => `
include <itl>
const NodeName = "peer"
const ZoneName = "peer"
object Endpoint NodeName { }
object Zone ZoneName { endpoints = [ NodeName ] }
object NotificationComponent "notification" { }
object ApiListener "api" { bind_host = "127.0.0.1"; bind_port = ${apiPort} }
object ApiUser "bench" { password = "bench"; permissions = [ "*" ] }
object CheckCommand "none" { command = [ "/bin/true" ] }
object User "tech1" { vars.mobile = "+15550101" }
object User "tech2" { vars.mobile = "+15550102" }
object User "manager" { vars.mobile = "+15550103" }
object NotificationCommand "sms" { command = [ "/usr/bin/curl", "-s", "-m", "5", "-d", "$user.name$|$user.vars.mobile$|$notification.type$|$service.name$|$service.output$", "http://127.0.0.1:${sinkPort}/icinga" ] }
object Host "bldg" { check_command = "none"; enable_active_checks = false }
for (i in range(${TICKETS})) { object Service "ticket-" + i use (i) { host_name = "bldg"; check_command = "none"; enable_active_checks = false; max_check_attempts = 1 } }
template Notification "ladder" { command = "sms"; types = [ Problem ]; states = [ Critical ] }
apply Notification "1" to Service { import "ladder"; users = [ "tech1" ]; interval = 0; assign where true }
apply Notification "2" to Service { import "ladder"; users = [ "tech2" ]; interval = 0; times.begin = 10s; assign where true }
apply Notification "3" to Service { import "ladder"; users = [ "manager" ]; interval = 0; times.begin = 20s; assign where true }
`;

type Icinga = { readonly program: string; readonly options: readonly string[]; readonly env: NodeJS.ProcessEnv };

function icingaAt({ root, libraries }: PeerPrograms, folder: string): Icinga {
  const places = {
    DataDir: 'data',
    LogDir: 'log',
    CacheDir: 'cache',
    SpoolDir: 'spool',
    InitRunDir: 'run',
    ConfigDir: 'conf',
  };
  for (const place of Object.values(places)) mkdirSync(join(folder, place), { recursive: true });
  const files = {
    StatePath: 'data/state',
    ModAttrPath: 'data/modified.conf',
    ObjectsPath: 'cache/objects',
    VarsPath: 'cache/vars',
    PidPath: 'run/pid',
  };
  const user = process.getuid?.() === 0 ? 'root' : (process.env.USER ?? '');
  const defined = Object.entries({ ...places, ...files }).map(([name, path]) => `${name}=${join(folder, path)}`);
  const all = [...defined, `RunAsUser=${user}`, `RunAsGroup=${user}`];
  return {
    program: join(libraries, 'icinga2/sbin/icinga2'),
    options: ['-I', join(root, 'usr/share/icinga2/include'), ...all.flatMap((each) => ['-D', each])],
    env: { ...process.env, LD_LIBRARY_PATH: libraries },
  };
}

/** Its API wants a certificate: an authority of its own, for this run. */
function makeCertificates({ program, options, env }: Icinga, folder: string): void {
  const certificates = join(folder, 'data/certs');
  mkdirSync(certificates, { recursive: true });
  const [key, request, signed] = ['peer.key', 'peer.csr', 'peer.crt'].map((name) => join(certificates, name));
  const pki = (...args: (string | undefined)[]): void => {
    const given = args.filter((each) => each !== undefined);
    const { status, stdout } = spawnSync(program, ['pki', ...given, ...options], { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`icinga2 pki ${given[0]}: ${stdout.slice(-300)}`);
  };
  pki('new-ca');
  pki('new-cert', '--cn', 'peer', '--key', key, '--csr', request);
  pki('sign-csr', '--csr', request, '--cert', signed);
  copyFileSync(join(folder, 'data/ca/ca.crt'), join(certificates, 'ca.crt'));
}

export async function startIcinga(programs: PeerPrograms, folder: string, sinkPort: number): Promise<Peer> {
  const icinga = icingaAt(programs, folder);
  makeCertificates(icinga, folder);
  const port = await freePort();
  const file = join(folder, 'peer.conf');
  writeFileSync(file, config(port, sinkPort));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = {
    accept: 'application/json',
    authorization: `Basic ${Buffer.from('bench:bench').toString('base64')}`,
  };
  const call = (action: string, about: string, more: object): Promise<number> => {
    const body = JSON.stringify({ type: 'Service', filter: `service.name=="${about}"`, ...more });
    return post(`https://127.0.0.1:${port}/v1/actions/${action}`, body, agent, headers);
  };
  // The last ticket is never reported: it only asks whether anybody answers.
  const ready = () =>
    eventually(
      () =>
        call('process-check-result', `ticket-${TICKETS - 1}`, { exit_status: 0, plugin_output: 'well' }).catch(
          () => null,
        ),
      'Icinga 2 to answer',
    );
  const start = async () => {
    const started = startProgram(
      icinga.program,
      ['daemon', '-c', file, '-x', 'critical', ...icinga.options],
      icinga.env,
    );
    await ready();
    // What it does once after a start is not what is measured.
    await pause(1_000);
    return started;
  };
  let child = await start();
  let count = 0;
  return {
    name: 'Icinga 2',
    async report() {
      const ticket = `ticket-${count}`;
      count += 1;
      return {
        ticket: `icinga-${ticket}`,
        startedAt: await call('process-check-result', ticket, { exit_status: 2, plugin_output: 'P1 no heat' }),
      };
    },
    async acknowledge(ticket) {
      const about = ticket.replace('icinga-', '');
      await call('acknowledge-problem', about, { author: 'bench', comment: 'has it', notify: false });
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
