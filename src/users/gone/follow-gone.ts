import { type Diagnostic, diagnostic, stopsTheRun, withNext } from '../../diagnostics/diagnostic.ts';
import { changeOf, contentAfter } from '../../diff/file-change.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { baseName, folderOf } from '../../text/file-path.ts';
import { overlayTree } from '../../text/overlay-tree.ts';
import { type Place, placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import { span } from '../../text/span.ts';
import type { Tree } from '../../text/tree.ts';
import { asksForUsers } from '../asks-for-users.ts';
import { usersMemory } from '../plan-users.ts';
import { movedHeader, type UsersOptions, type UsersOutcome, usersOfManifests } from '../users-of-manifests.ts';
import { writeRewrite } from '../write-rewrite.ts';
import { dropRepeated } from './drop-repeated.ts';
import { type GoneInclude, type GoneIncludes, includesOfGone } from './gone-includes.ts';

/**
 * The includes of users after an edit of the manifests. Who included a part file that is gone gets the parts that it needs
 * in its place, as if it had included the header; what the manifests keep the tool from changing stops the run.
 *
 * @param before The tree from before the edit, with the names where they were.
 */
export function usersAfterEdit(
  before: Tree,
  after: Tree,
  manifests: readonly Manifest[],
  options: Omit<UsersOptions, 'lost'> = {},
): UsersOutcome {
  const lost = { kind: 'follow', before } as const;
  const gone = [...new Set([...deleted(before, after), ...partFilesLacking(after, manifests)])];
  const readers = readersOf(after, gone, manifests);
  if (readers.found.length === 0) return usersOfManifests(after, manifests, { ...options, lost });
  const owners = new Map(gone.map((path) => [path, ownerOf(before, path, manifests)]));
  const stuck = readers.found.filter((one) => !mayReplace(after, one, owners.get(one.gone) ?? null));
  if (stuck.length > 0) {
    const findings = stuck.map((one) => stillIncluded(after, one, headerFor(after, owners.get(one.gone) ?? null)));
    return { changes: [], findings, plan: null };
  }
  const widened = widenIncludes(after, readers, owners);
  const outcome = usersOfManifests(overlayTree(after, widened), manifests, {
    ...options,
    lost,
    widened: widenedByHeader(readers.found, owners),
  });
  const planned = new Map(outcome.changes.map((change) => [change.path, contentAfter(change)]));
  const memory = usersMemory();
  const changes = [...new Map([...widened, ...planned])].flatMap(([path, text]) => {
    const isOwn = text !== null && widened.has(path);
    return changeOf(
      after,
      path,
      isOwn ? dropRepeated(path, after.read(path) ?? '', text, readers.resolve, memory) : text,
    );
  });
  const replaced = readers.found.map((one) => replacedNote(after, one));
  const findings = [...replaced, ...outcome.findings];
  return {
    ...outcome,
    changes: stopsTheRun(findings) ? [] : changes.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    findings,
  };
}

/** The includes of part files that the manifests name and do not make, in a tree that is split by them: each an error. */
export function tellGone(tree: Tree, manifests: readonly Manifest[]): readonly Diagnostic[] {
  const { found } = readersOf(tree, partFilesLacking(tree, manifests), manifests);
  return found.map((one) => {
    const owner = ownerOf(tree, one.gone, manifests);
    const finding = stillIncluded(tree, one, headerFor(tree, owner));
    return mayReplace(tree, one, owner)
      ? withNext(finding, 'Run `regenerate`, which includes what the file needs.')
      : finding;
  });
}

function deleted(before: Tree, after: Tree): readonly string[] {
  const files = new Set(after.files());
  return before.files().filter((path) => !files.has(path));
}

/** Of parts that have nothing. */
function partFilesLacking(tree: Tree, manifests: readonly Manifest[]): readonly string[] {
  return manifests.flatMap(({ parts }) => parts.map(({ file }) => file)).filter((file) => tree.read(file) === null);
}

function readersOf(tree: Tree, gone: readonly string[], manifests: readonly Manifest[]): GoneIncludes {
  if (gone.length === 0) return { found: [], resolve: () => [] };
  const dirs = manifests.flatMap(({ includeDirs }) => includeDirs ?? []);
  return includesOfGone(tree, gone, dirs, usersMemory());
}

/** The manifest that makes or made a part file. */
function ownerOf(before: Tree, path: string, manifests: readonly Manifest[]): Manifest | null {
  const names = (manifest: Manifest): boolean => manifest.parts.some(({ file }) => file === path);
  const includes = ({ header }: Manifest): boolean => (before.read(header.value) ?? '').includes(baseName(path));
  return manifests.find(names) ?? manifests.find(includes) ?? (manifests.length === 1 ? (manifests[0] ?? null) : null);
}

/** The header in whose place its parts stand; null where it is gone itself. */
function headerFor(tree: Tree, owner: Manifest | null): string | null {
  const path = owner?.header.value ?? null;
  return path === null || tree.read(path) === null || owner?.wrapper.remove !== null ? null : path;
}

function mayReplace(tree: Tree, { file, line }: GoneInclude, owner: Manifest | null): boolean {
  if (line === null || !line.isPlain || owner === null || !asksForUsers(owner)) return false;
  const moved = movedHeader(tree, owner);
  const isSplitFile = file === moved.path || moved.destinations.includes(file);
  return tree.read(moved.path) !== null && !isSplitFile && moved.mayChange(file) && !moved.keep.has(file);
}

/** Each include of a file that is gone as one of its header: file -> text. */
function widenIncludes(
  tree: Tree,
  { found, resolve }: GoneIncludes,
  owners: ReadonlyMap<string, Manifest | null>,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const file of new Set(found.map((one) => one.file))) {
    const rewrites = found.flatMap(({ file: own, line, gone }) => {
      const header = owners.get(gone)?.header.value ?? '';
      return own !== file || line === null ? [] : [{ line, instead: [spelt(file, line, header)], behind: [] }];
    });
    texts.set(file, writeRewrite(tree.read(file) ?? '', rewrites));
  }
  return texts;

  function spelt(file: string, { form, path }: NonNullable<GoneInclude['line']>, header: string): string {
    const like = { form, path: folderOf(path) + baseName(header) };
    const candidates = [like, { form: 'quote' as const, path: header }];
    const [first = like] = candidates.filter((one) => resolve(file, one).join('\n') === header);
    return first.form === 'angle' ? `<${first.path}>` : `"${first.path}"`;
  }
}

function widenedByHeader(
  found: GoneIncludes['found'],
  owners: ReadonlyMap<string, Manifest | null>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const widened = new Map<string, Set<string>>();
  for (const { file, gone } of found) {
    const header = owners.get(gone)?.header.value ?? '';
    widened.set(header, (widened.get(header) ?? new Set()).add(file));
  }
  return widened;
}

function placeOfReader(tree: Tree, { file, gone, line }: GoneInclude): Place {
  const text = tree.read(file) ?? '';
  const base = baseName(gone);
  const at = Math.max(0, text.indexOf(base));
  return placeOf({ path: file, text }, line?.operand ?? span(at, at + base.length));
}

function replacedNote(tree: Tree, one: GoneInclude): Diagnostic {
  const message = `${one.file} included ${one.gone}, which has nothing left, and includes what it needs in its place`;
  return diagnostic('user-include-replaced', displayText(message), placeOfReader(tree, one));
}

function stillIncluded(tree: Tree, one: GoneInclude, header: string | null): Diagnostic {
  const how = one.line === null ? 'names' : 'includes';
  const message = `${one.file} ${how} ${one.gone}, which the manifest no longer makes`;
  const instead = header === null ? 'the part files that it needs' : `${header}, or the part files that it needs,`;
  return withNext(
    diagnostic('part-file-still-included', displayText(message), placeOfReader(tree, one)),
    `Include ${instead} there in its place, then run the command again.`,
  );
}
