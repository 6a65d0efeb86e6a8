import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openDiskTree, rootProblem } from '../../../src/io/tree/disk-tree.ts';
import { memoryTree } from '../../../src/text/tree.ts';
import { commitAll, git, inTemporaryFolder, putFiles } from '../temporary-folder.ts';

const all = (): boolean => true;
const { env } = process;
afterEach(() => {
  process.env = env;
});

describe('files', () => {
  test('with git: tracked and untracked, not ignored, below the root, sorted by bytes', async () => {
    await inTemporaryFolder((top) => {
      putFiles(top, {
        'p/b.c': '',
        'p/B.c': '',
        'p/.dot/x.c': '',
        'p/b/c.c': '',
        'outside.c': '',
        '.gitignore': '*.o\n',
      });
      commitAll(top);
      putFiles(top, { 'p/new ü\n.h': '', 'p/b.o': '' });
      symlinkSync('b.c', join(top, 'p/link.c'));
      git(top, 'add', 'p/link.c');
      const tree = openDiskTree(join(top, 'p'));
      expect(tree.files()).toEqual(['.dot/x.c', 'B.c', 'b.c', 'b/c.c', 'new ü\n.h']);
      expect([tree.isTracked('b.c'), tree.isTracked('new ü\n.h'), tree.isTracked('link.c')]).toEqual([
        true,
        false,
        false,
      ]);
      expect(tree.repository).toMatchObject({ topLevel: top, gitDir: join(top, '.git'), objectFormat: 'sha1' });
    });
  });

  test('without git: everything outside dot folders', async () => {
    await inTemporaryFolder((root) => {
      putFiles(root, { 'b.c': '', '.x/a.c': '', '.hidden.h': '', 'build/a.c': '' });
      symlinkSync('/', join(root, 'slash'));
      const tree = openDiskTree(root);
      expect(tree.files()).toEqual(['.hidden.h', 'b.c', 'build/a.c']);
      expect([tree.repository, tree.notes]).toEqual([null, []]);
    });
  });

  test('without git: any name but those that no glob gets past', async () => {
    await inTemporaryFolder((root) => {
      const odd = ['!a', '*.c', '.\\x', '@b', 'back\\slash.c', 'dir/.h', 'ü.c', '{a,b}[1]/f(1).c'];
      putFiles(root, { ...Object.fromEntries(odd.map((path) => [path, ''])), 'line\nbreak.c': '' });
      const tree = openDiskTree(root);
      expect(tree.files()).toEqual(odd.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
      expect(tree.notes.map((note) => note.code)).toEqual(['names-left-out']);
    });
  });

  test.each(['git', 'no git'])('names that are not UTF-8 are counted in a note: %s', async (kind) => {
    await inTemporaryFolder((root) => {
      putFiles(root, { 'a.c': '' });
      for (const byte of [0xe9, 0xff])
        writeFileSync(Buffer.from(`${root}/J${String.fromCharCode(byte)}.c`, 'latin1'), '');
      if (kind === 'git') commitAll(root);
      const tree = openDiskTree(root);
      expect(tree.files()).toEqual(['a.c']);
      expect(tree.notes.map((note) => note.message)).toEqual([
        expect.stringMatching(/^2 names of files or directories left out of the tree: not UTF-8/),
      ]);
    });
  });

  test('a folder that cannot be listed is a note', async () => {
    await inTemporaryFolder((root) => {
      putFiles(root, { 'a.c': '' });
      // A path longer than the system takes: permissions would not stop root.
      const name = 'n'.repeat(250);
      execFileSync('sh', ['-c', `for i in $(seq 17); do mkdir ${name} && cd -P ${name}; done`], { cwd: root });
      const tree = openDiskTree(root);
      expect(tree.files()).toEqual(['a.c']);
      expect(tree.notes.map(({ code, message }) => `${code}: ${message}`)).toEqual([
        expect.stringMatching(/^directory-unreadable: n+(\/n+)+ cannot be listed; what is inside counts as absent$/),
      ]);
      execFileSync('rm', ['-r', join(root, name)]);
    });
  });

  test('in a folder that git ignores: as without git', async () => {
    await inTemporaryFolder((top) => {
      putFiles(top, { '.gitignore': 'unpacked/\n', 'unpacked/a.c': '' });
      commitAll(top);
      expect(openDiskTree(join(top, 'unpacked')).files()).toEqual(['a.c']);
    });
  });

  test('a file that is gone is not read', async () => {
    await inTemporaryFolder((root) => {
      putFiles(root, { 'a.c': 'f', 'b.c': 'f' });
      commitAll(root);
      rmSync(join(root, 'a.c'));
      const tree = openDiskTree(root);
      expect(tree.read('a.c')).toBeNull();
      expect([...tree.filesNaming(['f'], all).keys()]).toEqual(['b.c']);
    });
  });

  test('a repository that git refuses is a note, not a silence', async () => {
    await inTemporaryFolder((root) => {
      putFiles(root, { 'a.c': '' });
      commitAll(root);
      process.env = { ...env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
      expect(openDiskTree(root).notes.map((note) => note.message)).toEqual([
        expect.stringContaining('dubious ownership'),
      ]);
      process.env = { ...env, PATH: '' };
      expect(openDiskTree(root).notes.map((note) => note.code)).toEqual(['git-refused']);
      expect(openDiskTree(root).files()).toEqual(['a.c']);
    });
  });

  test('what a hook says about its repository does not count', async () => {
    await inTemporaryFolder((root) => {
      putFiles(root, { 'one/a.c': '', 'two/b.c': '' });
      commitAll(join(root, 'one'));
      commitAll(join(root, 'two'));
      process.env = { ...env, GIT_DIR: join(root, 'one/.git'), GIT_INDEX_FILE: join(root, 'one/.git/index') };
      expect(openDiskTree(join(root, 'two')).repository?.topLevel).toBe(join(root, 'two'));
    });
  });
});

describe('reading', () => {
  test('every byte survives, and what was read stays', async () => {
    await inTemporaryFolder((root) => {
      const bytes = String.fromCharCode(...Array.from({ length: 256 }, (_, n) => n));
      putFiles(root, { 'a.c': bytes });
      const tree = openDiskTree(root);
      expect(tree.read('a.c')).toBe(bytes);
      putFiles(root, { 'a.c': 'changed' });
      expect(tree.read('a.c')).toBe(bytes);
    });
  });

  test('modes', async () => {
    await inTemporaryFolder((root) => {
      putFiles(root, { 'a.c': '', 'b.c': '' });
      chmodSync(join(root, 'b.c'), 0o755);
      const tree = openDiskTree(root);
      expect([tree.mode('a.c'), tree.mode('b.c'), tree.mode('none')]).toEqual(['100644', '100755', '100644']);
    });
  });

  test('what is no source text of the tree has a reason', async () => {
    await inTemporaryFolder((top) => {
      putFiles(top, { 'p/a.c': 'a', 'p/dir/b.c': '', 'p/binary.c': 'a\0', 'p/large.c': '', 'outside.c': '' });
      truncateSync(join(top, 'p/large.c'), 100_000_000);
      execFileSync('mkfifo', [join(top, 'p/pipe.c')]);
      const links = {
        'inside.c': 'a.c',
        'out.c': '../outside.c',
        'out-dir': '..',
        'dangling.c': 'none',
        'loop.c': 'loop.c',
      };
      for (const [path, target] of Object.entries(links)) symlinkSync(target, join(top, 'p', path));
      const tree = openDiskTree(join(top, 'p'));
      const expected = {
        'a.c': null,
        'inside.c': null,
        './dir//b.c': null,
        '../outside.c': 'leaves-root',
        'dir/../a.c': 'leaves-root',
        [join(top, 'p/a.c')]: 'leaves-root',
        '': 'leaves-root',
        'a\0.c': 'leaves-root',
        'out.c': 'symlink-leaves-root',
        'out-dir/outside.c': 'symlink-leaves-root',
        'out-dir/none.c': 'symlink-leaves-root',
        'none.c': 'missing',
        'dangling.c': 'missing',
        'a.c/b.c': 'missing',
        dir: 'directory',
        'pipe.c': 'not-regular',
        'large.c': 'too-large',
        'binary.c': 'binary',
        'loop.c': 'unreadable',
      };
      expect(Object.fromEntries(Object.keys(expected).map((path) => [path, tree.problemOf(path)]))).toEqual(expected);
      expect(tree.read('out.c')).toBeNull();
      expect(tree.read('pipe.c')).toBeNull();
    });
  });

  test('a root that is no folder', async () => {
    await inTemporaryFolder((root) => {
      putFiles(root, { file: '' });
      expect(rootProblem(root)).toBeNull();
      expect(rootProblem(join(root, 'file'))?.code).toBe('root-invalid');
      expect(rootProblem(join(root, 'none'))?.code).toBe('root-invalid');
      expect(rootProblem(join(root, 'file/none'))?.code).toBe('root-invalid');
    });
  });
});

describe('searching', () => {
  const files = {
    'a.c': 'int foo(void);\n#include "x/block-backend.h"\n',
    'b.c': 'int foobar, foo_bar, $foo, foo$, bar2;\n',
    'c.h': 'bar(foo)',
    'd.txt': 'block-backend_h',
    'e.c': 'a$b',
  };
  const queries = [
    { words: ['bar', 'foo', 'block-backend.h'], within: all },
    { words: ['foo'], within: (path: string) => path.endsWith('.h') },
    { words: ['a$b', 'b'], within: all },
    { words: [], within: all },
    { words: [''], within: all },
  ];

  test('identifiers as whole words, anything else as a plain string; as in memory', async () => {
    await inTemporaryFolder((root) => {
      putFiles(root, files);
      const answers = openDiskTree(root).search(queries);
      expect(answers.map((answer) => Object.fromEntries(answer))).toEqual([
        { 'a.c': ['foo', 'block-backend.h'], 'c.h': ['bar', 'foo'] },
        { 'c.h': ['foo'] },
        { 'e.c': ['a$b'] },
        {},
        {},
      ]);
      expect(answers).toEqual(memoryTree(files).search(queries));
    });
  });

  test('where files are many, git looks first: also then all of them count, as they are on disk', async () => {
    await inTemporaryFolder((top) => {
      const others = Object.fromEntries(Array.from({ length: 1100 }, (_, at) => [`p/many/${at}.c`, '']));
      const committed = {
        ...others,
        'p/ü.c': 'foo',
        'p/assumed.c': '',
        'p/skipped.c': '',
        'p/gone.c': 'foo',
        'p/few.c': 'rare',
      };
      putFiles(top, { ...committed, 'p/changed.c': '', 'p/binary.c': 'foo\0', 'p/.gitattributes': 'ü.c binary\n' });
      commitAll(top);
      git(top, 'update-index', '--assume-unchanged', 'p/assumed.c');
      git(top, 'update-index', '--skip-worktree', 'p/skipped.c');
      git(top, 'config', 'color.ui', 'always');
      git(top, 'config', 'grep.fullName', 'true');
      git(top, 'config', 'submodule.recurse', 'true');
      putFiles(top, { 'p/assumed.c': 'foo', 'p/skipped.c': 'foo', 'p/changed.c': 'foo', 'p/new.c': 'foo' });
      rmSync(join(top, 'p/gone.c'));
      const tree = openDiskTree(join(top, 'p'));
      const holding = ['assumed.c', 'changed.c', 'new.c', 'skipped.c', 'ü.c'];
      expect([...tree.filesNaming(['foo'], all).keys()]).toEqual(holding);
      expect([...tree.filesNaming(['foo', 'bär'], all).keys()]).toEqual(holding);
      expect(tree.filesNaming(['bar'], all).size).toBe(0);
      const [many, few] = tree.search([
        { words: ['foo'], within: all },
        { words: ['rare'], within: (path) => path === 'few.c' },
      ]);
      expect([[...(many?.keys() ?? [])], [...(few?.keys() ?? [])]]).toEqual([holding, ['few.c']]);
    });
  });

  test('where files are very many, strings that cover the words find the same files', async () => {
    await inTemporaryFolder((top) => {
      const words = Array.from({ length: 12 }, (_, at) => `${'abcdefghijkl'[at]}_work_${at}`);
      const named = Object.fromEntries(words.map((word, at) => [`${at}.c`, `void ${word}(void);\n`]));
      putFiles(top, { ...named, 'not.c': 'int a_work_0b;\n' });
      git(top, 'init', '-q');
      git(top, 'add', '-A');
      const empty = git(top, 'hash-object', '-w', '--stdin').trim();
      const others = Array.from({ length: 30_000 }, (_, at) => `100644 ${empty} 0\tnone/${at}.c\n`);
      execFileSync('git', ['update-index', '--index-info'], { cwd: top, input: others.join('') });
      const found = openDiskTree(top).filesNaming(words, all);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(words.map((word, at) => [`${at}.c`, [word]])));
    });
  });

  test('what a search found and is read next is read once', async () => {
    await inTemporaryFolder((root) => {
      putFiles(root, { 'a.c': 'foo\xe9', 'b.c': 'bar' });
      const tree = openDiskTree(root);
      tree.search([{ words: ['foo', 'bar'], within: (path) => path === 'a.c', readsFound: true }]);
      putFiles(root, { 'a.c': 'changed', 'b.c': 'changed' });
      expect([tree.read('a.c'), tree.read('b.c')]).toEqual(['foo\xe9', 'changed']);
    });
  });

  test('a file larger than the buffer is searched to its end, one too large is not', async () => {
    await inTemporaryFolder((root) => {
      writeFileSync(join(root, 'large.c'), `${' '.repeat(9_000_000)}foo`);
      writeFileSync(join(root, 'too-large.c'), `foo${' '.repeat(40_000_000)}`);
      expect([...openDiskTree(root).filesNaming(['foo'], all).keys()]).toEqual(['large.c']);
    });
  });

  test('neither pipes block it nor links lead it out', async () => {
    await inTemporaryFolder((top) => {
      putFiles(top, { 'p/sub/a.c': 'foo', 'out/a.c': 'foo', 'p/b.c': 'foo' });
      commitAll(join(top, 'p'));
      rmSync(join(top, 'p/sub'), { recursive: true });
      symlinkSync('../out', join(top, 'p/sub'));
      rmSync(join(top, 'p/b.c'));
      execFileSync('mkfifo', [join(top, 'p/b.c')]);
      mkdirSync(join(top, 'p/c.c'));
      expect(openDiskTree(join(top, 'p')).filesNaming(['foo'], all).size).toBe(0);
    });
  });
});
