import type { Header, Item } from '../model/header.ts';
import { commentsOverItems, sectionTitles } from '../model/section-titles.ts';
import { type Annotations, commonAnnotations } from '../parse/declarations/annotations.ts';
import { returnTypesOf } from '../parse/declarations/return-type.ts';
import type { DefiningFiles } from '../plan/definitions/defining-files.ts';
import { functionNames } from '../plan/placement.ts';

/** What is known of a function besides its name (latin1). */
export type FunctionFacts = {
  readonly name: string;
  /** The title of the section of the header that it first stands in, as text. */
  readonly section: string | null;
  /** The first sentences of the comments of the header that speak of it, as text. */
  readonly comments: readonly string[];
  /** The files that define it; of one that has its body in a header, that alone. */
  readonly files: readonly string[];
  /** The type that it returns, as the first declaration that is understood says it; null: none is. */
  readonly returns: string | null;
  /** Its first declaration as the header has it, without a body; empty where the header has none. */
  readonly declaration: string;
};

/** The functions that headers, read with these annotations, declare or define, in their order, each once. */
export function factsOfFunctions(
  headers: readonly Header[],
  defined: DefiningFiles,
  annotations: Annotations = commonAnnotations,
): readonly FunctionFacts[] {
  const files = filesByFunction(defined);
  const facts = new Map<string, GrowingFacts>();
  for (const header of headers) {
    const titles = sectionTitles(header);
    const comments = commentsOverItems(header);
    for (const item of header.items) {
      const names = functionNames(item);
      if (names.length === 0) continue;
      const isInline = item.content.kind === 'declaration' && item.content.declaration.body !== null;
      const types = returnTypesOf(header.source.text, item.tokens, annotations);
      for (const name of names) {
        const known = facts.get(name);
        const said = known?.comments ?? [];
        said.push(...(comments.get(item.index) ?? []));
        facts.set(name, {
          name,
          section: known?.section ?? titles.get(item.index) ?? null,
          comments: said,
          files: isInline ? [header.source.path] : (known?.files ?? files.get(name) ?? []),
          returns: known?.returns ?? types.get(name) ?? null,
          declaration: known?.declaration ?? declarationOf(header.source.text, item),
        });
      }
    }
  }
  return [...facts.values()];
}

type GrowingFacts = FunctionFacts & { readonly comments: string[] };

function declarationOf(text: string, { content, span }: Item): string {
  const body = content.kind === 'declaration' ? content.declaration.body : null;
  return text.slice(span.start, body?.start ?? span.end);
}

function filesByFunction(defined: DefiningFiles): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const [file, names] of defined) {
    for (const name of names) {
      const known = files.get(name);
      if (known) known.push(file);
      else files.set(name, [file]);
    }
  }
  return files;
}
