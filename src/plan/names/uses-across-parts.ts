import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { Header, Item } from '../../model/header.ts';
import type { DeclarationKind } from '../../parse/declarations/declaration.ts';
import { placeOf } from '../../text/place.ts';
import { functionNames, otherNames } from '../placement.ts';
import type { Uses } from './names-used.ts';
import { namesLeadingTo, routeOf, waysTo } from './ways-to-names.ts';

/**
 * Macros and inline functions that use a function of another part, through other macros of the header too: a warning
 * where the part's `may_call` leaves that other part out, else a note, which tells when `may_call` lists it. What comes
 * through a macro of the same part is told of that macro alone.
 */
export function reachingItems(
  header: Header,
  manifest: Manifest,
  uses: Uses,
  partOfItem: (item: Item) => string | null,
): readonly Diagnostic[] {
  const leading = namesLeadingTo(manifest.prototypes, uses.macros);
  const bodies = new Map([...uses.macros.values()].flat().map(({ item, words }) => [item, words]));
  const mayCall = new Map(manifest.parts.map((part) => [part.name, part.mayCall]));
  const tags = tagsOf(header);
  const partOf = (name: string): string | null => manifest.prototypes.get(name)?.part ?? null;
  const isMacroOf = (name: string, own: string): boolean =>
    (uses.macros.get(name) ?? []).some((macro) => {
      const item = header.items[macro.item];
      return item !== undefined && partOfItem(item) === own;
    });
  return header.items.flatMap((item) => {
    const own = partOfItem(item);
    const isTag = (name: string): boolean => declares(item, 'macro-call') && tags.has(name);
    const used = own === null ? [] : usedBy(uses, bodies, item).filter((name) => leading.has(name) && !isTag(name));
    if (own === null || used.length === 0) return [];
    const allowed = mayCall.get(own) ?? null;
    const names = [...functionNames(item), ...otherNames(item)];
    const { ways, isCut } = waysTo(manifest.prototypes, { used, except: names, leading, macros: uses.macros });
    const reached = ways.filter((way) => {
      const part = partOf(way.name);
      const isTold = way.before !== null && isMacroOf(routeOf(way)[0] ?? '', own);
      return part !== null && part !== own && part !== manifest.shared && !isTold;
    });
    const forbidden = reached.filter(({ name }) => allowed !== null && !allowed.includes(partOf(name) ?? ''));
    const told = forbidden.length > 0 ? forbidden : reached;
    const place = placeOf(header.source, item.span);
    const [first] = told;
    if (!first && isCut) {
      const message = `'${names[0]}' of part '${own}' leads through so many macros that not all of what it uses is known`;
      return [diagnostic('macro-reaches', message, place)];
    }
    if (!first) return [];
    const isListed = allowed !== null && forbidden.length === 0;
    const others = isCut ? ' and more' : told.length > 1 ? ` and ${told.length - 1} more` : '';
    const through = routeOf(first);
    const route = through.length < 2 ? '' : `: ${shortened([names[0] ?? '', ...through]).join(' -> ')}`;
    const message = `'${names[0] ?? ''}' of part '${own}' uses '${first.name}' of part '${partOf(first.name)}'${others}${route}${isListed ? ', as `may_call` allows' : ''}`;
    return [diagnostic(forbidden.length > 0 ? 'call-forbidden' : 'macro-reaches', message, place)];
  });
}

/** `TAILQ_HEAD(list, entry)` means the struct where a function is called as it is. */
function tagsOf(header: Header): ReadonlySet<string> {
  return new Set(header.items.flatMap((item) => (declares(item, 'type') ? otherNames(item) : [])));
}

function declares({ content }: Item, kind: DeclarationKind): boolean {
  return content.kind === 'declaration' && content.declaration.kind === kind;
}

/** What a macro's body names, or what an item uses where it is compiled. */
function usedBy(uses: Uses, bodies: ReadonlyMap<number, readonly string[]>, item: Item): readonly string[] {
  const body = bodies.get(item.index);
  if (body) return body;
  return [...(uses.usedBy[uses.stepOfItem[item.index] ?? -1]?.evaluated ?? [])];
}

/** A route of more names says what it has to with its ends. */
const LONGEST_ROUTE = 10;

function shortened(route: readonly string[]): readonly string[] {
  const half = LONGEST_ROUTE / 2;
  return route.length <= LONGEST_ROUTE ? route : [...route.slice(0, half), '...', ...route.slice(-half)];
}
