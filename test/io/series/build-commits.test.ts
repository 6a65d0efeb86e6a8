import { describe, expect, test } from '@jest/globals';
import { buildCommits } from '../../../src/io/series/build-commits.ts';
import { benchOutput, treeAtCommit } from '../../../src/io/series/workbench.ts';
import { git } from '../temporary-folder.ts';
import { built, everyByte, inRepository, made, onSite, type Site } from './series-fixture.ts';

const show = ({ bench }: Site, ...args: readonly string[]): string => benchOutput(bench, 'show', args);

describe('commits of made patches', () => {
  test('one a patch, each on the one before, with the date of the commit they begin on', async () => {
    await inRepository({ 'a.h': 'a\n', 'b.h': 'b\n' }, async (top) => {
      git(top, 'commit', '-q', '--amend', '--no-edit', '--date=2001-02-03T04:05:06+0200');
      const date = git(top, 'log', '-1', '--format=%cd', '--date=raw').trim();
      await onSite(top, (site) => {
        const commits = built(site, [
          made('Split a.h', { 'a.h': ['a\n', 'A\n'], 'new/c.h': [null, 'c\n'] }, 'Why.\n'),
          made('Remove b.h', { 'a.h': ['A\n', 'AA\n'], 'b.h': ['b\n', null] }),
        ]);
        const tip = commits[1]?.id ?? '';
        const format = '--format=%an <%ae> %ad|%cn <%ce> %cd|%B';
        const who = `Ada Lovelace <ada@example.org> ${date}`;
        expect(show(site, 'log', '--reverse', '--date=raw', format, `${site.start.commit}..${tip}`)).toBe(
          `${who}|${who}|Split a.h\n\nWhy.\n\n${who}|${who}|Remove b.h\n\n`,
        );
        expect(show(site, 'ls-tree', '-r', '--name-only', tip)).toBe('a.h\nnew/c.h\n');
        expect(show(site, 'show', `${commits[0]?.id}:a.h`)).toBe('A\n');
      });
    });
  });

  test('the bytes are those of the patch whatever git would make of line ends', async () => {
    const files = { '.gitattributes': '* text=auto eol=crlf\n*.c ident filter=x\n', 'a.h': 'a\r\n' };
    await inRepository(files, async (top) => {
      git(top, 'config', 'core.autocrlf', 'true');
      git(top, 'config', 'filter.x.clean', 'false');
      const before = git(top, 'cat-file', 'blob', 'HEAD:a.h');
      await onSite(top, (site) => {
        const after = 'a\r\n\nJ\xfcrgen\0\r';
        const [commit] = built(site, [made('x', { 'a.h': [before, after], 'b.c': [null, '$Id$\r\n'] })]);
        expect(show(site, 'cat-file', 'blob', `${commit?.id}:a.h`)).toBe(after);
        expect(show(site, 'cat-file', 'blob', `${commit?.id}:b.c`)).toBe('$Id$\r\n');
      });
    });
  });

  test('modes and names stay', async () => {
    await inRepository({ 'a.h': 'a\n' }, async (top) => {
      await onSite(top, (site) => {
        const patch = made('x', { 'dé"\\ .h': [null, 'x'] });
        const run = { kind: 'create', path: 'run', mode: '100755', after: '#!' } as const;
        const [commit] = built(site, [{ ...patch, changes: [...patch.changes, run] }]);
        const listed = Buffer.from(show(site, 'ls-tree', '-r', '-z', `${commit?.id}`), 'latin1').toString('utf8');
        expect(listed.replace(/blob [0-9a-f]+/g, '')).toBe('100644 \ta.h\x00100644 \tdé"\\ .h\x00100755 \trun\0');
      });
    });
  });

  test('a root below the top level', async () => {
    await inRepository({ 'sub/é/a.h': 'a\n', 'a.h': 'not this\n' }, async (top) => {
      await onSite(`${top}/sub/é`, (site) => {
        const [commit] = built(site, [made('x', { 'a.h': ['a\n', 'A\n'] })]);
        expect(
          show(site, '-c', 'core.quotePath=false', 'diff', '--name-only', site.start.commit, `${commit?.id}`),
        ).toBe(Buffer.from('sub/é/a.h\n').toString('latin1'));
        const lookup = treeAtCommit(site.bench, `${commit?.id}`);
        expect(lookup.kind === 'tree' && lookup.tree.read('a.h')).toBe('A\n');
      });
    });
  });

  test('on another revision than HEAD', async () => {
    await inRepository({ 'a.h': 'a\n' }, async (top) => {
      git(top, 'tag', 'v1');
      git(top, 'rm', '-q', 'a.h');
      git(top, 'commit', '-qm', 'second');
      const work = (site: Site): void => {
        const [commit] = built(site, [made('x', { 'a.h': ['a\n', 'A\n'] })]);
        expect(show(site, 'rev-parse', `${commit?.id}^`)).toBe(git(top, 'rev-parse', 'v1'));
      };
      await onSite(top, work, 'v1');
      await expect(onSite(top, work)).rejects.toThrow('a patch was planned on another version of a.h');
    });
  });

  test('in a sha256 repository', async () => {
    await inRepository({}, async (top, folder) => {
      git(folder, 'init', '-q', '--object-format=sha256', 'long');
      const long = `${folder}/long`;
      git(long, 'config', 'user.name', 'A');
      git(long, 'config', 'user.email', 'a@b');
      git(long, 'commit', '-q', '--allow-empty', '-m', 'x');
      expect(top).not.toBe(long);
      await onSite(long, (site) => expect(built(site, [made('x', { a: [null, 'a'] })])[0]?.id).toHaveLength(64));
    });
  });

  test('later patches on the last commit', async () => {
    await inRepository({ 'a.h': '1' }, async (top) => {
      await onSite(top, (site) => {
        const first = built(site, [made('x', { 'a.h': ['1', '2'] })])[0]?.id ?? '';
        const more = buildCommits(site.bench, site.start, first, [made('y', { 'a.h': ['2', '3'] })]);
        const second = more.kind === 'built' ? more.commits[0]?.id : '';
        expect(show(site, 'rev-parse', `${second}^`)).toBe(`${first}\n`);
      });
    });
  });
});

describe('the repository stays as it is, byte for byte', () => {
  const dirty = async (work: (top: string) => Promise<void>): Promise<void> => {
    await inRepository({ 'a.h': 'a\n', 'b.h': 'b\n', 'c.h': 'c\n' }, async (top) => {
      git(top, 'stash', 'list');
      git(top, 'rm', '-q', '--cached', 'c.h');
      git(top, 'tag', 'v1');
      const before = everyByte(top);
      await work(top);
      expect(everyByte(top)).toEqual(before);
    });
  };

  test('when all goes well', async () => {
    await dirty(async (top) => {
      await onSite(top, (site) => built(site, [made('x', { 'a.h': ['a\n', 'A\n'] })]));
    });
  });

  test('when a patch cannot be made', async () => {
    await dirty(async (top) => {
      const patches = [
        made('x', { 'a.h': ['a\n', 'A\n'] }),
        { kind: 'mail', path: 'x.patch', text: 'From: x <x@y>\nSubject: x\n\nno patch\n' } as const,
      ];
      await expect(onSite(top, (site) => built(site, patches))).rejects.toThrow(
        'prerequisite-unusable: the mail x.patch cannot be applied: it contains no patch',
      );
    });
  });

  test('when a bug ends the run', async () => {
    await dirty(async (top) => {
      const run = onSite(top, (site) => {
        built(site, [made('x', { 'a.h': ['a\n', 'A\n'] })]);
        throw new Error('a bug');
      });
      await expect(run).rejects.toThrow('a bug');
    });
  });
});
