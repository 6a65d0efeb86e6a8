import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { commitAll, git, inTemporaryFolder, putFiles, snapshot } from '../io/temporary-folder.ts';
import { splitByHand } from '../plan/split-by-hand.ts';
import { runCommand } from './run-command.ts';

const demo = join(import.meta.dirname, '../../manifests/demo');

/** The demo's manifest without what leaves no trace in a split: whose a comment is, and who may call whom. */
function traceable(yaml: string): string {
  const text = yaml.replace('{ part: io, comment: own }', 'io').replaceAll(/^ {4}may_call: .*\n/gm, '');
  expect(text).not.toMatch(/comment: own|may_call/);
  return text;
}

async function output(folder: string, ...argv: readonly string[]): Promise<string> {
  const { exitCode, out, err } = await runCommand(folder, argv);
  expect({ argv, exitCode, err: exitCode === 0 ? '' : err }).toEqual({ argv, exitCode: 0, err: '' });
  return out;
}

function headers(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(snapshot(folder)).filter(([path]) => path.endsWith('.h')));
}

test('what a split of the demo teaches splits the whole header into the same bytes', async () => {
  await inTemporaryFolder(async (folder) => {
    cpSync(join(demo, 'project'), folder, { recursive: true });
    commitAll(folder);
    const given = traceable(readFileSync(join(demo, 'volume.yaml'), 'utf8'));
    writeFileSync(join(folder, 'given.yaml'), given);
    await output(folder, 'apply', 'given.yaml');
    const split = headers(folder);
    const manifest = await output(folder, 'init', '--from-split', 'include/volume.h');
    git(folder, 'checkout', '-q', '.');
    git(folder, 'clean', '-fdq');
    expect(headers(folder)).not.toEqual(split);

    writeFileSync(join(folder, 'learnt.yaml'), manifest);
    await output(folder, 'apply', 'learnt.yaml');
    expect(headers(folder)).toEqual(split);

    const [learnt, wanted] = [parse(manifest), parse(given)];
    expect({ parts: learnt.parts, wrapper: learnt.wrapper, macros: learnt.declaration_macros }).toEqual({
      parts: wanted.parts,
      wrapper: wanted.wrapper,
      macros: wanted.declaration_macros,
    });
    expect(learnt.declarations).toEqual(wanted.declarations);
    expect(learnt.prototypes).toEqual({ ...wanted.prototypes, volume_register_driver: 'graph' });
  });
});

test('a function without its assertion is left to check', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, splitByHand);
    commitAll(folder);
    const written = await runCommand(folder, ['init', '--from-split', 'include/disk.h', '-o', 'disk.yaml']);
    expect(written).toEqual({
      exitCode: 0,
      out: '',
      err: "include/disk.h: 5 prototypes in common 0, graph 3, io 2; read what is asserted, then run 'header-split check'\n",
    });
    const { exitCode, out } = await runCommand(folder, ['check', 'disk.yaml', '--format', 'json']);
    expect(exitCode).toBe(1);
    const messages = JSON.parse(out).findings.map(({ message }: { message: string }) => message);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('disk_name()');
  });
});

test('a header that is whole is refused, and so are parts by name', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, { 'disk.h': '#ifndef DISK_H\n#define DISK_H\nint disk_open(void);\n#endif\n' });
    const whole = await runCommand(folder, ['init', '--from-split', 'disk.h', '-o', 'disk.yaml']);
    expect(whole).toEqual({ exitCode: 2, out: '', err: expect.stringContaining('[wrapper-expected]') });
    expect(Object.keys(snapshot(folder))).toEqual(['disk.h']);
    const named = await runCommand(folder, ['init', '--from-split', 'disk.h', '--parts', 'graph,io']);
    expect(named).toEqual({ exitCode: 2, out: '', err: expect.stringContaining('--parts') });
  });
});

test('paths need not be ASCII', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, Object.fromEntries(Object.entries(splitByHand).map(([path, text]) => [`größe/${path}`, text])));
    commitAll(folder);
    for (const [header, ...flags] of [['disk.h', '--from-split'], ['disk-io.h']]) {
      const manifest = await output(folder, 'init', `größe/include/${header}`, ...flags);
      const { header: path, definitions } = parse(Buffer.from(manifest, 'latin1').toString('utf8'));
      expect({ path, definitions }).toEqual({ path: `größe/include/${header}`, definitions: ['größe/disk.c'] });
    }
  });
});
