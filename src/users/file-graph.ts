import type { FileFacts } from './facts/file-facts.ts';
import type { Meaning, Spelling } from './resolve-spelling.ts';
import type { BranchFormulas } from './when/branch-formulas.ts';
import { ALWAYS, type When } from './when/formulas.ts';

/** The files that matter to a rewrite, by number, and which includes which. */
export type FileGraph = {
  readonly paths: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly facts: readonly FileFacts[];
  /** By file: its includes in their order. */
  readonly edges: readonly (readonly Edge[])[];
  readonly branchFormulas: BranchFormulas;
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
  /** It may as well mean a file of the system: only a directory that is not known to be one for includes has it. */
  readonly isGuess: boolean;
  /** The branches of conditions in which the line stands, the innermost first. */
  readonly branches: readonly number[];
  /** When the line is read, once the file is. */
  readonly when: When;
  /** By index in `targets`: when that one is read. */
  readonly whenOfTarget: readonly When[];
};

/**
 * The files `from`, and all that they include.
 *
 * @param meaningOf The files that an include may mean: none where it is not in the tree.
 * @param formulasFor What the conditions of all these files say.
 * @param before A graph of which `from` are all files, with the files that are now as they were: what these include is
 * not asked again.
 */
export function fileGraph(
  from: Iterable<string>,
  factsOf: (path: string) => FileFacts,
  meaningOf: (from: string, spelling: Spelling) => Meaning,
  formulasFor: (facts: readonly FileFacts[]) => BranchFormulas,
  before: { readonly graph: FileGraph; readonly isSame: (path: string) => boolean } | null = null,
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
  const targets: (readonly Targets[])[] = [];
  for (let at = 0; at < paths.length; at++) {
    const path = paths[at] ?? '';
    const same = before?.isSame(path) === true ? before.graph.facts[at] : undefined;
    const known = same ?? factsOf(path);
    facts.push(known);
    if (same !== undefined) targets.push([]);
    else {
      targets.push(
        known.includes.map((line) => {
          if (line.isDisabled) return NOWHERE;
          const { files, isGuess } = meaningOf(path, line);
          return { files: files.map(number), isGuess };
        }),
      );
    }
  }
  const formulas = formulasFor(facts);
  const edges = facts.map(
    (known, file) =>
      (known === before?.graph.facts[file] ? before.graph.edges[file] : undefined) ??
      edgesOf(paths, file, known, targets[file] ?? [], formulas),
  );
  return { paths, numberOf, facts, edges, branchFormulas: formulas };
}

/** What an include line may mean, by number. */
type Targets = { readonly files: readonly number[]; readonly isGuess: boolean };

const NOWHERE: Targets = { files: [], isGuess: false };

function edgesOf(
  paths: readonly string[],
  file: number,
  known: FileFacts,
  targetsOf: readonly Targets[],
  { formulas, whenOf }: BranchFormulas,
): readonly Edge[] {
  const path = paths[file] ?? '';
  return known.includes.flatMap((line, index): readonly Edge[] => {
    const { files: targets, isGuess } = targetsOf[index] ?? NOWHERE;
    if (targets.length === 0) return [];
    const when = whenOf(path, known, line.branch);
    const isPlain = !isGuess && targets.length === 1 && (line.isSure || line.branch > 0);
    // Which file it means depends on the unit.
    const meaning = (target: number): When =>
      isPlain ? ALWAYS : formulas.variable(`${path}\n${line.path}\n${paths[target] ?? ''}`);
    return [
      {
        line: index,
        at: line.start,
        end: line.end,
        targets,
        isSure: !isGuess && line.isSure && targets.length === 1,
        isGuess,
        branches: chain(known.branches, line.branch),
        when,
        whenOfTarget: targets.map((target) => formulas.and(when, meaning(target))),
      },
    ];
  });
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
