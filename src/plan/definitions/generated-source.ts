import { lexLeadingComments } from '../../parse/tokens/lex.ts';
import { listingOf } from '../../text/file-listing.ts';
import { baseName, folderOf } from '../../text/file-path.ts';
import type { Tree } from '../../text/tree.ts';

/** What a line of C code was made from. `line` is null where only the file is known, both where not even that is. */
export type Generated = { readonly file: string | null; readonly line: number | null };

/**
 * Says of an offset in a C file (latin1) what a generator made its line from; null where it was written by hand.
 * `#line` tells, of a file that the tree has; else a macro that parser generators define, or comments at the top that
 * warn of edits.
 */
export function generatedSource(tree: Tree, file: string, text: string): (offset: number) => Generated | null {
  const marks = marksIn(tree, file, text);
  const known = marks.find((mark) => mark.file !== null)?.file ?? null;
  const isParser = PARSER.test(text.slice(0, LONGEST_HEAD));
  if (known === null && !isParser && !warnsOfEdits(text)) return () => null;
  const source = known ?? (isParser ? grammarBeside(tree, file) : null);
  return (offset) => {
    const mark = marks.findLast(({ end }) => end <= offset);
    if (!mark || mark.file === null) return { file: source, line: null };
    return { file: mark.file, line: mark.line + text.slice(mark.end, offset).split('\n').length - 2 };
  };
}

type Mark = { readonly end: number; readonly line: number; readonly file: string | null };

/** `file` is null for the file itself, and for one that the tree does not have. */
function marksIn(tree: Tree, file: string, text: string): readonly Mark[] {
  const found = [...text.matchAll(LINE)];
  if (found.length === 0) return [];
  const files = listingOf(tree);
  const folder = folderOf(file);
  const fileNamed = (name: string): string | null => {
    const plain = name.replace(/^(?:\.\/)+/, '');
    const path = [folder + plain, plain, folder + baseName(plain)].find((one) => files.has(one));
    return path === undefined || path === file ? null : path;
  };
  return found.map(({ index, 0: whole, 1: line, 2: name = '' }) => ({
    end: index + whole.length,
    line: Number(line),
    file: fileNamed(name),
  }));
}

/** `#line 12 "parse.y"`, or `# 12 "parse.y"`. */
const LINE = /^[ \t]*#[ \t]*(?:line[ \t]+)?(\d+)[ \t]+"([^"\n]+)"[^\n]*/gm;

const PARSER = /^[ \t]*#[ \t]*define[ \t]+(?:YYBISON|YYBYACC|FLEX_SCANNER)(?![\w$])/m;

function grammarBeside(tree: Tree, file: string): string | null {
  const stem = file.replace(/(?:\.tab)?\.[^./]*$/, '');
  const files = listingOf(tree);
  return ['.y', '.l', '.yy', '.ll', '.lex'].map((end) => stem + end).find((one) => files.has(one)) ?? null;
}

/** "Automatically generated, do not edit", "@generated". */
function warnsOfEdits(text: string): boolean {
  const comments = commentsAtTop(text.slice(0, LONGEST_HEAD));
  const isMade = /\b(?:auto-?)?(?:generated|made|created)\b/i.test(comments);
  return (
    /@generated\b/.test(comments) || (isMade && /\b(?:do not|don't|never) (?:edit|modify|change)\b/i.test(comments))
  );
}

function commentsAtTop(text: string): string {
  const code = lexLeadingComments(text).find(({ kind }) => kind !== 'comment');
  return text.slice(0, code?.start ?? text.length);
}

/** Bytes. */
const LONGEST_HEAD = 16384;
