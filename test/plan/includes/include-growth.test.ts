import { expect, test } from '@jest/globals';
import { filesLeadingTo, includeChain, includeGraph } from '../../../src/plan/includes/include-graph.ts';
import { splitTree } from '../../../src/split/split-tree.ts';
import { memoryTree, type Tree } from '../../../src/text/tree.ts';
import { soundManifest } from '../../manifest/check-manifest.ts';

const manifest = soundManifest('version: 1\nheader: h.h\nparts: { common: {}, io: {} }\nprototypes: { f: io }\n');

/** A tree of a header that includes these files, and how often a file of it was read. */
function counted(
  included: readonly string[],
  files: Readonly<Record<string, string>>,
): { tree: Tree; reads: () => number } {
  const includes = included.map((path) => `#include "${path}"\n`).join('');
  const tree = memoryTree({ 'h.h': `#ifndef H\n#define H\n${includes}int f(void);\n#endif\n`, ...files });
  let reads = 0;
  const read = (path: string): string | null => {
    reads += 1;
    return tree.read(path);
  };
  return { tree: { ...tree, read }, reads: () => reads };
}

test('headers without a guard are read a few times, however many ways lead to them', async () => {
  const [layers, width] = [8, 6];
  const row = Array.from({ length: width }, (_, at) => at);
  const path = (layer: number, at: number): string => `a${layer}-${at}.h`;
  const texts = Array.from({ length: layers }, (_, layer) =>
    row.map((at) => [path(layer, at), row.map((to) => `#include "${path(layer + 1, to)}"\n`).join('')]),
  );
  const { tree, reads } = counted(
    row.map((at) => path(0, at)),
    Object.fromEntries(texts.flat()),
  );
  const { headers } = await splitTree(tree, manifest);
  expect(headers).toHaveLength(3);
  expect(reads()).toBeLessThan(50 * layers * width);
});

test('of many headers that lead back to the header, each is read a few times', async () => {
  const paths = Array.from({ length: 60 }, (_, at) => `a${at}.h`);
  const texts = paths.map((path, at) => [path, `#pragma once\n#include "h.h"\nint a${at};\n`] as const);
  const { tree, reads } = counted(paths, Object.fromEntries(texts));
  const { headers } = await splitTree(tree, manifest);
  // The includes stay in the wrapper, and a part without items gets no file.
  expect(headers).toHaveLength(2);
  expect(reads()).toBeLessThan(20 * paths.length);
});

test('what leads to a file has a chain to it', () => {
  const includes = (...to: readonly string[]): string => to.map((one) => `#include "${one}.h"\n`).join('');
  const tree = memoryTree({
    'a.h': includes('b', 'c'),
    'b.h': includes('d'),
    'c.h': includes('a'),
    'd.h': includes('e', 'b'),
    'e.h': '',
    'f.h': includes('c', 'x'),
  });
  const graph = includeGraph(tree, []);
  for (const to of tree.files()) {
    const others = tree.files().filter((file) => file !== to);
    const leading = filesLeadingTo(graph, others, (file) => file === to);
    expect(others.filter((file) => leading.has(file))).toEqual(
      others.filter((file) => includeChain(graph, file, to) !== null),
    );
  }
  expect([...filesLeadingTo(graph, ['f.h'], (file) => file === 'e.h', 'b.h')]).toEqual([]);
});

test('of many include directories the first that has a file is meant, as of few', () => {
  const dirs = ['z', './d1/', 'd0', '', 'x/y', 'd1', ...Array.from({ length: 40 }, (_, at) => `e${at}`), '../out'];
  const paths = ['a.h', 'd0/a.h', 'd1/a.h', 'x/y/sys/b.h', 'e3/sys/b.h', 'e7/c.h', 'e39/c.h', 'sys/d.h', 'e5/e3.h'];
  const tree = memoryTree(Object.fromEntries(paths.map((path) => [path, ''])));
  const asked = ['a.h', 'sys/b.h', './sys/b.h', 'sys//b.h', 'c.h', 'd.h', 'e3.h', '../e7/c.h', 'y/sys/b.h', 'h'];
  const means = (some: readonly string[]) => {
    const graph = includeGraph(tree, some);
    return asked.map((path) => graph.resolve('lib/x.c', { form: 'angle', path }));
  };
  // In one step of 30 at a time, each answer is the first of those that the steps give.
  const steps = [dirs.slice(0, 30), dirs.slice(30)].map(means);
  expect(means(dirs)).toEqual(asked.map((_, at) => steps[0]?.[at] ?? steps[1]?.[at] ?? null));
  expect(means(dirs)).toEqual([
    'd1/a.h',
    'x/y/sys/b.h',
    'x/y/sys/b.h',
    'x/y/sys/b.h',
    'e7/c.h',
    null,
    'e5/e3.h',
    'e7/c.h',
    null,
    null,
  ]);
});

test('ends of brackets in included headers are searched for together', async () => {
  const searches = async (count: number): Promise<number> => {
    const paths = Array.from({ length: count }, (_, at) => `a${at}.h`);
    const texts = paths.map((path, at) => [path, `A${at}_BEGIN_DECLS\nint a${at};\nA${at}_END_DECLS\n`]);
    const { tree } = counted(paths, Object.fromEntries(texts));
    let asked = 0;
    const filesNaming: Tree['filesNaming'] = (words, within) => {
      asked += 1;
      return tree.filesNaming(words, within);
    };
    await splitTree({ ...tree, filesNaming }, manifest);
    return asked;
  };
  expect(await searches(20)).toBe(await searches(2));
});
