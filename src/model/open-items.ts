import { branchesOfOtherLanguages, isNotC } from '../parse/split-statement.ts';
import { isPunctuator, tokenText } from '../parse/tokens/token.ts';
import type { Group, Header, Item, Node } from './header.ts';

/**
 * An item that does not end by itself, so that for C it goes on with what stands below it: a macro call without `;`, a
 * word on a line of its own, or what a branch begins and does not end.
 */
export type OpenItem = {
  readonly item: number;
  /** The macro that decides whether it ends here after all; null when none does. */
  readonly macro: string | null;
  /**
   * The first items below, comments and blank lines passed over: one in each branch where a conditional group follows. Those
   * that have the same below share the array.
   */
  readonly below: readonly number[];
};

/**
 * The open items of a header, in document order. What a directive follows, or nothing, ends by itself, and so does a call
 * of a macro of which `isClosed` says so.
 */
export function openItems(header: Header, isClosed: (macro: string) => boolean): readonly OpenItem[] {
  const looking: Looking = { header, isClosed, found: [] };
  lookAmong(looking, header.nodes, NOTHING, 'file');
  return looking.found.sort((a, b) => a.item - b.item);
}

type Looking = {
  readonly header: Header;
  readonly isClosed: (macro: string) => boolean;
  readonly found: OpenItem[];
};

/** What begins at a place, as far as C goes on to it. */
type Place = {
  /** Found out when it is asked for, and once. */
  readonly below: () => readonly number[];
  /** It begins with an open item and nothing else before the end of its branch. */
  readonly isPassedThrough: boolean;
  /** Groups on end that may all be left out when the text is compiled. */
  readonly skipped: number;
};

type Where = 'file' | 'branch' | 'branch of another language';

function lookAmong(looking: Looking, nodes: readonly Node[], behind: Place, where: Where): Place {
  let [place, isEnd] = [behind, where === 'branch'];
  for (const node of nodes.toReversed()) {
    if (node.kind === 'comment' || (node.kind === 'item' && node.item.content.kind === 'disabled')) continue;
    if (node.kind === 'item') {
      const isOpen = where !== 'branch of another language' && addIfOpen(looking, node.item, place, isEnd);
      place = { below: firstOf(node.item), isPassedThrough: isOpen && isEnd, skipped: 0 };
    } else if (node.kind === 'group') {
      place = lookInGroup(looking, node, place, where);
    } else {
      lookAmong(looking, node.nodes, NOTHING, where === 'branch' ? 'file' : where);
      place = NOTHING;
    }
    isEnd = false;
  }
  return place;
}

function lookInGroup(looking: Looking, { branches }: Group, behind: Place, where: Where): Place {
  const { text } = looking.header.source;
  const directives = branches.map(({ directive }) => directive);
  const isOther = branchesOfOtherLanguages(text, directives);
  const places = branches.flatMap(({ nodes }, at) => {
    const isC = where !== 'branch of another language' && isOther[at] !== true;
    const place = lookAmong(looking, nodes, behind, isC ? 'branch' : 'branch of another language');
    return isC ? [place] : [];
  });
  // What an open item alone in a branch keeps to itself need not be kept by what stands above the group as well.
  const isSkipped =
    directives.at(-1)?.kind !== 'else' &&
    behind.skipped < MOST_SKIPPED &&
    !places.some(({ isPassedThrough }) => isPassedThrough);
  const all = isSkipped ? [...places, behind] : places;
  return {
    below: once(() => [...new Set(all.flatMap(({ below }) => below()))]),
    isPassedThrough: false,
    skipped: isSkipped ? behind.skipped + 1 : 0,
  };
}

/** What stands below so many groups is not looked for: a header may consist of nothing else. */
const MOST_SKIPPED = 64;

/** Adds the item if it is open, and says whether it is. */
function addIfOpen({ header, isClosed, found }: Looking, item: Item, { below }: Place, isEnd: boolean): boolean {
  const macro = openMacro(header, item);
  const isOpen = macro === null ? isEnd && isBegun(header, item) : !isClosed(macro);
  if (!isOpen || below().length === 0) return false;
  found.push({ item: item.index, macro, below: below() });
  return true;
}

/** The macro of a call, or the word, that no `;` ends; null for any other item. */
function openMacro({ source: { text } }: Header, { content, tokens }: Item): string | null {
  if (content.kind !== 'declaration' || content.declaration.body) return null;
  const code = tokens.filter((token) => token.kind !== 'comment' && token.kind !== 'directive');
  const [first, last] = [code[0], code.at(-1)];
  if (!first || !last || isPunctuator(text, last, ';')) return null;
  if (content.declaration.kind === 'macro-call') {
    // `FIELDS(int a;)`: its argument is a whole declaration.
    if (isPunctuator(text, last, ')') && isPunctuator(text, code.at(-2), ';')) return null;
    return content.declaration.others.at(-1)?.name ?? null;
  }
  return code.length === 1 && first.kind === 'identifier' ? tokenText(text, first) : null;
}

/** C that a branch does not end: an attribute, `template <class T>`. */
function isBegun({ source: { text } }: Header, { content, tokens }: Item): boolean {
  return content.kind === 'broken' && tokens.length > 0 && !isNotC(text, tokens);
}

function firstOf(item: Item): () => readonly number[] {
  return item.content.kind === 'directive' ? nothing : once(() => [item.index]);
}

function nothing(): readonly number[] {
  return [];
}

const NOTHING: Place = { below: nothing, isPassedThrough: false, skipped: 0 };

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
