import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { soundProject } from '../bad-input/sound-project.ts';
import { type Outcome, runCommand } from '../commands/run-command.ts';
import { everyByte } from '../io/series/series-fixture.ts';
import { putFiles } from '../io/temporary-folder.ts';
import { bytesBeside, calls, inHostileProject, type Site } from './hostile-project.ts';

/** Calls the tool in every way that reads `manifest` and does not write; none may end with more than 2, or write. */
async function expectHarmless({ top, folder }: Site, manifest = 'store.yaml'): Promise<readonly Outcome[]> {
  const before = bytesBeside(folder, join(folder, 'nothing'));
  const outcomes: Outcome[] = [];
  for (const [command = '', ...flags] of calls.filter((call) => !call.includes('--branch') && !call.includes('-o'))) {
    const outcome = await runCommand(top, [command, manifest, ...flags]);
    expect(outcome.exitCode).toBeLessThanOrEqual(2);
    outcomes.push(outcome);
  }
  expect(bytesBeside(folder, join(folder, 'nothing'))).toEqual(before);
  return outcomes;
}

const fifo = (path: string): void => {
  rmSync(path, { force: true });
  execFileSync('mkfifo', [path]);
};

describe('what is not a regular file is not waited for, and not read to its end', () => {
  const kinds: Readonly<Record<string, (path: string) => void>> = {
    'a pipe': fifo,
    'a link to a device': (path) => {
      rmSync(path, { force: true });
      symlinkSync('/dev/zero', path);
    },
    'a folder': (path) => {
      rmSync(path, { force: true });
      mkdirSync(path);
    },
    'a file of gigabytes': (path) => {
      writeFileSync(path, '');
      truncateSync(path, 5 * 2 ** 30);
    },
  };
  const places = ['include/store.h', 'store.yaml', 'include/store-io.h', 'include/store-graph.h'];
  test.each(Object.keys(kinds).flatMap((kind) => places.map((place) => [kind, place] as const)))(
    '%s as %s',
    async (kind, place) => {
      await inHostileProject(async ({ top }) => {
        kinds[kind]?.(join(top, place));
        for (const [command = '', ...flags] of [['check'], ['diff'], ['patch'], ['apply'], ['regenerate'], ['sync']]) {
          const { exitCode, err } = await runCommand(top, [command, 'store.yaml', ...flags]);
          expect([command === 'check' ? 1 : 2, 2]).toContain(exitCode);
          expect(err).not.toContain('bug of header-split');
        }
      });
    },
  );

  test.each(Object.keys(kinds))('%s as a source file', async (kind) => {
    await inHostileProject(async ({ top }) => {
      kinds[kind]?.(join(top, 'store.c'));
      for (const command of ['check', 'diff', 'patch', 'apply']) {
        expect((await runCommand(top, [command, 'store.yaml'])).exitCode).toBeLessThanOrEqual(2);
      }
    });
  });

  test('a pipe among the mails of the version before, or in the way of one', async () => {
    await inHostileProject(async ({ top, folder }) => {
      expect((await runCommand(top, ['series', 'store.yaml', '-o', '../mails'])).exitCode).toBe(0);
      fifo(join(folder, 'mails/0001-store.h-split-into-graph-and-io.patch'));
      const second = ['series', 'store.yaml', '-o', '../mails-v2', '-v2', '--previous', '../mails'];
      expect((await runCommand(top, second)).err).toContain('[previous-unusable]');
      const again = await runCommand(top, ['series', 'store.yaml', '-o', '../mails']);
      expect({ exitCode: again.exitCode, isSaid: again.err.includes('[mails-') }).toEqual({
        exitCode: 2,
        isSaid: true,
      });
    });
  });
});

describe('git is not left to wait for a pipe, nor to read a device', () => {
  test.each([
    '.git/HEAD',
    '.git/config',
    '.git/index',
    '.git/commondir',
    '.git/info/exclude',
    '.gitignore',
    '.git/shallow',
  ])('%s', async (path) => {
    for (const make of [fifo, (at: string) => symlinkSync('/dev/zero', at)]) {
      await inHostileProject(async ({ top }) => {
        mkdirSync(join(top, '.git/info'), { recursive: true });
        rmSync(join(top, path), { force: true });
        make(join(top, path));
        for (const argv of [['diff'], ['diff', '--from', 'HEAD'], ['series', '-o', '../mails'], ['apply']]) {
          const [command = '', ...flags] = argv;
          const { exitCode, err } = await runCommand(top, [command, 'store.yaml', ...flags]);
          expect(err).not.toContain('bug of header-split');
          expect({ argv, exitCode }).toEqual({ argv, exitCode: flags.length > 0 ? 2 : 0 });
        }
      });
    }
  });
});

test('nor to wait for what its configuration names', async () => {
  await inHostileProject(async ({ top }) => {
    const config = join(top, '.git/config');
    const before = readFileSync(config, 'utf8');
    fifo(join(top, '.git/pipe'));
    writeFileSync(join(top, '.git/more'), '[core]\n\texcludesFile = .git/pipe\n');
    for (const setting of [
      '[core]\n\texcludesFile = ".git/pipe" ; ignored\n',
      `[core] AttributesFile=${join(top, '.git')}/pi\\\npe\n`,
      '[include]\n\tpath = pipe\n',
      '[includeIf "gitdir:**"]\n\tpath = more\n',
    ]) {
      writeFileSync(config, before + setting);
      const { exitCode, err } = await runCommand(top, ['diff', 'store.yaml', '--notes']);
      expect({ setting, exitCode }).toEqual({ setting, exitCode: 0 });
      expect(err).toContain('/.git/pipe is a pipe or a device');
    }
    writeFileSync(config, `${before}[core]\n\texcludesFile = /dev/null\n`);
    expect((await runCommand(top, ['diff', 'store.yaml', '--notes'])).err).not.toContain('a pipe or a device');
  });
});

describe('links that lead out of the tree', () => {
  test('folders on the way to header, part files, sources and manifest are not followed to write', async () => {
    await inHostileProject(async (site) => {
      const { top, folder } = site;
      renameSync(join(top, 'include'), join(folder, 'include'));
      symlinkSync('../include', join(top, 'include'));
      for (const { exitCode } of await expectHarmless(site)) expect(exitCode).toBe(2);
    });
  });

  test.each(['include/parts', 'a/b'])('a folder for part files: %s', async (path) => {
    await inHostileProject(async (site) => {
      const { top, folder } = site;
      mkdirSync(join(folder, 'out/b'), { recursive: true });
      symlinkSync(join(folder, 'out'), join(top, path.replace('/b', '')));
      const yaml = (soundProject['store.yaml'] ?? '').replace('io: {}', `io: { file: ${path}/store-io.h }`);
      putFiles(top, { 'store.yaml': yaml });
      const outcomes = await expectHarmless(site);
      expect(outcomes.map(({ exitCode }) => exitCode)).toContain(2);
      expect((await runCommand(top, ['apply', 'store.yaml'])).err).toContain('[write-refused]');
    });
  });

  test('a part file that is a link, also one to nothing', async () => {
    await inHostileProject(async (site) => {
      symlinkSync('../../profile', join(site.top, 'include/store-io.h'));
      await expectHarmless(site);
      expect((await runCommand(site.top, ['apply', 'store.yaml'])).err).toContain('is a symbolic link [write-refused]');
    });
  });

  const outputs: readonly (readonly string[])[] = [
    ['patch', 'store.yaml', '-o', 'out.patch'],
    ['patch', 'store.yaml', '-o', 'linked/out.patch'],
    ['regenerate', 'store.yaml', '-o', 'out.patch'],
    ['init', 'include/store.h', '-o', 'out.patch'],
    ['init', 'include/store.h', '-o', 'linked/new.yaml'],
    ['init', '--series', 'store.yaml', '-o', 'linked/series.yaml'],
    ['series', 'store.yaml', '-o', 'linked'],
    ['series', 'store.yaml', '-o', 'linked/mails'],
  ];
  test.each(outputs.map((argv) => [argv.join(' '), argv] as const))('%s', async (_, argv) => {
    await inHostileProject(async ({ top, folder }) => {
      symlinkSync('../profile', join(top, 'out.patch'));
      mkdirSync(join(folder, 'other'));
      symlinkSync('../other', join(top, 'linked'));
      if (argv[0] === 'regenerate') await runCommand(top, ['apply', 'store.yaml']);
      for (const state of ['nothing', 'a file']) {
        if (state === 'a file') writeFileSync(join(folder, 'profile'), 'mine');
        const before = everyByte(folder);
        expect((await runCommand(top, argv)).exitCode).toBe(2);
        expect(everyByte(folder)).toEqual(before);
      }
    });
  });

  test('a link to a file of the tree is followed, and one outside the tree is the user’s', async () => {
    await inHostileProject(async ({ top, folder }) => {
      symlinkSync('real.patch', join(top, 'inside.patch'));
      writeFileSync(join(top, 'real.patch'), '');
      symlinkSync('far.patch', join(folder, 'outside.patch'));
      for (const path of ['inside.patch', '../outside.patch', '/dev/null']) {
        expect((await runCommand(top, ['patch', 'store.yaml', '-o', path])).exitCode).toBe(0);
      }
      expect(readFileSync(join(top, 'real.patch'), 'utf8')).toBe(readFileSync(join(folder, 'far.patch'), 'utf8'));
    });
  });

  test('sync does not write a manifest that a link leads out', async () => {
    await inHostileProject(async ({ top, folder }) => {
      renameSync(join(top, 'store.yaml'), join(folder, 'store.yaml'));
      symlinkSync('../store.yaml', join(top, 'store.yaml'));
      expect((await runCommand(top, ['apply', 'store.yaml'])).exitCode).toBe(0);
      const part = join(top, 'include/store-io.h');
      writeFileSync(part, readFileSync(part, 'utf8').replace('int store_read', 'int store_new(void);\nint store_read'));
      const before = everyByte(folder);
      const { exitCode, err } = await runCommand(top, ['sync', 'store.yaml']);
      expect({ exitCode, isSaid: err.includes('[write-refused]') }).toEqual({ exitCode: 2, isSaid: true });
      expect(everyByte(folder)).toEqual(before);
      expect((await runCommand(top, ['sync', '../store.yaml'])).exitCode).toBe(0);
    });
  });
});

test('a file with a second name outside keeps its bytes there', async () => {
  await inHostileProject(async ({ top, folder }) => {
    const names = ['include/store.h', 'store.c', 'store.yaml', 'out.patch'];
    writeFileSync(join(top, 'out.patch'), 'mine');
    for (const [at, name] of names.entries()) linkSync(join(top, name), join(folder, `other-${at}`));
    const texts = (): readonly string[] => names.map((_, at) => readFileSync(join(folder, `other-${at}`), 'latin1'));
    const before = texts();
    expect((await runCommand(top, ['patch', 'store.yaml', '-o', 'out.patch'])).exitCode).toBe(0);
    expect((await runCommand(top, ['apply', 'store.yaml'])).exitCode).toBe(0);
    const part = join(top, 'include/store-io.h');
    writeFileSync(part, readFileSync(part, 'utf8').replace('int store_read', 'int store_new(void);\nint store_read'));
    expect((await runCommand(top, ['sync', 'store.yaml'])).exitCode).toBe(0);
    expect(readFileSync(join(top, 'store.yaml'), 'latin1')).toContain('store_new');
    expect(texts()).toEqual(before);
  });
});
