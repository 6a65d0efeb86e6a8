import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { contentAfter } from '../../src/diff/file-change.ts';
import type { Manifest } from '../../src/manifest/manifest.ts';
import { parseManifest } from '../../src/manifest/parse-manifest.ts';
import type { SplitResult } from '../../src/split/split-result.ts';
import { splitTree } from '../../src/split/split-tree.ts';
import { memoryTree } from '../../src/text/tree.ts';

/** A tree's files: path -> text (latin1). */
export type Contents = Readonly<Record<string, string>>;

const folder = join(import.meta.dirname, 'project');

/** A header of all the shapes that declarations have, with the sources that define its functions. */
export const whole: Contents = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => [relative(folder, path).replaceAll(sep, '/'), readFileSync(path, 'latin1')])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
);

export const manifestText = whole['disk.yaml'] ?? '';

/** The same value for the same text, which many runs share. */
export function manifestOf(text: string): Manifest {
  const known = manifests.get(text) ?? readManifest(text);
  manifests.set(text, known);
  return known;
}

const manifests = new Map<string, Manifest>();

function readManifest(text: string): Manifest {
  const { manifest, findings } = parseManifest({ path: 'disk.yaml', text });
  if (manifest === null) throw new Error(findings.map(({ message }) => message).join('\n'));
  return manifest;
}

/** The tree after a split by its manifest. */
export async function splitProject(): Promise<Contents> {
  return withChanges(whole, await splitTree(memoryTree(whole), manifestOf(manifestText)));
}

export function withChanges(contents: Contents, { headers, assertions }: SplitResult): Contents {
  const files = new Map(Object.entries(contents));
  for (const change of [...headers, ...assertions]) {
    const after = contentAfter(change);
    if (after === null) files.delete(change.path);
    else files.set(change.path, after);
  }
  return Object.fromEntries(files);
}
