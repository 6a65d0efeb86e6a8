import { edgeKind } from '../calls/graph.ts';
import { tokensOf } from '../parse/tokens/tokens-of.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { Audited } from './audit-tree.ts';

/** A call of a member that is in no function that was read, or of which the struct cannot be told. */
export type MissedCall = { readonly source: SourceText; readonly span: Span; readonly member: string };

/**
 * Finds what the graph lacks of the calls of some members (`Struct.member`), file by file: those in definitions that a macro
 * makes or names, in functions inside functions, through receivers without a known type, and in macros that no function calls.
 */
export function missedCalls(
  { graph }: Pick<Audited, 'graph'>,
  members: readonly string[],
): (path: string, text: string) => readonly MissedCall[] {
  const owners = new Map(members.map((name) => [name.slice(name.indexOf('.') + 1), name]));
  if (owners.size === 0) return () => [];
  const known = knownLines(graph, new Set(owners.keys()));
  const spelt = [...owners.keys()].map((name) => name.replaceAll('$', '\\$')).join('|');
  const call = new RegExp(`(?:->|\\.)\\s*(${spelt})\\s*\\)?\\s*\\(`, 'g');
  const index = new Map(graph.files.map((path, at) => [path, at]));
  return (path, text) => {
    const found = [...text.matchAll(call)];
    if (found.length === 0) return [];
    const lines = known.get(index.get(path) ?? -1);
    const source = { path, text };
    const lineAt = lineCounter(text);
    const isCode = codeTest(source);
    return found.flatMap(({ 0: whole, 1: name = '', index: from }) => {
      const start = from + whole.indexOf(name, whole.startsWith('->') ? 2 : 1);
      const isKnown = [lineAt(from), lineAt(start)].some((line) => lines?.has(line));
      if (isKnown || !isCode(start)) return [];
      return [{ source, span: { start, end: start + name.length }, member: owners.get(name) ?? name }];
    });
  };
}

/** File -> the lines on which a function calls a member of one of the names, or a macro that a function reaches. */
function knownLines(
  { nodes, edges }: Audited['graph'],
  names: ReadonlySet<string>,
): ReadonlyMap<number, ReadonlySet<number>> {
  const used = new Set<number>();
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (let edge = 0; edge < edges.count; edge++) {
      const [from, to] = [edges.from[edge] ?? 0, edges.to[edge] ?? 0];
      if (edges.kind[edge] !== edgeKind.call || nodes.kind(to) !== 'macro' || used.has(to)) continue;
      if (nodes.kind(from) !== 'function' && !used.has(from)) continue;
      used.add(to);
      isMore = true;
    }
  }
  const known = new Map<number, Set<number>>();
  for (let edge = 0; edge < edges.count; edge++) {
    const [from, to] = [edges.from[edge] ?? 0, edges.to[edge] ?? 0];
    if (edges.kind[edge] !== edgeKind.call || nodes.kind(to) !== 'member') continue;
    const name = nodes.name(to);
    if (!names.has(name.slice(name.lastIndexOf('.') + 1))) continue;
    if (nodes.kind(from) === 'macro' && !used.has(from)) continue;
    const file = edges.file[edge] ?? -1;
    const lines = known.get(file) ?? new Set();
    known.set(file, lines);
    lines.add(edges.line[edge] ?? 0);
  }
  return known;
}

/** The line of offsets that are asked for in ascending order. */
function lineCounter(text: string): (at: number) => number {
  let [line, next] = [1, text.indexOf('\n')];
  return (at) => {
    for (; next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line++;
    return line;
  };
}

/** Whether an offset, of some in ascending order, is in code or a directive, no comment and no string. */
function codeTest(source: SourceText): (at: number) => boolean {
  const tokens = tokensOf(source);
  let next = 0;
  return (at) => {
    while ((tokens[next]?.end ?? source.text.length + 1) <= at) next++;
    const token = tokens[next];
    return token !== undefined && token.start <= at && (token.kind === 'identifier' || token.kind === 'directive');
  };
}
