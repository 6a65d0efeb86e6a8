import type { Header } from '../../model/header.ts';
import { folderOf } from '../../text/file-path.ts';
import { functionNames } from '../placement.ts';
import type { DefiningFiles } from './defining-files.ts';

/** More files than this in one folder become one glob. */
const FILES_BY_NAME = 3;

export type DefinitionGlobs = {
  /** For `definitions`; what a glob would take with it is excluded behind it. */
  readonly globs: readonly string[];
  /** Files besides that define again what others define: stubs, or another system's variants. */
  readonly others: readonly string[];
};

/**
 * A short list of files and globs that covers where functions are defined. Where a function has several definitions, the
 * one beside a header counts, and one in a file for tests counts last; else that of the file which defines most of the
 * functions. A file of which nothing is left stays out, and so does one for tests that defines again what others define.
 */
export function definitionGlobs(defined: DefiningFiles, headers: readonly string[]): DefinitionGlobs {
  const beside = new Set(headers.map(folderOf));
  const rankOf = (file: string): number => (beside.has(folderOf(file)) ? 0 : isStandIn(file) ? 2 : 1);
  const covered = new Set<string>();
  // The files come with those that define most first, and sorting keeps that order.
  const files = [...defined].sort(([a], [b]) => rankOf(a) - rankOf(b));
  const needed = files.filter(([file, functions]) => {
    const isNew = (name: string): boolean => !covered.has(name);
    const isNeeded = rankOf(file) === 2 ? [...functions].every(isNew) : [...functions].some(isNew);
    for (const name of isNeeded ? functions : []) covered.add(name);
    return isNeeded;
  });
  const others = files.filter((one) => !needed.includes(one)).map(([file]) => file);
  const globs = asGlobs(
    needed.map(([file]) => file),
    others,
  );
  return { globs, others: others.filter((file) => !globs.includes(`!${file}`)).sort() };
}

/** Words of a path that tell of definitions which stand in for the real ones. */
const STAND_IN = /(?:^|[^a-z])(?:stub|test|mock|fake|dummy|fuzz|fuzzer|unittest)s?(?:[^a-z]|$)/i;

function isStandIn(file: string): boolean {
  return STAND_IN.test(file);
}

/** The functions that are defined elsewhere than in the headers themselves. */
export function functionsToDefine(headers: readonly Pick<Header, 'items'>[]): ReadonlySet<string> {
  const items = headers.flatMap((header) => header.items);
  const inline = new Set(
    items.flatMap((item) =>
      item.content.kind === 'declaration' && item.content.declaration.body ? functionNames(item) : [],
    ),
  );
  return new Set(items.flatMap(functionNames).filter((name) => !inline.has(name)));
}

function asGlobs(files: readonly string[], others: readonly string[]): readonly string[] {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const folder = folderOf(file);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  const isGlob = ([folder, inside]: [string, readonly string[]]): boolean =>
    folder !== '' && inside.length > FILES_BY_NAME;
  const globbed = new Set([...folders].filter(isGlob).map(([folder]) => folder));
  const excluded = others.filter((file) => globbed.has(folderOf(file))).map((file) => `!${file}`);
  const globs = [...folders].flatMap(([folder, inside]) => (globbed.has(folder) ? [`${folder}*.c`] : inside));
  return [...globs.sort(), ...excluded.sort()];
}
