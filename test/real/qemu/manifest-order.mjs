import { join } from 'node:path';
import { qemuManifests } from '../manifests.mjs';
import { mustHeaderSplit } from '../processes.mjs';
import { clone, reset, treeId } from '../scratch.mjs';

/** Three manifests in one run make the bytes of three runs, whatever their order, and every order makes the same. */
export function manifestOrder({ context, tally, scratch }) {
  const tree = clone(context.before, join(scratch, 'order'));
  const orders = permutations(qemuManifests());
  const made = orders.map((order) => ({
    title: order.map(({ name }) => name).join(', '),
    ...treesOf(context, tree, order),
  }));
  const apart = made.filter(({ together, after }) => together !== after);
  tally.check(
    'three manifests in one run',
    `the tree of three runs, in ${orders.length} orders`,
    apart.map(({ title, together, after }) => `${title}: ${together}, one after the other ${after}`),
  );
  const odd = made.filter(({ together }) => together !== made[0].together);
  tally.check(
    'order of three manifests',
    `${orders.length} orders, one tree`,
    odd.map(({ title }) => `${title}: another tree than ${made[0].title}`),
  );
}

function treesOf(context, tree, order) {
  const id = (runs) => {
    reset(tree);
    for (const paths of runs) mustHeaderSplit(context, ['apply', '-C', tree, ...paths]);
    return treeId(tree);
  };
  const paths = order.map(({ path }) => path);
  return { together: id([paths]), after: id(paths.map((path) => [path])) };
}

function permutations(list) {
  if (list.length < 2) return [list];
  return list.flatMap((one, at) => permutations(list.toSpliced(at, 1)).map((rest) => [one, ...rest]));
}
