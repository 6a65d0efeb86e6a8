import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { changeOf, type FileChange } from '../../diff/file-change.ts';
import type { Tree } from '../../text/tree.ts';
import { declaredIn, nameTable } from '../facts/name-table.ts';
import type { UsersPlan } from '../plan-users.ts';
import { writeRewrite } from '../write-rewrite.ts';
import { type LineForLost, linesForLost } from './lines-for-lost.ts';
import { tellFollowed, tellLost } from './lost-findings.ts';
import { lostParts } from './lost-parts.ts';

/** What to do about files that lost a part of the header after the split. */
export type LostUsers =
  | { readonly kind: 'leave' }
  /** Each is an error. */
  | { readonly kind: 'tell' }
  /** Each gets an include; `before`: the tree in which the names stood where they were. */
  | { readonly kind: 'follow'; readonly before: Pick<Tree, 'read'> };

/** The includes that lost parts ask for, of files that the plan itself leaves alone, and what is to be said. */
export function followMoved(
  plan: UsersPlan,
  asked: LostUsers,
): { readonly changes: readonly FileChange[]; readonly findings: readonly Diagnostic[] } {
  if (asked.kind === 'leave') return { changes: [], findings: [] };
  const lost = lostParts(plan);
  if (lost.length === 0) return { changes: [], findings: [] };
  if (asked.kind === 'tell') return { changes: [], findings: tellLost(plan, linesForLost(plan, lost, null)) };
  const marked = plan.markedFiles.map((file) => plan.situation.graph.paths[file] ?? '');
  const all = linesForLost(plan, lost, nameTable(declaredIn(asked.before, marked), plan.names));
  // A header that may not change lacks the line for those that include it.
  const isOwn = ({ file, lost: served }: LineForLost): boolean => served.some((one) => one.file === file);
  const mayWrite = (line: LineForLost): boolean =>
    isOwn(line) || plan.situation.standing(line.file, line.wrapper) === null;
  const lines = all.filter(mayWrite);
  const stuck = all.filter((line) => !mayWrite(line));
  return { changes: changesOf(plan, lines), findings: [...tellFollowed(plan, lines), ...tellLost(plan, stuck)] };
}

function changesOf({ tree, situation }: UsersPlan, lines: readonly LineForLost[]): readonly FileChange[] {
  const { graph } = situation;
  return [...new Set(lines.map(({ file }) => file))].flatMap((file) => {
    const path = graph.paths[file] ?? '';
    const own = lines.filter((line) => line.file === file);
    const rewrites = (graph.facts[file]?.includes ?? []).map((line, index) => ({
      line,
      instead: null,
      behind: own.flatMap(({ behind, operand }) => (behind === index ? [operand] : [])),
    }));
    return changeOf(tree, path, writeRewrite(tree.read(path) ?? '', rewrites));
  });
}
