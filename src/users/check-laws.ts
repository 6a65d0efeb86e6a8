import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOf } from '../text/place.ts';
import { span } from '../text/span.ts';
import type { Tree } from '../text/tree.ts';
import { alignTexts } from './align-texts.ts';
import type { FileFacts } from './facts/file-facts.ts';
import { type FileGraph, fileGraph, includedFirst } from './file-graph.ts';
import { reachWhen, startReach } from './given.ts';
import { missingAt } from './needs/need-points.ts';
import type { Need } from './needs/needs.ts';
import type { UsersPlan } from './plan-users.ts';
import type { Meaning, Spelling } from './resolve-spelling.ts';

/**
 * What the laws say of the bytes that are to be written, read again and not taken from the plan: a changed file differs
 * in include lines alone, and those that stay keep their order; each use that read its declaration still does; no cycle
 * of includes is new. Empty: they hold.
 *
 * @param after The tree as it will be.
 */
export function checkLaws(
  plan: Pick<UsersPlan, 'situation' | 'changes' | 'names'>,
  before: Pick<Tree, 'read'>,
  after: Pick<Tree, 'read'>,
  factsOf: (path: string, text: string) => FileFacts,
  meaningOf: (from: string, spelling: Spelling) => Meaning,
): readonly Diagnostic[] {
  const { graph, marked, needs, wrappers } = plan.situation;
  const changed = new Set(plan.changes.map(({ path }) => path));
  const now = fileGraph(
    graph.paths,
    (path) => factsOf(path, after.read(path) ?? ''),
    meaningOf,
    () => graph.branchFormulas,
    { graph, isSame: (path) => !changed.has(path) },
  );
  const order = includedFirst(now);
  const self = now.paths.map((_, file) => marked.self[file] ?? 0n);
  const { formulas } = graph.branchFormulas;
  const reach = reachWhen(now.edges, order, startReach(self), formulas);
  const isWrapper = new Set(wrappers.map(({ file }) => file));
  return graph.paths.flatMap((path, file): readonly Diagnostic[] => {
    const text = before.read(path) ?? '';
    const isChanged = changed.has(path);
    const broken = (message: string, at = 0): Diagnostic =>
      diagnostic('users-law', `${path}: ${message}`, placeOf({ path, text }, span(at, at)));
    const place = isChanged
      ? alignTexts(
          { text, includes: graph.facts[file]?.includes ?? [] },
          { text: after.read(path) ?? '', includes: now.facts[file]?.includes ?? [] },
          replaceable(graph, file, isWrapper),
        )
      : (at: number) => at;
    if (place === null) return [broken('more than include lines would change')];
    const edges = now.edges[file] ?? [];
    const isKept = ({ anyOf, points }: Need): boolean => {
      const moved = points.map(({ at, must }) => ({ at: place(at), must }));
      return missingAt(moved, edges, reach, anyOf, formulas) === null;
    };
    const lost = (needs[file] ?? []).find((need) => !isKept(need));
    if (lost)
      return [
        broken(
          `${plan.names.wordOf(lost.demand.name)} would no longer be declared`,
          Math.min(lost.demand.at, text.length),
        ),
      ];
    return isChanged && hasNewCycle(graph, now, file) ? [broken('it would include itself')] : [];
  });
}

/** Which include lines may be replaced: those of wrappers. */
function replaceable({ edges }: FileGraph, file: number, isWrapper: ReadonlySet<number>): ReadonlySet<number> {
  return new Set(
    (edges[file] ?? []).flatMap(({ line, targets }) => (targets.some((to) => isWrapper.has(to)) ? [line] : [])),
  );
}

/** Whether a file reaches itself by an include that it did not have, through files that it did not reach itself by. */
function hasNewCycle(before: FileGraph, after: FileGraph, file: number): boolean {
  const had = new Set((before.edges[file] ?? []).flatMap(({ targets }) => targets));
  return (after.edges[file] ?? [])
    .flatMap(({ targets }) => targets)
    .some(
      (to) => !had.has(to) && reaches(after, to, file) && !(reaches(before, file, to) && reaches(before, to, file)),
    );
}

function reaches({ edges }: FileGraph, from: number, to: number): boolean {
  const seen = new Set([from]);
  for (const file of seen) {
    if (file === to) return true;
    for (const { targets } of edges[file] ?? []) for (const target of targets) seen.add(target);
  }
  return false;
}
