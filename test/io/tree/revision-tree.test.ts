import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { findRepository, type Repository } from '../../../src/io/git/git.ts';
import { readAtCommit } from '../../../src/io/tree/read-at-commit.ts';
import { openRevisionTree, type RevisionTree } from '../../../src/io/tree/revision-tree.ts';
import { memoryTree } from '../../../src/text/tree.ts';
import { commitAll, git, inTemporaryFolder, putFiles } from '../temporary-folder.ts';

const { env } = process;
afterEach(() => {
  process.env = env;
});

function repositoryOf(folder: string): Repository {
  const lookup = findRepository(folder);
  if (lookup.kind !== 'found') throw new Error(`no repository: ${folder}`);
  return lookup.repository;
}

function treeAt(top: string, revision: string, root = top): RevisionTree {
  const lookup = openRevisionTree(repositoryOf(top), root, revision);
  if (lookup.kind !== 'tree') throw new Error(lookup.finding.message);
  return lookup.tree;
}

function refusalOf(top: string, revision: string, root = top): string {
  const lookup = openRevisionTree(repositoryOf(top), root, revision);
  return lookup.kind === 'tree' ? 'a tree' : `${lookup.finding.code}: ${lookup.finding.message}`;
}

describe('files', () => {
  test('the regular files of the commit, sorted by bytes, whatever the work tree holds', async () => {
    await inTemporaryFolder((top) => {
      putFiles(top, { 'b.c': 'b\n', 'b/c.c': 'c\n', 'B.c': '', 'run.sh': '#!\n', 'J\xfcrgen é.h': '', '.dot': '' });
      chmodSync(join(top, 'run.sh'), 0o755);
      symlinkSync('b.c', join(top, 'link.c'));
      commitAll(top);
      putFiles(top, { 'b.c': 'changed\n', 'new.c': '' });
      const tree = treeAt(top, 'HEAD');
      expect(tree.files()).toEqual(['.dot', 'B.c', 'Jürgen é.h', 'b.c', 'b/c.c', 'run.sh']);
      expect(['b.c', 'new.c', 'link.c', 'b', '../b.c'].map((path) => tree.read(path))).toEqual([
        'b\n',
        null,
        null,
        null,
        null,
      ]);
      expect([tree.mode('b.c'), tree.mode('run.sh')]).toEqual(['100644', '100755']);
      expect(tree.commit).toBe(git(top, 'rev-parse', 'HEAD').trim());
      expect(tree.notes).toEqual([]);
    });
  });

  test('below a root that is a directory of the repository', async () => {
    await inTemporaryFolder((top) => {
      putFiles(top, { 'a/b/x.h': 'x\n', 'a/x.h': 'other\n' });
      commitAll(top);
      const tree = treeAt(top, 'HEAD', join(top, 'a/b'));
      expect(tree.files()).toEqual(['x.h']);
      expect(tree.read('x.h')).toBe('x\n');
      expect([...tree.filesNaming(['x', 'other'], () => true)]).toEqual([['x.h', ['x']]]);
      mkdirSync(join(top, 'later'));
      expect(refusalOf(top, 'HEAD', join(top, 'later'))).toBe("revision-unknown: 'HEAD' has no directory later");
    });
  });

  test('bytes survive, and no filter changes them', async () => {
    await inTemporaryFolder((top) => {
      const odd = 'J\xfcrgen\r\n\0\f\n';
      putFiles(top, { '.gitattributes': '* text eol=crlf ident\n', 'a.h': 'x $Id$\n', 'odd.bin': odd, empty: '' });
      git(top, 'init', '-q');
      commitAll(top);
      expect(treeAt(top, 'HEAD').read('a.h')).toBe('x $Id$\n');
      expect(treeAt(top, 'HEAD').read('empty')).toBe('');
      writeFileSync(join(top, '.gitattributes'), '* -text\n');
      // git reads a file that did not change anew only where it changed just before.
      git(top, 'add', '--renormalize', '.');
      commitAll(top);
      expect(treeAt(top, 'HEAD').read('odd.bin')).toBe(odd);
    });
  });

  test('names that are not UTF-8 are counted in a note', async () => {
    await inTemporaryFolder((top) => {
      putFiles(top, { 'a.c': '' });
      writeFileSync(Buffer.from(`${top}/J\xe9.c`, 'latin1'), '');
      commitAll(top);
      const tree = treeAt(top, 'HEAD');
      expect(tree.files()).toEqual(['a.c']);
      expect(tree.notes.map((note) => note.message)).toEqual(['1 name of files left out of HEAD: not UTF-8']);
    });
  });

  test('read by the hundred', async () => {
    await inTemporaryFolder((top) => {
      const names = Array.from({ length: 600 }, (_, at) => `f${at}.h`);
      const includes = names.map((name) => `#include "${name}"\n`).join('');
      putFiles(top, { ...Object.fromEntries(names.map((name) => [name, `int ${name};\n`])), 'all.h': includes });
      commitAll(top);
      const tree = treeAt(top, 'HEAD');
      expect(tree.read('all.h')).toBe(includes);
      for (const name of names) expect(tree.read(name)).toBe(`int ${name};\n`);
      expect(tree.filesNaming(['int'], () => true).size).toBe(600);
    });
  });
});

describe('search', () => {
  const contents = {
    'a.c': 'foo(1);\n',
    'b.c': 'foo_bar(foobar);\n',
    'c.h': 'x.y(); a$b\n',
    'd/e.c': '"include/a.h"\nbar foo\n',
    'f.c': 'in|a (class) * \\d [x]\n',
    'latin1.c': 'J\xfcrgen\n',
    'binary.c': 'foo\0\n',
  };
  const { 'binary.c': _, ...texts } = contents;

  test.each<[string, readonly string[]]>([
    ['whole words', ['foo', 'bar']],
    ['words with $', ['a$b', 'b']],
    ['what is no word', ['include/a.h', 'x.y', 'in|a', '(class) *', '\\d [x]', '.*', 'J\xfcrgen']],
    ['nothing', []],
    ['an empty word', ['']],
    ['a word that stands nowhere', ['nowhere']],
    ['very many words', ['foo', ...Array.from({ length: 1500 }, (__, at) => `word_${at}`)]],
    ['very many beginnings', ['foo', ...Array.from({ length: 1500 }, (__, at) => `${at}_x`)]],
  ])('as in memory: %s', async (_name, words) => {
    await inTemporaryFolder((top) => {
      putFiles(top, contents);
      commitAll(top);
      const queries = [
        { words, within: () => true },
        { words: ['foo'], within: (path: string) => path.endsWith('.c') },
      ];
      expect(
        treeAt(top, 'HEAD')
          .search(queries)
          .map((found) => [...found]),
      ).toEqual(
        memoryTree(texts)
          .search(queries)
          .map((found) => [...found]),
      );
    });
  });

  test("whatever the user's configuration, environment and the tree's attributes say", async () => {
    await inTemporaryFolder((top) => {
      putFiles(top, { '.gitattributes': '*.c binary diff=x\n', 'a.c': 'foo\n', 'sub/b.c': '#include <a.c>\nfoo\n' });
      commitAll(top);
      const settings = {
        'grep.patternType': 'perl',
        'grep.fullName': 'true',
        'grep.lineNumber': 'true',
        'grep.column': 'true',
        'color.ui': 'always',
        'core.quotePath': 'true',
        'log.showSignature': 'true',
        'diff.x.textconv': 'false',
        'core.fsmonitor': 'false',
        'submodule.recurse': 'true',
      };
      for (const [key, value] of Object.entries(settings)) git(top, 'config', key, value);
      process.env = { ...env, GIT_DIR: '/nowhere', GIT_ICASE_PATHSPECS: '1', GIT_GLOB_PATHSPECS: '1' };
      const tree = treeAt(top, 'HEAD', join(top, 'sub'));
      expect([...tree.filesNaming(['foo', 'FOO'], () => true)]).toEqual([['b.c', ['foo']]]);
      expect(tree.read('b.c')).toBe('#include <a.c>\nfoo\n');
    });
  });
});

describe('a revision as a user spells it', () => {
  test('anything that means a commit', async () => {
    await inTemporaryFolder((top) => {
      putFiles(top, { 'a.c': 'one\n' });
      commitAll(top);
      git(top, 'tag', '-a', '-m', 'first', 'v1');
      putFiles(top, { 'a.c': 'two\n' });
      git(top, 'commit', '-qam', 'second: text');
      const first = git(top, 'rev-parse', 'HEAD~1').trim();
      for (const revision of ['HEAD~1', 'v1', first, first.slice(0, 10), 'HEAD^', ':/before']) {
        expect(treeAt(top, revision).read('a.c')).toBe('one\n');
      }
      expect(treeAt(top, 'HEAD^{/second: }').read('a.c')).toBe('two\n');
    });
  });

  test.each([
    'nowhere',
    '',
    '--output=x',
    '-h',
    '--all',
    '^HEAD',
    'HEAD..HEAD',
    'HEAD:a.c',
    'HEAD^{tree}',
    'HEAD\0',
    'HEAD\nHEAD',
    '$(touch x)',
    '0000000000000000000000000000000000000000',
  ])('nothing else: %j', async (revision) => {
    await inTemporaryFolder((top) => {
      putFiles(top, { 'a.c': '' });
      commitAll(top);
      expect(refusalOf(top, revision)).toBe(`revision-unknown: git knows no commit '${revision}'`);
    });
  });

  test('a branch whose name is that of an option', async () => {
    await inTemporaryFolder((top) => {
      putFiles(top, { 'a.c': 'a\n' });
      commitAll(top);
      writeFileSync(join(top, '.git/refs/heads/--output=x'), git(top, 'rev-parse', 'HEAD'));
      expect(treeAt(top, '--output=x').read('a.c')).toBe('a\n');
    });
  });

  test('not without a commit, and not without a repository', async () => {
    await inTemporaryFolder((top) => {
      git(top, 'init', '-q');
      expect(refusalOf(top, 'HEAD')).toBe("revision-unknown: git knows no commit 'HEAD'");
      const lookup = openRevisionTree(null, top, 'HEAD');
      expect(lookup).toMatchObject({ kind: 'unknown', finding: { code: 'repository-missing' } });
    });
  });

  test('in a shallow clone, a linked work tree, and where only git knows the files', async () => {
    await inTemporaryFolder((folder) => {
      const top = join(folder, 'full');
      putFiles(top, { 'a.c': 'one\n' });
      commitAll(top);
      putFiles(top, { 'a.c': 'two\n' });
      git(top, 'commit', '-qam', 'second');
      git(folder, 'clone', '-q', '--depth=1', `file://${top}`, 'shallow');
      expect(treeAt(join(folder, 'shallow'), 'HEAD').read('a.c')).toBe('two\n');
      expect(refusalOf(join(folder, 'shallow'), 'HEAD~1')).toContain('revision-unknown');
      git(top, 'worktree', 'add', '-q', '--no-checkout', '../linked');
      expect(treeAt(join(folder, 'linked'), 'HEAD~1').read('a.c')).toBe('one\n');
      expect(treeAt(join(folder, 'linked'), 'HEAD').filesNaming(['two'], () => true).size).toBe(1);
    });
  });
});

test('one file of a commit is read as its tree reads it', async () => {
  await inTemporaryFolder((top) => {
    const odd = 'a/[x]*.h';
    putFiles(top, { 'sub/a/b.h': 'b\n', 'sub/same.h': 'same\n', [`sub/${odd}`]: 'odd\n', 'a/b.h': 'other\n' });
    symlinkSync('same.h', join(top, 'sub/link.h'));
    commitAll(top);
    const tree = treeAt(top, 'HEAD', join(top, 'sub'));
    putFiles(top, { 'sub/a/b.h': 'changed\n' });
    for (const path of ['a/b.h', 'same.h', odd, 'a', 'link.h', 'none.h', '../a/b.h', '']) {
      expect([path, readAtCommit(repositoryOf(top), join(top, 'sub'), tree.commit, path)]).toEqual([
        path,
        tree.read(path),
      ]);
    }
  });
});

test('what stands in the work tree as the commit has it is read there, all else from git', async () => {
  await inTemporaryFolder((top) => {
    putFiles(top, { 'sub/same.h': 'same\n', 'sub/changed.h': 'old\n', 'sub/later.h': '' });
    commitAll(top);
    putFiles(top, { 'sub/changed.h': 'new\n' });
    const tree = treeAt(top, 'HEAD', join(top, 'sub'));
    expect(tree.read('changed.h')).toBe('old\n');
    rmSync(join(top, '.git/objects'), { recursive: true });
    putFiles(top, { 'sub/later.h': 'int later;\n' });
    expect(tree.read('same.h')).toBe('same\n');
    expect(tree.read('later.h')).toBeNull();
  });
});
