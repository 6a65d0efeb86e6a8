import type { FileFacts } from './facts/file-facts.ts';

/** The files that matter to a rewrite, by number, and which includes which. */
export type FileGraph = {
  readonly paths: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly facts: readonly FileFacts[];
  /** By file: its includes in their order. */
  readonly edges: readonly (readonly Edge[])[];
};

export type Edge = {
  /** Index of the include line in the file's facts. */
  readonly line: number;
  /** The byte where the line begins. */
  readonly at: number;
  /** The byte behind the line. */
  readonly end: number;
  /** What it may mean; more than one where that depends on the unit. */
  readonly targets: readonly number[];
  /** Each unit that reads the file reads the target. */
  readonly isSure: boolean;
  /** The branches of conditions in which the line stands, the innermost first. */
  readonly branches: readonly number[];
};

/**
 * The files `from`, and all that they include.
 *
 * @param resolve The files that an include may mean: none where it is not in the tree.
 */
export function fileGraph(
  from: Iterable<string>,
  factsOf: (path: string) => FileFacts,
  resolve: (from: string, spelling: { readonly form: 'quote' | 'angle'; readonly path: string }) => readonly string[],
): FileGraph {
  const numberOf = new Map<string, number>();
  const paths: string[] = [];
  const number = (path: string): number => {
    const known = numberOf.get(path);
    if (known !== undefined) return known;
    numberOf.set(path, paths.length);
    paths.push(path);
    return paths.length - 1;
  };
  for (const path of from) number(path);
  const facts: FileFacts[] = [];
  const edges: (readonly Edge[])[] = [];
  for (let at = 0; at < paths.length; at++) {
    const path = paths[at] ?? '';
    const known = factsOf(path);
    facts.push(known);
    edges.push(
      known.includes.flatMap((line, index): readonly Edge[] => {
        if (line.isDisabled) return [];
        const targets = resolve(path, line).map(number);
        const isSure = line.isSure && targets.length === 1;
        return targets.length === 0
          ? []
          : [
              {
                line: index,
                at: line.start,
                end: line.end,
                targets,
                isSure,
                branches: chain(known.branches, line.branch),
              },
            ];
      }),
    );
  }
  return { paths, numberOf, facts, edges };
}

function chain(around: readonly number[], innermost: number): readonly number[] {
  const found: number[] = [];
  for (let branch = innermost; branch > 0; branch = around[branch] ?? 0) found.push(branch);
  return found;
}

/** Each file behind those that it includes, as far as cycles let it be. */
export function includedFirst({ edges }: Pick<FileGraph, 'edges'>): readonly number[] {
  const order: number[] = [];
  const seen = new Uint8Array(edges.length);
  for (let start = 0; start < edges.length; start++) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const path: { file: number; targets: readonly number[]; next: number }[] = [];
    const enter = (file: number): void => {
      path.push({ file, targets: (edges[file] ?? []).flatMap(({ targets }) => targets), next: 0 });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const target = top.targets[top.next++];
      if (target === undefined) {
        order.push(top.file);
        path.pop();
      } else if (seen[target] !== 1) {
        seen[target] = 1;
        enter(target);
      }
    }
  }
  return order;
}
