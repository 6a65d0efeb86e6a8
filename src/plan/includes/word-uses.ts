import type { Header, Item, Node } from '../../model/header.ts';
import { isKeyword } from '../../parse/tokens/keywords.ts';
import type { Uses } from '../names/names-used.ts';

/** Which steps of a header name a word, in their order; asked for each name that an include brings. */
export type WordUses = {
  /** The steps that use a word, with its place among the words of each. */
  readonly using: ReadonlyMap<string, readonly WordUse[]>;
  /** The steps that define or end a macro of that name. */
  readonly changing: ReadonlyMap<string, readonly number[]>;
};

export type WordUse = { readonly step: number; readonly place: number };

export function wordUses(header: Header, uses: Uses): WordUses {
  const using = new Map<string, WordUse[]>();
  const changing = new Map<string, number[]>();
  const brackets = bracketWords(header);
  uses.steps.forEach((step, at) => {
    const around = step.kind === 'item' ? (brackets.get(step.item.index) ?? []) : [];
    let place = 0;
    for (const word of [...(uses.usedBy[at]?.words ?? []), ...around])
      if (!isKeyword(word)) addTo(using, word, { step: at, place: place++ });
    const changed = step.kind === 'item' ? changedBy(step.item) : null;
    if (changed !== null) addTo(changing, changed, at);
  });
  return { using, changing };
}

/** The macro that a directive defines or ends. */
export function changedBy({ content }: Item): string | null {
  if (content.kind !== 'directive') return null;
  const { directive } = content;
  return directive.kind === 'define' || directive.kind === 'undef' ? directive.name : null;
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

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
