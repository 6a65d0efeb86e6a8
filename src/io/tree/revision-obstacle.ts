import { BELOW_FILE, IS_FOLDER, IS_LINK, spellingRefusal, THROUGH_LINK } from '../write/write-target.ts';
import type { RevisionListing } from './list-revision.ts';

/**
 * What keeps a file from being made at a path of a revision, in words that follow the path: as `obstacleAt` says of a
 * folder on disk. git itself would put the file there and drop what stands in its way.
 */
export function revisionObstacles({ files, others }: RevisionListing): (path: string) => string | null {
  let folders: ReadonlySet<string> | null = null;
  let asked = 0;
  const all = (): Iterable<string> => [...files.keys(), ...others.keys()];
  const isFolder = (path: string): boolean => {
    if (folders === null && ++asked <= FEW_PATHS) return leadsToAny(path, all());
    folders ??= new Set([...all()].flatMap(foldersOf));
    return folders.has(path);
  };
  return (path) => {
    const reason = spellingRefusal(path);
    if (reason !== null) return reason;
    for (const folder of foldersOf(path)) {
      if (files.has(folder)) return BELOW_FILE;
      const other = others.get(folder);
      if (other !== undefined) return other === 'link' ? THROUGH_LINK : 'is in a submodule';
    }
    const other = others.get(path);
    if (other !== undefined) return other === 'link' ? IS_LINK : 'is a submodule';
    return !files.has(path) && isFolder(path) ? IS_FOLDER : null;
  };
}

/** For so few paths the list is gone through sooner than the folders of all files are told apart. */
const FEW_PATHS = 16;

function leadsToAny(path: string, paths: Iterable<string>): boolean {
  const start = `${path}/`;
  for (const one of paths) if (one.startsWith(start)) return true;
  return false;
}

/** The folders that lead to a path, the outermost first. */
function foldersOf(path: string): readonly string[] {
  const names = path.split('/');
  return names.slice(1).map((_, at) => names.slice(0, at + 1).join('/'));
}
