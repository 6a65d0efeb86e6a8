import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Repository } from '../git/git.ts';

/** Where proofs are kept: what the user named, else in the git folder; null where there is neither. */
export function stateFolder(cwd: string, named: string | null, repository: Repository | null): string | null {
  if (named !== null) return resolve(cwd, named);
  return repository?.isOwn ? join(repository.gitDir, 'header-split', 'verify') : null;
}

/** Where a compile database lies when nobody names one; null: nowhere known. */
export function usualDatabase(root: string): string | null {
  const folders = [root, join(root, 'build'), join(root, 'builddir'), join(root, '_build')];
  return folders.find((folder) => existsSync(join(folder, 'compile_commands.json'))) ?? null;
}
