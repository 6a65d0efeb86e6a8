import { countOf } from '../../text/count-of.ts';
import { indexLines, positionAt } from '../../text/line-index.ts';
import { displayText } from '../../text/source-text.ts';
import { whatActsUnnamed } from '../acts-unnamed.ts';
import { LATER } from '../facts/file-facts.ts';
import type { Demand } from '../needs/demands.ts';
import type { UsersPlan } from '../plan-users.ts';
import { markedPaths } from './users-report.ts';

/**
 * Each name for which a file reads a part, in lines and as a document: once, by the strongest of its uses, the first of
 * several.
 */
export function explainFile(
  plan: UsersPlan,
  path: string,
): { readonly lines: readonly string[]; readonly document: Readonly<Record<string, unknown>> } {
  const { situation, names } = plan;
  const file = situation.graph.numberOf.get(path);
  const needs = file === undefined ? [] : (situation.needs[file] ?? []);
  const text = plan.tree.read(path) ?? '';
  const index = indexLines(text);
  const all = needs
    .map(({ demand, anyOf }) => ({
      name: demand.name === 0 ? null : displayText(names.wordOf(demand.name)),
      line:
        demand.rule.kind === 'header' || demand.name === 0
          ? 0
          : demand.at === LATER
            ? lineOf(text, names.wordOf(demand.name), index)
            : positionAt(index, demand.at).line,
      from: markedPaths(plan, anyOf),
      rule: ruleText(plan, demand, markedPaths(plan, anyOf)),
      rank: rankOf(demand),
    }))
    .sort((a, b) => Number(a.line === 0) - Number(b.line === 0) || a.rank - b.rank || a.line - b.line);
  const rows = new Map<string, (typeof all)[number][]>();
  for (const row of all) {
    const key = JSON.stringify([row.name ?? row.rule, row.from]);
    const known = rows.get(key);
    if (known) known.push(row);
    else rows.set(key, [row]);
  }
  const used = [...rows.values()]
    .flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const { rank, ...row } = first;
      const headers = new Set(others.flatMap((one) => (one.rank === FOR_HEADER ? [one.rule] : []))).size;
      const more = rank === FOR_HEADER ? countOf(headers, 'other header') : `${countOf(headers, 'header')} read here`;
      return [headers === 0 ? row : { ...row, rule: `${row.rule}, and for ${more}` }];
    })
    .sort((a, b) => a.line - b.line || byBytes(a.name ?? '', b.name ?? ''));
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

function byBytes(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

const FOR_HEADER = 4;

/** The least needs the declaration most. */
function rankOf({ rule, isWhole }: Demand): number {
  if (rule.kind === 'names') return isWhole ? 0 : 2;
  if (rule.kind === 'header') return FOR_HEADER;
  return rule.kind === 'member' ? 1 : 3;
}

/** @param from The files of which one is read for it. */
function ruleText(
  { situation: { graph }, names, tree }: UsersPlan,
  { rule, isWhole }: Demand,
  from: readonly string[],
): string {
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
    case 'acts': {
      const [what = 'it'] = from.flatMap((path) => whatActsUnnamed(path, tree.read(path) ?? '', names) ?? []);
      return `${what} acts without being named`;
    }
    case 'header':
      return `for ${graph.paths[rule.file] ?? ''}, which does not include it`;
  }
}
