import { partName } from '../../manifest/shape/text-rules.ts';
import type { Header, Item } from '../../model/header.ts';
import { includeDirsFrom, mentionsOf } from '../../plan/includes/header-mentions.ts';
import { type IncludeGraph, includeGraph } from '../../plan/includes/include-graph.ts';
import { readUnassigned } from '../../plan/names/unseen-annotations.ts';
import { baseName, folderOf } from '../../text/file-path.ts';
import type { Tree } from '../../text/tree.ts';

/** A part file of a split made by hand. */
export type LearntFile = {
  /** The part's name, from the file's: `block-io.h` beside `block.h` is `io`. */
  readonly name: string;
  readonly header: Header;
  /** Identifiers in annotation position that no file explains. */
  readonly unseen: readonly string[];
};

export type LearntFiles = {
  /** As a manifest has to list them for the wrapper to include them in its order. */
  readonly files: readonly LearntFile[];
  readonly graph: IncludeGraph;
};

/**
 * The part files of a wrapper: the files of the tree that it includes and whose names begin with its own, and those of
 * the same kind and folder that these include in turn. One that the wrapper does not include itself comes before the
 * first that includes it.
 */
export function learnPartFiles(tree: Tree, wrapper: Header): LearntFiles {
  const { path } = wrapper.source;
  const graph = graphAround(tree, path);
  const direct = wrapper.items.flatMap((item) => includedBy(graph, path, item) ?? []);
  const own = direct.flatMap((file) => suffixOf(path, file) ?? []);
  const kinds = new Set(own.map(kindOf));
  const seen = new Set<string>();
  const order: Suffixed[] = [];
  const add = (one: Suffixed): void => {
    if (seen.has(one.file)) return;
    seen.add(one.file);
    for (const file of graph.includesOf(one.file)) {
      const inner = direct.includes(file) ? null : suffixOf(path, file);
      if (inner && kinds.has(kindOf(inner))) add(inner);
    }
    order.push(one);
  };
  own.forEach(add);
  const files = named(order).map(({ file, name }) => {
    const { header, unseen } = readUnassigned(tree, { path: file, text: tree.read(file) ?? '' }, path);
    return { name, header, unseen };
  });
  return { files, graph };
}

/** The tree's file that an item of the file `from` includes; null for any other item, and for files elsewhere. */
export function includedBy(graph: IncludeGraph, from: string, { content }: Item): string | null {
  if (content.kind !== 'directive' || content.directive.kind !== 'include') return null;
  const { target } = content.directive;
  return target.path === null ? null : graph.resolve(from, target);
}

function graphAround(tree: Tree, path: string): IncludeGraph {
  const base = baseName(path);
  const naming = tree.filesNaming([base], (file) => /\.[ch]$/.test(file));
  return includeGraph(tree, includeDirsFrom(tree, path, mentionsOf(tree, path, naming.keys())));
}

type Suffixed = { readonly file: string; readonly separator: string; readonly suffix: string };

/** `x/block-io.h` beside `x/block.h` is `-` and `io`, and so is `block_io.h`, or `block/io.h`, with another separator. */
function suffixOf(header: string, file: string): Suffixed | null {
  const nameStart = header.lastIndexOf('/') + 1;
  const dot = header.lastIndexOf('.') > nameStart ? header.lastIndexOf('.') : header.length;
  const stem = header.slice(nameStart, dot);
  const extension = header.slice(dot);
  const base = baseName(file);
  const rest = file.startsWith(`${header.slice(0, dot)}/`) ? `/${base}` : base.slice(stem.length);
  const isAfterStem = rest.startsWith('/') || base.startsWith(stem);
  if (file === header || !isAfterStem || !/^[-_./]./.test(rest) || !rest.endsWith(extension)) return null;
  return { file, separator: rest.slice(0, 1), suffix: rest.slice(1, rest.length - extension.length) };
}

function kindOf({ file, separator }: Suffixed): string {
  return folderOf(file) + separator;
}

/** Names that a manifest takes, each once. */
function named(files: readonly Suffixed[]): readonly { readonly file: string; readonly name: string }[] {
  const taken = new Set<string>();
  return files.map(({ file, suffix }) => {
    const name = freePartName(suffix, taken);
    taken.add(name);
    return { file, name };
  });
}

/** A text as the name of a part that is not `taken` yet. */
export function freePartName(text: string, taken: ReadonlySet<string>): string {
  const plain = text.replaceAll(/[^\w-]/g, '_');
  const name = partName.problem(plain) === null ? plain : `part_${plain}`;
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}_${number}`;
  return free;
}
