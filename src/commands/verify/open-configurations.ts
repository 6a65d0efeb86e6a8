import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import { type BuildFolder, openBuildFolder } from '../../io/verify/build-folder.ts';
import { digest } from '../../io/verify/compile-unit.ts';
import { commandWorld } from '../../io/verify/machine.ts';
import { isBelow } from '../../io/verify/scratch-trees.ts';
import { type Place, placeOfFile } from '../../text/place.ts';
import { parseDatabase, type RecordedCommand, refusedCommand } from '../../verify/command/compile-database.ts';
import type { Flag } from '../../verify/command/flags.ts';
import { type CommandWorld, readCommand, type Unit } from '../../verify/command/read-command.ts';
import { splitWords } from '../../verify/command/split-words.ts';
import type { Configuration } from '../../verify/proof.ts';
import { someOf } from './some-of.ts';

export type Configurations = {
  readonly configurations: readonly Configuration[];
  /** Real, absolute. */
  readonly buildFolders: readonly string[];
  readonly findings: readonly Diagnostic[];
};

export type ConfigurationOptions = {
  /** What `-p` names, each a configuration. */
  readonly databases: readonly string[];
  /** A command line for every source; null: there are databases. */
  readonly cc: string | null;
  /** Names and paths of compilers that do not look like one. */
  readonly allowed: readonly string[];
};

/** Reads the databases, or makes a configuration of a command line and the tree's `sources` (below the root). */
export function openConfigurations(
  { databases, cc, allowed }: ConfigurationOptions,
  tree: { readonly root: string; readonly sources: readonly string[] },
  cwd: string,
): Configurations {
  const opened = databases.map((spelt) => ({ spelt, folder: openBuildFolder(cwd, spelt) }));
  const findings = opened.flatMap(({ folder }) => ('code' in folder ? [folder] : []));
  const folders = opened.flatMap(({ spelt, folder }) => ('code' in folder ? [] : [{ spelt, ...folder }]));
  const buildFolders = [...new Set(folders.map(({ folder }) => folder))];
  const world = commandWorld([tree.root, ...buildFolders], allowed);
  const configurations: Configuration[] = [];
  for (const folder of folders) {
    const read = ofDatabase(folder, tree.root, world);
    configurations.push({ name: folder.spelt, units: read.units });
    findings.push(...read.findings);
  }
  if (cc !== null) {
    const read = ofCommandLine(cc, tree, world);
    configurations.push({ name: cc, units: read.units });
    findings.push(...read.findings);
  }
  return { configurations, buildFolders, findings };
}

type Read = { readonly units: readonly Unit[]; readonly findings: readonly Diagnostic[] };

function ofDatabase(
  { spelt, database }: BuildFolder & { readonly spelt: string },
  root: string,
  world: CommandWorld,
): Read {
  const { commands, findings } = parseDatabase(database);
  const sources = commands.map(({ directory, file }) => world.paths.real(world.paths.real('/', directory), file));
  const [first] = sources;
  if (first === undefined || sources.some((source) => isBelow(root, source)))
    return unitsOf(commands, [...findings], world);
  const none = sources.length === 1 ? 'its source does not lie' : `none of its ${sources.length} sources lies`;
  const message = `${spelt} is of another tree: ${none} in ${root}; the first is ${first}`;
  return { units: [], findings: [diagnostic('database-elsewhere', message, placeOfFile(database.path))] };
}

/** Units that a build compiles twice alike, such as for two libraries, count once. */
function unitsOf(commands: readonly RecordedCommand[], findings: Diagnostic[], world: CommandWorld): Read {
  const units = new Map<string, Unit>();
  /** By digests: a database has up to 100 MB, and thousands of units have the same options. */
  const sameFlags = new Map<string, readonly Flag[]>();
  const others: { readonly file: string; readonly place: Place }[] = [];
  for (const { directory, file, words, place } of commands) {
    const folder = world.paths.real('/', directory);
    const read = readCommand({ file, folder, words }, world);
    if (read.kind === 'unit') {
      const spelt = digest(JSON.stringify(read.unit.flags));
      const flags = sameFlags.get(spelt) ?? read.unit.flags;
      sameFlags.set(spelt, flags);
      const unit = { ...read.unit, flags };
      units.set([unit.source, unit.folder, unit.compiler, unit.language, spelt].join('\0'), unit);
    } else if (read.kind === 'refused') findings.push(refusedCommand(file, `${read.word}: ${read.reason}`, place));
    else others.push({ file, place });
  }
  const [first] = others;
  if (first !== undefined) {
    const what = others.length === 1 ? '1 entry is' : `${others.length} entries are`;
    const message = `${what} of no language that verify compiles: ${someOf(others.map(({ file }) => file))}`;
    findings.push(diagnostic('source-unknown', message, first.place));
  }
  return { units: [...units.values()], findings };
}

function ofCommandLine(
  cc: string,
  { root, sources }: { root: string; sources: readonly string[] },
  world: CommandWorld,
): Read {
  const split = splitWords(cc);
  const place = placeOfFile('.');
  if (split.kind === 'refused') return { units: [], findings: [unusable(`--cc has ${split.reason}`)] };
  const commands = sources.map((file) => ({ directory: root, file, words: [...split.words, file], place }));
  const read = unitsOf(commands, [], world);
  const [first] = read.findings;
  if (first === undefined || read.units.length > 0) return read;
  return {
    units: [],
    findings: [unusable(`--cc cannot be used: ${first.message.replace(/^.*? is not compiled: /, '')}`)],
  };
}

function unusable(message: string): Diagnostic {
  const finding = diagnostic('database-unusable', message, placeOfFile('.'));
  return withNext(finding, 'Give a compiler with its options, such as `--cc "gcc -Iinclude -O2"`.');
}
