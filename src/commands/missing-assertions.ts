import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { DefinitionReport } from '../edits/assertion-changes.ts';
import type { FileChange } from '../patch/file-change.ts';
import { placeOf, placeOfFile } from '../text/place.ts';
import type { Run } from './plan-run.ts';

/** On a tree that is split: each definition whose assertion `apply` would insert, replace or remove. */
export function missingAssertions(run: Run): readonly Diagnostic[] {
  return run.splits
    .filter(({ result }) => result.before === 'split')
    .flatMap(({ result }) => result.definitions.flatMap((definition) => finding(result.assertions, definition)));
}

function finding(
  changes: readonly FileChange[],
  { name, file, line, part, action }: DefinitionReport,
): readonly Diagnostic[] {
  const message = messageOf(name, part, action);
  if (message === null) return [];
  const change = changes.find((one) => one.path === file);
  const before = change && change.kind !== 'create' ? change.before : null;
  const start = before === null ? -1 : offsetOfLine(before, line);
  const place =
    before === null || start < 0
      ? placeOfFile(file)
      : placeOf({ path: file, text: before }, nameSpan(before, start, name));
  return [diagnostic('assertion-wanting', message, place)];
}

function messageOf(name: string, part: string, action: DefinitionReport['action']): string | null {
  switch (action) {
    case 'insert':
      return `${name}() of part '${part}' does not hold the part's assertion`;
    case 'replace':
      return `${name}() of part '${part}' holds the assertion of another part`;
    case 'remove':
      return `${name}() of part '${part}' holds an assertion that it must not have`;
    case 'present':
    case 'none':
    case 'skip':
      return null;
  }
}

function offsetOfLine(text: string, line: number): number {
  let at = 0;
  for (let count = 1; count < line && at >= 0; count++) at = text.indexOf('\n', at) + 1 || -1;
  return at;
}

function nameSpan(text: string, lineStart: number, name: string): { readonly start: number; readonly end: number } {
  const at = text.indexOf(name, lineStart);
  return at < 0 ? { start: lineStart, end: lineStart + 1 } : { start: at, end: at + name.length };
}
