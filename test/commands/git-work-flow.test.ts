import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { soundProject } from '../bad-input/sound-project.ts';
import { commitAll, git, inTemporaryFolder, putFiles, snapshot } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';

/** The sound project below `prefix` of a repository; returns the project's folder. */
function commitProject(folder: string, prefix: string): string {
  putFiles(folder, Object.fromEntries(Object.entries(soundProject).map(([path, text]) => [prefix + path, text])));
  commitAll(folder);
  return join(folder, prefix);
}

function applyPatch(folder: string, patch: string, ...options: readonly string[]): void {
  const input = Buffer.from(patch, 'latin1');
  execFileSync('git', ['-C', folder, 'apply', ...options], { input, stdio: ['pipe', 'pipe', 'pipe'] });
}

async function output(folder: string, ...argv: readonly string[]): Promise<string> {
  const { exitCode, out } = await runCommand(folder, argv);
  expect(exitCode).toBe(0);
  return out;
}

test('init, fill in the parts, check, diff, patch, git apply, and nothing is left to do', async () => {
  await inTemporaryFolder(async (folder) => {
    const { 'store.yaml': _, ...project } = soundProject;
    putFiles(folder, project);
    commitAll(folder);
    const written = await runCommand(folder, ['init', 'include/store.h', '-o', 'store.yaml']);
    expect({ exitCode: written.exitCode, out: written.out }).toEqual({ exitCode: 0, out: '' });

    const unassigned = await runCommand(folder, ['check', 'store.yaml']);
    expect(unassigned.exitCode).toBe(1);
    for (const name of ['store_open', 'store_close', 'store_read']) {
      expect(unassigned.out).toContain(`error: prototype '${name}' has no part [prototype-unassigned]`);
    }
    const path = join(folder, 'store.yaml');
    const filled = readFileSync(path, 'utf8')
      .replace(/^( {2}store_(?:open|close)):( *#.*)?$/gm, '$1: graph')
      .replace(/^( {2}store_read):( *#.*)?$/m, '$1: io')
      .replace(/^ {4}# assert: .*$/m, '    assert: main_loop();');
    writeFileSync(path, filled);
    expect(await output(folder, 'check', 'store.yaml')).toContain('[not-split]');
    expect((await runCommand(folder, ['diff', 'store.yaml', '--exit-code'])).exitCode).toBe(1);

    const patch = await output(folder, 'patch', 'store.yaml');
    expect(patch).toBe(await output(folder, 'diff', 'store.yaml'));
    applyPatch(folder, patch, '--index');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'split');
    expect(await output(folder, 'diff', 'store.yaml', '--exit-code')).toBe('');
    expect(await output(folder, 'check', 'store.yaml')).toBe('');
    expect(readFileSync(join(folder, 'store.c'), 'latin1').match(/main_loop\(\);/g)).toHaveLength(2);
  });
});

test('a patch and apply make the same bytes, and so do the two halves', async () => {
  const trees = await Promise.all(
    [['apply'], ['patch'], ['patch', 'headers', 'assertions'], ['apply', 'headers', 'assertions']].map(
      ([command = '', ...halves]) =>
        inTemporaryFolder(async (folder) => {
          commitProject(folder, '');
          for (const only of halves.length === 0 ? [[]] : halves.map((half) => ['--only', half])) {
            const patch = await output(folder, command, 'store.yaml', ...only);
            if (command === 'patch') applyPatch(folder, patch, '--index');
          }
          return snapshot(folder);
        }),
    ),
  );
  for (const tree of trees) expect(tree).toEqual(trees[0]);
  expect(Object.keys(trees[0] ?? {})).toContain('include/store-io.h');
});

test('both halves as patches of the same tree apply one on the other', async () => {
  await inTemporaryFolder(async (folder) => {
    commitProject(folder, '');
    const [headers, assertions, whole] = [
      await output(folder, 'patch', 'store.yaml', '--only', 'headers'),
      await output(folder, 'patch', 'store.yaml', '--only', 'assertions'),
      await output(folder, 'patch', 'store.yaml'),
    ];
    applyPatch(folder, headers, '--index');
    applyPatch(folder, assertions, '--index', '--3way');
    const halves = snapshot(folder);
    git(folder, 'reset', '-q', '--hard');
    applyPatch(folder, whole, '--index');
    expect(snapshot(folder)).toEqual(halves);
  });
});

test.each<[string, string, readonly string[]]>([
  ['from the top level by -C', '', ['-C', 'below', 'below/store.yaml']],
  ['from the root by -C', 'below', ['-C', '.', 'store.yaml']],
  ['from a folder inside the root', 'below/include', ['-C', '..', '../store.yaml']],
])('a root below the top level: %s', async (_, from, [, ...rest]) => {
  await inTemporaryFolder(async (folder) => {
    const root = commitProject(folder, 'below/');
    const [at = '', manifest = ''] = rest;
    const patch = await output(join(folder, from), 'patch', '-C', at, manifest);
    expect(patch).toMatch(/^diff --git a\/below\/include\/store-common\.h b\/below\/include\/store-common\.h$/m);
    for (const applyFrom of [folder, root]) {
      applyPatch(applyFrom, patch, '--index');
      expect(await output(join(folder, from), 'diff', '-C', at, manifest)).toBe('');
      git(folder, 'reset', '-q', '--hard');
    }
  });
});

test('without git the folder is the tree, and GNU patch takes the patch', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    const patch = await output(folder, 'patch', 'store.yaml');
    execFileSync('patch', ['-s', '-p1', '-d', folder], { input: Buffer.from(patch, 'latin1') });
    expect(await output(folder, 'diff', 'store.yaml')).toBe('');
    expect(await output(folder, 'check', 'store.yaml')).toBe('');
  });
});

test('a header, a banner and a manifest that are not ASCII keep their bytes', async () => {
  await inTemporaryFolder(async (folder) => {
    const latin1 = (soundProject['include/store.h'] ?? '').replace('typedef', '/* Gr\xf6\xdfe */\ntypedef');
    const banner = Buffer.from('io: { banner: "Für alle ∀" }', 'utf8').toString('latin1');
    putFiles(folder, {
      ...soundProject,
      'include/store.h': latin1,
      'store.yaml': (soundProject['store.yaml'] ?? '').replace('io: {}', banner),
    });
    commitAll(folder);
    applyPatch(folder, await output(folder, 'patch', 'store.yaml'), '--index');
    const tree = snapshot(folder);
    expect(tree['include/store-common.h']).toContain('/* Gr\xf6\xdfe */\n');
    expect(tree['include/store-io.h']).toContain(Buffer.from('Für alle ∀', 'utf8').toString('latin1'));
    expect(await output(folder, 'diff', 'store.yaml')).toBe('');
  });
});

test('init writes no file over another', async () => {
  await inTemporaryFolder(async (folder) => {
    commitProject(folder, '');
    const before = snapshot(folder);
    const { exitCode, err } = await runCommand(folder, ['init', 'include/store.h', '-o', 'store.yaml']);
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^error: store.yaml cannot be written: file already exists \[output-unwritable\]/);
    expect(snapshot(folder)).toEqual(before);
  });
});
