import { describe, expect, test } from '@jest/globals';
import { formatPatch } from '../../../src/diff/format-patch.ts';
import type { ConsumerEntry } from '../../../src/manifest/series/series-file.ts';
import { type AppliedEntry, applyConsumerEntry } from '../../../src/series/consumers/apply-entry.ts';
import { proposeConsumerChanges } from '../../../src/series/consumers/propose-changes.ts';
import { span } from '../../../src/text/span.ts';
import { memoryTree } from '../../../src/text/tree.ts';
import { split } from './proposed-for.ts';

const series = { path: 'series.yaml', text: 'consumers:\n  - { file: FILE, replace: { from: FROM } }\n' };
const fileSpan = span(21, 25);
const fromSpan = span(43, 47);

function apply(hunk: ConsumerEntry['hunk'], text: string | null, patch: string | null = null): AppliedEntry {
  const tree = memoryTree({ 'include/foo.h': '', ...(text === null ? {} : { 'a.mk': text }) });
  const [proposal = null] = proposeConsumerChanges(tree, { ...split, others: ['a.mk'] });
  const file = { value: 'a.mk', span: fileSpan };
  const entry: ConsumerEntry = { span: span(0, 0), file, header: null, with: 'own', hunk };
  const read = patch === null ? null : { path: 'a.patch', text: patch };
  return applyConsumerEntry(tree, entry, { series, patch: read, proposal });
}

const replace = { kind: 'replace', from: 'x', to: 'y$&' } as const;
const patch = { kind: 'patch', path: { value: 'a.patch', span: fileSpan } } as const;
const noId = (): string => '0'.repeat(40);

test('the text is replaced, and nothing in the new one has a meaning', () => {
  expect(apply({ ...replace, span: fromSpan }, 'a x b\n').change).toMatchObject({ after: 'a y$& b\n', mode: '100644' });
});

test.each([
  ['x', 'y', '"x" becomes "y"'],
  [' x\n', ' y\n', '"x" becomes "y"'],
  ['x', '', '"x" is left out'],
  ['x', 'x', 'its text is replaced with the same text'],
  ['x\ny', 'y', ''],
])('a replacement of %j by %j is told as %j', (from, to, told) => {
  expect(apply({ kind: 'replace', from, to, span: fromSpan }, 'a x\ny\n'.replace('a x', `a${from}`)).told).toBe(told);
});

test('what is proposed', () => {
  const text = 'HDRS = include/foo.h\n';
  expect(apply({ kind: 'proposed' }, text)).toMatchObject({ change: { before: text }, findings: [] });
  const done = 'HDRS = include/foo.h include/foo-common.h include/foo-io.h\n';
  expect(apply({ kind: 'proposed' }, done)).toEqual({
    change: null,
    told: 'the part files are listed already',
    findings: [],
  });
});

test.each([
  ['one change', 'a\nb\nc\nd\n', 'a\nb\nX\nd\n'],
  ['two hunks', 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n', 'X\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nY\nl\n'],
  ['no newline at the end', 'a\nb', 'a\nc'],
  ['a newline at the end that was not there', 'a\nb', 'a\nb\n'],
  ['CRLF', 'a\r\nb\r\n', 'a\r\nX\r\nb\r\n'],
  ['everything gone', 'a\nb\n', ''],
  ['into an empty file', '', 'a\nb\n'],
  ['lines that look like headers of a file', '-- a\nb\n', '++ a\nb\n'],
])('a patch: %s', (_, before, after) => {
  const text = formatPatch([{ kind: 'modify', path: 'a.mk', mode: '100644', before, after }], { blobId: noId });
  const mail = `Subject: x\n\nIt changes\n---\n a.mk | 2 +-\n\n${text}-- \n2.40\n`;
  expect(apply(patch, before, mail)).toMatchObject({ change: { after }, findings: [] });
  const moved = `new\n${before}`;
  if (before.includes('b')) expect(apply(patch, moved, mail)).toMatchObject({ change: { after: `new\n${after}` } });
});

test('a hunk that fits in many places is as far from its line as the one before', () => {
  const before = `a\n${'b\n'.repeat(30)}`;
  const after = `A\n${'b\n'.repeat(15)}X\n${'b\n'.repeat(15)}`;
  const text = formatPatch([{ kind: 'modify', path: 'a.mk', mode: '100644', before, after }], { blobId: noId });
  expect(apply(patch, `new\n${before}`, text)).toMatchObject({ change: { after: `new\n${after}` } });
});

describe('a finding', () => {
  const hunk = '@@ -1 +1 @@\n-x\n+y\n';
  const header = '--- a/a.mk\n+++ b/a.mk\n';
  const replaced = { ...replace, span: fromSpan };

  test.each<[string, () => AppliedEntry, object]>([
    [
      'the file is not there',
      () => apply(replaced, null),
      { code: 'file-missing', places: [{ place: { file: 'series.yaml', line: 2, column: 11 } }] },
    ],
    [
      'the text is not there',
      () => apply(replaced, 'a\n'),
      { message: 'this text is not in a.mk', places: [{ place: { file: 'series.yaml', column: 33 } }] },
    ],
    [
      'the text stands there twice',
      () => apply(replaced, 'x\nx\n'),
      {
        message: 'this text occurs in a.mk more than once',
        places: [
          { place: { file: 'series.yaml' } },
          { place: { file: 'a.mk', line: 1 } },
          { place: { file: 'a.mk', line: 2 } },
        ],
      },
    ],
    ['the file does not name the header', () => apply({ kind: 'proposed' }, 'a\n'), { code: 'consumer-not-proposed' }],
    [
      'nothing can be proposed',
      () => apply({ kind: 'proposed' }, 'X = $(shell cat include/foo.h)\n'),
      { message: 'nothing is proposed for a.mk: an argument of a function of make' },
    ],
    [
      'the patch is for another file',
      () => apply(patch, 'x\n', `--- a/b.mk\n+++ b/b.mk\n${hunk}`),
      {
        message: 'the patch is for a.mk and changes another file too',
        places: [{ place: { file: 'a.patch', line: 2 } }],
      },
    ],
    [
      'the patch has no hunk',
      () => apply(patch, 'x\n', 'No diff at all\n'),
      { message: 'the patch has no hunk for a.mk', places: [{ place: { file: 'a.patch', line: 0 } }] },
    ],
    ...['old mode 100644', 'deleted file mode 100644', 'rename from b.mk', 'GIT binary patch'].map(
      (line): [string, () => AppliedEntry, object] => [
        `the patch has '${line}'`,
        () => apply(patch, 'x\n', `diff --git a/a.mk b/a.mk\n${line}\n${header}${hunk}`),
        {
          message: `the patch does more than change text: '${line}'`,
          places: [{ place: { file: 'a.patch', line: 2 } }],
        },
      ],
    ),
    [
      'a hunk of the end of a file fits in its middle',
      () => apply(patch, 'x\nb\n', `${header}@@ -1 +1,2 @@\n-x\n+y\n+z\n\\ No newline at end of file\n`),
      { message: 'this hunk fits nowhere in a.mk' },
    ],
    [
      'the patch is cut',
      () => apply(patch, 'x\n', `${header}@@ -1,2 +1,2 @@\n-x\n`),
      { message: 'the patch ends within a hunk', places: [{ place: { line: 3 } }] },
    ],
    [
      'a hunk fits nowhere',
      () => apply(patch, 'z\n', header + hunk),
      { message: 'this hunk fits nowhere in a.mk', places: [{ place: { file: 'a.patch', line: 3 } }] },
    ],
    [
      'a hunk fits twice',
      () => apply(patch, 'z\nx\nx\n', header + hunk),
      { code: 'consumer-change-unfit', message: 'this hunk fits in several places in a.mk' },
    ],
  ])('%s', (_, run, finding) => {
    const { change, findings } = run();
    expect(change).toBeNull();
    expect(findings).toMatchObject([finding]);
  });
});
