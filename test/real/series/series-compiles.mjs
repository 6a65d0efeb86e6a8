import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled, lastLines, run } from '../processes.mjs';
import { compared, newlyFailed, objectsOf, unitsOf } from '../qemu/compiled-units.mjs';
import { git, madeSeries, THREE } from './made-series.mjs';
import { authorsClone } from './series-input.mjs';

/**
 * After each patch of a series of three QEMU headers the same units compile as before the series, and after each that
 * splits a header the objects of the block layer are those of before it. After a patch of a group of users its own files do:
 * no other unit reads them, and headers only get lines for what they include already.
 */
export function seriesCompiles({ context, tally, scratch }) {
  const scripts =
    context.facts === null ? [] : ['configure-qemu', 'compile-qemu'].map((name) => join(context.facts, name));
  if (scripts.length === 0 || !scripts.every((script) => existsSync(script)))
    return tally.skip('compiling a series', 'no scripts to configure and compile QEMU (--facts)');
  if (!isInstalled('gcc')) return tally.skip('compiling a series', 'gcc is not installed');
  const [configure, compile] = scripts;
  const { folder, applied, patches } = madeSeries(context, scratch, THREE);
  const tree = authorsClone(context.before, join(folder, 'compiled'));
  const configured = run(configure, [tree]);
  if (configured.status !== 0)
    return tally.skip('compiling a series', `QEMU cannot be configured: ${lastLines(configured)}`);
  git(tree, 'fetch', '-q', applied, 'HEAD');
  const before = unitsOf(compile, tree);
  let objects = objectsOf(compile, tree, join(folder, 'objects-0'));
  tally.note(`untouched: ${before.summary}; ${objects.size} objects of the block layer`);
  for (const [index, { id, kind, subject, files }] of patches.entries()) {
    git(tree, 'checkout', '-q', id);
    if (kind === 'users' && files.every(({ path }) => path !== HEADER)) {
      const units = unitsOf(compile, tree, ownUnits(files));
      tally.check(`after '${subject}'`, `${units.summary}, of its own files`, newlyFailed(before, units));
      continue;
    }
    const units = unitsOf(compile, tree);
    tally.check(`after '${subject}'`, `${units.summary}, the same as before`, compared(before, units));
    const after = objectsOf(compile, tree, join(folder, `objects-${index + 1}`));
    const changed = [...objects].filter(([unit, sum]) => after.get(unit) !== sum).map(([unit]) => unit);
    if (kind === 'split') tally.check(`objects after '${subject}'`, `${after.size}, all as before`, changed);
    else tally.note(`objects: ${changed.length} of ${after.size} changed`);
    objects = after;
  }
}

/** A part file that includes what it needs of another header: in the patch of what others include. */
const HEADER = 'include/block/block_int-common.h';

/** The units of a patch, as the build spells them. */
function ownUnits(files) {
  return String.raw`^\.\./(${files.map(({ path }) => path.replaceAll('.', '\\.')).join('|')})$`;
}
