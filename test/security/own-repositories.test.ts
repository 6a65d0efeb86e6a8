import { chownSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runCommand } from '../commands/run-command.ts';
import { everyByte } from '../io/series/series-fixture.ts';
import { git } from '../io/temporary-folder.ts';
import { callAll, calls, inHostileProject } from './hostile-project.ts';

/** Makes, of a clone-like repository at `top`, another form of one in `folder`; its top level. */
type Form = (top: string, folder: string) => string;

function identify(top: string): string {
  git(top, 'config', 'user.name', 'Ada Lovelace');
  git(top, 'config', 'user.email', 'ada@example.org');
  return top;
}

const submodule: Form = (top, folder) => {
  const outer = join(folder, 'outer');
  mkdirSync(outer);
  git(outer, 'init', '-q');
  git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', top, 'lib/sub');
  git(outer, 'commit', '-qm', 'sub');
  return identify(join(outer, 'lib/sub'));
};

const linked: Form = (top, folder) => {
  git(top, 'worktree', 'add', '-q', '-b', 'linked', join(folder, 'linked'));
  return join(folder, 'linked');
};

/** Each is the user's own, and must do all that a plain clone does. */
const forms: Readonly<Record<string, Form>> = {
  'a clone': (top) => top,
  'a linked work tree': linked,
  'a linked work tree that names its repository by a relative path': (top, folder) => {
    const path = linked(top, folder);
    writeFileSync(join(path, '.git'), 'gitdir: ../tree/.git/worktrees/linked\n');
    writeFileSync(join(top, '.git/worktrees/linked/gitdir'), '../../../../linked/.git\n');
    return path;
  },
  'a linked work tree in the tree itself': (top) => {
    git(top, 'worktree', 'add', '-q', '-b', 'linked', join(top, 'inside'));
    return join(top, 'inside');
  },
  'a linked work tree of a bare repository': (top, folder) => {
    git(folder, 'clone', '-q', '--bare', top, 'bare.git');
    identify(join(folder, 'bare.git'));
    git(join(folder, 'bare.git'), 'worktree', 'add', '-q', '-b', 'linked', join(folder, 'linked'));
    return join(folder, 'linked');
  },
  'a submodule': submodule,
  'a submodule with a configuration for each work tree': (top, folder) => {
    const path = submodule(top, folder);
    git(path, 'config', 'extensions.worktreeConfig', 'true');
    git(path, 'config', '--unset', 'core.worktree');
    git(path, '--git-dir=../../.git/modules/lib/sub', 'config', '--worktree', 'core.worktree', '../../../../lib/sub');
    return path;
  },
  'a submodule that has its git folder inside': (top, folder) => {
    const outer = join(folder, 'outer');
    mkdirSync(join(outer, 'lib'), { recursive: true });
    git(outer, 'init', '-q');
    cpSync(top, join(outer, 'lib/sub'), { recursive: true });
    git(outer, 'add', '.');
    git(outer, 'commit', '-qm', 'sub');
    return join(outer, 'lib/sub');
  },
  'a linked work tree of a submodule': (top, folder) => {
    git(submodule(top, folder), 'worktree', 'add', '-q', '-b', 'linked', join(folder, 'linked'));
    return join(folder, 'linked');
  },
  'a submodule of a linked work tree': (top, folder) => {
    const outer = join(submodule(top, folder), '../..');
    git(outer, 'worktree', 'add', '-q', '-b', 'linked', join(folder, 'linked'));
    git(join(folder, 'linked'), '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'update', '--init');
    return identify(join(folder, 'linked/lib/sub'));
  },
  'a work tree that a link leads to': (top, folder) => {
    symlinkSync(top, join(folder, 'link'));
    return join(folder, 'link');
  },
  'a work tree whose git folder has another name': (top) => {
    renameSync(join(top, '.git'), join(top, '.real'));
    writeFileSync(join(top, '.git'), 'gitdir: .real\n');
    mkdirSync(join(top, '.real/info'), { recursive: true });
    writeFileSync(join(top, '.real/info/exclude'), '/.real\n');
    return top;
  },
  'a git folder elsewhere that names its work tree': (top, folder) => {
    git(top, 'init', '-q', `--separate-git-dir=${join(folder, 'elsewhere')}`);
    // As the refusal of `--branch` advises.
    git(top, 'config', 'core.worktree', git(top, 'rev-parse', '--show-toplevel').trim());
    return top;
  },
};

test.each(Object.entries(forms))('%s', async (_, form) => {
  await inHostileProject(async ({ top, folder }) => {
    const tree = form(top, folder);
    const outcomes = await callAll(tree);
    expect(outcomes.map(({ exitCode }) => exitCode)).toEqual(calls.map(() => 0));
    expect(outcomes.map(({ err }) => err).join('')).not.toContain('[git-refused]');
    expect(git(tree, 'log', '-1', '--format=%s', 'split').trim()).toBe('store: add main_loop() to graph functions');
    expect(readdirSync(tree)).not.toContain('.header-split');
    expect(existsSync(join(tree, 'include/store-io.h'))).toBe(true);
  });
});

test('a git folder elsewhere that does not name its work tree serves all but --branch', async () => {
  await inHostileProject(async ({ top, folder }) => {
    git(top, 'init', '-q', `--separate-git-dir=${join(folder, 'elsewhere')}`);
    const before = everyByte(join(folder, 'elsewhere'));
    const outcomes = await callAll(top);
    const refused = outcomes.filter(({ exitCode }) => exitCode !== 0);
    expect(refused.map(({ err }) => err)).toEqual([expect.stringContaining('[branch-refused]')]);
    expect(everyByte(join(folder, 'elsewhere'))).toEqual(before);
  });
});

test('what a hook’s git says of another repository in the environment means nothing', async () => {
  await inHostileProject(async ({ top, folder }) => {
    git(folder, 'init', '-q', 'other');
    const other = join(folder, 'other/.git');
    const environment = {
      GIT_DIR: other,
      GIT_WORK_TREE: join(folder, 'other'),
      GIT_COMMON_DIR: other,
      GIT_INDEX_FILE: join(other, 'index'),
      GIT_OBJECT_DIRECTORY: join(other, 'objects'),
      GIT_PREFIX: 'nowhere/',
      GIT_SHALLOW_FILE: '/dev/null',
      GIT_NAMESPACE: 'x',
    };
    const before = everyByte(other);
    const inherited = { ...process.env };
    Object.assign(process.env, environment);
    try {
      expect((await callAll(top)).map(({ exitCode }) => exitCode)).toEqual(calls.map(() => 0));
    } finally {
      process.env = inherited;
    }
    expect(everyByte(other)).toEqual(before);
  });
});

test('a repository that git does not trust is not used, unless the user says that it is safe', async () => {
  if (process.getuid?.() !== 0) return;
  await inHostileProject(async ({ top, folder }) => {
    for (const path of [top, join(top, '.git')]) chownSync(path, 65534, 65534);
    const { exitCode, err } = await runCommand(top, ['diff', 'store.yaml']);
    expect({ exitCode, isRefused: err.includes('dubious ownership') }).toEqual({ exitCode: 0, isRefused: true });
    expect((await runCommand(top, ['diff', 'store.yaml', '--from', 'HEAD'])).exitCode).toBe(2);
    writeFileSync(join(folder, 'config'), `[safe]\n\tdirectory = ${top}\n`);
    const inherited = process.env['GIT_CONFIG_GLOBAL'];
    process.env['GIT_CONFIG_GLOBAL'] = join(folder, 'config');
    try {
      expect((await callAll(top)).map(({ exitCode }) => exitCode)).toEqual(calls.map(() => 0));
    } finally {
      if (inherited === undefined) delete process.env['GIT_CONFIG_GLOBAL'];
      else process.env['GIT_CONFIG_GLOBAL'] = inherited;
    }
  });
});
