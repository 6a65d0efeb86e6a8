import { gitIn, type Repository } from '../git/git.ts';

export type RevisionFile = { readonly id: string; readonly mode: '100644' | '100755' };

export type RevisionListing = {
  /** Regular files by path, sorted by bytes; what links and submodules lead to is not part of a revision. */
  readonly files: ReadonlyMap<string, RevisionFile>;
  /** What is no file: symbolic links and submodules, by path. */
  readonly others: ReadonlyMap<string, 'link' | 'submodule'>;
  /** Files left out because their names are not UTF-8: no manifest could spell them. */
  readonly unusableNames: number;
};

/** What was listed of each repository last, by its full id, which means the same files for ever. */
const listedLast = new WeakMap<Repository, { readonly tree: string; readonly listing: RevisionListing }>();

/**
 * The files below a folder that `tree`, the id of a tree or of a commit, stands for; paths are relative to it. None where
 * it is no folder.
 */
export function listRevision(repository: Repository, tree: string): RevisionListing {
  const last = listedLast.get(repository);
  if (last?.tree === tree) return last.listing;
  const listing = list(repository, tree);
  if (/^[0-9a-f]{40,64}$/.test(tree) && listing.files.size > 0) listedLast.set(repository, { tree, listing });
  return listing;
}

/** As the listing of a whole commit has it; null where it has no such regular file. `path` is from its top. */
export function fileOfCommit(repository: Repository, commit: string, path: string): RevisionFile | null {
  return list(repository, commit, [path]).files.get(path) ?? null;
}

function list(repository: Repository, tree: string, paths: readonly string[] = []): RevisionListing {
  const result = gitIn(repository, ['ls-tree', '-r', '-z', '--full-tree', tree, '--', ...paths]);
  const files = new Map<string, RevisionFile>();
  const others = new Map<string, 'link' | 'submodule'>();
  let unusableNames = 0;
  // Each entry: `100644 blob <id>\t<path>`, in the order of the paths' bytes; 120000 is a link, 160000 a submodule.
  for (const entry of result.kind === 'done' ? result.output.toString('utf8').split('\0') : []) {
    if (entry === '') continue;
    const tab = entry.indexOf('\t');
    const path = entry.slice(tab + 1);
    if (!entry.startsWith('100')) others.set(path, entry.startsWith('12') ? 'link' : 'submodule');
    else if (path.includes('\ufffd')) unusableNames++;
    // Old commits have other modes than the two; git heeds the owner's bit alone.
    else files.set(path, { id: entry.slice(entry.lastIndexOf(' ', tab) + 1, tab), mode: modeOf(entry.slice(0, 6)) });
  }
  return { files, others, unusableNames };
}

function modeOf(mode: string): RevisionFile['mode'] {
  return (Number.parseInt(mode, 8) & 0o100) === 0 ? '100644' : '100755';
}

/**
 * The ids of files in a revision (`HEAD`, the id of a commit) by their paths below its top; what it lacks is left out. Of the
 * commit that was listed last git is not asked again.
 */
export function blobIdsIn(
  repository: Repository,
  revision: string,
  paths: readonly string[],
): ReadonlyMap<string, string> {
  const isListed = listedLast.get(repository)?.tree === revision;
  // git reads names a line each.
  if (isListed || paths.some((path) => path.includes('\n'))) {
    const { files } = listRevision(repository, revision);
    return new Map(paths.flatMap((path) => (files.has(path) ? [[path, files.get(path)?.id ?? ''] as const] : [])));
  }
  const input = paths.map((path) => `${revision}:${Buffer.from(path, 'utf8').toString('latin1')}\n`).join('');
  const listed = gitIn(repository, ['cat-file', '--batch-check'], { input });
  const lines = listed.kind === 'done' ? listed.output.toString('latin1').split('\n') : [];
  return new Map(
    paths.flatMap((path, at) => {
      const id = /^([0-9a-f]+) blob \d+$/.exec(lines[at] ?? '')?.[1];
      return id === undefined ? [] : [[path, id] as const];
    }),
  );
}
