import type { SourceText } from '../../text/source-text.ts';
import { type Span, span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Tree } from '../../text/tree.ts';
import type { SplitFiles } from './consumer-proposal.ts';
import { spellLike } from './header-names.ts';

/**
 * Edits that make a document render the kernel-doc comments of a split header from the part files that have them: its
 * `.. kernel-doc::` directives, each with its options, once for each part file that has something of what it asks for.
 * Empty where the document has no such directive for the header, or no part file has such a comment.
 */
export function kernelDocEdits(
  tree: Tree,
  { text }: SourceText,
  names: readonly Span[],
  { header, partFiles }: SplitFiles,
): readonly TextEdit[] {
  const documented = partFiles.flatMap((file) => {
    const held = documentedIn(tree.read(file) ?? '');
    return held.names.size + held.titles.size === 0 ? [] : [{ file, held }];
  });
  return directivesIn(text).flatMap((directive) => {
    if (!names.some(({ start, end }) => start === directive.path.start && end === directive.path.end)) return [];
    const spelt = text.slice(directive.path.start, directive.path.end);
    const blocks = documented.flatMap(({ file, held }) => {
      const path = spellLike(spelt, header, file);
      const options = path === null ? null : optionsFor(directive.options, held);
      if (path === null || options === null) return [];
      const opening = text.slice(directive.span.start, directive.path.start);
      return [`${opening}${path}\n${options.map((line) => `${line}\n`).join('')}`];
    });
    return blocks.length === 0 ? [] : [{ span: directive.span, insert: blocks.join('\n') }];
  });
}

type KernelDoc = {
  /** From the beginning of its line to the end of its last option. */
  readonly span: Span;
  readonly path: Span;
  /** Lines without their ends. */
  readonly options: readonly string[];
};

function directivesIn(text: string): readonly KernelDoc[] {
  return [...text.matchAll(/^([ \t]*)\.\.[ \t]+kernel-doc::[ \t]+(\S+)[ \t]*\n((?:\1[ \t]+\S.*(?:\n|$))*)/gm)].map(
    (match) => {
      const [whole, , spelt = '', options = ''] = match;
      const start = match.index + whole.indexOf(spelt, whole.indexOf('::'));
      return {
        span: span(match.index, match.index + whole.length),
        path: span(start, start + spelt.length),
        options: options.split('\n').filter((line) => line.trim() !== ''),
      };
    },
  );
}

/** What the kernel-doc comments of a file are on. */
type Documented = { readonly names: ReadonlySet<string>; readonly titles: ReadonlySet<string> };

function documentedIn(text: string): Documented {
  const heads = [...text.matchAll(/\/\*\*[ \t]*\n[ \t]*\*[ \t]*(.*)/g)].map(([, head = '']) => head.trim());
  const titles = heads.flatMap((head) => /^DOC:\s*(.*)$/.exec(head)?.[1] ?? []);
  const names = heads.flatMap((head) =>
    head.startsWith('DOC:')
      ? []
      : (/^(?:(?:struct|union|enum|typedef|define|macro|function)\s+)?(\w+)/.exec(head)?.[1] ?? []),
  );
  return { names: new Set(names), titles: new Set(titles) };
}

/**
 * The options of a directive for one file: a list of functions with those that the file has, a title where it has that;
 * null where nothing is left.
 */
function optionsFor(options: readonly string[], held: Documented): readonly string[] | null {
  const lines: string[] = [];
  for (const option of joined(options)) {
    const [, head = '', name = '', value = ''] = /^(\s*:([\w-]+):)[ \t]*([\s\S]*)$/.exec(option) ?? [];
    if (name === 'doc' && !held.titles.has(value.trim())) return null;
    const isList = (name === 'functions' || name === 'identifiers') && value.trim() !== '';
    if (!isList) {
      lines.push(option);
      continue;
    }
    const own = value.split(/\s+/).filter((one) => held.names.has(one));
    if (own.length === 0) return null;
    lines.push(`${head} ${own.join(' ')}`);
  }
  const isOfFunctions = !lines.some((line) => /^\s*:doc:/.test(line));
  return isOfFunctions && held.names.size === 0 ? null : lines;
}

/** A list of functions may go on in the next line. */
function joined(options: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const option of options) {
    if (/^\s*:[\w-]+:/.test(option) || lines.length === 0) lines.push(option.trimEnd());
    else lines.push(`${lines.pop()} ${option.trim()}`);
  }
  return lines;
}
