import { resolve } from 'node:path';
import { pathInTree } from '../../io/path-in-tree.ts';
import { baseName } from '../../text/file-path.ts';
import type { SeriesOptions } from '../options.ts';

/**
 * The command line that makes the same patches, for the mails: without what concerns the sender alone, and with no path
 * that leads out of the tree. A file from elsewhere goes by its name, and the commit `start`, where the user named it, by its
 * id.
 */
export function recordedCommand(
  { sources, from }: SeriesOptions,
  start: string,
  root: string,
  cwd: string,
): readonly string[] {
  const shown = (path: string): string => {
    const inTree = pathInTree(root, cwd, path);
    return inTree ?? baseName(resolve(cwd, path));
  };
  const named =
    sources.kind === 'file'
      ? ['--file', shown(sources.path)]
      : [
          ...sources.paths.map(shown),
          ...(sources.auditFile === null ? [] : ['--audit-file', shown(sources.auditFile)]),
        ];
  const begun = from === null ? [] : ['--from', start.slice(0, 12)];
  return ['header-split', 'series', ...named, ...begun];
}
