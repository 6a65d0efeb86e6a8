import { expect, test } from '@jest/globals';
import type { FileChange } from '../../src/diff/file-change.ts';
import { allChanges } from '../../src/review/all-changes.ts';

const modify = (path: string, before: string, after: string): FileChange => ({
  kind: 'modify',
  path,
  mode: '100644',
  before,
  after,
});

test('each file is told once: later changes are on top, those of other manifests beside', () => {
  const source = 'a\nb\nc\nd\n';
  const changes = allChanges([
    [
      { kind: 'create', path: 'x.h', mode: '100644', after: 'plain\n' },
      modify('x.h', 'plain\n', 'asserted\n'),
      modify('x.c', source, 'i\na\nA\nb\nc\nd\n'),
    ],
    [modify('x.c', source, 'i\na\nb\nc\nC\nd\n')],
  ]);
  expect(changes).toEqual([
    { kind: 'create', path: 'x.h', mode: '100644', after: 'asserted\n' },
    modify('x.c', source, 'i\na\nA\nb\nc\nC\nd\n'),
  ]);
});

test('what contradicts another change stays beside it', () => {
  const both = [modify('x.c', 'a\n', 'a\nb\n'), modify('x.c', 'a\n', 'a\nc\n')];
  expect(allChanges(both.map((one) => [one]))).toEqual(both);
});
