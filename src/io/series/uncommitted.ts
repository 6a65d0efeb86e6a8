import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { readInside } from '../check-path.ts';
import { blobId, gitIn, type Repository } from '../git/git.ts';
import { blobIdsIn } from '../tree/list-revision.ts';
import { obstacleAt } from '../write/write-target.ts';
import { type IndexEntry, indexEntries } from './index-entries.ts';
import { fromTop, type Workbench } from './workbench.ts';

/**
 * A finding for each file below the root, of those that a series touches, whose last commit is not what the work tree
 * or the index holds; a new file of the series that stands in the work tree is one as well. None in a bare repository.
 * No filter program is run: a file that git would have to run one for, to compare it, is a finding of another kind.
 *
 * @param head The id of the last commit; null: it is not known.
 */
export function uncommittedChanges(
  bench: Workbench,
  paths: readonly string[],
  head: string | null = null,
): readonly Diagnostic[] {
  const { source } = bench;
  if (source.isBare || paths.length === 0) return [];
  const { repository } = source;
  const wanted = new Map(paths.map((path) => [fromTop(bench, path), path]));
  const names = [...wanted.keys()];
  const stored = head === null ? blobIdsIn(repository, 'HEAD', names) : blobIdsIn(bench.repository, head, names);
  const index = indexEntries(repository, names);
  const unlike: string[] = [];
  const changed = new Set<string>();
  for (const path of wanted.keys()) {
    const state = stateOf(repository, path, stored.get(path) ?? null, index?.get(path) ?? null, index !== null);
    if (state === 'changed') changed.add(path);
    if (state === 'other-bytes') unlike.push(path);
  }
  const filters = filtersOf(repository, unlike);
  const converted = unlike.filter((path) => filters?.get(path) === null);
  const ids = idsByGit(repository, converted);
  return [...wanted].flatMap(([one, path]): Diagnostic[] => {
    const filter = filters?.get(one) ?? null;
    if (filter !== null) return [filtered(path, filter)];
    const isSame = !changed.has(one) && (!unlike.includes(one) || ids.get(one) === stored.get(one));
    if (isSame) return [];
    const how = stored.has(one) ? 'differs from the last commit' : 'is not in the last commit';
    return [diagnostic('uncommitted-change', `${path} ${how}`, placeOfFile(path))];
  });
}

/** `other-bytes`: git may convert line ends or encodings, or have a filter for the file. */
type State = 'same' | 'changed' | 'other-bytes';

function stateOf(
  { topLevel, objectFormat }: Repository,
  path: string,
  stored: string | null,
  entry: IndexEntry | null,
  hasIndex: boolean,
): State {
  if (hasIndex && (entry?.id ?? null) !== stored) return 'changed';
  // git does not look at such a file either; in a sparse work tree it is not there.
  if (entry !== null && !entry.isWatched) return 'same';
  if (obstacleAt(topLevel, path) !== null) return 'changed';
  const standing = readInside(topLevel, path);
  if (standing.kind === 'problem') return standing.problem === 'missing' && stored === null ? 'same' : 'changed';
  if (stored === null) return 'changed';
  return blobId(standing.text, objectFormat) === stored ? 'same' : 'other-bytes';
}

/** The name of the filter that attributes give each file; null: none. Null for all when git cannot tell. */
function filtersOf(repository: Repository, paths: readonly string[]): ReadonlyMap<string, string | null> | null {
  if (paths.length === 0) return new Map();
  const input = Buffer.from(paths.map((path) => `${path}\0`).join(''), 'utf8').toString('latin1');
  const result = gitIn(repository, ['check-attr', '-z', '--stdin', 'filter'], { input });
  if (result.kind !== 'done') return null;
  // Each entry: `<path>\0filter\0<value>\0`.
  const values = result.output.toString('utf8').split('\0');
  return new Map(
    paths.map((path, at) => {
      const value = values[at * 3 + 2] ?? '';
      return [path, ['unspecified', 'unset', 'set'].includes(value) ? null : value] as const;
    }),
  );
}

/** The ids that git would store regular files under which no filter is for: line ends and encodings are converted. */
function idsByGit(repository: Repository, paths: readonly string[]): ReadonlyMap<string, string | undefined> {
  // git reads names a line each.
  const [odd, plain] = [paths.filter(hasLineBreak), paths.filter((path) => !hasLineBreak(path))];
  const input = Buffer.from(plain.map((path) => `${path}\n`).join(''), 'utf8').toString('latin1');
  const ids = plain.length > 0 ? hashesOf(repository, ['--stdin-paths'], input) : [];
  return new Map([
    ...plain.map((path, at) => [path, ids[at]] as const),
    ...odd.map((path) => [path, hashesOf(repository, ['--', path], '')[0]] as const),
  ]);
}

function hasLineBreak(path: string): boolean {
  return path.includes('\n');
}

function hashesOf(repository: Repository, asked: readonly string[], input: string): readonly string[] {
  const hashed = gitIn(repository, ['hash-object', ...asked], { input });
  return hashed.kind === 'done' ? hashed.output.toString('latin1').split('\n') : [];
}

function filtered(path: string, filter: string): Diagnostic {
  const message = `${path} goes through the filter '${filter}' of git's attributes, a program that is not run`;
  return diagnostic('filter-not-run', message, placeOfFile(path));
}
