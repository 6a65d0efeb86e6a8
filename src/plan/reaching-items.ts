import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Header, Item } from '../model/header.ts';
import { identifiersOfMacro } from '../model/references.ts';
import { placeOf } from '../text/place.ts';
import { functionNames, otherNames } from './placement.ts';
import type { Uses } from './uses.ts';

/**
 * Macros and inline functions that use a function of another part, through other macros of the header too: a warning
 * where the part's `may_call` leaves that other part out, else a note, which tells when `may_call` lists it.
 */
export function reachingItems(
  header: Header,
  manifest: Manifest,
  uses: Uses,
  partOfItem: (item: Item) => string | null,
): readonly Diagnostic[] {
  const partAt = (path: readonly string[]): string | null => manifest.prototypes.get(path.at(-1) ?? '')?.part ?? null;
  return header.items.flatMap((item) => {
    const own = partOfItem(item);
    const allowed = manifest.parts.find(({ name }) => name === own)?.mayCall ?? null;
    const reached = reachedFunctions(header, manifest, uses, item).filter((path) => {
      const part = partAt(path);
      return own !== null && part !== null && part !== own && part !== manifest.shared;
    });
    const forbidden = reached.filter((path) => allowed !== null && !allowed.includes(partAt(path) ?? ''));
    const told = forbidden.length > 0 ? forbidden : reached;
    const [first] = told;
    if (!first) return [];
    const isListed = allowed !== null && forbidden.length === 0;
    const name = [...functionNames(item), ...otherNames(item)][0] ?? '';
    const others = told.length > 1 ? ` and ${told.length - 1} more` : '';
    const message = `'${name}' of part '${own}' uses '${first.at(-1)}' of part '${partAt(first)}'${others}: ${[name, ...first].join(' -> ')}${isListed ? ', as `may_call` allows' : ''}`;
    return [
      diagnostic(forbidden.length > 0 ? 'call-forbidden' : 'macro-reaches', message, placeOf(header.source, item.span)),
    ];
  });
}

/** Ways from an item to the functions that it uses: the macros on the way, then the function. */
function reachedFunctions(header: Header, manifest: Manifest, uses: Uses, item: Item): readonly (readonly string[])[] {
  const step = uses.stepOfItem[item.index];
  const { content } = item;
  const start =
    content.kind === 'directive' && content.directive.kind === 'define'
      ? identifiersOfMacro(header.source.text, content.directive)
      : [...(step === undefined ? [] : (uses.usedBy[step]?.evaluated ?? []))];
  const own = new Set([...functionNames(item), ...otherNames(item)]);
  const seen = new Set<string>(own);
  const queue = start.map((word) => [word]);
  const found: (readonly string[])[] = [];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const word = path.at(-1) ?? '';
    if (seen.has(word)) continue;
    seen.add(word);
    const providers = uses.providers.get(word) ?? [];
    if (manifest.prototypes.has(word)) found.push(path);
    for (const provider of providers) {
      const macro = header.items[provider.item];
      if (macro?.content.kind === 'directive' && macro.content.directive.kind === 'define') {
        queue.push(
          ...identifiersOfMacro(header.source.text, macro.content.directive).map((inner) => [...(path ?? []), inner]),
        );
      }
    }
  }
  return found;
}
