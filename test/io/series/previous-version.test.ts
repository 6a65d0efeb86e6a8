import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { CommitRange } from '../../../src/io/series/commit-range.ts';
import { formatMails } from '../../../src/io/series/mails/format-mails.ts';
import { readPrevious } from '../../../src/io/series/previous-version.ts';
import { benchOutput } from '../../../src/io/series/workbench.ts';
import { git, putFiles } from '../temporary-folder.ts';
import { built, cover, inRepository, made, mailsOf, onSite, type Site, sound, writeMails } from './series-fixture.ts';

const text = (marked: string): string => `one\r\ntwo\nthree\n${marked}\nfour\nfive\nJ\xfcrgen\n`;
const split = made('Split', { 'a.h': [text('x'), text('y')] });
const lines = Array.from({ length: 30 }, (_, at) => `line ${at};\n`).join('');
const asserts = (line: string) => made('Assert', { 'c.c': [lines, `${line}\n${lines.replaceAll(';', ';;')}`] });
const files = { 'a.h': text('x'), 'c.c': lines };

function compared(top: string, spelt: string, reroll = 2): Promise<string> {
  return onSite(top, (site) => {
    const previous = sound(readPrevious(site.bench, site.start, top, spelt, reroll)).range;
    const ranges = [previous, rangeOf(site)].map(({ from, to }) => `${from}..${to}`);
    return benchOutput(site.bench, 'compare two versions', ['range-diff', '--no-color', ...ranges]);
  });
}

function rangeOf(site: Site): CommitRange {
  return { from: site.start.commit, to: built(site, [split, asserts('new')])[1]?.id ?? '' };
}

const expected =
  /^1: {2}[0-9a-f]+ = 1: {2}[0-9a-f]+ Split\n2: {2}[0-9a-f]+ ! 2: {2}[0-9a-f]+ Assert\n.*-\+old\n {4}\+\+new\n/s;

test('mails of the version before', async () => {
  await inRepository(files, async (top) => {
    writeMails(join(top, 'out'), await mailsOf(top, [split, asserts('older')]));
    writeMails(join(top, 'out'), await mailsOf(top, [split, asserts('old')], { rerollCount: '2' }));
    writeMails(join(top, 'out'), await mailsOf(top, [split, asserts('not this')], { rerollCount: '3' }));
    expect(await compared(top, 'out', 3)).toMatch(expected);
    expect(await compared(top, 'out', 2)).toContain('-+older\n');
    await expect(compared(top, 'out', 1)).rejects.toThrow('it has no mails of an earlier version');
  });
});

test('mails on the commit that they name', async () => {
  await inRepository(files, async (top) => {
    const base = git(top, 'rev-parse', 'HEAD').trim();
    writeMails(join(top, 'out'), await mailsOf(top, [split, asserts('old')], { base }));
    putFiles(top, { 'c.c': 'other\n' });
    git(top, 'commit', '-qam', 'second');
    const range = await onSite(top, ({ bench, start }) => sound(readPrevious(bench, start, top, 'out', 2)).range);
    expect(range.from).toBe(base);
    // Patches that nobody has now were between.
    const mails = await mailsOf(top, [made('Other', { 'c.c': ['other\n', 'new\n'] })], {
      base: git(top, 'rev-parse', 'HEAD~1').trim(),
    });
    writeMails(join(top, 'more'), mails);
    const more = await onSite(top, ({ bench, start }) => sound(readPrevious(bench, start, top, 'more', 2)).range);
    expect(more.from).toBe(git(top, 'rev-parse', 'HEAD').trim());
    writeMails(join(top, 'out'), await mailsOf(top, [made('Split', { 'new.h': [null, ''] })]));
  });
});

test('a range of commits', async () => {
  await inRepository(files, async (top) => {
    git(top, 'checkout', '-q', '-b', 'v1');
    for (const { subject, changes } of [split, asserts('old')]) {
      for (const change of changes) putFiles(top, { [change.path]: change.kind === 'modify' ? change.after : '' });
      git(top, 'commit', '-qam', subject, '--author=Ada Lovelace <ada@example.org>');
    }
    git(top, 'checkout', '-q', '-');
    expect(await compared(top, 'HEAD..v1')).toMatch(expected);
  });
});

test('git writes it into the cover letter', async () => {
  await inRepository(files, async (top) => {
    await onSite(top, (site) => {
      const previous = { from: site.start.commit, to: built(site, [split, asserts('old')])[1]?.id ?? '' };
      const commits = built(site, [split, asserts('new')]);
      const flags = { rerollCount: '2', rangeDiff: previous };
      const result = formatMails(site.bench, site.start, commits, cover, flags);
      const letter = result.kind === 'mails' ? result.mails[0]?.text : '';
      expect(letter).toMatch(/\nRange-diff against v1:\n1: .* = 1: .* Split\n2: .* ! 2: .* Assert\n/);
    });
  });
});

test.each([
  ['nowhere', 'it is neither a directory of mails nor a range of commits A..B'],
  ['HEAD...HEAD', 'it is neither a directory of mails nor a range of commits A..B'],
  ['HEAD..nowhere', "git knows no commit 'nowhere'"],
  ['nowhere..HEAD', "git knows no commit 'nowhere'"],
  ['empty', 'it has no mails of an earlier version'],
  ['bad', 'the mail bad/0001-x.patch cannot be applied: it is not a mail with an author'],
])('refused: %s', async (spelt, reason) => {
  await inRepository(files, async (top) => {
    putFiles(top, { 'empty/x': '', 'bad/0001-x.patch': 'x\n', 'bad/0000-cover-letter.patch': 'x\n' });
    await expect(compared(top, spelt)).rejects.toThrow(`previous-unusable: the previous version, ${spelt}, cannot be`);
    await expect(compared(top, spelt)).rejects.toThrow(reason);
  });
});
