import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DefinitionReport } from '../edits/assertion-changes.ts';
import { wantsColour } from '../report/colour.ts';
import { jsonReport } from '../report/json.ts';
import { formatFindings, type NotesShown } from '../report/text.ts';
import { displayText } from '../text/source-text.ts';
import type { ColourFlag } from './options.ts';
import { definitionsOf, type Run } from './plan-run.ts';
import type { Shell } from './shell.ts';

/** How findings are shown to readers. */
export type Telling = { readonly color: ColourFlag; readonly notes: NotesShown };

/** Findings for readers, on stderr. */
export function tellFindings(findings: readonly Diagnostic[], { color, notes }: Telling, shell: Shell): void {
  const colour = wantsColour({ flag: color, env: shell.env, isTTY: shell.stderrIsTerminal });
  shell.stderr(formatFindings(findings, colour, notes));
}

/** One paragraph on what a run comes to, or came to when it `isWritten`: parts, files, assertions. */
export function summaryOf(run: Run, isWritten = false): string {
  const lines: string[] = [];
  const definitions = definitionsOf(run);
  const count = (action: string): number => definitions.filter((one) => one.action === action).length;
  const created = run.changes.filter((change) => change.kind === 'create').length;
  const removed = run.changes.filter((change) => change.kind === 'delete').length;
  const assertions = (['insert', 'replace', 'remove', 'present', 'skip'] as const)
    .map((action) => [verbs[action], count(action)] as const)
    .filter(([, number]) => number > 0);
  lines.push(
    run.changes.length === 0
      ? 'nothing to do'
      : `${files(created)} created, ${files(run.changes.length - created - removed)} changed${removed > 0 ? `, ${files(removed)} removed` : ''}`,
  );
  if (assertions.length > 0)
    lines.push(`assertions: ${assertions.map(([verb, number]) => `${number} ${verb}`).join(', ')}`);
  return `${partsOf(run, isWritten)}${lines.join('\n')}\n${countReadByTokens(readByTokens(definitions))}`;
}

/** An edited function that the C grammar cannot read. */
export type ReadByTokens = { readonly file: string; readonly name: string };

export function readByTokens(definitions: readonly DefinitionReport[]): readonly ReadByTokens[] {
  return definitions.filter(({ readBy }) => readBy === 'tokens').map(({ file, name }) => ({ file, name }));
}

/** A line that counts them and names the first few, or nothing; all names are in `--format json`. */
export function countReadByTokens(functions: readonly ReadByTokens[]): string {
  const [{ length }, first] = [functions, functions.slice(0, 3)];
  if (length === 0) return '';
  const names = first.map(({ file, name }) => `${displayText(name)}() in ${displayText(file)}`).join(', ');
  const [were, more] = [length === 1 ? 'function was' : 'functions were', length > first.length ? ', …' : ''];
  return `${length} edited ${were} read by tokens alone, as the C grammar cannot read ${length === 1 ? 'it' : 'them'}: ${names}${more}; look at ${length === 1 ? 'this hunk' : 'these hunks'}\n`;
}

/** A line for each header: how many functions each of its parts has. */
export function partsOf(run: Run, isWritten = false): string {
  const lines = run.splits.map(({ manifest, result }) => {
    const parts = [...result.functions].map(([part, count]) => `${part} ${count}`).join(', ');
    const state = result.before === 'split' ? 'already split' : isWritten ? 'split now' : 'to be split';
    return `${manifest.header.value} (${state}): functions in ${parts}\n`;
  });
  return lines.join('');
}

const verbs = {
  insert: 'inserted',
  replace: 'replaced',
  remove: 'removed',
  present: 'already present',
  skip: 'skipped',
} as const;

function files(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}

/** The document of `--format json` for a run; `more` comes last. */
export function runReport(
  command: string,
  exitCode: number,
  run: Run,
  patch: string | null,
  more: Readonly<Record<string, unknown>> = {},
): string {
  const extra = {
    headers: run.splits.map(({ manifest, result }) => ({
      header: manifest.header.value,
      before: result.before,
      functions: Object.fromEntries(result.functions),
    })),
    files: run.changes.map(({ kind, path }) => ({ path, kind })),
    definitions: definitionsOf(run),
    readByTokens: readByTokens(definitionsOf(run)),
    ...(patch === null ? {} : { patch: displayText(patch) }),
    ...more,
  };
  return jsonReport({ command, exitCode, findings: run.findings, extra });
}
