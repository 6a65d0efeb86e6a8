import { describe, expect, test } from '@jest/globals';
import { soundProject } from '../bad-input/sound-project.ts';
import { commitAll, inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';
import { runCommand, type Surroundings } from './run-command.ts';

async function runOnSoundProject(argv: readonly string[], around: Surroundings = {}) {
  return inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    commitAll(folder);
    return runCommand(folder, argv, around);
  });
}

describe('--format json', () => {
  const head = ['version', 'command', 'exitCode', 'findings'];
  const run = [...head, 'headers', 'files', 'definitions', 'readByTokens'];
  test.each([
    ['init include/store.h', [...head, 'header', 'prototypes', 'manifest']],
    ['init include/store.h -o new.yaml', [...head, 'header', 'prototypes', 'output']],
    ['init gone.h', head],
    ['check store.yaml', run],
    ['check gone.yaml', run],
    ['diff store.yaml', [...run, 'patch']],
    ['diff store.yaml --stat', run],
    ['patch store.yaml', [...run, 'patch']],
    ['patch store.yaml -o new.patch', run],
    ['apply store.yaml', run],
  ])('%s', async (line, keys) => {
    const { exitCode, out, err } = await runOnSoundProject([...line.split(' '), '--format', 'json']);
    expect(err).toBe('');
    const report = JSON.parse(out);
    expect(Object.keys(report)).toEqual(keys);
    expect(report).toMatchObject({ version: 1, command: line.split(' ')[0], exitCode });
    expect(exitCode).toBe(line.includes('gone') ? 2 : 0);
  });
});

test.each([
  ['store.yaml', 0, ['assert-unknown', 'not-split']],
  ['gone.yaml', 2, ['input-unreadable']],
])('check --format sarif of %s', async (manifest, code, rules) => {
  const { exitCode, out } = await runOnSoundProject(['check', manifest, '--format', 'sarif']);
  const log: { version: string; runs: { results: { ruleId: string }[] }[] } = JSON.parse(out);
  expect({ exitCode, version: log.version }).toEqual({ exitCode: code, version: '2.1.0' });
  expect(log.runs.flatMap(({ results }) => results.map(({ ruleId }) => ruleId))).toEqual(rules);
});

test('a root that cannot be opened is a SARIF log as well', async () => {
  const { exitCode, out } = await runOnSoundProject(['check', 'store.yaml', '-C', 'gone', '--format', 'sarif']);
  expect(exitCode).toBe(2);
  expect(JSON.parse(out).runs[0].results[0].ruleId).toBe('root-invalid');
});

test.each<[string, readonly string[], Surroundings, boolean]>([
  ['a terminal', [], { stdoutIsTerminal: true }, true],
  ['a pipe', [], {}, false],
  ['NO_COLOR', [], { stdoutIsTerminal: true, env: { NO_COLOR: '1' } }, false],
  ['--color=always', ['--color=always'], {}, true],
  ['--color=never', ['--color=never'], { stdoutIsTerminal: true }, false],
])('colour of diff: %s', async (_, flags, around, coloured) => {
  const { out } = await runOnSoundProject(['diff', 'store.yaml', ...flags], around);
  expect(out.includes('\x1b[')).toBe(coloured);
});

test('a patch has no colour, whatever is asked', async () => {
  const { out } = await runOnSoundProject(['patch', 'store.yaml', '--color=always'], { stdoutIsTerminal: true });
  expect(out).not.toContain('\x1b[');
});

test('init without -o prints a manifest that check accepts but for the parts', async () => {
  const { exitCode, out, err } = await runOnSoundProject(['init', 'include/store.h', '--parts', 'common,graph,io']);
  expect(exitCode).toBe(0);
  expect(out).toMatch(
    /^prototypes:\n {2}store_open: +# store\.c\n {2}store_close: +# store\.c\n {2}store_read: +# store\.c$/m,
  );
  expect(err).toMatch(/^include\/store\.h: 3 prototypes; /);
});

test('functions that the C grammar cannot read are counted, and named in JSON', async () => {
  await inTemporaryFolder(async (folder) => {
    const source = (soundProject['store.c'] ?? '').replace('{\n', '{\n    BEGIN\n    END\n');
    putFiles(folder, { ...soundProject, 'store.c': source });
    const { err } = await runCommand(folder, ['diff', 'store.yaml']);
    expect(err).toContain(
      '1 edited function was read by tokens alone, as the C grammar cannot read it: store_open() in store.c; look at this hunk\n',
    );
    const { out } = await runCommand(folder, ['diff', 'store.yaml', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({ readByTokens: [{ file: 'store.c', name: 'store_open' }] });
  });
});
