import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { callEdges } from '../audit/call-edges.mjs';
import { configurations } from '../manifests.mjs';
import { isInstalled, lastLines, mustHeaderSplit, run } from '../processes.mjs';
import { clone, reset } from '../scratch.mjs';
import { compared, objectsOf, unitsOf } from './compiled-units.mjs';
import { divideStructs } from './divided-structs.mjs';

/**
 * The units of QEMU that compile still compile when each header, and all three, are split, with and without assertions;
 * without, the objects of the block layer are the same. gcc's call graph is compared with the audit's meanwhile.
 */
export async function compiles({ context, tally, scratch }) {
  const scripts =
    context.facts === null ? [] : ['configure-qemu', 'compile-qemu'].map((name) => join(context.facts, name));
  if (scripts.length === 0 || !scripts.every((script) => existsSync(script)))
    return tally.skip('compiling QEMU', 'no scripts to configure and compile it (--facts)');
  if (!isInstalled('gcc')) return tally.skip('compiling QEMU', 'gcc is not installed');
  const [configure, compile] = scripts;
  const tree = clone(context.before, join(scratch, 'compiled'));
  const configured = run(configure, [tree]);
  if (configured.status !== 0) return tally.skip('compiling QEMU', `it cannot be configured: ${lastLines(configured)}`);
  const before = unitsOf(compile, tree);
  const objects = objectsOf(compile, tree, join(scratch, 'objects-before'));
  tally.note(`untouched: ${before.summary}; ${objects.size} objects of the block layer`);
  await callEdges({ context, tally, tree, scratch });
  for (const [index, { title, paths }] of configurations().entries()) {
    mustHeaderSplit(context, ['apply', '-C', tree, ...paths, '--only', 'headers']);
    compare(tally, `${title} split compiles`, before, unitsOf(compile, tree));
    const after = objectsOf(compile, tree, join(scratch, `objects-${index}`));
    const changed = [...objects].filter(([unit, sum]) => after.get(unit) !== sum).map(([unit]) => unit);
    tally.check(`objects of ${title} split`, `${after.size} of the block layer, all as before`, changed);
    mustHeaderSplit(context, ['apply', '-C', tree, ...paths]);
    compare(tally, `${title} split with assertions compiles`, before, unitsOf(compile, tree));
    reset(tree);
  }
  divideStructs({ context, tree, scratch });
  compare(tally, 'divided structs compile', before, unitsOf(compile, tree));
}

function compare(tally, name, before, after) {
  tally.check(name, `${after.summary}, the same as before`, compared(before, after));
}
