import { expect, test } from '@jest/globals';
import { splitTree } from '../../src/split/split-tree.ts';
import { memoryTree } from '../../src/text/tree.ts';
import { checkConserved } from '../laws/check-conserved.ts';
import { soundManifest } from '../manifest/check-manifest.ts';

const LINES = 20_000;
/** One function takes ten lines: its comment, a type, a macro, a group and the prototype. */
const FUNCTIONS = LINES / 10;
const part = (n: number): string => (n % 3 === 0 ? 'graph' : 'io');

function largeHeader(): string {
  const units = Array.from(
    { length: FUNCTIONS },
    (_, n) => `/*
 * fn_${n} does it.
 */
struct s_${n} { int a; };
#define M_${n}(x) fn_${n}(x)
#ifdef CONFIG_${n % 7}
int fn_${n}(struct s_${n} *s,
          int b);
#endif

`,
  );
  return `/* SPDX-License-Identifier: MIT */\n#ifndef BIG_H\n#define BIG_H\n\n${units.join('')}#endif\n`;
}

function largeManifest(): string {
  const names = Array.from({ length: FUNCTIONS }, (_, n) => `  fn_${n}: ${part(n)}\n`);
  return `version: 1\nheader: big.h\nparts: { common: {}, graph: {}, io: {} }\nprototypes:\n${names.join('')}`;
}

test(`a header of ${LINES} lines`, async () => {
  const manifest = soundManifest(largeManifest());
  const header = largeHeader();
  const { headers, functions } = await splitTree(memoryTree({ 'big.h': header }), manifest);
  expect(Object.fromEntries(functions)).toEqual({ common: 0, graph: 667, io: 1333 });
  const files = new Map(headers.flatMap((change) => (change.kind === 'delete' ? [] : [[change.path, change.after]])));
  expect([...files.keys()]).toEqual(['big-common.h', 'big-graph.h', 'big-io.h', 'big.h']);
  checkConserved(header, files, manifest);
});
