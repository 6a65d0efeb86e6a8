import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { runGit } from '../git.ts';
import { fromTop, type Workbench } from './workbench.ts';

/**
 * A finding for each file below the root, of those that a series touches, whose last commit is not what the work tree
 * or the index holds; a new file of the series that stands in the work tree is one as well. None in a bare repository.
 */
export function uncommittedChanges(bench: Workbench, paths: readonly string[]): readonly Diagnostic[] {
  const { source } = bench;
  if (source.isBare || paths.length === 0) return [];
  const { topLevel } = source.repository;
  const wanted = new Map(paths.map((path) => [fromTop(bench, path), path]));
  const changed = changedByStatus(topLevel, [...wanted.keys()]) ?? changedByContent(topLevel, [...wanted.keys()]);
  if (typeof changed === 'string') {
    const unknown = diagnostic('series-git-failed', `git cannot compare the work tree: ${changed}`, placeOfFile('.'));
    return [withNext(unknown, 'Make `git status` work there.')];
  }
  return changed.map((one) => {
    const path = wanted.get(one) ?? one;
    return diagnostic('uncommitted-change', `${path} is not as the last commit has it`, placeOfFile(path));
  });
}

/** Null when the index cannot be read. */
function changedByStatus(topLevel: string, paths: readonly string[]): readonly string[] | null {
  const asked = ['--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--ignored=matching'];
  const result = runGit(topLevel, ['--literal-pathspecs', 'status', ...asked, '--', ...paths]);
  if (result.kind !== 'done') return null;
  // Each entry: `XY <path>`.
  const entries = result.output.toString('utf8').split('\0').filter(Boolean);
  return entries.map((entry) => entry.slice(3));
}

/** What the work tree holds, as git would store it, compared with HEAD. A text says why git cannot tell. */
function changedByContent(topLevel: string, paths: readonly string[]): readonly string[] | string {
  const standing = paths.map((path) => lstatSync(join(topLevel, path), { throwIfNoEntry: false }));
  const files = paths.filter((_, at) => standing[at]?.isFile());
  const hashed = runGit(topLevel, ['hash-object', '--stdin-paths'], asLines(files));
  const listed = runGit(topLevel, ['cat-file', '--batch-check'], asLines(paths.map((path) => `HEAD:${path}`)));
  if (hashed.kind !== 'done') return hashed.message;
  if (listed.kind !== 'done') return listed.message;
  const ids = hashed.output.toString('latin1').split('\n');
  const found = listed.output.toString('latin1').split('\n');
  const now = new Map(files.map((path, at) => [path, ids[at]]));
  return paths.filter((path, at) => {
    const stored = /^([0-9a-f]+) blob /.exec(found[at] ?? '')?.[1];
    return standing[at] === undefined ? stored !== undefined : stored === undefined || now.get(path) !== stored;
  });
}

/** Paths hold no line break: no manifest can spell one that does. */
function asLines(names: readonly string[]): string {
  return Buffer.from(names.map((name) => `${name}\n`).join(''), 'utf8').toString('latin1');
}
