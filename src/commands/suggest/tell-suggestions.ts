import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { jsonReport } from '../../report/json.ts';
import { printable } from '../../report/printable.ts';
import type { Suggested } from '../../suggest/suggest-parts.ts';
import { allReasonsOf, evidenceText, reasonOf, verdictOf } from '../../suggest/suggestion-words.ts';
import { bytesOfText, displayText } from '../../text/source-text.ts';
import type { SuggestOptions } from '../options.ts';
import { tellFindings } from '../report-run.ts';
import type { Shell } from '../shell.ts';

export type SuggestRun = {
  readonly suggested: Suggested;
  /** How many functions got a part in their manifests; null: none was to be written. */
  readonly written: number | null;
  readonly findings: readonly Diagnostic[];
};

/** Tells what was suggested, in the headers' order, and how far it can be trusted. */
export function tellSuggestions(run: SuggestRun, options: SuggestOptions, shell: Shell): number {
  const { suggested, written, findings } = run;
  if (options.format === 'json') {
    shell.stdout(jsonReport({ command: 'suggest', exitCode: 0, findings, extra: documentOf(suggested, written) }));
    return 0;
  }
  shell.stdout(
    bytesOfText(
      linesOf(suggested, options.evidence)
        .map((line) => `${line}\n`)
        .join(''),
    ),
  );
  tellFindings(findings, options, shell);
  shell.stderr(summaryOf(suggested, written));
  return 0;
}

/** Verdicts in one column, reasons in another; or each reason on a line of its own. */
function linesOf({ suggestions }: Suggested, isWhole: boolean): readonly string[] {
  const heads = suggestions.map((one) => `${printable(displayText(one.name))}: ${verdictOf(one)}`);
  const width = Math.min(60, Math.max(0, ...heads.map(({ length }) => length)));
  if (isWhole)
    return suggestions.flatMap((one, at) => {
      const reasons = allReasonsOf(one);
      return [
        heads[at] ?? '',
        ...(reasons.length === 0 ? ['no evidence'] : reasons).map((text) => `  ${printable(text)}`),
      ];
    });
  return suggestions.map((one, at) => `${(heads[at] ?? '').padEnd(width)}  ${printable(reasonOf(one))}`);
}

function summaryOf({ suggestions, answered, right, own }: Suggested, written: number | null): string {
  const counts = (['certain', 'likely', 'open', 'contradicted'] as const).flatMap((kind) => {
    const count = suggestions.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  const found = suggestions.length === 0 ? 'every function has a part' : counts.join(', ');
  const trust =
    answered === 0
      ? own === 1
        ? 'your only entry is too little to try the evidence on'
        : `your own ${own} entries are too few to try the evidence on`
      : `right on ${right} of ${answered} of your own entries that the evidence answers (${own} in all)`;
  const wrote = written === null ? '' : `wrote ${written === 1 ? '1 part' : `${written} parts`}\n`;
  return `${found}\n${trust}\n${wrote}`;
}

function documentOf({ suggestions, answered, right, own }: Suggested, written: number | null) {
  return {
    suggestions: suggestions.map((one) => ({
      name: displayText(one.name),
      manifest: one.manifest.source.path,
      kind: one.kind,
      part: 'part' in one ? one.part : null,
      ...(one.kind === 'likely' ? { margin: Number(one.margin.toFixed(2)) } : {}),
      evidence: one.evidence.map((evidence) => ({
        says: evidence.words,
        text: evidenceText(evidence),
        file: evidence.site?.file ?? null,
        line: evidence.site?.line ?? null,
        ...(evidence.also === undefined ? {} : { also: evidence.also.map(evidenceText) }),
      })),
    })),
    own: { entries: own, answered, right },
    ...(written === null ? {} : { written }),
  };
}
