import { annotationDefined } from '../model/annotation-macro.ts';
import { conditionalWord, parseDirective } from '../parse/directive.ts';
import { lex } from '../parse/lex.ts';
import type { Tree } from '../text/tree.ts';
import type { IncludeGraph } from './include-graph.ts';

/** What the files that a header includes say of some macros. */
export type KnownMacros = {
  /** Defined as empty or as attributes, everywhere they are defined. */
  readonly annotations: ReadonlySet<string>;
  /** Defined as something else somewhere. */
  readonly others: ReadonlySet<string>;
};

/** Looks names up in the files reachable through the header's own includes; none are read when no name is asked for. */
export function lookUpMacros(tree: Tree, graph: IncludeGraph, header: string, names: ReadonlySet<string>): KnownMacros {
  const annotations = new Set<string>();
  const others = new Set<string>();
  if (names.size === 0) return { annotations, others };
  const pattern = new RegExp(
    `#[ \\t]*define[ \\t]+(?:${[...names].map((name) => name.replaceAll('$', '\\$')).join('|')})\\b`,
  );
  const files = new Set([header]);
  for (const file of files) {
    for (const next of graph.includesOf(file)) files.add(next);
    const text = tree.read(file) ?? '';
    if (pattern.test(text)) classify(text, names, annotations, others);
  }
  return { annotations: new Set([...annotations].filter((name) => !others.has(name))), others };
}

function classify(text: string, names: ReadonlySet<string>, annotations: Set<string>, others: Set<string>): void {
  for (const token of lex(text)) {
    if (token.kind !== 'directive' || conditionalWord(text, token) !== null) continue;
    const directive = parseDirective(text, token);
    if (directive.kind !== 'define' || !names.has(directive.name)) continue;
    if (annotationDefined(text, token) === null) others.add(directive.name);
    else annotations.add(directive.name);
  }
}
