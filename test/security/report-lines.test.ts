import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { soundProject } from '../bad-input/sound-project.ts';
import { type Outcome, runCommand } from '../commands/run-command.ts';
import { identify } from '../io/init-repository.ts';
import { commitAll, git, inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';

/** What runners look for: GitHub Actions at the start of a line, blanks and colour left out; the others anywhere. */
const COMMAND = /^(?:\s|\p{Cc}\[[0-9;]*m)*::|##\w*\[/mu;

const commands = [
  '::error file=README.md,line=1::pwned',
  '::add-mask::a',
  '##[error]pwned',
  '##vso[task.setvariable variable=x]y',
  "##teamcity[buildStatus status='SUCCESS']",
];

/** Every way to print findings: one writer of each command prints them, in each format. */
const reports: readonly (readonly string[])[] = [
  ['check'],
  ['check', '--color', 'always'],
  ['check', '--format', 'json'],
  ['check', '--format', 'sarif'],
  ['diff'],
  ['patch', '--format', 'json'],
  ['series', '-o', '../mails'],
  ['apply'],
  ['sync', '--dry-run'],
  ['regenerate', '--dry-run'],
];

/** And every way to print what a run does. */
const calls: readonly (readonly string[])[] = [
  ...reports,
  ['diff', '--stat'],
  ['diff', '--format', 'json'],
  ['patch'],
  ['series', '-o', '../mails', '--format', 'json'],
  ['sync', '--dry-run', '--format', 'json'],
  ['apply', '--format', 'json'],
];

/** Calls the tool in every way in a project with these files; `work` sees what each call printed. */
async function callWith(
  files: Readonly<Record<string, string>>,
  manifest: string,
  work: (outcome: Outcome, argv: readonly string[]) => void,
): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const top = join(folder, 'top');
    putFiles(top, files);
    commitAll(top);
    identify(join(top, '.git'));
    await callIn(top, manifest, calls, work);
  });
}

async function callIn(
  top: string,
  manifest: string,
  ways: readonly (readonly string[])[],
  work: (outcome: Outcome, argv: readonly string[]) => void,
): Promise<void> {
  for (const [command = '', ...flags] of ways) {
    const argv = [command, manifest, ...flags];
    const outcome = await runCommand(top, argv);
    expect(outcome.exitCode).toBeLessThanOrEqual(2);
    work(outcome, argv);
  }
}

function expectNoCommand({ out, err }: Outcome, argv: readonly string[]): void {
  expect([argv, COMMAND.exec(err)?.[0]]).toEqual([argv, undefined]);
  // A patch has the bytes of the tree behind its signs; only how its lines begin is ours.
  const isPatch = ['diff', 'patch'].includes(argv[0] ?? '') && !argv.includes('--format') && !argv.includes('--stat');
  expect([argv, (isPatch ? /^\s*(?:::|##\w*\[)/m : COMMAND).exec(out)?.[0]]).toEqual([argv, undefined]);
}

describe.each(commands)('%s', (command) => {
  test('as a folder of header, sources and manifest', async () => {
    const inside = (path: string): string => `${command}/${path}`;
    const manifest = (soundProject['store.yaml'] ?? '')
      .replace('include/store.h', `"${inside('include/store.h')}"`)
      .replace('io: {}', `io: {}\n  more: { into: io }`);
    const files = {
      [inside('include/store.h')]: soundProject['include/store.h'] ?? '',
      [inside('store.c')]: soundProject['store.c'] ?? '',
      [inside('other.c')]: 'int store_open(void) { return 1; }\n',
      [inside('names')]: 'include/store.h store.h\n',
      [inside('store.yaml')]: manifest,
    };
    await callWith(files, inside('store.yaml'), expectNoCommand);
  });

  test('as a name in the manifest, and a text of several lines', async () => {
    const yaml = soundProject['store.yaml'] ?? '';
    const text = JSON.stringify(`x\n  ${command}\n${command}`);
    const name = JSON.stringify(command);
    // What is told of one does not keep the tool from telling of the others beside it.
    const manifests = [
      `${yaml.replace('store_read:', `${name}:`)}annotations: [${text}]\n${name}: 1\n`,
      yaml.replace('store_read: io', `store_read: ${name}`),
      yaml.replace('main_loop();', command.replaceAll("'", '')),
      `${yaml}licence: { from: ${name} }\ndefinitions: [${name}]\nwrapper: { banner: ${text} }\n`,
      `${yaml}includes: { ${name}: wrapper }\n`,
      `${yaml}${command}\n`,
    ];
    await inTemporaryFolder(async (folder) => {
      const top = join(folder, 'top');
      putFiles(top, soundProject);
      commitAll(top);
      identify(join(top, '.git'));
      for (const broken of manifests) {
        putFiles(top, { ...soundProject, 'store.yaml': broken });
        git(top, 'commit', '-q', '-a', '--allow-empty', '-m', 'broken');
        await callIn(top, 'store.yaml', reports, expectNoCommand);
        git(top, 'clean', '-qfd');
      }
    });
  });

  test('as lines of the header and the source, around every place', async () => {
    const hostile = (text: string): string => text.replace(/\n/g, `\n/*\n${command}\n  ${command}\n*/\n`);
    const files = {
      ...soundProject,
      'include/store.h': hostile(soundProject['include/store.h'] ?? ''),
      'store.c': hostile(soundProject['store.c'] ?? ''),
    };
    await callWith(files, 'store.yaml', expectNoCommand);
  });

  test('as an argument of the command line', async () => {
    await inTemporaryFolder(async (top) => {
      putFiles(top, soundProject);
      for (const argv of [
        [command],
        ['check', command],
        ['check', `x\n${command}`],
        ['check', 'store.yaml', `--${command}`],
        ['check', 'store.yaml', '-C', `\n${command}`],
        ['diff', 'store.yaml', '--from', `\n${command}`],
        ['init', command],
        ['check', 'store.yaml', '--format', `\n${command}`],
      ]) {
        expectNoCommand(await runCommand(top, argv), argv);
      }
    });
  });
});

test('a diff that has such lines behind signs makes the same change', async () => {
  await inTemporaryFolder(async (top) => {
    const source = (soundProject['store.c'] ?? '').replaceAll('{\n', '{\n    /*\n::error::x\n\t##[y]\n*/\n');
    putFiles(top, { ...soundProject, 'store.c': `${source}::warning::the last line` });
    commitAll(top);
    for (const command of ['diff', 'patch']) {
      const { out, exitCode } = await runCommand(top, [command, 'store.yaml']);
      expect({ exitCode, isEscaped: /^-::error::x$[\s\S]*^\+::error::x$/m.test(out) }).toEqual({
        exitCode: 0,
        isEscaped: true,
      });
      writeFileSync(join(top, 'x.patch'), out, 'latin1');
      const patched = (program: string, ...args: readonly string[]): string => {
        execFileSync(program, args, { cwd: top, stdio: 'pipe' });
        const text = readFileSync(join(top, 'store.c'), 'latin1');
        git(top, 'checkout', '-q', '.');
        git(top, 'clean', '-qfd', '-e', 'x.patch');
        return text;
      };
      const expected = [patched('git', 'apply', 'x.patch'), patched('patch', '-p1', '-s', '-i', 'x.patch')];
      await runCommand(top, ['apply', 'store.yaml']);
      const applied = readFileSync(join(top, 'store.c'), 'latin1');
      git(top, 'checkout', '-q', '.');
      git(top, 'clean', '-qfd', '-e', 'x.patch');
      expect(expected).toEqual([applied, applied]);
    }
  });
});

test('a manifest that is learnt from hostile banners prints none, and means the same', async () => {
  await inTemporaryFolder(async (top) => {
    putFiles(top, soundProject);
    const yaml = (soundProject['store.yaml'] ?? '').replace(
      'io: {}',
      `io: { banner: ${JSON.stringify(`Thread-safe.\n${commands.join('\n')}`)} }`,
    );
    putFiles(top, { 'store.yaml': yaml });
    expect((await runCommand(top, ['apply', 'store.yaml'])).exitCode).toBe(0);
    const { out, exitCode } = await runCommand(top, ['init', 'include/store.h', '--from-split']);
    expect({ exitCode, hasText: out.includes('Thread-safe.') }).toEqual({ exitCode: 0, hasText: true });
    expect(/^\s*(?:::|##\w*\[)/m.exec(out)).toBeNull();
    renameSync(join(top, 'store.yaml'), join(top, 'old.yaml'));
    putFiles(top, { 'store.yaml': out });
    expect((await runCommand(top, ['check', 'store.yaml'])).exitCode).toBe(0);
  });
});
