import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from '../git/git.ts';
import { commonFolder } from '../git-folder.ts';
import { lookAt } from '../look.ts';

/**
 * The first symbolic link at or on the way to a file that git writes to make a branch: objects, the reference, its log.
 * A git folder that came as an archive could lead out of the tree by one. Null where there is none.
 */
export function linkOnTheWay({ gitDir }: Repository, branch: string): string | null {
  const common = commonFolder(gitDir) ?? gitDir;
  const inRefs = ['refs', 'heads', ...branch.split('/')];
  const ways = [['objects'], ['reftable'], inRefs, ['logs', ...inRefs]];
  const paths = ways.flatMap((names) => names.map((_, at) => join(common, ...names.slice(0, at + 1))));
  return (
    [...paths.filter(isLink), ...['objects', 'reftable'].flatMap((name) => linksIn(join(common, name)))][0] ?? null
  );
}

function isLink(path: string): boolean {
  return lookAt(path)?.isSymbolicLink() === true;
}

function linksIn(folder: string): readonly string[] {
  if (!lookAt(folder)?.isDirectory()) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => join(folder, name));
}
