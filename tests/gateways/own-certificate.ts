import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type OwnCertificate = { readonly key: string; readonly cert: string };

/** Why there is none, as the end of a test's name; empty where openssl is installed. */
export const NO_OPENSSL =
  spawnSync('openssl', ['version']).status === 0 ? '' : ' (skipped: openssl is not installed on this machine)';

/** A certificate that nobody signed but itself, for a name or an address such as `IP:127.0.0.1`. */
export function ownCertificate(subjectAltName: string): OwnCertificate {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-certificate-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
      ...['-keyout', key, '-out', cert, '-subj', '/CN=smsc of a test', '-addext', `subjectAltName=${subjectAltName}`],
    ]);
    if (made.status !== 0) throw new Error(`openssl: ${made.stderr}`);
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
