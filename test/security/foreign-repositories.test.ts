import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { soundProject } from '../bad-input/sound-project.ts';
import { runCommand } from '../commands/run-command.ts';
import { commitAll, git, putFiles } from '../io/temporary-folder.ts';
import { bytesBeside, callAll, inHostileProject, type Site } from './hostile-project.ts';

/** A repository of the user's beside the tree, which nothing in the tree may reach. */
function makeVictim({ folder }: Site): string {
  const victim = join(folder, 'victim');
  putFiles(victim, { ...soundProject, 'store.yaml': 'version: 1\n' });
  commitAll(victim);
  return victim;
}

/** Calls the tool in every way in `cwd`; nothing but the tree and the mails may be written. What each call ended with. */
async function callHarmlessly(site: Site, cwd: string, manifest = 'store.yaml'): Promise<readonly number[]> {
  const before = bytesBeside(site.folder, site.top);
  const outcomes = await callAll(cwd, manifest);
  rmSync(join(cwd, '../mails'), { recursive: true, force: true });
  expect(bytesBeside(site.folder, site.top)).toEqual(before);
  expect(site.wasRun()).toBe(false);
  const exitCodes = outcomes.map(({ exitCode }) => exitCode);
  expect(exitCodes.filter((code) => code > 2)).toEqual([]);
  return exitCodes;
}

/** Lays a folder of the tree out as a git folder, and makes that a commit, as a clone would bring it. */
function putBareRepository(top: string, folder: string, config: string): void {
  const inside = {
    HEAD: 'ref: refs/heads/main\n',
    config,
    'refs/heads/main': `${'1'.repeat(40)}\n`,
    'objects/pack/keep': '',
  };
  putFiles(join(top, folder), inside);
  git(top, 'add', '-A');
  git(top, 'commit', '-qm', 'layout');
}

const evilRemote = (trap: string): string => `[extensions]
	partialClone = evil
[remote "evil"]
	url = .
	promisor = true
	uploadpack = "${trap}; false"
[core]
	fsmonitor = "${trap}; false"
	repositoryFormatVersion = 1
`;

describe('a folder of the tree that is laid out as a git folder', () => {
  test.each(['bare = false\n\tworktree = .', 'bare = true', 'bare = false\n\tworktree = ../..'])(
    'is not taken for the repository of the manifest in it: %j',
    async (setting) => {
      await inHostileProject(async (site) => {
        putFiles(site.top, { 'manifests/store.yaml': soundProject['store.yaml'] ?? '' });
        putBareRepository(site.top, 'manifests', `${evilRemote(site.trap)}[core]\n\t${setting}\n`);
        const exitCodes = await callHarmlessly(site, site.top, 'manifests/store.yaml');
        expect(exitCodes.slice(0, 4)).toEqual([0, 0, 0, 0]);
      });
    },
  );

  test.each(['bare = false\n\tworktree = ../../..', 'bare = false\n\tworktree = .', 'bare = true'])(
    'gives the run that begins in it no root elsewhere: %j',
    async (setting) => {
      await inHostileProject(async (site) => {
        const inside = join(site.top, 'a/inside');
        const manifest = (soundProject['store.yaml'] ?? '').replace('include/', 'tree/a/inside/include/');
        putFiles(inside, {
          ...soundProject,
          'store.yaml': manifest.replace('{}', '{ file: .bash_profile, guard: X }'),
        });
        putBareRepository(site.top, 'a/inside', `${evilRemote(site.trap)}[core]\n\t${setting}\n`);
        for (const code of await callHarmlessly(site, inside)) expect(code).toBe(2);
      });
    },
  );
});

test.each(['../..', '..', 'victim', 'include'])(
  'a git folder whose configuration names %j as the work tree is refused',
  async (workTree) => {
    await inHostileProject(async (site) => {
      const victim = makeVictim(site);
      const named = { victim, include: join(site.top, 'include') }[workTree] ?? `../${workTree}`;
      git(site.top, 'config', 'core.worktree', named);
      for (const code of await callHarmlessly(site, site.top)) expect(code).toBe(2);
      const { err } = await runCommand(site.top, ['apply', 'store.yaml']);
      expect(err).toContain('[repository-foreign]');
      // What it says to do next.
      git(site.top, 'config', '--unset', 'core.worktree');
      expect((await runCommand(site.top, ['apply', 'store.yaml'])).exitCode).toBe(0);
    });
  },
);

describe('a tree whose .git leads to a repository of the user’s', () => {
  const ways: Readonly<Record<string, (top: string, victim: string) => void>> = {
    'by a file': (top, victim) => writeFileSync(join(top, '.git'), `gitdir: ${victim}/.git\n`),
    'by a file, relative': (top) => writeFileSync(join(top, '.git'), 'gitdir: ../victim/.git\n'),
    'by a link': (top, victim) => symlinkSync(join(victim, '.git'), join(top, '.git')),
    'by a file through a link': (top, victim) => {
      symlinkSync(victim, join(top, 'innocent'));
      writeFileSync(join(top, '.git'), 'gitdir: innocent/.git\n');
    },
    'by a common folder': (top, victim) => {
      cpSync(join(victim, '.git'), join(top, '.git'), { recursive: true });
      writeFileSync(join(top, '.git/commondir'), `${victim}/.git\n`);
    },
    'as if it were a linked work tree': (top, victim) => {
      putFiles(join(top, 'x/worktrees/w'), {
        HEAD: 'ref: refs/heads/split2\n',
        commondir: `${victim}/.git\n`,
        gitdir: `${top}/.git\n`,
      });
      writeFileSync(join(top, '.git'), 'gitdir: x/worktrees/w\n');
    },
  };

  test.each(Object.entries(ways))('%s: it is read, and nothing is written to it', async (_, lead) => {
    await inHostileProject(async (site) => {
      const victim = makeVictim(site);
      rmSync(join(site.top, '.git'), { recursive: true });
      lead(site.top, victim);
      git(victim, 'config', 'user.name', 'Ada Lovelace');
      git(victim, 'config', 'user.email', 'ada@example.org');
      await callHarmlessly(site, site.top);
      expect(readdirSync(site.top)).not.toContain('.header-split');
      expect(existsSync(join(site.top, 'include/store-io.h'))).toBe(true);
      const { exitCode, err } = await runCommand(site.top, ['series', 'store.yaml', '--branch', 'other']);
      expect({ exitCode, isRefused: err.includes('[branch-refused]') }).toEqual({ exitCode: 2, isRefused: true });
    });
  });

  test.each(['.git/objects', '.git/refs', '.git/refs/heads', '.git/logs', '.git/logs/refs/heads', 'fan-out', 'log'])(
    'by a link at %s: no branch is made through it',
    async (at) => {
      await inHostileProject(async (site) => {
        const victim = makeVictim(site);
        const profile = join(site.folder, 'profile');
        writeFileSync(profile, '');
        if (at === 'log') symlinkSync(profile, join(site.top, '.git/logs/refs/heads/split'));
        else if (at === 'fan-out') {
          for (let byte = 0; byte < 256; byte++) {
            const path = join(site.top, '.git/objects', byte.toString(16).padStart(2, '0'));
            if (!existsSync(path)) symlinkSync(join(victim, '.git/objects'), path);
          }
        } else {
          const real = join(site.top, at);
          cpSync(real, join(victim, 'moved'), { recursive: true });
          rmSync(real, { recursive: true });
          symlinkSync(join(victim, 'moved'), real);
        }
        const before = bytesBeside(site.folder, site.top);
        const { exitCode, err } = await runCommand(site.top, ['series', 'store.yaml', '--branch', 'split']);
        expect({ exitCode, isRefused: err.includes('is a symbolic link [branch-refused]') }).toEqual({
          exitCode: 2,
          isRefused: true,
        });
        await callHarmlessly(site, site.top);
        expect(bytesBeside(site.folder, site.top)).toEqual(before);
      });
    },
  );

  test('by alternates: its objects are read alone', async () => {
    await inHostileProject(async (site) => {
      const victim = makeVictim(site);
      putFiles(site.top, { '.git/objects/info/alternates': `${victim}/.git/objects\n../../../victim/.git/objects\n` });
      const exitCodes = await callHarmlessly(site, site.top);
      expect(exitCodes.slice(0, 4)).toEqual([0, 0, 0, 0]);
    });
  });

  test('a hook by name that cannot be switched off', async () => {
    await inHostileProject(async (site) => {
      putFiles(site.top, {
        'hostile-config': `[hook "a=b"]\n\tevent = reference-transaction\n\tcommand = "${site.trap}"\n`,
      });
      git(site.top, 'config', 'include.path', '../hostile-config');
      const { exitCode, err } = await runCommand(site.top, ['series', 'store.yaml', '--branch', 'split']);
      expect({ exitCode, isNamed: err.includes("the hook 'a=b'") }).toEqual({ exitCode: 2, isNamed: true });
    });
  });

  test('a list of the ends of a shallow clone that is no file', async () => {
    await inHostileProject(async (site) => {
      mkdirSync(join(site.top, '.git/shallow'));
      const { exitCode, err } = await runCommand(site.top, ['series', 'store.yaml', '-o', '../mails']);
      expect({ exitCode, isRefused: err.includes('[series-needs-git]') }).toEqual({ exitCode: 2, isRefused: true });
    });
  });
});
