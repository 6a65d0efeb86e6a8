import { expect, test } from '@jest/globals';
import { judge } from './judge.ts';
import { meaningCases, readMeaningCase } from './wanted.ts';

// A case is a directory: a small tree, `m.yaml` that splits it, and `want.json` (wanted.ts). No output is recorded. gcc says
// whether the tree means after the split what it meant before: each source compiles as it did, without a new warning;
// header, part files and wrapper compile alone if the header did; a program prints what it printed; `check` is clean;
// a second `apply` changes nothing.

test.each(meaningCases())('%s', async (name) => {
  expect(await judge(readMeaningCase(name))).toEqual([]);
});
