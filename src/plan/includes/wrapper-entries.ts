import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { filesOf } from '../../manifest/part-lookup.ts';
import type { Header, Item } from '../../model/header.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { includedPath } from '../assign.ts';
import type { Layout } from '../layout.ts';
import { partOf } from '../placement.ts';
import type { TreeFacts } from '../tree-facts.ts';
import { closureOf, includeChain } from './include-graph.ts';
import type { IncludeInput } from './include-input.ts';
import { includedNames } from './included-names.ts';
import type { LeadingBack } from './placing/include-decision.ts';

/**
 * The part files that must read the wrapper above their own guard: those that cannot do without an include which leads
 * back to the header, and those that read such a file. Whichever of the files comes first, the wrapper then reads all of them in its
 * order, and the include leads back to a wrapper that is being read, as it led back to the header.
 */
export function filesToEnter(
  layout: Layout,
  manifest: Manifest,
  leadingBack: readonly LeadingBack[],
): ReadonlySet<string> {
  const parts = new Set(leadingBack.flatMap((one) => one.parts));
  const entered = new Set(manifest.parts.filter(({ name }) => parts.has(name)).map(({ file }) => file));
  for (let size = -1; size !== entered.size; ) {
    size = entered.size;
    for (const [file, others] of layout.includes) if (others.some((other) => entered.has(other))) entered.add(file);
  }
  return entered;
}

/** What a reviewer must know of the includes that make part files read the wrapper. */
export function entryNotes(
  { header, manifest, tree, facts, placements }: IncludeInput,
  leadingBack: readonly LeadingBack[],
  entered: ReadonlySet<string>,
): readonly Diagnostic[] {
  const files = filesOf(manifest).filter((file) => entered.has(file));
  return leadingBack.map((one) => {
    const { item, route, followers } = one;
    const [first] = followers;
    const user = first ? `, and '${partOf(placements, first.item.index)}' ${first.reason}` : '';
    const how = `${files.join(', ')} ${files.length === 1 ? 'includes' : 'include'} ${header.source.path} above the guard`;
    const used = first ? [{ place: placeOf(header.source, first.item.span), label: first.label }] : [];
    const message = `this leads back to the header: ${route.join(' -> ')}${user}; ${how}`;
    const finding = diagnostic('include-enters', message, placeOf(header.source, item.span), ...used);
    const advice = first ? includeInstead(header, tree, facts, one) : leaveOut(item);
    return advice === null ? finding : withNext(finding, advice);
  });
}

function leaveOut(include: Item): string {
  const [path = ''] = includedPath(include);
  return `Leave '${displayText(path)}' out of \`includes\`: no part needs it.`;
}

/** Files that declare all that is needed and do not lead back; null where there are none. */
function includeInstead(
  header: Header,
  tree: Tree,
  { graph, spell }: TreeFacts,
  { route, followers }: LeadingBack,
): string | null {
  const { path } = header.source;
  const names = includedNames(tree);
  const files = closureOf(graph, route[1] ?? path, path);
  const harmless = [...files].filter((file) => includeChain(graph, file, path) === null);
  const found = new Map<string, string>();
  for (const name of new Set(followers.flatMap((one) => one.names))) {
    const file = harmless.find((one) => names.declaredIn([one]).has(name));
    if (file === undefined) return null;
    if (!found.has(file)) found.set(file, name);
  }
  const lines = [...found.keys()].map((file) => `\`#include ${spell(path, file)}\``).join(' and ');
  const what = [...found.values()].map((name) => `'${name}'`).join(', ');
  return `To do without, write ${lines} above it: ${what} ${found.size === 1 ? 'is' : 'are'} declared there, and nothing leads back to the header.`;
}
