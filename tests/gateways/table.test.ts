import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { GATEWAY_KINDS } from '#core/notify/gateways';
import { builtGateways, kindOf } from './built.ts';
import { conformanceTable } from './table.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

describe('the table of gateways', () => {
  it('has a column for every driver there is', () => {
    const columns = new Set(builtGateways().map(([name]) => kindOf(name)));
    expect([...GATEWAY_KINDS].filter((kind) => !columns.has(kind))).toEqual([]);
  });

  it('has no column that nothing is held to', () => {
    const suites = globSync('*.test.ts', { cwd: HERE }).map((file) => readFileSync(join(HERE, file), 'utf8'));
    const untried = builtGateways().filter(([name]) => !suites.some((suite) => suite.includes(`name: '${name}'`)));
    expect(untried.map(([name]) => name)).toEqual([]);
  });

  it('stands in the README as it is; `npm run -s test:gateways -- --table` prints it', () => {
    const readme = readFileSync(join(HERE, '..', '..', 'README.md'), 'utf8');
    expect(readme).toContain(conformanceTable(builtGateways().map(([, declared]) => declared)));
  });

  it('says why something is not done', () => {
    const none = {
      title: 'A',
      against: 'itself',
      does: { ...builtGateways()[0]?.[1].does, find: 'is mute', sameKey: 'is mute' },
    };
    expect(conformanceTable([none as never])).toContain(
      'knows a repeated message, can be asked about a message (is mute)',
    );
  });
});
