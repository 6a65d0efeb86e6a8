/**
 * Counts the C tokens that a split must conserve. Deliberately crude and deliberately without the tool's parser: what
 * the two agree on was found in two ways.
 */
export function conservedTokens(text: string, brackets: readonly string[] = []): readonly string[] {
  const lines = logicalLines(text);
  const guard = guardIn(lines);
  const tokens = lines.flatMap((line) => tokensOfLine(line, guard));
  return withoutBrackets(tokens, new Set([...bracketMacros, ...brackets]));
}

export function countTokens(tokens: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether the tokens stand in `all` in this order, others between them. */
export function isSubsequence(tokens: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const token of all) if (token === tokens[at]) at++;
  return at === tokens.length;
}

/** The comments as they are written. */
export function commentsIn(text: string): readonly string[] {
  return [...text.matchAll(commentOrLiteral)].flatMap(([whole]) => (whole.startsWith('/') ? [whole.trimEnd()] : []));
}

/**
 * The include guard's macro: tested by the first directive and defined by the second. Null behind `#pragma once`, which
 * needs no other, unless its name is that of a guard.
 */
export function guardIn(lines: readonly string[]): string | null {
  const read = lines.flatMap((line) => textOfDirective(line) ?? []);
  // A part file may include the header in its turn above its guard.
  const all = read.slice(read.findIndex((text) => !text.startsWith('include')));
  const directives = all.filter((text) => !/^pragma\s+once/.test(text));
  const tested = /^(?:ifndef\s+|if\s*!\s*defined\s*\(?\s*)(\w+)/.exec(directives[0] ?? '')?.[1];
  const defined = definedName(directives[1] ?? '');
  if (tested === undefined || tested !== defined) return null;
  return all[0] === directives[0] || /^_|_h_*$/i.test(tested) ? tested : null;
}

/** Lines after splicing, comments blanked. */
export function logicalLines(text: string): readonly string[] {
  const code = text.replaceAll(commentOrLiteral, (whole) => (whole.startsWith('/') ? ' ' : whole));
  return code
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .replaceAll(/\\[ \t\r]*\n/g, ' ')
    .split(/\r?\n/);
}

const commentOrLiteral =
  /\/\*[\s\S]*?\*(?:\\[ \t\r]*\n)*\/|\/\/(?:\\[ \t\r]*\n|[^\n])*|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'/g;

const bracketMacros = [
  'G_BEGIN_DECLS',
  'G_END_DECLS',
  '__BEGIN_DECLS',
  '__END_DECLS',
  '__BEGIN_NAMESPACE_STD',
  '__END_NAMESPACE_STD',
];

/** What follows the `#`; null for a line of code. */
function textOfDirective(line: string): string | null {
  return /^\s*(?:#|%:)\s*(.*)/.exec(line)?.[1] ?? null;
}

function definedName(directive: string): string | undefined {
  return /^define\s+(\w+)/.exec(directive)?.[1];
}

function tokensOfLine(line: string, guard: string | null): readonly string[] {
  const directive = textOfDirective(line);
  if (directive !== null) {
    if (/^(?:include|include_next|import|if|ifdef|ifndef|elif|elifdef|elifndef|else|endif)\b/.test(directive))
      return [];
    if (/^pragma\s+(?:once|(?:GCC\s+|clang\s+)?(?:pack|visibility|diagnostic))\b/.test(directive)) return [];
    if (guard !== null && definedName(directive) === guard) return [];
  }
  return line.match(/\w+|"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|\S/g) ?? [];
}

/** Each `extern "C" {` takes its `}` with it; where an `#if` unbalances the braces, the last one that is left. */
function withoutBrackets(tokens: readonly string[], macros: ReadonlySet<string>): readonly string[] {
  const kept: string[] = [];
  const open: ('bracket' | 'other')[] = [];
  for (const token of tokens) {
    if (macros.has(token)) continue;
    if (token === '{' && kept.at(-1) === '"C"' && kept.at(-2) === 'extern') {
      kept.splice(-2);
      open.push('bracket');
      continue;
    }
    if (token === '{') open.push('other');
    if (token !== '}' || open.pop() !== 'bracket') kept.push(token);
  }
  for (const left of open) if (left === 'bracket') kept.splice(kept.lastIndexOf('}'), 1);
  return kept;
}
