import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { listingOf } from '../../text/file-listing.ts';
import { baseName } from '../../text/file-path.ts';
import { placeOf } from '../../text/place.ts';
import { displayText, type SourceText } from '../../text/source-text.ts';
import { type Span, span } from '../../text/span.ts';
import type { Tree } from '../../text/tree.ts';
import type { SplitFiles } from './consumer-proposal.ts';
import { formOf } from './file-form.ts';
import { findNamesOf } from './header-names.ts';
import { listEdits } from './list-edits.ts';

/**
 * The lines of files that a series changes which still name the header and none of the new files: a rule that installs
 * it, say, beside a list that was extended. A comment is no such line, nor is one that
 * has its like for a new file, nor an option by which the compiler reads the header.
 *
 * @param tree The tree with the files as the series leaves them.
 */
export function linesLeft(tree: Tree, split: SplitFiles, files: readonly string[]): readonly Diagnostic[] {
  const findNames = findNamesOf(tree, split.header);
  const base = baseName(split.header);
  const isUnique = listingOf(tree).named(base).length === 1;
  const parts = split.partFiles.filter((file) => file !== split.header).map(baseName);
  return files.flatMap((path) => {
    const source = { path, text: tree.read(path) ?? '' };
    const form = formOf(source);
    if (form !== 'make' && form !== 'cmake' && form !== 'quoted' && form !== 'plain') return [];
    const { left } = listEdits(source, form, findNames(source), split);
    const lines = new Set(source.text.split('\n'));
    const told = new Set<string>();
    return [...left, ...(isUnique ? installedNames(source, base, findNames(source)) : [])]
      .sort((a, b) => a.start - b.start)
      .flatMap((name) => {
        const line = lineAround(source.text, name);
        const own = source.text.slice(line.start, line.end);
        const hasLike = (part: string): boolean => own.includes(part) || lines.has(own.replaceAll(base, part));
        const isRead = /-(?:include|imacros)[ \t]+\S*$/.test(source.text.slice(line.start, name.start));
        if (isRead || told.has(`${line.start}`) || parts.some(hasLike)) return [];
        told.add(`${line.start}`);
        const message = `${path} ${verbAt(source.text, name)} ${split.header} alone`;
        return [diagnostic('consumer-line-left', displayText(message), placeOf(source, name))];
      });
  });
}

/** Names of what is installed or removed elsewhere, by paths that the tree does not have. */
function installedNames({ text }: SourceText, base: string, known: readonly Span[]): readonly Span[] {
  const names: Span[] = [];
  for (let at = text.indexOf(base); at >= 0; at = text.indexOf(base, at + base.length)) {
    const name = span(at, at + base.length);
    const isWhole = !/[\w.+-]/.test(text[at - 1] ?? '') && !/^(?:[\w-]|\.\w)/.test(text.slice(name.end, name.end + 2));
    const isComment = /^\s*[#;]/.test(text.slice(lineAround(text, name).start, at));
    const isKnown = known.some(({ start, end }) => start <= at && name.end <= end);
    if (isWhole && !isComment && !isKnown && verbAt(text, name) !== NAMES) names.push(name);
  }
  return names;
}

const NAMES = 'names';

const VERBS: readonly (readonly [string, RegExp])[] = [
  ['installs', /^(?:\$[({])?\w*install\w*[)}]?$/i],
  ['removes', /^(?:rm|\$[({]RM[)}]|unlink|Delete)$/],
  ['copies', /^(?:cp|\$[({]CP[)}]|copy)$/],
  ['packs', /^File$/],
];

/** What the command around a name does with the file, as a verb. */
function verbAt(text: string, name: Span): string {
  const { start } = lineAround(text, name);
  const before = text.slice(start, name.start).replace(/\\\r?\n/g, ' ');
  const words = (/[^;&|]*$/.exec(before)?.[0] ?? '').trim().split(/\s+/);
  const program = (words.find((word) => !/^(?:then|do|else|if|!)$/.test(word)) ?? '').replace(/^[-@+]+/, '');
  return VERBS.find(([, pattern]) => pattern.test(program))?.[0] ?? NAMES;
}

/** The line of a name, with those that backslashes join to it. */
function lineAround(text: string, { start: from, end: to }: Span): Span {
  let start = text.lastIndexOf('\n', from - 1) + 1;
  while (start > 0 && /\\\r?\n$/.test(text.slice(Math.max(0, start - 3), start)))
    start = text.lastIndexOf('\n', start - 2) + 1;
  let end = text.indexOf('\n', to);
  while (end >= 0 && /\\\r?$/.test(text.slice(Math.max(to, end - 2), end))) end = text.indexOf('\n', end + 1);
  return span(start, end < 0 ? text.length : end);
}
