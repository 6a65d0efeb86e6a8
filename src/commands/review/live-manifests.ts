import { assignParts, type HeaderFunctions } from '../../assign/assign-parts.ts';
import { makeAssignment } from '../../assign/assignment.ts';
import { type Diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { mergeTexts } from '../../diff/merge-texts.ts';
import { readInputFile } from '../../io/input-file.ts';
import { explainEntries } from '../../manifest/edit/explain-entries.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { parseManifest } from '../../manifest/parse-manifest.ts';
import type { ReviewedHeader } from '../../review/describe-tree.ts';
import { placeOf } from '../../text/place.ts';
import { bytesOfText, displayText } from '../../text/source-text.ts';
import { replaceManifest } from '../replace-manifest.ts';
import type { Shell } from '../shell.ts';

export type Wanted = {
  /** As text. */
  readonly name: string;
  /** Null: as it is. */
  readonly part: string | null;
  readonly why: string | null;
};

/** What was written, to take it back; or why nothing was. */
export type Written =
  | { readonly kind: 'written'; readonly before: Manifest; readonly after: Manifest }
  | { readonly kind: 'refused'; readonly text: string };

/** What a manifest says on disk now, or why it cannot be read. */
export function readAgain(known: Manifest, shell: Shell): Manifest | string {
  const read = readInputFile(shell.cwd, known.source.path);
  if ('code' in read) return read.message;
  if (read.text === known.source.text) return known;
  const { manifest, findings } = parseManifest(read);
  return manifest ?? firstOf(findings);
}

/** Writes a decision by the editor that `assign` uses; the file is as it was, or says all of it. */
export function writeDecision(
  root: string,
  manifest: Manifest,
  header: ReviewedHeader,
  { name, part, why }: Wanted,
  shell: Shell,
): Written {
  const own = bytesOfText(name);
  const given = part === null ? manifest : assign(manifest, header, name, part);
  if (typeof given === 'string') return { kind: 'refused', text: given };
  const after = explainEntries(given, new Map([[own, why]]));
  const problem = replaceManifest({ root }, { before: manifest, after }, shell);
  return problem ? { kind: 'refused', text: problem.message } : { kind: 'written', before: manifest, after };
}

/** Takes back what was written, and leaves what others wrote since. */
export function takeBack(
  root: string,
  { before, after }: Extract<Written, { kind: 'written' }>,
  now: Manifest,
  shell: Shell,
): Written {
  const merged = mergeTexts(after.source.text, before.source.text, now.source.text);
  const path = now.source.path;
  if (merged.kind === 'clash') return { kind: 'refused', text: `${path} was edited in the same place since` };
  const { manifest, findings } = parseManifest({ path, text: merged.text });
  if (manifest === null) return { kind: 'refused', text: firstOf(findings) };
  const problem = replaceManifest({ root }, { before: now, after: manifest }, shell);
  return problem ? { kind: 'refused', text: problem.message } : { kind: 'written', before: now, after: manifest };
}

/** Whether two manifests differ in more than the parts of prototypes: what is known of the tree may not hold then. */
export function differsInStructure(a: Manifest, b: Manifest): boolean {
  return structureOf(a) !== structureOf(b);
}

function structureOf({ source: _, prototypes, functions, ...rest }: Manifest): string {
  return JSON.stringify([[...prototypes.keys()], [...functions.keys()], rest], (key, value: unknown) => {
    if (key === 'span' || key === 'bracketSpans') return undefined;
    return value instanceof Map ? [...value.entries()] : value;
  });
}

function assign(manifest: Manifest, { read, declared }: ReviewedHeader, name: string, part: string): Manifest | string {
  const place = placeOf(manifest.source, manifest.header.span);
  const assignment = makeAssignment('name', name, part, place);
  if ('code' in assignment) return assignment.message;
  const functions = declared.map((one) => ({ ...one, files: [], returns: null, comments: [] }));
  const header: HeaderFunctions = { functions, others: new Set() };
  const { after, findings } = assignParts(manifest, header, [assignment], 'replace');
  return stopsTheRun(findings) || read.headers.length === 0 ? firstOf(findings) : after;
}

function firstOf(findings: readonly Diagnostic[]): string {
  const [first] = findings;
  return first === undefined ? 'the manifest cannot be read' : displayText(first.message);
}
