import { contentAfter } from '../../diff/file-change.ts';
import { searchedByEnvironment } from '../../io/verify/compiler-environment.ts';
import { real } from '../../io/verify/files-read.ts';
import { readScratch, type ScratchTrees } from '../../io/verify/scratch-trees.ts';
import type { Unit } from '../../verify/command/read-command.ts';
import { includeReach, type Reach, type Source } from '../../verify/include-reach.ts';
import type { Configuration } from '../../verify/proof.ts';
import type { ProofRequest } from './proving.ts';

/** A unit in its configuration, and where what it includes begins. */
export type Member = { readonly unit: Unit; readonly configuration: string; readonly source: Source };

export function membersOf(configurations: readonly Configuration[]): readonly Member[] {
  /** Thousands of units have the same options. */
  const known = new Map<Unit['flags'], Omit<Source, 'path'>>();
  const ofFlags = ({ flags }: Unit): Omit<Source, 'path'> => {
    const found = known.get(flags) ?? { included: includedBy(flags), macros: definedBy(flags) };
    known.set(flags, found);
    return found;
  };
  return configurations.flatMap(({ name, units }) =>
    units.map((unit) => ({ unit, configuration: name, source: { path: unit.source, ...ofFlags(unit) } })),
  );
}

/** What the options of a unit include. */
function includedBy(flags: Unit['flags']): readonly string[] {
  return flags.flatMap((flag, at) => {
    const before = flags[at - 1];
    if (before !== '-include' && before !== '-imacros') return [];
    return [typeof flag === 'string' ? flag : flag.path];
  });
}

/** The directories in which units look for what they include. */
function foldersOf(units: readonly Unit[]): readonly string[] {
  const found = new Set<string>();
  for (const { flags, folder } of units) {
    for (const [at, flag] of flags.entries()) {
      const before = flags[at - 1];
      if (typeof flag !== 'string') found.add(flag.path);
      else if (flag.startsWith('-I')) found.add(absolute(folder, flag.slice(2)));
      else if (typeof before === 'string' && SEARCHING.has(before)) found.add(absolute(folder, flag));
      else if (/^-i(quote|system|dirafter)./.test(flag))
        found.add(absolute(folder, flag.replace(/^-i(quote|system|dirafter)/, '')));
    }
    // What a command includes is looked for where the compiler starts.
    found.add(folder);
  }
  return [...found];
}

const SEARCHING: ReadonlySet<string> = new Set(['-iquote', '-isystem', '-idirafter', '-isysroot', '-iprefix']);

function absolute(folder: string, path: string): string {
  return path.startsWith('/') ? path : `${folder}/${path}`;
}

function definedBy(flags: Unit['flags']): readonly string[] {
  return flags.flatMap((flag) => (typeof flag === 'string' && flag.startsWith('-D') ? [flag.slice(2)] : []));
}

/** Which units could read a file, over all states of the tree at once: what a file includes in any of them counts. */
export function reachOver({ patches, root, configurations }: ProofRequest, scratch: ScratchTrees): Reach {
  const units = configurations.flatMap((one) => one.units);
  const starts = [...new Set(units.map(({ folder }) => folder))];
  const later = new Map<string, string[]>();
  for (const change of patches.flatMap(({ changes }) => changes)) {
    const path = `${root}/${change.path}`;
    later.set(path, [...(later.get(path) ?? []), contentAfter(change) ?? '']);
  }
  return includeReach({
    files: [...new Set([...scratch.files, ...later.keys()])],
    links: scratch.links,
    fileLinks: scratch.fileLinks,
    real,
    folders: [...new Set([...foldersOf(units), ...starts.flatMap((start) => searchedByEnvironment(start))])],
    read: (path) => [readScratch(scratch.into('before', path)) ?? '', ...(later.get(path) ?? [])].join('\n'),
  });
}
