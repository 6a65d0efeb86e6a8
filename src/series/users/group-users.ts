import type { FileChange } from '../../diff/file-change.ts';
import type { UserGrouping } from '../../manifest/series/series-file.ts';
import { type Section, sectionOf } from './maintainers.ts';

/** The users that change in one patch. */
export type UserGroup = {
  /** What the subject begins with; no two groups of a series have the same. */
  readonly title: string;
  /** Sorted by path; never empty. */
  readonly changes: readonly FileChange[];
};

/** A first directory with fewer files does not get a patch of its own. */
const FEWEST_FILES = 3;

/** Of files that have nothing in common. */
const TREEWIDE = 'treewide';

/**
 * The groups in the order of their first files, that of the rest last.
 *
 * @param sections Of the file MAINTAINERS, for the groups by maintainers.
 */
export function groupUsers(
  changes: readonly FileChange[],
  group: UserGrouping,
  sections: readonly Section[],
): readonly UserGroup[] {
  switch (group) {
    case 'one':
      return changes.length === 0 ? [] : [restOf(changes, [])];
    case 'folder':
      return byFolder(changes);
    case 'maintainers':
      return byMaintainers(changes, sections);
  }
}

function byFolder(changes: readonly FileChange[]): readonly UserGroup[] {
  const all = grouped(changes, ({ path }) => (path.includes('/') ? firstFolder(path) : null));
  const large = [...all].filter(([folder, own]) => folder !== null && own.length >= FEWEST_FILES);
  const groups = large.map(([folder, own]) => ({ title: folder ?? '', changes: own }));
  const rest = changes.filter((change) => !groups.some((one) => one.changes.includes(change)));
  return rest.length === 0 ? groups : [...groups, restOf(rest, groups)];
}

/** Sections of the same people go together, so that each of them gets one mail. */
function byMaintainers(changes: readonly FileChange[], sections: readonly Section[]): readonly UserGroup[] {
  const titles = new Map<string, string>();
  const all = grouped(changes, ({ path }) => {
    const section = sectionOf(sections, path);
    if (section === null) return null;
    const key = section.maintainers.length === 0 ? section.title : section.maintainers.join('\n');
    if (!titles.has(key)) titles.set(key, section.title);
    return key;
  });
  const known = [...all].flatMap(([key, own]) => (key === null ? [] : [{ key, own, folder: commonFolder(own) }]));
  const groups = known.map(({ key, own, folder }) => {
    const isOwn = folder !== '' && known.every((other) => other.own === own || other.folder !== folder);
    return { title: isOwn ? folder : (titles.get(key) ?? ''), changes: own };
  });
  const named = groups.map((one, at) => {
    const isTaken = groups.some((other, before) => before < at && other.title === one.title);
    return isTaken ? { ...one, title: `${one.title}, ${one.changes[0]?.path ?? ''}` } : one;
  });
  const rest = all.get(null) ?? [];
  return rest.length === 0 ? named : [...named, restOf(rest, named)];
}

function restOf(changes: readonly FileChange[], groups: readonly UserGroup[]): UserGroup {
  const folder = commonFolder(changes);
  const isOwn = folder !== '' && groups.every(({ title }) => title !== folder);
  return { title: isOwn ? folder : TREEWIDE, changes };
}

/** The directory that holds all of them, without the last slash; of one file, its path without what follows the dot. */
function commonFolder(changes: readonly FileChange[]): string {
  const [first = '', ...others] = changes.map(({ path }) => path);
  if (others.length === 0) return first.includes('/') ? first.replace(/\.[^./]*$/, '') : '';
  const names = first.split('/').slice(0, -1);
  const isShared = (count: number): boolean =>
    others.every((path) => path.startsWith(`${names.slice(0, count).join('/')}/`));
  let count = names.length;
  while (count > 0 && !isShared(count)) count--;
  return names.slice(0, count).join('/');
}

function firstFolder(path: string): string {
  return path.slice(0, path.indexOf('/'));
}

function grouped<Key>(changes: readonly FileChange[], keyOf: (change: FileChange) => Key): Map<Key, FileChange[]> {
  const found = new Map<Key, FileChange[]>();
  for (const change of changes) {
    const key = keyOf(change);
    const own = found.get(key);
    if (own) own.push(change);
    else found.set(key, [change]);
  }
  return found;
}
