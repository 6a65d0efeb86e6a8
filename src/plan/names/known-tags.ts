import type { Header } from '../../model/header.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { tagMentions } from '../../model/tag-mentions.ts';
import type { Definitions } from '../../parse/brackets/expand-macro.ts';
import { type Tree, wordsIn } from '../../text/tree.ts';
import { wordPattern } from '../../text/word-pattern.ts';
import { closureOf } from '../includes/include-graph.ts';
import { includedFile } from '../includes/included-file.ts';
import { includedNames } from '../includes/included-names.ts';
import type { Placements } from '../placement.ts';
import type { TreeFacts } from '../tree-facts.ts';
import type { Uses } from './names-used.ts';
import { needsAcrossParts } from './needs.ts';
import { paster } from './pasted-names.ts';

/** Tags that the header's includes and the prelude make known. Nothing is read where no part would miss one. */
export function tagsKnownFromIncludes(
  header: Header,
  tree: Tree,
  facts: TreeFacts,
  uses: Uses,
  placements: Placements,
  { shared, prelude }: { readonly shared: string; readonly prelude: string | null },
  definitions: Definitions,
): ReadonlySet<string> {
  const tags = new Set(uses.tags.flatMap(({ assumed }) => [...assumed]));
  const needed = new Set(
    needsAcrossParts(uses, placements, shared).flatMap(({ name }) => (tags.has(name) ? [name] : [])),
  );
  if (needed.size === 0) return new Set();
  const { path } = header.source;
  const first = prelude === null ? null : facts.graph.resolve(path, { form: 'quote', path: prelude });
  const files = [first, ...header.items.map((item) => includedFile(header, facts, item))];
  const read = new Set(files.flatMap((file) => (file === null ? [] : [...closureOf(facts.graph, file, path)])));
  const written = new Set(wordsIn(header.source.text, [...needed]));
  const pasted = [...needed].filter((tag) => !written.has(tag) && tag.length <= LONGEST_TAG);
  return new Set([
    ...includedNames(tree).declaredIn(read),
    ...(pasted.length === 0 ? [] : tagsMadeIn(tree, read, pasted, definitions)),
  ]);
}

/** A tag that is longer is not looked for piece by piece. */
const LONGEST_TAG = 256;

/** Those of the tags that macro calls in the files make: `DEFINE_STACK_OF(x)`. */
function tagsMadeIn(
  tree: Tree,
  files: Iterable<string>,
  tags: readonly string[],
  definitions: Definitions,
): readonly string[] {
  const pieces = tags.flatMap((tag) => [...tag].flatMap((_, at) => [tag.slice(at), tag.slice(0, at + 1)]));
  const argument = new RegExp(`[(,]\\s*(?:${[...new Set(pieces)].map(wordPattern).join('|')})\\s*[,)]`);
  const made = new Set<string>();
  for (const path of files) {
    const text = tree.read(path) ?? '';
    if (!argument.test(text)) continue;
    const included = parseHeader({ path, text });
    const paste = paster(included, definitions);
    for (const item of included.items)
      for (const tag of tagMentions(text, item, paste(item.tokens)?.texts).introduced) made.add(tag);
  }
  return tags.filter((tag) => made.has(tag));
}
