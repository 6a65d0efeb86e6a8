import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { soundProject } from '../bad-input/sound-project.ts';
import { inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';

test('check names the definition that lost its assertion, and apply puts it back', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    expect((await runCommand(folder, ['apply', 'store.yaml'])).exitCode).toBe(0);
    const source = join(folder, 'store.c');
    const asserted = readFileSync(source, 'latin1');
    writeFileSync(source, asserted.replace('    main_loop();\n', ''), 'latin1');
    const { exitCode, out } = await runCommand(folder, ['check', 'store.yaml']);
    expect(exitCode).toBe(1);
    expect(out).toContain('[assertion-missing]');
    expect(out).toContain('--> store.c:3:8');
    expect((await runCommand(folder, ['apply', 'store.yaml'])).exitCode).toBe(0);
    expect(readFileSync(source, 'latin1')).toBe(asserted);
  });
});

test('apply --only assertions wants a split tree', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    const { exitCode, err } = await runCommand(folder, ['apply', 'store.yaml', '--only', 'assertions']);
    expect(exitCode).toBe(2);
    expect(err).toContain('[only-assertions]');
    expect(readFileSync(join(folder, 'store.c'), 'latin1')).toBe(soundProject['store.c']);
  });
});

test('init takes no header outside the root, and no parts that a manifest may not have', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, { ...soundProject, 'sub/readme': '' });
    const outside = await runCommand(folder, ['init', 'include/store.h', '-C', 'sub']);
    expect(outside.exitCode).toBe(2);
    expect(outside.err).toContain('[header-outside]');
    const twice = await runCommand(folder, ['init', 'include/store.h', '--parts', 'io,io']);
    expect(twice.exitCode).toBe(2);
    expect(twice.out).toBe('');
    expect(twice.err).toContain('[manifest-duplicate-key]');
  });
});
