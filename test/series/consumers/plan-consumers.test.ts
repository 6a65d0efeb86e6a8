import { expect, test } from '@jest/globals';
import type { ConsumerEntry } from '../../../src/manifest/series/series-file.ts';
import { planConsumers, type ReadEntry } from '../../../src/series/consumers/plan-consumers.ts';
import { idleConsumers } from '../../../src/series/idle-consumers.ts';
import { span } from '../../../src/text/span.ts';
import { memoryTree } from '../../../src/text/tree.ts';
import { split } from './proposed-for.ts';

const series = { path: 'series.yaml', text: 'consumers:\n' };
const at = span(0, 9);

function entry(file: string, more: Partial<ConsumerEntry>): ReadEntry {
  const located = { value: file, span: at };
  return {
    patch: null,
    entry: { span: at, file: located, header: null, with: 'own', hunk: { kind: 'proposed' }, ...more },
  };
}

const tree = memoryTree({
  'include/foo.h': '',
  'a.mk': 'HDRS = include/foo.h\nX = x\n',
  'b.mk': 'HDRS = include/foo.h\n',
  'c.mk': 'HDRS = include/bar.h\n',
});
const input = { ...split, others: ['a.mk', 'b.mk'] };
const replace = (from: string, to: string): ConsumerEntry['hunk'] => ({ kind: 'replace', from, to, span: at });

test('each entry goes into the patch that it names', () => {
  const planned = planConsumers(tree, input, [entry('b.mk', { with: 'split' }), entry('a.mk', {})], series);
  expect(planned).toMatchObject({ withSplit: [{ path: 'b.mk' }], own: [{ path: 'a.mk' }], findings: [] });
});

test('several entries for one file make one change', () => {
  const entries = [entry('a.mk', { hunk: replace('X = x', 'X = y') }), entry('a.mk', {})];
  expect(planConsumers(tree, input, entries, series).own).toMatchObject([
    { after: 'HDRS = include/foo.h include/foo-common.h include/foo-io.h\nX = y\n' },
  ]);
});

test('an entry is for the headers that it and its file name', () => {
  const other = { value: 'include/bar.h', span: at };
  const ofOther = entry('a.mk', { header: other });
  const silent = entry('c.mk', { hunk: replace('bar', 'baz') });
  const planned = planConsumers(tree, input, [ofOther, silent], series);
  expect(planned).toMatchObject({ withSplit: [], own: [], findings: [] });
  expect([...planned.unchanged]).toEqual([[silent.entry, 'it does not name include/foo.h, or only includes it']]);
});

test('what becomes of a file is told, of several entries in their order', () => {
  const entries = [entry('a.mk', { hunk: replace('X = x', 'X = y') }), entry('a.mk', {})];
  expect([...planConsumers(tree, input, entries, series).told]).toEqual([
    ['a.mk', '"X = x" becomes "X = y"; list the new headers as well'],
  ]);
});

test('an entry is told of when it changes nothing for any header', () => {
  const [listed, silent, idle] = [
    entry('a.mk', {}),
    entry('c.mk', {}),
    entry('b.mk', { hunk: replace('HDRS', 'HDRS') }),
  ];
  const planned = planConsumers(tree, input, [listed, silent, idle], series);
  const later = planConsumers(tree, { ...input, header: 'include/bar.h', others: ['c.mk'] }, [listed, silent], series);
  const messages = (outcomes: Parameters<typeof idleConsumers>[1]): readonly string[] =>
    idleConsumers(series, outcomes).map(({ message }) => message);
  expect(messages([planned])).toEqual([
    'the entry for c.mk changes nothing: it does not name include/foo.h, or only includes it',
    'the entry for b.mk changes nothing: its text is replaced with the same text',
  ]);
  expect(messages([planned, later])).toEqual([
    'the entry for b.mk changes nothing: its text is replaced with the same text',
  ]);
});

test('a file cannot be changed in two patches', () => {
  const entries = [entry('a.mk', { with: 'split' }), entry('a.mk', { hunk: replace('X', 'Y') })];
  expect(planConsumers(tree, input, entries, series).findings).toMatchObject([
    { message: 'a.mk is to be changed with the split and in a patch of its own' },
  ]);
});

test('a file that is not there', () => {
  expect(planConsumers(tree, input, [entry('d.mk', {})], series).findings).toMatchObject([{ code: 'file-missing' }]);
});
