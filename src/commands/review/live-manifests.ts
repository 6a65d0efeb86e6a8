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
  | { readonly kind: 'written'; readonly changes: readonly Rewritten[] }
  | { readonly kind: 'refused'; readonly text: string };

export type Rewritten = { readonly before: Manifest; readonly after: Manifest };

/** What a manifest says on disk now, or why it cannot be read. */
export function readAgain(known: Manifest, shell: Shell): Manifest | string {
  const read = readInputFile(shell.cwd, known.source.path);
  if ('code' in read) return read.message;
  if (read.text === known.source.text) return known;
  const { manifest, findings } = parseManifest(read);
  return manifest ?? firstOf(findings);
}

/** Writes decisions by the editor that `assign` uses: each file is as it was, or says all of them, and so do all files. */
export function writeDecisions(
  root: string,
  wanted: ReadonlyMap<ReviewedHeader, readonly Wanted[]>,
  shell: Shell,
): Written {
  const changes: Rewritten[] = [];
  for (const [header, own] of wanted) {
    const given = assign(header, own);
    if (typeof given === 'string') return { kind: 'refused', text: given };
    const reasons = new Map(own.map(({ name, why }) => [bytesOfText(name), why]));
    changes.push({ before: header.manifest, after: explainEntries(given, reasons) });
  }
  return replaceAll(root, changes, shell);
}

/** Takes back what was written, and leaves what others wrote since. */
export function takeBack(
  root: string,
  written: Extract<Written, { kind: 'written' }>,
  now: readonly Manifest[],
  shell: Shell,
): Written {
  const changes: Rewritten[] = [];
  for (const { before, after } of written.changes) {
    const { path } = after.source;
    const own = now.find(({ source }) => source.path === path);
    if (own === undefined) return { kind: 'refused', text: `${path} is gone` };
    const merged = mergeTexts(after.source.text, before.source.text, own.source.text);
    if (merged.kind === 'clash') return { kind: 'refused', text: `${path} was edited in the same place since` };
    const { manifest, findings } = parseManifest({ path, text: merged.text });
    if (manifest === null) return { kind: 'refused', text: firstOf(findings) };
    changes.push({ before: own, after: manifest });
  }
  return replaceAll(root, changes, shell);
}

/** What holds again of functions whose decisions were taken back: `blk_new is graph again`. */
export function describeUndone(names: readonly string[], { changes }: Extract<Written, { kind: 'written' }>): string {
  const [name = ''] = names;
  if (changes.every(({ before, after }) => before.source.text === after.source.text)) return 'nothing was left of it';
  if (names.length > 1) return `${names.length} functions are as before`;
  const key = bytesOfText(name);
  const entries = changes.flatMap(({ before, after }) => {
    const [had, has] = [before.prototypes.get(key), after.prototypes.get(key)];
    return had === undefined && has === undefined ? [] : [{ had: had?.part ?? null, has: has?.part ?? null }];
  });
  const [one] = entries;
  if (one === undefined || one.had === one.has) return `the reason of ${name} is as before`;
  return `${name} is ${one.has ?? 'without part'} again`;
}

function replaceAll(root: string, changes: readonly Rewritten[], shell: Shell): Written {
  for (const [at, change] of changes.entries()) {
    const problem = replaceManifest({ root }, change, shell);
    if (problem === null) continue;
    for (const { before, after } of changes.slice(0, at))
      replaceManifest({ root }, { before: after, after: before }, shell);
    return { kind: 'refused', text: problem.message };
  }
  return { kind: 'written', changes };
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

function assign({ manifest, read, declared }: ReviewedHeader, wanted: readonly Wanted[]): Manifest | string {
  const place = placeOf(manifest.source, manifest.header.span);
  const made = wanted.flatMap(({ name, part }) => (part === null ? [] : [makeAssignment('name', name, part, place)]));
  const assignments = made.flatMap((one) => ('code' in one ? [] : [one]));
  const unfit = made.find((one) => 'code' in one);
  if (unfit !== undefined && 'code' in unfit) return unfit.message;
  if (assignments.length === 0) return manifest;
  const functions = declared.map((one) => ({ ...one, files: [], returns: null, comments: [] }));
  const header: HeaderFunctions = { functions, others: new Set() };
  const { after, findings } = assignParts(manifest, header, assignments, 'replace');
  return stopsTheRun(findings) || read.headers.length === 0 ? firstOf(findings) : after;
}

/** With its place, for whoever has to correct it. */
function firstOf(findings: readonly Diagnostic[]): string {
  const [first] = findings;
  if (first === undefined) return 'the manifest cannot be read';
  const message = displayText(first.message);
  const [{ place }] = first.places;
  return `${place.file}${place.line > 0 ? `:${place.line}:${place.column}` : ''}: ${message}`;
}
