import { networkInterfaces } from 'node:os';
import type { SipConfig } from './sip-entry.ts';

/** What baresip reads when it starts. The settings were checked for what would end a value here. */
export type BaresipFiles = { readonly config: string; readonly accounts: string };

/**
 * Its files for one line: no microphone, no speaker, no keyboard; what is said comes from a file, and what it does is asked
 * and told over a port of this computer alone.
 */
export function baresipFiles(
  sip: SipConfig,
  own: { readonly controlPort: number; readonly modules: string; readonly quiet: string },
): BaresipFiles {
  const config = [
    `module_path ${own.modules}`,
    'module g711.so',
    'module aufile.so',
    'module_tmp account.so',
    'module_app menu.so',
    'module_app ctrl_tcp.so',
    `ctrl_tcp_listen 127.0.0.1:${own.controlPort}`,
    `audio_source aufile,${own.quiet}`,
    'call_max_calls 1',
    // The core's own timer ends what rings too long; this one ends no call that is being made.
    'call_local_timeout 600',
    'sip_cafile /etc/ssl/certs/ca-certificates.crt',
    ...bound(sip.bindAddress),
    '',
  ].join('\n');
  return { config, accounts: `${account(sip)}\n` };
}

function account(sip: SipConfig): string {
  const name = sip.callerNumber === undefined ? '' : `"${sip.callerNumber}" `;
  const transport = sip.transport === 'udp' ? '' : `;transport=${sip.transport}`;
  const proxy = sip.outboundProxy;
  return [
    `${name}<sip:${sip.username}@${sip.server}${transport}>`,
    `;auth_user=${sip.authName ?? sip.username}`,
    `;auth_pass=${sip.password}`,
    `;regint=${sip.registers === 'yes' ? 120 : 0}`,
    proxy === undefined ? '' : `;outbound="sip:${proxy}${transport}"`,
  ].join('');
}

/** What to dial for a number. */
export function dialled(sip: Pick<SipConfig, 'server' | 'numbers' | 'transport'>, phone: string): string {
  const number = sip.numbers === 'plus' ? phone : phone.replace(/^\+/, '');
  const transport = sip.transport === 'udp' ? '' : `;transport=${sip.transport}`;
  return `sip:${number}@${sip.server}${transport}`;
}

function bound(address: string | undefined): readonly string[] {
  if (address === undefined) return [];
  const [name] =
    Object.entries(networkInterfaces()).find(([, all]) => all?.some((each) => each.address === address)) ?? [];
  // It refuses the computer's own loop by name, but takes an address of it.
  const byName = name === undefined || name === 'lo' ? [] : [`net_interface ${name}`];
  return [`sip_listen ${address}:0`, ...byName];
}
