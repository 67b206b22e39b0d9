import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Imports point one way: a planted violation fails the lint with a sentence that says where the code should go. */

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-rules-'));
  for (const name of ['biome.json', '.gitignore']) copyFileSync(join(REPOSITORY, name), join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lints one planted file under the project's own rules, outside the project. */
const lint = (file: string, from: string) => {
  const planted = join(folder, file);
  mkdirSync(dirname(planted), { recursive: true });
  writeFileSync(planted, `import { planted } from '${from}';\n\nexport const used = planted;\n`);
  const biome = join(REPOSITORY, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const { status, stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', '--error-on-warnings', file], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, text: (stdout + stderr).replaceAll(/\s+/g, ' ') };
};

describe('imports point one way', () => {
  it.each([
    ['shared/triage/planted.ts', 'node:fs', 'I/O belongs in electron/core'],
    ['shared/incident/planted.ts', '#core/store', 'I/O belongs in electron/core'],
    ['shared/oncall/planted.ts', 'react', 'screens in renderer'],
    ['electron/core/desk/planted.ts', 'electron', 'belongs in electron/main'],
    ['electron/core/desk/planted.ts', '../../main/shell.ts', 'belongs in electron/main'],
    ['electron/main/planted.ts', 'electron', 'add to the Shell interface'],
    ['electron/cli/planted.ts', '../main/shell.ts', 'runs over electron/core alone'],
    ['electron/cli/planted.ts', '../../electron/main/shell.ts', 'runs over electron/core alone'],
    ['renderer/screens/desk/planted.ts', 'node:fs', 'The renderer shows and asks'],
    ['renderer/stores/planted.ts', '../../electron/core/store/index.ts', 'The renderer shows and asks'],
  ])('%s may not import %s', (file, from, sentence) => {
    const { status, text } = lint(file, from);
    expect(text).toContain(sentence);
    expect(status).toBe(1);
  });

  it.each([
    ['electron/main/electron-shell.ts', 'electron'],
    ['electron/core/desk/allowed.ts', '#shared/incident'],
    ['renderer/screens/desk/allowed.ts', '#shared/messages'],
    ['shared/triage/allowed.ts', '#shared/contract'],
  ])('%s may import %s', (file, from) => {
    expect(lint(file, from)).toMatchObject({ status: 0 });
  });
});
