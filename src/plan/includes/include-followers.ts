import type { Header, Item, Node } from '../../model/header.ts';
import { excludes } from '../../model/reading-order.ts';
import { isKeyword } from '../../parse/tokens/keywords.ts';
import { standardNames } from '../names/standard-names.ts';
import { closureOf, includeChain } from './include-graph.ts';
import type { IncludeInput } from './include-input.ts';
import { includedFile } from './included-file.ts';
import type { IncludedNames } from './included-names.ts';
import { macrosOf } from './moved-include.ts';

/** What must come after an include, and what that brings for it: `reason` follows "this include", `label` the item. */
export type Follower = {
  readonly item: Item;
  /** The first of `names`. */
  readonly name: string;
  /** All that it has of the include. */
  readonly names: readonly string[];
  readonly reason: string;
  readonly label: string;
  /** It does not compile without the include. */
  readonly isNeeding: boolean;
};

/**
 * The items below an include that must not come before it: they use what it alone declares, or define or end a macro of
 * a name that it gives a meaning too. In the header's order, each item once.
 */
export function followersOf(
  input: IncludeInput,
  names: IncludedNames,
  include: Item,
  file: string,
): readonly Follower[] {
  const { header, facts, uses } = input;
  const files = closureOf(facts.graph, file, header.source.path);
  const own = names.declaredIn(files);
  const spoken = names.spokenIn(files);
  const others = declaredElsewhere(input, names, include);
  const macros = macrosOf(input, new Set([...files].filter((one) => !others.files.has(one))));
  const found = new Map<Item, Follower>();
  const brackets = bracketWords(header);
  const path = uses.steps[uses.stepOfItem[include.index] ?? -1]?.path ?? [];
  for (const [at, step] of uses.steps.entries()) {
    if (excludes(path, step.path)) continue;
    const items = step.kind === 'item' ? [step.item] : header.items.slice(step.first, step.last + 1);
    const below = items.filter((item) => item.index > include.index && !found.has(item));
    if (below.length === 0) continue;
    const references = uses.usedBy[at];
    const isNeeded = (word: string): boolean =>
      (spoken.has(word) || (references?.evaluated.has(word) ?? false)) &&
      own.has(word) &&
      !others.names.has(word) &&
      !uses.providers.has(word);
    const isChanged = (word: string): boolean => macros.has(word) && !uses.events.has(word);
    const around = step.kind === 'item' ? (brackets.get(step.item.index) ?? []) : [];
    const words = [...(references?.words ?? []), ...around].filter((word) => !isKeyword(word));
    const needed = words.filter(isNeeded);
    const used = needed.length > 0 ? needed : words.filter(isChanged);
    for (const item of below) {
      const changed = step.kind === 'item' ? changedBy(item) : null;
      const [name] = used;
      if (name !== undefined) {
        const reason = needed.length === 0 ? `uses '${name}', which it changes` : `needs it for '${name}'`;
        found.set(item, { item, name, names: used, reason, label: 'used here', isNeeding: true });
      } else if (changed !== null && own.has(changed)) {
        const reason = `changes '${changed}' after it`;
        found.set(item, { item, name: changed, names: [changed], reason, label: 'below it', isNeeding: false });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.item.index - b.item.index);
}

/** The identifiers in the lines that open and close brackets around an item: `SEC_BEGIN_PROTOS`. By item index. */
function bracketWords({ nodes, source: { text } }: Header): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  const visit = (inner: readonly Node[], words: readonly string[]): void => {
    for (const node of inner) {
      if (node.kind === 'item' && words.length > 0) found.set(node.item.index, words);
      if (node.kind === 'group') for (const branch of node.branches) visit(branch.nodes, words);
      if (node.kind === 'bracket') {
        const lines = [node.open, node.close].map(({ start, end }) => text.slice(start, end)).join('\n');
        visit(node.nodes, [...words, ...(lines.match(/[A-Za-z_]\w*/g) ?? [])]);
      }
    }
  };
  visit(nodes, []);
  return found;
}

/** The macro that a directive defines or ends. */
export function changedBy({ content }: Item): string | null {
  if (content.kind !== 'directive') return null;
  const { directive } = content;
  return directive.kind === 'define' || directive.kind === 'undef' ? directive.name : null;
}

type Declared = {
  /** By the prelude and by includes that do not lead back; those that do may go to the wrapper themselves. */
  readonly names: ReadonlySet<string>;
  /** What all of the other includes bring in. */
  readonly files: ReadonlySet<string>;
};

/** What a header has without one of its includes. */
function declaredElsewhere(input: IncludeInput, names: IncludedNames, include: Item): Declared {
  const { header, facts, manifest } = input;
  const { path } = header.source;
  const prelude =
    manifest.prelude === null ? null : facts.graph.resolve(path, { form: 'quote', path: manifest.prelude });
  const found = new Set<string>();
  const files = new Set<string>();
  const add = (file: string, declares: boolean): void => {
    for (const one of closureOf(facts.graph, file, path)) {
      files.add(one);
      if (declares) for (const name of names.declaredIn([one])) found.add(name);
    }
  };
  let readsSystem = false;
  for (const item of header.items) {
    if (item === include) continue;
    const file = includedFile(header, facts, item);
    if (file !== null) add(file, includeChain(facts.graph, file, path) === null);
    else if (isInclude(item)) readsSystem = true;
  }
  if (prelude !== null) add(prelude, true);
  if (readsSystem || [...files].some((file) => facts.graph.leadsOutside(file)))
    for (const name of standardNames) found.add(name);
  return { names: found, files };
}

function isInclude({ content }: Item): boolean {
  return content.kind === 'directive' && content.directive.kind === 'include';
}
