import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runCommand } from '../commands/run-command.ts';
import { commitAll, git, inTemporaryFolder, putFiles, snapshot } from '../io/temporary-folder.ts';
import { type BadInput, checkRefused, errorsOf } from './check-refused.ts';
import { soundProject } from './sound-project.ts';

const header = 'include/store.h';
const manifest = soundProject['store.yaml'] ?? '';
const sum = 'a'.repeat(64);
const dead = { pid: 999_999_999, started: null };

function journal(content: unknown, reason: string): BadInput {
  return {
    prepare: (folder) => {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      writeFileSync(join(folder, '.git/header-split-journal.json'), text);
    },
    onlyApply: true,
    says: `journal-broken ROOT/.git/header-split-journal.json: the journal of an interrupted write cannot be used: ${reason}`,
  };
}

function step(path: string, folder = ''): object {
  const temporary = `${path.replace(/[^/]*$/, '')}.header-split-0123456789abcdef.tmp`;
  const steps = [{ kind: 'create', path, temporary, after: sum }];
  return { version: 1, state: 'committed', owner: dead, folder, steps, newFolders: [] };
}

function link(target: string, path: string, says: string, files: BadInput['files'] = {}): BadInput {
  return {
    files,
    prepare: (folder) => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      symlinkSync(target, join(folder, path));
    },
    says,
  };
}

/** `series` reads the last commit, where a link leads nowhere. */
const IS_LINK = "header-unusable store.yaml:2:9: 'include/store.h' is a symbolic link";

test.each<[string, BadInput]>([
  [
    'a header that links out',
    {
      ...link(
        '/etc/passwd',
        header,
        "header-unusable store.yaml:2:9: 'include/store.h' leads out of the root of the tree through a symbolic link",
        { [header]: null },
      ),
      seriesSays: IS_LINK,
    },
  ],
  [
    'a header that links to a device',
    {
      ...link(
        '/dev/zero',
        header,
        "header-unusable store.yaml:2:9: 'include/store.h' leads out of the root of the tree through a symbolic link",
        { [header]: null },
      ),
      seriesSays: IS_LINK,
    },
  ],
  [
    'a header that links inside',
    {
      ...link('../real.h', header, 'write-refused store.yaml:2:9: include/store.h is a symbolic link', {
        [header]: null,
        'real.h': soundProject[header] ?? '',
      }),
      seriesSays: IS_LINK,
    },
  ],
  [
    'a folder that links out',
    {
      ...link(
        tmpdir(),
        'include',
        "header-unusable store.yaml:2:9: 'include/store.h' leads out of the root of the tree through a symbolic link",
        { [header]: null },
      ),
      seriesSays:
        "header-unusable store.yaml:2:9: 'include/store.h' is reached through a symbolic link, which no patch could follow",
    },
  ],
  [
    'a header in a circle of links',
    {
      ...link(
        'store.h',
        header,
        "header-unusable store.yaml:2:9: 'include/store.h' cannot be read: permission denied, or a disk error",
        { [header]: null },
      ),
      seriesSays: IS_LINK,
    },
  ],
  [
    'a header that is a pipe',
    {
      files: { [header]: null, 'include/other.h': '' },
      prepare: (folder) => execFileSync('mkfifo', [join(folder, header)]),
      says: "header-unusable store.yaml:2:9: 'include/store.h' is not a regular file",
      seriesSays: "file-missing store.yaml:2:9: the tree has no header 'include/store.h'",
    },
  ],
  [
    'a part file that links out',
    link('/tmp/out.h', 'include/store-io.h', 'write-refused store.yaml:6:3: include/store-io.h is a symbolic link'),
  ],
  [
    'a part folder that links out',
    link(
      tmpdir(),
      'out',
      'write-refused store.yaml:6:3: out/x.h is reached through a symbolic link, which no patch could follow',
      {
        'store.yaml': manifest.replace('io: {}', 'io: { file: out/x.h }'),
      },
    ),
  ],
  [
    'a source that links out',
    link('/etc/passwd', 'out.c', 'function-not-defined store.yaml:8:12: out.c, said to define f(), does not exist', {
      'store.yaml': manifest.replace('prototypes:', 'functions:\n  out.c: { f: graph }\nprototypes:'),
    }),
  ],
  ['a journal that is no JSON', journal('{', 'it is not JSON')],
  ['a journal of another form', journal({ version: 2 }, 'it does not have the form of a journal of this version')],
  ['a journal that leads out', journal(step('../out.h'), '../out.h leaves the root of the tree')],
  [
    'a journal into the git folder',
    journal(step('.git/hooks/pre-commit'), '.git/hooks/pre-commit is in a git directory'),
  ],
  ['a journal of another folder', journal(step('x.h', '../elsewhere'), 'its directory is outside the repository')],
])('a tree: %s', async (_, input) => checkRefused(input));

test('a journal left by a killed run stops every command but apply, which undoes', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    commitAll(folder);
    const left = { ...step('include/store-io.h'), state: 'preparing' };
    writeFileSync(join(folder, '.git/header-split-journal.json'), JSON.stringify(left));
    writeFileSync(join(folder, 'include/.header-split-0123456789abcdef.tmp'), 'half');
    const before = snapshot(folder);
    for (const command of ['check', 'diff', 'patch']) {
      const { exitCode, err } = await runCommand(folder, [command, 'store.yaml']);
      expect(exitCode).toBe(2);
      expect(err).toMatch(/^error: an interrupted write to .* is not finished \[journal-present\]/);
      expect(snapshot(folder)).toEqual(before);
    }
    const { exitCode, err } = await runCommand(folder, ['apply', 'store.yaml']);
    expect(err).toContain('an interrupted write was undone: every file is as it was before it');
    expect(exitCode).toBe(0);
    expect(Object.keys(snapshot(folder))).not.toContain('include/.header-split-0123456789abcdef.tmp');
  });
});

test.each(['gone', 'store.c'])('a root that is no folder: %s', async (root) => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    for (const command of ['init', 'check', 'diff', 'patch', 'apply']) {
      const { exitCode, err } = await runCommand(folder, [command, 'store.yaml', '-C', root]);
      expect(exitCode).toBe(2);
      expect(err).toMatch(
        /^error: the root of the tree, .* \[root-invalid\]\n --> .*\nnext: Give an existing directory/,
      );
    }
  });
});

test('a repository that git refuses to work in counts as a folder, and the run says so', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    commitAll(folder);
    writeFileSync(join(folder, '.git/config'), 'this is [ no configuration\n');
    expect(() => git(folder, 'status')).toThrow();
    const { exitCode, err } = await runCommand(folder, ['diff', 'store.yaml', '--stat', '-C', '.']);
    expect(err).toContain('git does not work here, so every file outside dot directories counts as part of the tree');
    expect(exitCode).toBe(0);
  });
});

test.each([
  ['a folder', 'include', 'illegal operation on a directory'],
  ['below a folder that is not there', 'gone/x.patch', 'no such file or directory'],
  ['below a file', 'store.c/x.patch', 'not a directory'],
  ['a full device', '/dev/full', 'no space left on device'],
])('an output file: %s', async (_, output, reason) => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    const before = snapshot(folder);
    const { exitCode, out } = await runCommand(folder, ['patch', 'store.yaml', '-o', output, '--format', 'json']);
    expect(exitCode).toBe(2);
    expect(errorsOf(out)).toEqual([`output-unwritable ${output}: ${output} cannot be written: ${reason}`]);
    expect(snapshot(folder)).toEqual(before);
  });
});

test('sources that nest 100,000 levels deep are left alone, and the run says so', async () => {
  await inTemporaryFolder(async (folder) => {
    const brackets = `return ${'('.repeat(100_000)}0${')'.repeat(100_000)};`;
    const source = (soundProject['store.c'] ?? '').replace('return 0;', () => brackets);
    putFiles(folder, { ...soundProject, 'store.c': source });
    const { exitCode, err } = await runCommand(folder, ['apply', 'store.yaml']);
    expect(err).toContain('its file nests more than 256 levels of brackets and conditionals');
    expect(exitCode).toBe(0);
    expect(snapshot(folder)['store.c']).toBe(source);
  });
});

test.each([1, 20_000])(
  'a header of %i more prototypes is split',
  async (count) => {
    await inTemporaryFolder(async (folder) => {
      const names = Array.from({ length: count }, (_, index) => `store_more_${index}`);
      const prototypes = names.map((name) => `int ${name}(void);`).join('\n');
      const entries = names.map((name) => `  ${name}: io\n`).join('');
      putFiles(folder, {
        ...soundProject,
        [header]: (soundProject[header] ?? '').replace('\n#endif', () => `${prototypes}\n\n#endif`),
        'store.yaml': manifest + entries,
      });
      expect((await runCommand(folder, ['apply', 'store.yaml'])).exitCode).toBe(0);
      expect(snapshot(folder)['include/store-io.h']).toContain(prototypes);
    });
  },
  180_000,
);
