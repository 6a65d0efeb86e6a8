import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { Header, Item } from '../../model/header.ts';
import { placeOf } from '../../text/place.ts';
import type { Span } from '../../text/span.ts';
import type { Tree } from '../../text/tree.ts';
import type { Placements } from '../placement.ts';
import type { TreeFacts } from '../tree-facts.ts';
import { filesLeadingTo, type IncludeGraph, type IncludeSpelling, includeGraph } from './include-graph.ts';
import { filesMeantAmong } from './means-file.ts';

/**
 * A whole header includes none of the files that its split makes: a part file would include itself, or be part of a
 * loop. Nor does it ask by `__has_include` whether one is there. What goes nowhere is not looked at, nor what the wrapper includes of files that include a part file in turn.
 */
export function checkPartFileIncludes(
  header: Header,
  manifest: Manifest,
  tree: Tree,
  { includeDirs }: TreeFacts,
  placements: Placements,
): readonly Diagnostic[] {
  const files = new Set(manifest.parts.map(({ file }) => file));
  const graph = includeGraph(tree, includeDirs, [...files]);
  const meantAmong = filesMeantAmong(files);
  const partOf = new Map(manifest.parts.toReversed().map((part) => [part.file, part]));
  const { source } = header;
  const included = header.items.flatMap((item) => {
    const spelling = spellingOf(item);
    return spelling === null ? [] : (graph.resolve(source.path, spelling) ?? []);
  });
  const asked = askedFor(source.text).flatMap(({ spelling, at }) => {
    const meant = graph.resolve(source.path, spelling);
    const part = partOf.get(
      (meant !== null && files.has(meant) ? meant : meantAmong(source.path, spelling.path)[0]) ?? '',
    );
    if (!part) return [];
    const message = `${part.file} will be the file of part '${part.name}': ${source.path} asks whether it is there`;
    const label = { place: placeOf(manifest.source, part.span), label: 'this part' };
    const found = diagnostic('part-file-included', message, placeOf(source, at), label);
    return [withNext(found, `Give part '${part.name}' another 'file'.`)];
  });
  const leading = filesLeadingTo(graph, included, (file) => files.has(file), source.path);
  const taken = header.items.flatMap((item) => {
    const spelling = spellingOf(item);
    const target = placements[item.index]?.target.kind;
    if (spelling === null || target === 'drop') return [];
    const meant = graph.resolve(source.path, spelling);
    const direct = meant !== null && files.has(meant) ? meant : meantAmong(source.path, spelling.path)[0];
    const chain =
      direct === undefined && meant !== null && target === 'part' && leading.has(meant)
        ? chainTo(graph, meant, files, source.path)
        : null;
    const file = direct ?? chain?.at(-1);
    const part = file === undefined ? undefined : partOf.get(file);
    if (file === undefined || !part) return [];
    const how =
      direct === undefined ? [source.path, ...(chain ?? [])].join(' -> ') : `${source.path} includes it already`;
    const message = `${file} will be the file of part '${part.name}': ${how}`;
    const found = diagnostic('part-file-included', message, placeOf(source, item.span), {
      place: placeOf(manifest.source, part.span),
      label: 'this part',
    });
    const entry = direct === undefined ? 'wrapper' : 'drop';
    const or = `or give part '${part.name}' another 'file'`;
    return [withNext(found, `Write 'includes: { ${spelling.path}: ${entry} }', ${or}.`)];
  });
  return [...asked, ...taken];
}

/** What the conditions of a text ask for by `__has_include`: the split would change the answer. */
function askedFor(text: string): readonly { readonly spelling: IncludeSpelling; readonly at: Span }[] {
  if (!text.includes('__has_include')) return [];
  return [...text.matchAll(/^[ \t]*#[^\n]*__has_include/gm)].flatMap(({ index }) => {
    const end = text.indexOf('\n', index);
    const line = text.slice(index, end < 0 ? text.length : end);
    return [...line.matchAll(HAS_INCLUDE)].map((match) => ({
      spelling: { form: match[1] === '<' ? 'angle' : 'quote', path: match[2] ?? '' } as const,
      at: { start: index + match.index, end: index + match.index + match[0].length },
    }));
  });
}

const HAS_INCLUDE = /__has_include(?:_next)?[ \t]*\([ \t]*(["<])([^">\n]+)[">]/g;

function spellingOf({ content }: Item): IncludeSpelling | null {
  if (content.kind !== 'directive' || content.directive.kind !== 'include') return null;
  const { target } = content.directive;
  return target.path === null ? null : target;
}

/** A shortest chain of includes from a file to one of several that does not pass through `except`; null for none. */
function chainTo(graph: IncludeGraph, from: string, to: ReadonlySet<string>, except: string): readonly string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  for (const [file] of cameFrom) {
    if (to.has(file)) {
      const chain: string[] = [];
      for (let at: string | null = file; at !== null; at = cameFrom.get(at) ?? null) chain.push(at);
      return chain.reverse();
    }
    for (const next of graph.includesOf(file)) if (next !== except && !cameFrom.has(next)) cameFrom.set(next, file);
  }
  return null;
}
