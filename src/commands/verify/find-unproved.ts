import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileChange } from '../../diff/file-change.ts';
import { preprocessUnit } from '../../io/verify/compile-unit.ts';
import { readScratch } from '../../io/verify/scratch-trees.ts';
import { absoluteIn, baseName } from '../../text/file-path.ts';
import { type Place, placeOf, placeOfFile } from '../../text/place.ts';
import type { Tree } from '../../text/tree.ts';
import type { Unit } from '../../verify/command/read-command.ts';
import { addSeenLines } from '../../verify/seen-lines.ts';
import { unseenBranchesOf } from '../../verify/unseen-declarations.ts';
import { isWhole } from './building.ts';
import { belowRoot, type Proving } from './proving.ts';
import { someOf } from './some-of.ts';

/** What the patches of a proof leave unproved, whatever the compiler said of the units. */
export async function findUnproved(proving: Proving, tree: Tree): Promise<readonly Diagnostic[]> {
  return [
    ...sourcesMissing(proving),
    ...usersUnproved(proving, tree),
    ...(await declarationsUnproved(proving)),
    ...generatedUnproved(proving),
    ...generatedUnknown(proving),
  ];
}

/** Entries of databases whose source neither the tree nor a build directory has, before or after any patch. */
function sourcesMissing({ request, scratch }: Proving): readonly Diagnostic[] {
  if (request.buildFolders.length === 0) return [];
  const files = new Set(scratch.files);
  return request.configurations.flatMap(({ name, units }) => {
    const missing = units
      .filter(({ source }) => !files.has(source))
      .map(({ source }) => belowRoot(request.root, source));
    if (missing.length === 0) return [];
    const what = missing.length === 1 ? '1 source' : `${missing.length} sources`;
    return [diagnostic('source-missing', `${what} of ${name} cannot be found: ${someOf(missing)}`, placeOfFile(name))];
  });
}

/** The headers that a patch splits, below the root: those that change while others are made beside them. */
function splitHeaders({ request }: Proving): readonly string[] {
  const found = request.patches.flatMap(({ kind, headers, changes }) => {
    if (kind === 'assertions') return [];
    if (headers.length > 0) return headers;
    const makes = changes.some((one) => one.kind === 'create' && isHeader(one.path));
    return makes ? changes.filter((one) => one.kind === 'modify' && isHeader(one.path)).map(({ path }) => path) : [];
  });
  return [...new Set(found)];
}

function isHeader(path: string): boolean {
  return /\.(h|hh|hpp|hxx|inc)$/.test(path);
}

/** The most files that are named one by one. */
const MOST_NAMED = 10;

/** Files that include a header and that no compiled unit read. */
function usersUnproved(proving: Proving, tree: Tree): readonly Diagnostic[] {
  const { request, runner } = proving;
  const headers = splitHeaders(proving);
  if (headers.length === 0) return [];
  const queries = headers.map((header) => ({ words: [baseName(header)], within: (path: string) => C.test(path) }));
  const named = tree.search(queries);
  return headers.flatMap((header, at) => {
    const users = [...(named[at]?.keys() ?? [])].filter(
      (path) => path !== header && !runner.read.has(`${request.root}/${path}`),
    );
    const places = users.flatMap((path) => includePlace(path, header, tree) ?? []);
    const [first, ...others] = places;
    if (first === undefined) return [];
    const message = `${header} is included by ${places.length === 1 ? '1 file' : `${places.length} files`} that no unit compiles`;
    return [diagnostic('users-unproved', message, first, ...others.slice(0, MOST_NAMED).map((place) => ({ place })))];
  });
}

const C = /\.(c|h|cc|cpp|cxx|hh|hpp|hxx|inc|m|mm|S)$/;

function includePlace(path: string, header: string, tree: Tree): Place | null {
  const text = tree.read(path);
  for (const found of (text ?? '').matchAll(/^[ \t]*#[ \t]*include[ \t]*["<]([^">\n]+)[">]/gm)) {
    const spelt = (found[1] ?? '').replace(/^(\.\.?\/)+/, '');
    if (text === null || !`/${header}`.endsWith(`/${spelt}`)) continue;
    return placeOf({ path, text }, { start: found.index, end: found.index + found[0].length });
  }
  return null;
}

/** Units of a configuration that are looked at for what a condition hides; those with other flags come first. */
const MOST_LOOKED_AT = 24;
/** So many of them that show nothing new one after the other end the search, where the flags are alike. */
const MOST_IN_VAIN = 4;

/** Declarations of the files that the patches write, behind conditions that no unit met. */
async function declarationsUnproved(proving: Proving): Promise<readonly Diagnostic[]> {
  const { request, scratch, standing, compilation } = proving;
  const written = new Set(
    request.patches
      .filter(({ kind }) => kind !== 'assertions')
      .flatMap(({ changes }) =>
        changes.filter((one) => one.kind !== 'delete' && isHeader(one.path)).map(({ path }) => path),
      ),
  );
  const sources = [...written].flatMap((path) => {
    const text = readScratch(scratch.into('before', `${request.root}/${path}`));
    return text === null || !/^[ \t]*#[ \t]*if/m.test(text)
      ? []
      : [{ path, text, unseenAfter: unseenBranchesOf({ path, text }) }];
  });
  const seen = new Map<string, Set<number>>();
  const unseen = () =>
    sources.flatMap((source) =>
      source.unseenAfter(seen.get(`${request.root}/${source.path}`) ?? new Set()).map((branch) => ({ source, branch })),
    );
  const asked = wordsOfConditions(sources.map(({ text }) => text));
  const compiled = [...standing].filter(([, one]) => one.kind === 'compiled');
  for (const { units } of request.configurations) {
    const own = new Set(units);
    const { fresh, rest } = byOtherFlags(
      compiled.flatMap(([unit]) => (own.has(unit) ? [unit] : [])),
      asked,
    );
    let found = unseen();
    let inVain = 0;
    for (const [at, unit] of [...fresh, ...rest].slice(0, MOST_LOOKED_AT).entries()) {
      const left = new Set(found.map(({ source }) => `${request.root}/${source.path}`));
      if (left.size === 0) return [];
      if (at >= fresh.length && inVain >= MOST_IN_VAIN) break;
      const result = standing.get(unit);
      if (result?.kind !== 'compiled' || !result.files.some((path) => left.has(path))) continue;
      const text = await preprocessUnit({ unit, side: 'before', further: [] }, compilation, ['-dD']);
      const named = (path: string): string => scratch.outOf(absoluteIn(scratch.into('before', unit.folder), path));
      if (text !== null) addSeenLines(text, named, seen);
      const now = unseen();
      inVain = now.length === found.length ? inVain + 1 : 0;
      found = now;
    }
  }
  // A file that nothing read is told as such.
  return unseen().flatMap(({ source, branch }) => {
    if (!seen.has(`${request.root}/${source.path}`)) return [];
    const count = branch.declarations === 1 ? '1 declaration' : `${branch.declarations} declarations`;
    const message = `no configuration compiled ${count} of ${source.path} behind this condition`;
    return [diagnostic('declaration-unproved', message, placeOf(source, branch.directive))];
  });
}

/** The words that the conditions of some texts have, of which macros of a command line can decide. */
function wordsOfConditions(texts: readonly string[]): ReadonlySet<string> {
  const lines = texts.flatMap((text) => text.match(/^[ \t]*#[ \t]*(?:el)?if(?:.*\\\r?\n)*.*/gm) ?? []);
  return new Set(lines.flatMap((line) => line.match(/\w+/g) ?? []));
}

/** `fresh`: the first unit of each set of flags. A macro that no condition names, such as the unit's own name, is no difference. */
function byOtherFlags(
  units: readonly Unit[],
  asked: ReadonlySet<string>,
): { readonly fresh: readonly Unit[]; readonly rest: readonly Unit[] } {
  const seen = new Set<string>();
  const fresh: Unit[] = [];
  const rest: Unit[] = [];
  for (const unit of units) {
    const flags = unit.flags.filter((flag) => {
      const name = typeof flag === 'string' ? /^-[DU](\w+)/.exec(flag)?.[1] : undefined;
      return name === undefined || asked.has(name);
    });
    const key = JSON.stringify([flags, unit.language]);
    (seen.has(key) ? rest : fresh).push(unit);
    seen.add(key);
  }
  return { fresh, rest };
}

/** What a generator makes of a changed file, as far as units read or compile it: the old output was compiled. */
function generatedUnproved({ request, scratch, standing, stale, generated }: Proving): readonly Diagnostic[] {
  const changed = new Set(request.patches.flatMap(({ changes }) => changes.map(({ path }) => path)));
  return [...changed].flatMap((shown) => {
    const of: FileChange = { kind: 'delete', path: shown, mode: '', before: '' };
    const outputs = generated.outputsOf([of]).filter(({ path }) => stale.has(path));
    const paths = new Set(outputs.map(({ path }) => path));
    const readers = [...standing].filter(
      ([, one]) => one.kind === 'compiled' && one.files.some((path) => paths.has(path)),
    );
    if (readers.length === 0) return [];
    const read = new Set(readers.flatMap(([, one]) => (one.kind === 'compiled' ? one.files : [])));
    const used = outputs.filter(({ path }) => read.has(path)).map(({ target }) => target);
    const units = readers.map(([{ source }]) => belowRoot(request.root, source));
    const text = readScratch(scratch.into('before', `${request.root}/${shown}`)) ?? '';
    const message = `${someOf(used)} ${used.length === 1 ? 'is' : 'are'} made from ${shown}, and ${used.length === 1 ? 'was' : 'were'} compiled as before the patches: nothing is proved of ${someOf(units)}`;
    return [diagnostic('generated-unproved', message, placeOf({ path: shown, text }, { start: 0, end: 0 }))];
  });
}

/** Files that units read and that nobody wrote, where no build file says what they are made of. */
function generatedUnknown({ request, runner, generated }: Proving): readonly Diagnostic[] {
  if (request.build !== null && isWhole(request.build)) return [];
  const changed = new Set(
    request.patches.flatMap(({ changes }) => changes.map(({ path }) => `${request.root}/${path}`)),
  );
  const read = generated.unknown.filter((path) => runner.read.has(path) && !changed.has(path));
  const [first] = read;
  if (first === undefined) return [];
  const files = read.length === 1 ? 'a file that units read is' : `${read.length} files that units read are`;
  const them = read.length === 1 ? 'it' : 'them';
  const message = `${files} not tracked by git, and no build file says what it makes ${them} of: ${someOf(read.map((path) => belowRoot(request.root, path)))}; compiled as before the patches`;
  return [diagnostic('generated-unknown', message, placeOfFile(belowRoot(request.root, first)))];
}
