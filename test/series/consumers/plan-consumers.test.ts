import { expect, test } from '@jest/globals';
import type { ConsumerEntry } from '../../../src/manifest/series/series-file.ts';
import { planConsumers, proposedConsumers, type ReadEntry } from '../../../src/series/consumers/plan-consumers.ts';
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

test.each([
  ['a.mk', '\tinstall ../include/foo.h "$(DESTDIR)/usr/include/foo.h"', 'installs'],
  ['a.mk', '\t$(INSTALL_DATA) include/foo.h $(D)', 'installs'],
  ['a.mk', '\ttest -d d && cp include/foo.h d', 'copies'],
  ['a.mk', '\t-rm -f "$(DESTDIR)/usr/include/foo.h"', 'removes'],
  ['a.mk', '\t$(RM) "$(D)/foo.h"', 'removes'],
  ['a.mk', '\tinstall -m 644 \\\n\t  include/foo.h $(D)', 'installs'],
  ['a.mk', '\tsed -n p include/foo.h > x', 'names'],
  ['a.mk', 'PUBLIC = include/foo.h', 'names'],
  ['CMakeLists.txt', 'configure_file(include/foo.h x.h COPYONLY)', 'names'],
  ['w.nsi', 'Delete "$INSTDIR\\foo.h"', 'removes'],
  ['w.nsi', 'File /oname=x.h "..\\include\\foo.h"', 'packs'],
])('of a file that is changed, the line that still names the header alone: %s, %j', (path, line, verb) => {
  const list = {
    'a.mk': 'HDRS = include/foo.h\n',
    'CMakeLists.txt': 'install(FILES include/foo.h include/x.h DESTINATION d)\n',
    'w.nsi': 'File "a\\foo.h"\nFile "a\\x.h"\n',
  }[path];
  const files = { 'include/foo.h': '', [path]: `${list}${line}\n` };
  const { withSplit, findings } = proposedConsumers(memoryTree(files), { ...split, others: [path] });
  expect(withSplit).toHaveLength(1);
  const at = files[path]?.slice(0, files[path].lastIndexOf('foo.h')).split('\n').length;
  expect(findings).toMatchObject([
    {
      code: 'consumer-line-left',
      message: `${path} ${verb} include/foo.h alone`,
      places: [{ place: { file: path, line: at } }],
    },
  ]);
});

test.each([
  '# include/foo.h is public',
  '\tinstall include/foo.h include/foo-io.h $(D)',
  '\tinstall include/foo.h $(D)\n\tinstall include/foo-common.h $(D)',
  'CFLAGS += -include include/foo.h',
  '\trm -f include/foo.h',
  '\tinstall xfoo.h foo.h.in $(D)',
])('of a file that is changed, nothing is told of %j', (line) => {
  const tree = memoryTree({ 'include/foo.h': '', 'a.mk': `HDRS = include/foo.h\n${line}\n` });
  expect(proposedConsumers(tree, { ...split, others: ['a.mk'] }).findings).toEqual([]);
});

test('a line that an entry of the series file changes by hand is not told', () => {
  const text = 'HDRS = include/foo.h\n\tinstall include/foo.h $(D)\n\tcp include/foo.h x\n';
  const files = memoryTree({ 'include/foo.h': '', 'a.mk': text });
  const line = 'install include/foo.h';
  const entries = [entry('a.mk', {}), entry('a.mk', { hunk: replace(line, 'install include/foo*.h') })];
  const { findings } = planConsumers(files, { ...split, others: ['a.mk'] }, entries, series);
  expect(findings).toMatchObject([{ message: 'a.mk copies include/foo.h alone', places: [{ place: { line: 3 } }] }]);
});
