import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { findRepository, type Repository, type RepositoryLookup, runGit } from '../git/git.ts';
import { commonFolder } from '../git-folder.ts';
import { lookAt, lookThrough } from '../look.ts';

/** The repository that a series is made from. It is read only, except by `createBranch`. */
export type SourceRepository = {
  /** Of a bare repository the git folder is the top level: git runs there. */
  readonly repository: Repository;
  readonly isBare: boolean;
  /** The object store; linked work trees share one. Absolute. */
  readonly objects: string;
  /** The file that says where a shallow clone ends; null when it is not shallow. */
  readonly shallowFile: string | null;
  /** The root's path from the top level, with `/`; empty when it is the top level. */
  readonly below: string;
};

/** The repository whose work tree holds `root`, or that `root`, a bare one, is. */
export function findSource(
  root: string,
  lookup: RepositoryLookup = findRepository(realpathSync.native(root)),
): SourceRepository | Diagnostic {
  const real = realpathSync.native(root);
  if ('reason' in lookup) return withoutGit(root, lookup.reason);
  const repository = lookup.kind === 'found' ? lookup.repository : bareRepository(real);
  if (repository === null) return withoutGit(root, 'it is neither in a work tree nor in a bare repository');
  const paths = pathsIn(repository);
  if (paths === null) return withoutGit(root, 'the path of its repository contains a line break');
  const [objects, shallow] = paths;
  const isShallow = lookAt(shallow) !== null;
  const ends = lookThrough(shallow);
  if (isShallow && !(ends?.isFile() && ends.size <= LARGEST_SHALLOW)) {
    return withoutGit(root, `${shallow} is not what git writes there`);
  }
  return {
    repository,
    isBare: lookup.kind !== 'found',
    objects,
    shallowFile: isShallow ? shallow : null,
    below: relative(repository.topLevel, real).split(sep).join('/'),
  };
}

/** Bytes; a line for each commit at which a clone ends. */
const LARGEST_SHALLOW = 1 << 26;

/** git is told of it: it is not to be found by accident. */
function bareRepository(folder: string): Repository | null {
  const asked = ['--is-bare-repository', '--show-object-format', '--absolute-git-dir'];
  const result = runGit(folder, [`--git-dir=${folder}`, 'rev-parse', ...asked]);
  if (result.kind !== 'done') return null;
  const [isBare, format, gitDir] = result.output.toString('utf8').split('\n');
  // Inside of a bare repository is not where a tree's root could be.
  if (isBare !== 'true' || gitDir !== folder) return null;
  return { topLevel: folder, gitDir: folder, objectFormat: format === 'sha256' ? 'sha256' : 'sha1', isOwn: true };
}

function pathsIn({ gitDir }: Repository): readonly [string, string] | null {
  const common = commonFolder(gitDir);
  return common === null || common.includes('\n') ? null : [join(common, 'objects'), join(common, 'shallow')];
}

function withoutGit(root: string, reason: string): Diagnostic {
  return diagnostic('series-needs-git', `${root}: ${reason}`, placeOfFile(root));
}
