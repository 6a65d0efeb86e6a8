import type { CallGraph } from '../calls/graph.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Names } from '../scan/names.ts';
import { makeTokenizer } from '../scan/tokenize.ts';
import { token } from '../scan/tokens.ts';
import { isWord } from '../scan/words.ts';

/** What a part's assertion asks: `assert(in_main());` asks `in_main`. */
export type AssertedPart = {
  readonly part: string;
  readonly statement: string;
  /** The functions or macros that are called first: `assert`, or `GLOBAL_STATE_CODE`. */
  readonly asserting: readonly string[];
  readonly predicates: readonly string[];
};

/** Macros in one another beyond this are not followed. */
const DEEPEST = 4;

/** The assertions of all parts, each statement once; what a macro asserts its body in the tree says. */
export function assertedParts(manifests: readonly Manifest[], names: Names, graph: CallGraph): readonly AssertedPart[] {
  const tokenize = makeTokenizer(names);
  const seen = new Set<string>();
  return manifests.flatMap(({ parts }) =>
    parts.flatMap(({ name: part, assert: statement }) => {
      if (statement === null || seen.has(`${part}\n${statement}`)) return [];
      seen.add(`${part}\n${statement}`);
      const { code } = tokenize(Buffer.from(statement, 'latin1'));
      const [asserting, predicates]: [string[], string[]] = [[], []];
      let depth = 0;
      for (let at = 1; at < code.count; at++) {
        if (code.kind[at] === token.close) depth--;
        const isOpen = code.kind[at] === token.open;
        if (isOpen && code.kind[at - 1] === token.name && !isWord(code.name[at - 1] ?? 0)) {
          (depth === 0 ? asserting : predicates).push(names.wordOf(code.name[at - 1] ?? 0));
        }
        if (isOpen) depth++;
      }
      const found = predicates.length > 0 ? predicates : asserting.flatMap((name) => askedByMacro(graph, name));
      return [{ part, statement, asserting, predicates: [...new Set(found)] }];
    }),
  );
}

/** What a macro's body calls besides assertions and other macros. */
function askedByMacro(graph: CallGraph, name: string, depth = 0): readonly string[] {
  if (depth > DEEPEST) return [];
  const { nodes, first, edges } = graph;
  return nodes.named(name).flatMap((node) => {
    if (nodes.kind(node) !== 'macro') return [];
    const called: string[] = [];
    for (let edge = first[node] ?? 0; edge < (first[node + 1] ?? 0); edge++) {
      const callee = edges.to[edge] ?? 0;
      const own = nodes.name(callee);
      if (isAssertionName(own)) continue;
      if (nodes.kind(callee) === 'macro') called.push(...askedByMacro(graph, own, depth + 1));
      else if (nodes.kind(callee) === 'function') called.push(own);
    }
    return called;
  });
}

/** `assert`, `g_assert`, `BUILD_ASSERT`: what ends the program when it is given what is false. */
export function isAssertionName(name: string): boolean {
  return /assert/i.test(name);
}
