import type { Reach } from '../reach.ts';
import type { FileRewrite } from '../rewrite.ts';
import type { Situation } from './situation.ts';

/** `narrower`: where a user reads no less than before, by its other includes, its line stays. */
export function dropUseless(
  { graph, wrappers, marked }: Situation,
  rewrites: ReadonlyMap<number, FileRewrite>,
  after: { readonly any: Reach },
): void {
  const wrapperOf = new Map(wrappers.map((wrapper) => [wrapper.file, wrapper]));
  for (const [file, { replaced, added }] of rewrites) {
    for (const edge of graph.edges[file] ?? []) {
      const wrapper = replaced.has(edge.line) ? wrapperOf.get(edge.targets[0] ?? -1) : undefined;
      if (wrapper?.moved.rewriteOf(graph.paths[file] ?? '') !== 'narrower') continue;
      const behind = added.get(edge.line) ?? [];
      const here = [...(replaced.get(edge.line) ?? []), ...behind.map(({ destination }) => destination)];
      const givesAll = (wrapper.marks & ~here.reduce((bits, { covers }) => bits | covers, 0n)) === 0n;
      const isElsewhere = [...added].some(
        ([line, some]) => line !== edge.line && some.some((one) => one.wrapper === wrapper),
      );
      const had = (marked.any[file] ?? 0n) & wrapper.marks;
      if (!givesAll && (isElsewhere || (had & ~(after.any[file] ?? 0n)) !== 0n)) continue;
      replaced.delete(edge.line);
      const others = behind.filter((one) => one.wrapper !== wrapper);
      if (others.length > 0) added.set(edge.line, others);
      else added.delete(edge.line);
    }
  }
}
