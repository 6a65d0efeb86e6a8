import { describe, expect, test } from '@jest/globals';
import { benchOutput } from '../../../src/io/series/workbench.ts';
import { git, putFiles } from '../temporary-folder.ts';
import { built, inRepository, made, onSite, type Site } from './series-fixture.ts';

const FORMAT = '--format=%an <%ae> %ad%n%B';
const shown = ({ bench }: Site, commit: string | undefined): string =>
  Buffer.from(benchOutput(bench, 'show', ['log', '-1', '--date=raw', FORMAT, `${commit}`]), 'latin1').toString();

/** A commit on a branch of its own that changes `a.h`; the repository is left as it was. */
function sideCommit(top: string, content: string, message = 'Größe: say so\n\n[ja] it is\n---- no end\n'): string {
  git(top, 'checkout', '-q', '-b', 'side');
  putFiles(top, { 'a.h': content, 'new.h': 'J\xfcrgen' });
  git(top, 'add', '-A');
  const author = ['--author=Jürgen Groß <j@example.org>', '--date=1600000000 -0300'];
  git(top, 'commit', '-q', ...author, '-m', message);
  const id = git(top, 'rev-parse', 'HEAD').trim();
  git(top, 'checkout', '-q', '-');
  return id;
}

const mailOf = (top: string, commit: string): string => git(top, 'format-patch', '-1', '--stdout', commit);

describe('a mail', () => {
  test('becomes the commit that git am makes', async () => {
    await inRepository({ 'a.h': 'a\r\nb\n' }, async (top) => {
      const side = sideCommit(top, 'a\r\nB\n');
      const mail = { kind: 'mail', path: '0001.patch', text: mailOf(top, side) } as const;
      await onSite(top, (site) => {
        const patches = [made('first', { 'b.h': [null, 'b\n'] }), mail, made('x', { 'a.h': ['a\r\nB\n', 'x'] })];
        const commits = built(site, patches);
        expect(shown(site, commits[1]?.id)).toBe(
          'Jürgen Groß <j@example.org> 1600000000 -0300\nGröße: say so\n\n[ja] it is\n---- no end\n\n',
        );
        const listed = benchOutput(site.bench, 'list', ['ls-tree', '--name-only', `${commits[2]?.id}`]);
        expect(listed).toBe('a.h\nb.h\nnew.h\n');
      });
    });
  });

  test('that came over a wire, with CR at every line end', async () => {
    await inRepository({ 'a.h': 'a\nb\n' }, async (top) => {
      const text = mailOf(top, sideCommit(top, 'a\nB\n')).replaceAll('\n', '\r\n');
      await onSite(top, (site) => {
        const [commit] = built(site, [{ kind: 'mail', path: 'x', text }]);
        expect(benchOutput(site.bench, 'show', ['show', `${commit?.id}:a.h`])).toBe('a\nB\n');
      });
    });
  });

  test('with a sign-off', async () => {
    await inRepository({ 'a.h': 'a\n' }, async (top) => {
      const text = mailOf(top, sideCommit(top, 'b\n'));
      await onSite(top, (site) => {
        const [commit] = built(site, [{ kind: 'mail', path: 'x', text }], true);
        expect(shown(site, commit?.id)).toMatch(/\nSigned-off-by: Ada Lovelace <ada@example.org>\n\n$/);
      });
    });
  });

  test.each([
    ['another file', (mail: string) => mail.replaceAll('a.h', 'z.h'), 'z.h: does not exist in index'],
    ['another line', (mail: string) => mail.replace('\n-a\n', '\n-z\n'), 'patch failed: a.h:1'],
    ['no patch', (mail: string) => mail.slice(0, mail.indexOf('\n---\n')), 'it contains no patch'],
    ['no author', (mail: string) => mail.replace(/^From: .*\n( .*\n)*/m, ''), 'it is not a mail with an author'],
    ['two mails', (mail: string) => mail + mail, 'it contains several mails'],
    [
      'two mails of another program',
      (mail: string) => (mail + mail).replace(/^From [0-9a-f]+ .*$/gm, 'From mboxrd@z Thu Jan  1 00:00:00 1970'),
      'it contains several mails',
    ],
    ['no mail', () => '', 'the mail x/y.patch cannot be applied'],
    ['no date', (mail: string) => mail.replace(/^Date: .*$/m, 'Date: soon'), 'its date is not valid'],
  ])('that cannot be applied: %s', async (_, change, reason) => {
    await inRepository({ 'a.h': 'a\n' }, async (top) => {
      const text = change(mailOf(top, sideCommit(top, 'b\n')));
      const run = onSite(top, (site) => built(site, [{ kind: 'mail', path: 'x/y.patch', text }]));
      await expect(run).rejects.toThrow(/^prerequisite-unusable: the mail x\/y\.patch cannot be applied: /);
      await expect(onSite(top, (site) => built(site, [{ kind: 'mail', path: 'x/y.patch', text }]))).rejects.toThrow(
        reason,
      );
    });
  });
});

describe('a commit', () => {
  test('is picked with its author, onto another parent', async () => {
    await inRepository({ 'a.h': 'a\n1\n2\n3\n4\nz\n' }, async (top) => {
      sideCommit(top, 'B\n1\n2\n3\n4\nz\n');
      await onSite(top, (site) => {
        const patches = [
          made('first', { 'a.h': ['a\n1\n2\n3\n4\nz\n', 'a\n1\n2\n3\n4\nZ\n'] }),
          { kind: 'commit', revision: 'side' } as const,
        ];
        const [, picked] = built(site, patches);
        expect(shown(site, picked?.id)).toContain('Jürgen Groß <j@example.org> 1600000000 -0300\nGröße: say so\n');
        expect(benchOutput(site.bench, 'show', ['show', `${picked?.id}:a.h`])).toBe('B\n1\n2\n3\n4\nZ\n');
      });
    });
  });

  test.each([
    ['nowhere', 'git knows no such commit'],
    ['side', "Applied patch to 'a.h' with conflicts"],
    ['merge', 'it is a merge'],
    ['HEAD', 'the tree has its change already'],
  ])('%s that cannot be picked', async (revision, reason) => {
    await inRepository({ 'a.h': 'a\n' }, async (top) => {
      sideCommit(top, 'b\n');
      putFiles(top, { 'c.h': '' });
      git(top, 'add', 'c.h');
      git(top, 'commit', '-qm', 'c');
      git(top, 'branch', 'merge', git(top, 'commit-tree', '-p', 'HEAD', '-p', 'side', '-m', 'm', 'HEAD^{tree}').trim());
      const patches = [made('x', { 'a.h': ['a\n', 'A\n'] }), { kind: 'commit', revision } as const];
      const run = onSite(top, (site) => built(site, patches));
      await expect(run).rejects.toThrow(`prerequisite-unusable: the commit '${revision}' cannot be picked: `);
      await expect(onSite(top, (site) => built(site, patches))).rejects.toThrow(reason);
    });
  });
});
