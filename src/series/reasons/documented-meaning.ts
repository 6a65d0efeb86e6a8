import type { Part } from '../../manifest/manifest.ts';
import type { Header, Item } from '../../model/header.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { functionNames, otherNames } from '../../plan/placement.ts';
import { displayText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';

export type DocumentedMeaning = { readonly name: string; readonly file: string; readonly text: string };

/**
 * What the comment on the macro or function that a part's assertion calls says, its first paragraph; looked for in the
 * file that `assert_include` means. The innermost call counts first: `in_main_thread()` of `assert(in_main_thread())`.
 */
export function documentedMeaning(part: Part, tree: Tree): DocumentedMeaning | null {
  const header = headerOfCalled(part, tree);
  if (header === null) return null;
  for (const name of calledNames(part).reverse()) {
    const item = declaring(header, name);
    const meaning = item === undefined ? '' : firstParagraph(commentOn(header, item), name);
    if (meaning !== '') return { name: displayText(name), file: header.source.path, text: meaning };
  }
  return null;
}

/** The text, with its comment, of the macro or function that a part's assertion is a call of; null where it is not found. */
export function calledItem(part: Part, tree: Tree): string | null {
  const header = headerOfCalled(part, tree);
  const [name] = calledNames(part);
  const item = header === null || name === undefined ? undefined : declaring(header, name);
  if (header === null || item === undefined) return null;
  return `${commentOn(header, item)}\n${displayText(header.source.text.slice(item.span.start, item.span.end))}`;
}

/** In the order of the statement. */
function calledNames({ assert }: Part): string[] {
  return [...(assert ?? '').matchAll(/\b([A-Za-z_]\w*)\s*\(/g)].map(([, name = '']) => name);
}

/** The file that `assert_include` means. */
function headerOfCalled({ assert, assertInclude }: Part, tree: Tree): Header | null {
  if (assert === null || assertInclude === null) return null;
  const [file] = tree
    .files()
    .filter((path) => path === assertInclude || path.endsWith(`/${assertInclude}`))
    .toSorted((a, b) => a.length - b.length);
  const text = file === undefined ? null : tree.read(file);
  return file === undefined || text === null
    ? null
    : parseHeader({ path: file, text }, { annotations: [], brackets: [] });
}

function declaring(header: Header, name: string): Item | undefined {
  return header.items.find((one) => [...functionNames(one), ...otherNames(one)].includes(name));
}

function commentOn({ comments, source }: Header, { index }: Item): string {
  const comment = comments.findLast(({ serves, role }) => serves[0] === index && role !== 'section');
  return comment === undefined ? '' : displayText(source.text.slice(comment.span.start, comment.span.end));
}

/** Without the marks of a comment, the name that it begins with, and the tags of generators. */
function firstParagraph(comment: string, name: string): string {
  const lines = comment
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\/\*+|\*+\/|\*|\/\/+)?\s*|(?:(?<!\s)\s+)?(?<!\*)\*+\/\s*$/g, ''));
  const start = lines.findIndex((line) => line !== '' && line.replace(/\W/g, '') !== name);
  if (start < 0) return '';
  const rest = lines.slice(start);
  const end = rest.findIndex((line) => line === '' || /^[@\\]/.test(line));
  const paragraph = (end < 0 ? rest : rest.slice(0, end)).join(' ').replace(/\s+/g, ' ').trim();
  const isNamed = paragraph.startsWith(name);
  const text = isNamed ? paragraph.slice(name.length).replace(/^\s*(?:\([^)]*\)\s*)?[-:.]+\s*/, '') : paragraph;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
