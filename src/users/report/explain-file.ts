import { countOf } from '../../text/count-of.ts';
import { indexLines, positionAt } from '../../text/line-index.ts';
import { displayText } from '../../text/source-text.ts';
import { LATER } from '../facts/file-facts.ts';
import type { Demand } from '../needs/demands.ts';
import type { UsersPlan } from '../plan-users.ts';
import { markedPaths } from './users-report.ts';

/** Each name for which a file reads a part, in lines and as a document. */
export function explainFile(
  plan: UsersPlan,
  path: string,
): { readonly lines: readonly string[]; readonly document: Readonly<Record<string, unknown>> } {
  const { situation, names } = plan;
  const file = situation.graph.numberOf.get(path);
  const needs = file === undefined ? [] : (situation.needs[file] ?? []);
  const text = plan.tree.read(path) ?? '';
  const index = indexLines(text);
  const used = needs
    .map(({ demand, anyOf }) => ({
      name: demand.name === 0 ? null : displayText(names.wordOf(demand.name)),
      line:
        demand.rule.kind === 'header' || demand.name === 0
          ? 0
          : demand.at === LATER
            ? lineOf(text, names.wordOf(demand.name), index)
            : positionAt(index, demand.at).line,
      from: markedPaths(plan, anyOf),
      rule: ruleText(plan, demand),
    }))
    .sort((a, b) => a.line - b.line || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
  const named = used.filter(({ name }) => name !== null).length;
  const reads = situation.wrappers.filter(
    ({ marks }) => file !== undefined && ((situation.marked.any[file] ?? 0n) & marks) !== 0n,
  );
  const head =
    reads.length === 0
      ? `${path}: reads none of the headers`
      : `${path}: ${named === 0 ? 'uses nothing of them' : countOf(named, 'name')}`;
  return {
    lines: [
      head,
      ...used.map(({ name, line, from, rule }) =>
        name === null
          ? `  -: ${from.join(' or ')} (${rule})`
          : `  ${line === 0 ? '-' : line}: ${name} (${rule}), of ${from.join(' or ')}`,
      ),
    ],
    document: { file: path, names: used },
  };
}

/** Where a name stands that is only used in the body of a macro; 0 where the file does not spell it. */
function lineOf(text: string, name: string, index: ReturnType<typeof indexLines>): number {
  const at = text.search(new RegExp(`(?<![\\w$])${name.replace(/\$/g, '\\$')}(?![\\w$])`));
  return at < 0 ? 0 : positionAt(index, at).line;
}

function ruleText({ situation: { graph }, names }: UsersPlan, { rule, isWhole }: Demand): string {
  switch (rule.kind) {
    case 'names':
      return isWhole ? 'named' : 'named as the type of a pointer';
    case 'member':
      return 'a member is used';
    case 'macro':
      return `by the macro ${displayText(names.wordOf(rule.macro))} of ${graph.paths[rule.file] ?? ''}`;
    case 'paste':
      return `\`##\` beside ${displayText(rule.piece)} may make it`;
    case 'join':
      return '`##` between two words of the file may make it';
    case 'printed':
      return `${rule.by} writes an include of the file`;
    case 'manifest':
      return 'the manifest says so';
    case 'acts':
      return 'it acts without being named';
    case 'header':
      return `for ${graph.paths[rule.file] ?? ''}, which does not include it`;
  }
}
