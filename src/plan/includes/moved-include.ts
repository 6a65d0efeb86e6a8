import type { Item } from '../../model/header.ts';
import { lex } from '../../parse/tokens/lex.ts';
import { tokenText } from '../../parse/tokens/token.ts';
import { closureOf } from './include-graph.ts';
import type { IncludeInput } from './include-input.ts';
import type { Obstacle } from './include-obstacle.ts';
import { testedIn } from './include-uses.ts';
import { includedFile } from './included-file.ts';
import type { IncludedNames } from './included-names.ts';

/** An include that goes elsewhere than to the shared part, and the files that it brings in there. */
export type MovedInclude = {
  readonly item: Item;
  readonly files: ReadonlySet<string>;
  /** For messages: a part in quotes, or the wrapper. */
  readonly where: string;
  /** What it must not come before. */
  readonly because: readonly Item[];
};

/**
 * The moved includes that a later one has to follow: a macro of the one hits what the other declares or tests, so that
 * their order matters.
 */
export function orderAmongIncludes(
  input: IncludeInput,
  names: IncludedNames,
  moved: readonly MovedInclude[],
  file: string,
): readonly Obstacle[] {
  if (moved.length === 0) return [];
  const own = closureOf(input.facts.graph, file, input.header.source.path);
  return moved.flatMap(({ item, where, files }) => {
    const apart = [
      new Set([...own].filter((one) => !files.has(one))),
      new Set([...files].filter((one) => !own.has(one))),
    ] as const;
    const name = macroHitting(input, names, apart[0], apart[1]) ?? macroHitting(input, names, apart[1], apart[0]);
    if (name === null) return [];
    const message = `the order of the two decides what '${name}' means`;
    return [{ item, message, label: `goes to ${where}`, isNeeded: false }];
  });
}

/**
 * A type or macro that the files of a later include use and that, of all that stands above it, only a moved include
 * declares: the included file is not made to be read alone.
 */
export function nameLacking(
  { tree, header, facts, uses }: IncludeInput,
  names: IncludedNames,
  { item, files }: MovedInclude,
  later: string,
): string | null {
  const { path } = header.source;
  const own = closureOf(facts.graph, later, path);
  const spoken = names.spokenIn([...files].filter((file) => !own.has(file)));
  const used = [...own].flatMap((file) => wordsOf(tree.read(file) ?? '')).filter((word) => spoken.has(word));
  if (used.length === 0) return null;
  const above = header.items.slice(0, item.index).flatMap((other) => {
    const file = includedFile(header, facts, other);
    return file === null ? [] : [...closureOf(facts.graph, file, path)];
  });
  const known = names.declaredIn(new Set([...own, ...above]));
  return used.find((word) => !known.has(word) && !uses.providers.has(word)) ?? null;
}

/** The identifiers outside directives and comments, tags left out: one that is only pointed to needs no declaration. */
function wordsOf(text: string): readonly string[] {
  const tokens = lex(text).filter(({ kind }) => kind !== 'comment' && kind !== 'directive');
  const words = tokens.map((token) => tokenText(text, token));
  return words.filter((_, at) => tokens[at]?.kind === 'identifier' && !TAGGING.has(words[at - 1] ?? ''));
}

const TAGGING: ReadonlySet<string> = new Set(['struct', 'union', 'enum']);

/** A macro that the files `defining` define and the files `speaking` declare or test, without defining it themselves. */
function macroHitting(
  input: IncludeInput,
  names: IncludedNames,
  defining: ReadonlySet<string>,
  speaking: ReadonlySet<string>,
): string | null {
  const macros = macrosOf(input, defining);
  if (macros.size === 0) return null;
  const tested = [...speaking].flatMap((file) => testedIn(input.tree.read(file) ?? ''));
  const spoken = new Set([...names.declaredIn(speaking), ...tested]);
  const ownMacros = macrosOf(input, speaking);
  return [...macros].find((name) => spoken.has(name) && !ownMacros.has(name)) ?? null;
}

/** The macros that the files define or undefine. */
export function macrosOf(input: IncludeInput, files: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of files) {
    for (const match of (input.tree.read(file) ?? '').matchAll(DEFINE)) found.add(match[1] ?? '');
  }
  return found;
}

const DEFINE = /^[ \t]*#[ \t]*(?:define|undef)[ \t]+([A-Za-z_]\w*)/gm;
