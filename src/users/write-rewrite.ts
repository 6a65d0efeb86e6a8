import { applyEdits, type TextEdit } from '../text/text-edit.ts';
import type { IncludeLine } from './include-line.ts';

/** Lines of one file: what each include line becomes, in operands with their delimiters. */
export type LineRewrite = {
  readonly line: IncludeLine;
  /** null: the line stays. None: it goes. */
  readonly instead: readonly string[] | null;
  readonly behind: readonly string[];
};

/** The text with its include lines changed; indentation, trailing comments and line ends are the old line's. */
export function writeRewrite(text: string, rewrites: readonly LineRewrite[]): string {
  return applyEdits(
    text,
    rewrites.flatMap((rewrite) => editsOf(text, rewrite)),
  );
}

function editsOf(text: string, { line, instead, behind }: LineRewrite): readonly TextEdit[] {
  const { start, end, operand } = line;
  const whole = text.slice(start, end);
  const newline = /\r?\n$/.exec(whole)?.[0] ?? '';
  const lineEnd = newline || lineEndOf(text);
  const head = beginning(text.slice(start, operand.start));
  const spell = (one: string): string => `${head}${one}`;
  const edits: TextEdit[] = [];
  const [first, ...others] = instead ?? [];
  if (instead !== null && first === undefined) edits.push({ span: { start, end }, insert: '' });
  else if (first !== undefined) edits.push({ span: operand, insert: first });
  const more = [...others, ...behind].map(spell);
  if (more.length > 0) {
    const added = newline === '' ? lineEnd + more.join(lineEnd) : more.map((one) => one + lineEnd).join('');
    edits.push({ span: { start: end, end }, insert: added });
  }
  return edits;
}

/** `  #  include `, without what a comment or a continued line puts there. */
function beginning(head: string): string {
  return /^[ \t]*#[ \t]*include[ \t]*$/.test(head) ? head : `${/^[ \t]*/.exec(head)?.[0] ?? ''}#include `;
}

function lineEndOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}
