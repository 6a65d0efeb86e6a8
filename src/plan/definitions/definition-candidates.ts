import type { Manifest } from '../../manifest/manifest.ts';
import { identifiersOf } from '../../model/bodies/body-assertions.ts';
import { mayDefine } from '../../model/bodies/definition-heads.ts';
import { type Definition, findDefinitions, type UnreadableDefinition } from '../../model/bodies/definitions.ts';
import type { Annotations } from '../../parse/declarations/annotations.ts';
import { type Place, placeOf } from '../../text/place.ts';
import type { FilesNaming, Tree } from '../../text/tree.ts';
import { type AssertionTarget, asserts } from './assertion-target.ts';
import { definitionFiles } from './searched-files.ts';

/** What one file defines of the functions looked for in it. */
export type FileRead = {
  readonly file: string;
  readonly found: readonly { readonly definition: Definition; readonly place: Place }[];
  readonly unreadable: readonly { readonly at: UnreadableDefinition; readonly place: Place }[];
};

/** `among`: the functions that are wanted of some file. */
export type DefinitionReader = (
  file: string,
  text: string,
  wanted: ReadonlySet<string>,
  among: ReadonlySet<string>,
) => FileRead;

/**
 * Reads the files that may define a function of the header or of the manifest's `functions`: found by content first,
 * then parsed where something that looks like a definition's head stands. Functions without assertion are looked for
 * only in files that hold the words of one, which they may have to lose. `known` says which files name at least the
 * targets, where a search has found that out already.
 */
export function readCandidates(
  tree: Tree,
  manifest: Manifest,
  targets: readonly AssertionTarget[],
  known: FilesNaming | null,
  read: DefinitionReader,
): readonly FileRead[] {
  const names = new Set(targets.map(({ name }) => name));
  const asserted = new Set(targets.filter(asserts).map(({ name }) => name));
  const statements = manifest.parts.flatMap((part) => (part.assert === null ? [] : [identifiersOf(part.assert)]));
  const naming =
    statements.length === 0 ? [] : (known ?? tree.filesNaming([...names], definitionFiles(manifest.definitions)));
  const files = new Map<string, readonly string[]>(naming);
  for (const file of manifest.functions.keys()) if (!files.has(file)) files.set(file, []);
  const among = new Set([...names, ...[...manifest.functions.values()].flatMap((one) => [...one.keys()])]);
  return [...files].flatMap(([file, named]) => {
    const text = tree.read(file);
    if (text === null) return [];
    const mayHold = statements.some((words) => words.every((word) => text.includes(word)));
    const wanted = named.filter((name) => (mayHold ? names : asserted).has(name));
    return [read(file, text, new Set([...wanted, ...(manifest.functions.get(file)?.keys() ?? [])]), among)];
  });
}

/**
 * Finds definitions of the wanted functions in a file's text, and remembers them: a file is parsed again only for names
 * that it was not parsed for. Each path must stand for one text.
 */
export function definitionReader(annotations: Annotations): DefinitionReader {
  const reads = new Map<string, { readonly names: ReadonlySet<string>; readonly all: FileRead }>();
  return (file, text, wanted, among) => {
    let known = reads.get(file);
    if (known === undefined || [...wanted].some((name) => !known?.names.has(name))) {
      const names = new Set([...(known?.names ?? []), ...wanted]);
      const isKnown = [...names].every((name) => among.has(name));
      known = { names, all: readFile(file, text, { names, among: isKnown ? among : names }, annotations) };
      reads.set(file, known);
    }
    const { found, unreadable } = known.all;
    return {
      file,
      found: found.filter(({ definition }) => wanted.has(definition.name)),
      unreadable: unreadable.filter(({ at }) => wanted.has(at.name)),
    };
  };
}

function readFile(
  file: string,
  text: string,
  { names, among }: { readonly names: ReadonlySet<string>; readonly among: ReadonlySet<string> },
  annotations: Annotations,
): FileRead {
  if (!mayDefine(text, names, among)) return { file, found: [], unreadable: [] };
  const { definitions, unreadable } = findDefinitions(text, names, annotations, among);
  // One source for all places: the index of its lines is made once.
  const source = { path: file, text };
  const at = (one: Definition | UnreadableDefinition): Place => placeOf(source, one.nameSpan);
  return {
    file,
    found: definitions.map((definition) => ({ definition, place: at(definition) })),
    unreadable: unreadable.map((one) => ({ at: one, place: at(one) })),
  };
}
