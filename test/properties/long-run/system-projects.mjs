import { readUnassigned } from '../../../src/plan/names/unseen-annotations.ts';
import { functionNames, otherNames } from '../../../src/plan/placement.ts';
import { indexedTree } from '../../real/indexed-tree.mjs';
import { everyFile, hash, INCLUDE_DIRS, packagedHeaders, ROOT } from '../../real/packaged-headers.mjs';

/** Below this a header leaves nothing to reassign. */
const FEWEST_FUNCTIONS = 3;

/** Headers of the system with a random manifest each: the seed's first `count`, of which this worker takes its share. */
export function* systemProjects({ seed, count, index, workers }) {
  if (count === 0) return;
  const tree = indexedTree(ROOT, everyFile(ROOT));
  const inSeedsOrder = packagedHeaders().sort((a, b) => hash(`${seed}/${a}`) - hash(`${seed}/${b}`));
  let at = 0;
  for (const path of inSeedsOrder) {
    if (at === count) return;
    const { header } = readUnassigned(tree, { path, text: tree.read(path) });
    const functions = [...new Set(header.items.flatMap(functionNames))];
    if (functions.length < FEWEST_FUNCTIONS) continue;
    if (at++ % workers === index)
      yield { files: { [path]: header.source.text }, around: tree, manifest: manifestFor(header, functions, seed) };
  }
}

function manifestFor(header, functions, seed) {
  const part = (name, assert) => ({ name, file: null, guard: null, banner: null, assert, into: null });
  const partOf = (name) => (hash(`${seed}/${name}`) % 2 === 0 ? 'graph' : 'io');
  return {
    header: header.source.path,
    shared: 'common',
    parts: [part('common', null), part('graph', 'assert_main();'), part('io', null)],
    wrapperBanner: null,
    placement: 'after-declarations',
    definitions: null,
    includeDirs: ['.', ...INCLUDE_DIRS],
    reinclude: header.guard.kind === 'none' || header.outside.length > 0,
    brackets: [],
    functions: new Map(functions.map((name) => [name, { part: partOf(name), isAsserted: true, comment: null }])),
    declarations: new Map(),
    movable: header.items.flatMap((item) => otherNames(item).slice(0, 1)),
  };
}
