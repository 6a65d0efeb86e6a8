import { changeOf, type FileChange } from '../diff/file-change.ts';
import type { Tree } from '../text/tree.ts';
import type { FileGraph } from './file-graph.ts';
import type { Situation } from './narrow/situation.ts';
import type { Spelling } from './resolve-spelling.ts';
import type { FileRewrite } from './rewrite.ts';
import { destinationSpeller } from './spell-destination.ts';
import { type LineRewrite, writeRewrite } from './write-rewrite.ts';

type Planned = {
  readonly tree: Pick<Tree, 'read' | 'mode'>;
  readonly situation: Situation;
  readonly resolve: (from: string, spelling: Spelling) => readonly string[];
};

/** The files with these rewrites, on the tree of a plan; sorted by path. */
export function rewrittenFiles(
  { tree, situation: { graph, wrappers }, resolve }: Planned,
  rewrites: ReadonlyMap<number, FileRewrite>,
): readonly FileChange[] {
  const spellers = new Map(wrappers.map((one) => [one.file, destinationSpeller(graph, one, resolve)]));
  return [...rewrites]
    .map(([file, rewrite]) => ({ file, path: graph.paths[file] ?? '', rewrite }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ file, path, rewrite }) => {
      const text = tree.read(path) ?? '';
      const lines = linesOf(graph, file, rewrite, spellers);
      return changeOf(tree, path, writeRewrite(text, lines));
    });
}

function linesOf(
  { facts, edges, paths }: FileGraph,
  file: number,
  { replaced, added }: FileRewrite,
  spellers: ReadonlyMap<number, ReturnType<typeof destinationSpeller>>,
): readonly LineRewrite[] {
  const targets = new Map((edges[file] ?? []).toReversed().map((edge) => [edge.line, edge.targets[0]] as const));
  return (facts[file]?.includes ?? []).flatMap((line, index): readonly LineRewrite[] => {
    const destinations = replaced.get(index);
    const target = targets.get(index) ?? -1;
    const anchor = { line, target: paths[target] ?? '' };
    const behind = (added.get(index) ?? []).map(
      ({ wrapper, destination }) => spellers.get(wrapper.file)?.added(file, destination, anchor) ?? '',
    );
    if (destinations === undefined && behind.length === 0) return [];
    const instead =
      destinations?.map((destination) => spellers.get(target)?.instead(file, line, destination) ?? '') ?? null;
    return [{ line, instead, behind }];
  });
}
