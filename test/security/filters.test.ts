import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runCommand } from '../commands/run-command.ts';
import { git, putFiles } from '../io/temporary-folder.ts';
import { inHostileProject, type Site } from './hostile-project.ts';

const asked = ['series', 'store.yaml', '-o', '../mails'];

/** `series` with a filter for every file, which may be a program of a stranger's. */
async function seriesBehindFilter(
  setting: string,
  work: (site: Site) => void,
  attributes = '.git/info/attributes',
): Promise<readonly [exitCode: number, codes: readonly string[]]> {
  let result: readonly [number, readonly string[]] = [-1, []];
  await inHostileProject(async (site) => {
    putFiles(site.top, { [attributes]: '* filter=x\n' });
    git(site.top, 'config', `filter.x.${setting}`, `${site.trap}; cat`);
    utimesSync(join(site.top, 'store.c'), 1, 1);
    work(site);
    const { exitCode, err } = await runCommand(site.top, asked);
    expect(site.wasRun()).toBe(false);
    result = [exitCode, [...err.matchAll(/^error: .* \[([a-z-]+)\]$/gm)].map(([, code = '']) => code)];
  });
  return result;
}

describe.each(['clean', 'process'])('filter.*.%s is not run', (setting) => {
  test.each(['.git/info/attributes', '.gitattributes', 'include/.gitattributes'])('%s', async (attributes) => {
    expect(await seriesBehindFilter(setting, () => {}, attributes)).toEqual([0, []]);
  });

  test('and what it would have to be run for is said', async () => {
    const edit = ({ top }: Site): void => putFiles(top, { 'store.c': 'int other;\n' });
    expect(await seriesBehindFilter(setting, edit)).toEqual([2, ['filter-not-run']]);
  });
});

test('a macro of attributes is followed, and nothing is run', async () => {
  await inHostileProject(async ({ top, trap, wasRun }) => {
    putFiles(top, { '.gitattributes': '[attr]quiet filter=x\n*.c quiet\n', 'store.c': 'int other;\n' });
    git(top, 'config', 'filter.x.clean', `${trap}; cat`);
    const { exitCode, err } = await runCommand(top, asked);
    expect({ exitCode, isSaid: err.includes("store.c goes through the filter 'x'") }).toEqual({
      exitCode: 2,
      isSaid: true,
    });
    expect(wasRun()).toBe(false);
  });
});

test('the next step that a filtered file has works', async () => {
  await inHostileProject(async ({ top, folder }) => {
    git(top, 'config', 'filter.local.clean', "sed '/LOCAL/d'");
    git(top, 'config', 'filter.local.smudge', "sed '$a // LOCAL'");
    putFiles(top, { '.git/info/attributes': 'store.c filter=local\n' });
    rmSync(join(top, 'store.c'));
    git(top, 'checkout', '-q', 'store.c');
    expect(git(top, 'status', '--porcelain')).toBe('');
    expect((await runCommand(top, asked)).err).toContain('[filter-not-run]');
    git(top, 'clone', '-q', '--bare', '.', join(folder, 'bare'));
    git(join(folder, 'bare'), 'config', 'user.name', 'Ada Lovelace');
    git(join(folder, 'bare'), 'config', 'user.email', 'ada@example.org');
    expect((await runCommand(top, [...asked, '-C', join(folder, 'bare')])).exitCode).toBe(0);
  });
});

describe('without a filter, files are compared as git compares them', () => {
  test.each<readonly [string, number, (site: Site) => void]>([
    ['as they were', 0, () => {}],
    [
      'with line ends that attributes convert',
      0,
      ({ top }) => {
        putFiles(top, { '.git/info/attributes': '*.c text eol=crlf\n' });
        rmSync(join(top, 'store.c'));
        git(top, 'checkout', '-q', 'store.c');
      },
    ],
    [
      'in an encoding that attributes convert',
      0,
      ({ top }) => {
        putFiles(top, { '.git/info/attributes': '*.c working-tree-encoding=UTF-16LE\n' });
        rmSync(join(top, 'store.c'));
        git(top, 'checkout', '-q', 'store.c');
      },
    ],
    [
      'left out of a sparse work tree',
      0,
      ({ top }) => {
        git(top, 'sparse-checkout', 'set', '--no-cone', '/include/', '/store.yaml');
        rmSync(join(top, 'store.c'), { force: true });
      },
    ],
    [
      'assumed to be unchanged',
      0,
      ({ top }) => {
        git(top, 'update-index', '--assume-unchanged', 'store.c');
        putFiles(top, { 'store.c': '' });
      },
    ],
    ['with other line ends', 2, ({ top }) => putFiles(top, { 'store.c': 'int a;\r\n' })],
    ['removed from the index alone', 2, ({ top }) => git(top, 'rm', '-q', '--cached', 'store.c')],
    ['removed from the work tree alone', 2, ({ top }) => rmSync(join(top, 'store.c'))],
    [
      'new to the index',
      2,
      ({ top }) => {
        putFiles(top, { 'include/store-io.h': '' });
        git(top, 'add', 'include');
      },
    ],
    [
      'a link to one with the same bytes',
      2,
      ({ top }) => {
        git(top, 'mv', 'store.c', 'other.c');
        git(top, 'reset', '-q');
        symlinkSync('other.c', join(top, 'store.c'));
      },
    ],
    [
      'in a folder that is a link',
      2,
      ({ top }) => {
        git(top, 'mv', 'include', 'real');
        git(top, 'reset', '-q');
        symlinkSync('real', join(top, 'include'));
      },
    ],
    [
      'a folder in its place',
      2,
      ({ top }) => {
        rmSync(join(top, 'store.c'));
        mkdirSync(join(top, 'store.c'));
        writeFileSync(join(top, 'store.c/x'), '');
      },
    ],
  ])('%s: exit code %d', async (_, expected, change) => {
    await inHostileProject(async (site) => {
      change(site);
      const { exitCode, err } = await runCommand(site.top, asked);
      expect({ exitCode, isSaid: err.includes('[uncommitted-change]') }).toEqual({
        exitCode: expected,
        isSaid: expected === 2,
      });
    });
  });
});
