import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseCommandLine } from '../../src/cli/command-line.ts';
import { readyHelp } from '../../src/cli/ready-help.ts';
import { inTemporaryFolder } from '../io/temporary-folder.ts';

const root = join(import.meta.dirname, '../..');
const loader = join(root, 'bin/load-bundle.js');
const SOURCE =
  "(function (exports, require) { exports.greet = (name) => ['hello', name, typeof require].join(' ');\n})";

test('a bundle runs with and without its bytecode', () =>
  inTemporaryFolder((folder) => {
    const bundle = join(folder, 'main.cjs');
    writeFileSync(bundle, SOURCE);
    expect(load(bundle)).toEqual({ said: 'hello you function' });
    expect(load(bundle, 'writeBytecode(process.argv[1], script);')).toEqual({ said: 'hello you function' });
    expect(load(bundle)).toEqual({ said: 'hello you function', rejected: false });
  }));

test('bytecode of another node, another bundle, or cut short is left aside', () =>
  inTemporaryFolder((folder) => {
    const bundle = join(folder, 'main.cjs');
    writeFileSync(bundle, SOURCE);
    load(bundle, 'writeBytecode(process.argv[1], script);');
    const bytecode = readFileSync(`${bundle}.bytecode`, 'latin1');
    writeFileSync(`${bundle}.bytecode`, bytecode.replace(process.version, 'v20.0.0-other'), 'latin1');
    expect(load(bundle)).toEqual({ said: 'hello you function' });
    writeFileSync(`${bundle}.bytecode`, bytecode.slice(0, -100), 'latin1');
    expect(load(bundle)).toEqual({ said: 'hello you function', rejected: true });
    writeFileSync(`${bundle}.bytecode`, '');
    expect(load(bundle)).toEqual({ said: 'hello you function' });
    writeFileSync(`${bundle}.bytecode`, bytecode, 'latin1');
    writeFileSync(bundle, SOURCE.replace('hello', 'good morning'));
    expect(load(bundle)).toEqual({ said: 'good morning you function', rejected: true });
  }));

test('a build that lacks a bundle is not taken for one', () =>
  inTemporaryFolder((folder) => {
    cpSync(join(import.meta.dirname, '../../bin'), join(folder, 'bin'), { recursive: true });
    mkdirSync(join(folder, 'dist/bin'), { recursive: true });
    writeFileSync(join(folder, 'dist/bin/main.cjs'), "'use strict'; require('node:url');\n");
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin/header-split.js')], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 70,
      stderr: expect.stringMatching(/^header-split is not built.*\n$/),
    });
  }));

test('the bundles require nothing that is not in the package', () => {
  for (const bundle of ['main.cjs', 'commands.cjs']) {
    const text = readFileSync(join(root, 'dist/bin', bundle), 'latin1');
    const required = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, id]) => id ?? '');
    expect(required.filter((id) => !isBuiltin(id) && !id.startsWith('./'))).toEqual([]);
  }
});

test('the build leaves the text of --help as the parser of command lines makes it', async () => {
  const text = readFileSync(join(root, 'dist/bin/help.txt'), 'utf8');
  for (const word of ['--help', '-h']) {
    expect(await parseCommandLine([word], '1.0')).toEqual({ kind: 'print', text });
    // Beside the sources lies none.
    expect(readyHelp([word])).toBeNull();
  }
  const { stdout } = spawnSync(process.execPath, [join(root, 'bin/header-split.js'), '-h'], { encoding: 'utf8' });
  expect(stdout).toBe(text);
});

test('the library is imported by the name of the package', () => {
  const script = `
    import { memoryTree, parseManifest, splitTree } from 'header-split';
    const text = 'version: 1\\nheader: a.h\\nparts: { common: {}, io: {} }\\nprototypes: { f: io }\\n';
    const { manifest } = parseManifest({ path: 'm.yaml', text });
    const tree = memoryTree({ 'a.h': '#ifndef A_H\\n#define A_H\\n\\nint f(void);\\n\\n#endif\\n' });
    const { headers } = await splitTree(tree, manifest);
    console.log(headers.map(({ path }) => path).join(' '));`;
  const argv = ['--input-type=module', '-e', script];
  const { stdout, stderr } = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: 'a-io.h a.h\n', stderr: '' });
});

/** What a new node says of the bundle; `rejected` when it was offered bytecode. */
function load(bundle: string, then = ''): unknown {
  const script = `
    const { loadBundle, writeBytecode } = require(${JSON.stringify(loader)});
    const { exports, script } = loadBundle(process.argv[1]);
    console.log(JSON.stringify({ said: exports.greet('you'), rejected: script.cachedDataRejected }));
    ${then}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script, bundle], { encoding: 'utf8' });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout);
}
