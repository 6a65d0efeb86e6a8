import { parseDirective } from '../parse/tokens/directive.ts';
import { lex } from '../parse/tokens/lex.ts';
import type { IncludeSpelling } from '../plan/includes/include-graph.ts';
import { baseName, folderOf } from '../text/file-path.ts';
import { span } from '../text/span.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';

/** Part files that have another path now: old -> new. */
export type RenamedFiles = ReadonlyMap<string, string>;

export type IncludeNaming = {
  /** The tree's file that an include in a file means; null for none. */
  readonly resolve: (from: string, spelling: IncludeSpelling) => string | null;
  /** How a file includes a part file in another folder than before: the operand with its delimiters. */
  readonly spell: (from: string, to: string) => string;
};

/** The text of a file with each include of a renamed part file, under whatever condition, meaning the new path. */
export function followRenames(
  path: string,
  text: string,
  renamed: RenamedFiles,
  { resolve, spell }: IncludeNaming,
): string {
  if (![...renamed.keys()].some((old) => text.includes(baseName(old)))) return text;
  const edits = lex(text).flatMap((token): readonly TextEdit[] => {
    if (token.kind !== 'directive') return [];
    const directive = parseDirective(text, token);
    if (directive.kind !== 'include' || directive.target.path === null) return [];
    const { target } = directive;
    const old = resolve(path, target);
    const now = old === null ? undefined : renamed.get(old);
    if (old === null || now === undefined) return [];
    const open = text.indexOf(target.form === 'angle' ? '<' : '"', token.start);
    const close = open + target.path.length + 2;
    if (folderOf(old) !== folderOf(now)) return [{ span: span(open, close), insert: spell(path, now) }];
    return [{ span: span(close - 1 - baseName(target.path).length, close - 1), insert: baseName(now) }];
  });
  return applyEdits(text, edits);
}
