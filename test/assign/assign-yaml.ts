import { type Assigned, type AssignedParts, assignParts } from '../../src/assign/assign-parts.ts';
import { type Assignment, parseAssignment } from '../../src/assign/assignment.ts';
import { type FunctionFacts, factsOfFunctions } from '../../src/assign/function-facts.ts';
import type { Criterion } from '../../src/assign/text-matcher.ts';
import { parseHeader } from '../../src/model/lower-header.ts';
import { bytesOfText, displayText } from '../../src/text/source-text.ts';
import { soundManifest } from '../manifest/check-manifest.ts';

/** An assignment that can be read: `rdb*=io`, `section Utils=io`. */
export function assignment(written: string): Assignment {
  const [, by, rest = written] = /^(file|section|type) (.*)$/s.exec(written) ?? [];
  const text = bytesOfText(rest);
  const parsed = parseAssignment((by ?? 'name') as Criterion, { path: 'test', text }, { start: 0, end: text.length });
  if ('code' in parsed) throw new Error(parsed.message);
  return parsed;
}

/** A manifest with entries for functions, of which nothing else is known, after assignments. */
export function assignYaml(
  yaml: string,
  written: readonly string[],
  { assigned = 'keep', functions = [] }: { assigned?: Assigned; functions?: readonly FunctionFacts[] } = {},
): AssignedParts & { readonly yaml: string } {
  const result = assignParts(
    soundManifest(yaml),
    { functions, others: new Set(['MACRO']) },
    written.map(assignment),
    assigned,
  );
  return { ...result, yaml: displayText(result.after.source.text) };
}

/** What is known of the functions of a header text. */
export function factsIn(
  text: string,
  files: Readonly<Record<string, readonly string[]>> = {},
): readonly FunctionFacts[] {
  const defined = new Map(Object.entries(files).map(([file, names]) => [file, new Set(names)]));
  return factsOfFunctions([parseHeader({ path: 'include/s.h', text: `#include "z.h"\n\n${text}` })], defined);
}
