import { folderOf } from '../../text/file-path.ts';
import { normalPath } from './include-graph.ts';

/**
 * Whether `path` in an include directive of `from` means `file`: as a sibling, or as the end of the file's own path. A
 * name alone means a sibling first, so it is the end of a path only where the two lie in different folders.
 */
export function meansFile(from: string, path: string, file: string): boolean {
  const folder = folderOf(from);
  const isElsewhere = folderOf(file) !== folder;
  return (
    normalPath(folder + path) === file ||
    file === path ||
    ((isElsewhere || path.includes('/')) && file.endsWith(`/${path}`))
  );
}
