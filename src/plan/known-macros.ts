import { annotationBody } from '../model/annotation-macro.ts';
import { commonAnnotations } from '../parse/annotations.ts';
import { parseDirective } from '../parse/directive.ts';
import { lex } from '../parse/lex.ts';
import { tokenText } from '../parse/token.ts';
import type { Tree } from '../text/tree.ts';
import { wordPattern } from '../text/word-pattern.ts';
import type { IncludeGraph } from './include-graph.ts';

/** What the files that a header includes say of some macros. */
export type KnownMacros = {
  /** Defined as empty, as attributes, or as other such macros, everywhere they are defined. */
  readonly annotations: ReadonlySet<string>;
  /** Defined as something else somewhere. */
  readonly others: ReadonlySet<string>;
};

/** Looks names up in the files reachable through the header's own includes; none are read when no name is asked for. */
export function lookUpMacros(tree: Tree, graph: IncludeGraph, header: string, names: ReadonlySet<string>): KnownMacros {
  if (names.size === 0) return { annotations: new Set(), others: new Set() };
  const files = reachableFiles(graph, header);
  const bodies = new Map<string, (readonly string[] | null)[]>();
  let pending = [...names];
  while (pending.length > 0) {
    for (const name of pending) bodies.set(name, []);
    for (const file of files) collectBodies(tree.read(file) ?? '', pending, bodies);
    pending = [...new Set([...bodies.values()].flat().flatMap((body) => body ?? []))].filter(
      (name) => !bodies.has(name),
    );
  }
  const found = [...names].filter((name) => (bodies.get(name) ?? []).length > 0);
  const annotations = new Set(found.filter((name) => isAnnotation(name, bodies, new Set())));
  return { annotations, others: new Set(found.filter((name) => !annotations.has(name))) };
}

/** A file, and all that it leads to. */
export function reachableFiles(graph: IncludeGraph, header: string): ReadonlySet<string> {
  const files = new Set([header]);
  for (const file of files) for (const next of graph.includesOf(file)) files.add(next);
  return files;
}

/** For each definition of a name: the macros that its body consists of besides attributes, or null for any other body. */
function collectBodies(
  text: string,
  names: readonly string[],
  bodies: Map<string, (readonly string[] | null)[]>,
): void {
  const pattern = new RegExp(`#[ \\t]*define[ \\t]+(?:${names.map(wordPattern).join('|')})\\b`);
  if (!pattern.test(text)) return;
  for (const token of lex(text)) {
    if (token.kind !== 'directive') continue;
    const directive = parseDirective(text, token);
    if (directive.kind === 'define' && names.includes(directive.name)) {
      bodies
        .get(directive.name)
        ?.push(annotationBody(text, directive.body)?.map((word) => tokenText(text, word)) ?? null);
    }
  }
}

function isAnnotation(
  name: string,
  bodies: ReadonlyMap<string, readonly (readonly string[] | null)[]>,
  around: ReadonlySet<string>,
): boolean {
  if (commonAnnotations.known.has(name)) return true;
  const found = bodies.get(name) ?? [];
  if (around.has(name) || found.length === 0) return false;
  const inside = new Set([...around, name]);
  return found.every((body) => body?.every((word) => isAnnotation(word, bodies, inside)) ?? false);
}
