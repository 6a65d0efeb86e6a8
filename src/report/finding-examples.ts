/**
 * For each code the shortest report of it in the given texts, which are outputs of `formatFindings` without colour; of
 * equally short ones the first. Reports are divided by blank lines, and end without a newline here.
 */
export function findingExamples(outputs: readonly string[]): ReadonlyMap<string, string> {
  const examples = new Map<string, string>();
  for (const report of outputs.flatMap((output) => output.trimEnd().split('\n\n'))) {
    const code = /^(?:error|warning|note): .* \[([a-z-]+)\](?:\n|$)/.exec(report)?.[1];
    if (code === undefined) continue;
    const known = examples.get(code);
    if (known === undefined || report.length < known.length) examples.set(code, report);
  }
  return examples;
}
