import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** Where Debian's own two stand, unpacked or installed: nothing of them is started by Debian, nothing stays. */
export type PeerPrograms = {
  /** Prefix of their files: `/` where they are installed. */
  readonly root: string;
  readonly libraries: string;
};

const PACKAGES = ['prometheus-alertmanager', 'icinga2-bin'] as const;
const LIBRARIES = 'usr/lib/x86_64-linux-gnu';

const isThere = (root: string): boolean =>
  existsSync(join(root, 'usr/bin/prometheus-alertmanager')) &&
  existsSync(join(root, LIBRARIES, 'icinga2/sbin/icinga2'));

/** Finds them, or as root fetches and unpacks them into `folder`. A sentence where that cannot be. */
export function peerPrograms(folder: string): PeerPrograms | string {
  if (isThere('/')) return { root: '/', libraries: join('/', LIBRARIES) };
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return `Alertmanager and Icinga 2 are not installed; root can fetch them (${PACKAGES.join(', ')})`;
  if (!existsSync('/usr/bin/curl')) return 'Icinga 2 speaks to the sink through curl, which is not installed';
  const fetched = join(folder, 'packages');
  mkdirSync(join(fetched, 'partial'), { recursive: true });
  const options = ['-qq', '-y', '--no-install-recommends', '--download-only', '-o', `Dir::Cache::archives=${fetched}/`];
  const got = spawnSync('apt-get', [...options, 'install', ...PACKAGES], { encoding: 'utf8' });
  if (got.status !== 0) return `Alertmanager and Icinga 2 could not be fetched: ${got.stderr.trim().slice(-200)}`;
  const root = join(folder, 'unpacked');
  for (const name of readdirSync(fetched).filter((each) => each.endsWith('.deb')))
    spawnSync('dpkg', ['-x', join(fetched, name), root]);
  return isThere(root) ? { root, libraries: join(root, LIBRARIES) } : 'the packages hold other files than expected';
}
