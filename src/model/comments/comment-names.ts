import { baseName } from '../../text/file-path.ts';
import type { Item } from '../header.ts';

/** A comment's text and the words in it. */
export type Wording = { readonly text: string; readonly words: ReadonlySet<string> };

export function wordingOf(comment: string): Wording {
  return { text: comment, words: new Set(comment.match(/[\w$]+/g)) };
}

/** Whether a comment calls an item by name. */
export function namesItem(comment: Wording, item: Item | undefined): boolean {
  return item !== undefined && (namesOf(item).some((name) => comment.words.has(name)) || namesInclude(comment, item));
}

/** The same for functions alone. */
export function namesFunction({ words }: Wording, item: Item | undefined): boolean {
  return item !== undefined && functionNames(item).some((name) => words.has(name));
}

/** Whether a comment names an item by what is no word of prose: `BLK_ANON`, `blk_new`, not `list`. */
export function namesForSure({ words }: Wording, item: Item | undefined): boolean {
  return item !== undefined && namesOf(item).some((name) => /[A-Z\d_]/.test(name) && words.has(name));
}

/** `struct x;` */
export function isAnnounced(item: Item | undefined): boolean {
  if (item?.content.kind !== 'declaration' || item.content.declaration.kind !== 'type') return false;
  return item.tokens.filter(({ kind }) => kind !== 'comment').length === 3;
}

/**
 * Whether a comment above tags that are merely announced speaks of them: it calls one by name, or says why it is there
 * ("forward declarations", "from pool.h").
 */
export function speaksOfTags({ text, words }: Wording, tags: readonly (Item | undefined)[]): boolean {
  return TAG_WORDS.test(text) || tags.some((tag) => tagNames(tag).some((name) => words.has(name)));
}

const TAG_WORDS =
  /\b(?:forwards?|opaque|incomplete|declares?|declared|declarations?|announced?|includes?|included|defined|structs?|structures?|unions?|enums?|types?|tags?)\b|\.h\b/i;

function tagNames(item: Item | undefined): readonly string[] {
  return item?.content.kind === 'declaration' ? item.content.declaration.others.map(({ name }) => name) : [];
}

/** All where nothing but tags is announced. */
export function withoutAnnounced(indices: readonly number[], items: readonly Item[]): readonly number[] {
  const meant = indices.filter((index) => !isAnnounced(items[index]));
  return meant.length > 0 ? meant : indices;
}

/** A tag that is merely announced is named for the sake of what stands below it. */
function namesOf(item: Item): readonly string[] {
  const { content } = item;
  switch (content.kind) {
    case 'declaration':
      return isAnnounced(item) ? [] : [...functionNames(item), ...content.declaration.others.map(({ name }) => name)];
    case 'directive': {
      const { directive } = content;
      return directive.kind === 'define' || directive.kind === 'undef' ? [directive.name] : [];
    }
    case 'disabled':
    case 'broken':
      return [];
  }
}

function functionNames({ content }: Item): readonly string[] {
  return content.kind === 'declaration' ? content.declaration.functions.map(({ name }) => name) : [];
}

/** By its path or by the last name of it. */
function namesInclude({ text }: Wording, { content }: Item): boolean {
  if (content.kind !== 'directive' || content.directive.kind !== 'include') return false;
  const { path } = content.directive.target;
  if (path === null) return false;
  const name = baseName(path);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/[\w.-]/.test(text[at - 1] ?? ' ') && !/[\w-]/.test(text[at + name.length] ?? ' ')) return true;
  return false;
}

/** In the way of Doxygen or the kernel. */
export function isDocComment(comment: string): boolean {
  return /^(?:\/\*[*!](?!\/)(?!\*)|\/\/[/!](?!\/))/.test(comment);
}
