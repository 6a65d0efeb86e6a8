import { folderOf } from '../../text/file-path.ts';
import { normalPath } from './include-graph.ts';

/** The files that the operand `path` of an include directive in `from` means, in their order. */
export type FilesMeant = (from: string, path: string) => readonly string[];

/**
 * Looks includes up among files that may not exist. An include means a file as a sibling, or by the end of the file's own
 * path. A name alone means a sibling first, so it is the end of a path only where the two lie in different folders.
 */
export function filesMeantAmong(files: Iterable<string>): FilesMeant {
  const order = new Map<string, number>();
  const byEnd = new Map<string, string[]>();
  for (const file of files) {
    if (order.has(file)) continue;
    order.set(file, order.size);
    for (let at = file.indexOf('/'); at >= 0; at = file.indexOf('/', at + 1)) {
      const end = file.slice(at + 1);
      const known = byEnd.get(end);
      if (known) known.push(file);
      else byEnd.set(end, [file]);
    }
  }
  const answers = new Map<string, readonly string[]>();
  return (from, path) => {
    const folder = folderOf(from);
    const question = `${folder}\0${path}`;
    const known = answers.get(question);
    if (known) return known;
    const ending = byEnd.get(path) ?? [];
    const byPath = path.includes('/') ? ending : ending.filter((file) => folderOf(file) !== folder);
    const exact = [normalPath(folder + path) ?? path, path].filter((file) => order.has(file));
    const meant = [...new Set([...exact, ...byPath])].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    answers.set(question, meant);
    return meant;
  };
}
