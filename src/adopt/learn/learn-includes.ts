import type { LearntPart } from '../../manifest/write-learnt-manifest.ts';
import type { Header, Item } from '../../model/header.ts';
import { includedPath } from '../../plan/assign.ts';
import { type IncludeGraph, includeChain } from '../../plan/includes/include-graph.ts';
import { placeOf } from '../../text/place.ts';
import type { LearntEntries } from './learn-declarations.ts';
import { includedBy } from './learn-part-files.ts';
import type { LearntSection } from './learn-parts.ts';

export type IncludesInput = {
  readonly wrapper: Header;
  readonly graph: IncludeGraph;
  readonly sections: readonly LearntSection[];
  readonly shared: string;
  /** Whether an item of a header includes a part file. */
  readonly includesPart: (header: Header, item: Item) => boolean;
  readonly parts: readonly LearntPart[];
};

/**
 * Where the includes go that stand elsewhere than in the shared part: in one other part, or in the wrapper beside the
 * part files. One that a part's assertion needs is left out: a split adds it to the file itself. One that leads back to
 * the header is left to the split, which keeps it in a part only where that needs it.
 */
export function learnIncludes(input: IncludesInput): LearntEntries {
  const { shared } = input;
  const entries = new Map<string, string>();
  const remarks: string[] = [];
  for (const [path, standing] of includesByPath(input)) {
    const looping = standing.filter(({ where, leadsBack }) => where !== 'wrapper' && leadsBack);
    const [first, ...others] = standing;
    const last = others.at(-1);
    if (looping.length > 0) {
      remarks.push(
        ...looping.map(
          ({ at }) => `${at} includes ${path}, which leads back: a split keeps it there only if something needs it.`,
        ),
      );
    } else if (last) {
      remarks.push(`${last.at} includes ${path}, as another file does: a manifest can send it to only one place.`);
    } else if (first && first.where !== shared) entries.set(path, first.where);
  }
  return { entries, remarks };
}

/** An include line: the part, or `wrapper`; file and line as a remark names them; whether it leads to the wrapper again. */
type Standing = { readonly where: string; readonly at: string; readonly leadsBack: boolean };

/** By what stands between the quotes; of several lines in one part, the first. */
function includesByPath(input: IncludesInput): ReadonlyMap<string, readonly Standing[]> {
  const { wrapper, graph, sections, includesPart, parts } = input;
  const found = new Map<string, Standing[]>();
  const note = (header: Header, item: Item, where: string): void => {
    const [path] = includedPath(item);
    if (path === undefined || includesPart(header, item)) return;
    const known = found.get(path) ?? [];
    if (known.some((one) => one.where === where)) return;
    const at = `${header.source.path}:${placeOf(header.source, item.span).line}`;
    const file = includedBy(graph, header.source.path, item);
    const isEntered = header.entry !== null;
    const leadsBack = !isEntered && file !== null && includeChain(graph, file, wrapper.source.path) !== null;
    found.set(path, [...known, { where, at, leadsBack }]);
  };
  for (const { part, file, items } of sections) {
    const added = parts.find(({ name }) => name === part)?.assertInclude ?? null;
    for (const item of items) if (!includedPath(item).some((path) => path === added)) note(file.header, item, part);
  }
  for (const item of wrapper.items) note(wrapper, item, 'wrapper');
  return found;
}
