import { type FileFacts, LATER, use } from './file-facts.ts';
import { type NameTable, structsWhoseMembersAreUsed } from './name-table.ts';

/** By which rule a file asks for a name. */
export type DemandRule =
  /** It stands in the file's own text. */
  | { readonly kind: 'names' }
  /** A member of the type is used. */
  | { readonly kind: 'member' }
  /** A macro that the file names stands for it; the file that defines the macro cannot have it itself. */
  | { readonly kind: 'macro'; readonly macro: number; readonly file: number }
  /** `##` may make it. */
  | { readonly kind: 'paste'; readonly piece: string }
  /** The manifest says so. */
  | { readonly kind: 'manifest' }
  /** A header that the file includes uses it, and does not get it itself. */
  | { readonly kind: 'header'; readonly file: number };

/** One name that a file asks for. */
export type Demand = {
  readonly name: number;
  /** The byte before which it must be declared. */
  readonly at: number;
  /** More than a pointer to it. */
  readonly isWhole: boolean;
  readonly rule: DemandRule;
};

/** What a file's own text asks for, the bodies of its macros included. `macros`: what the macros of others stand for. */
export function ownDemands(facts: FileFacts, table: NameTable, expand: MacroExpander): readonly Demand[] {
  const demands: Demand[] = [];
  const used = new Set<number>();
  for (const [index, name] of facts.names.entries()) {
    const at = facts.at[index] ?? LATER;
    const how = facts.how[index] ?? 0;
    if (table.has(name)) {
      used.add(name);
      demands.push({ name, at, isWhole: (how & use.whole) !== 0, rule: { kind: 'names' } });
    }
    for (const { name: inner, file } of expand(name)) {
      used.add(inner);
      demands.push({ name: inner, at, isWhole: true, rule: { kind: 'macro', macro: name, file } });
    }
  }
  for (const { pieces } of facts.macros) {
    for (const piece of pieces) {
      for (const name of table.matching(piece))
        demands.push({ name, at: LATER, isWhole: true, rule: { kind: 'paste', piece: piece.text } });
    }
  }
  for (const name of structsWhoseMembersAreUsed(facts, used, table))
    demands.push({ name, at: LATER, isWhole: true, rule: { kind: 'member' } });
  return demands;
}

/** The declared names that a macro of some header stands for and that the header itself does not get; with the header. */
export type MacroExpander = (macro: number) => readonly { readonly name: number; readonly file: number }[];

/**
 * Follows macros to the declared names in their bodies, macros of macros too. A name that the defining header gets by its
 * own includes is that header's need and not its users'.
 *
 * @param gets Whether a file reads a declaration of a name.
 * @param isOwn Whether a file is left out: what stands in a source file is its own text.
 */
export function macroExpander(
  facts: readonly FileFacts[],
  table: NameTable,
  gets: (file: number, name: number) => boolean,
  isOwn: (file: number) => boolean,
): MacroExpander {
  const definitions = new Map<number, { file: number; words: readonly number[]; own: Set<number> }[]>();
  for (const [file, { macros }] of facts.entries()) {
    if (isOwn(file)) continue;
    for (const { name, words, pieces } of macros) {
      const direct = words.filter((word) => table.has(word));
      const pasted = pieces.flatMap((piece) => table.matching(piece));
      const own = new Set([...direct, ...pasted].filter((word) => !gets(file, word)));
      const known = definitions.get(name);
      if (known) known.push({ file, words, own });
      else definitions.set(name, [{ file, words, own }]);
    }
  }
  const users = new Map<number, { file: number; own: Set<number>; name: number }[]>();
  for (const [name, all] of definitions) {
    for (const { file, words, own } of all) {
      for (const word of words) {
        if (!definitions.has(word)) continue;
        const known = users.get(word);
        if (known) known.push({ file, own, name });
        else users.set(word, [{ file, own, name }]);
      }
    }
  }
  const queue = [...definitions].flatMap(([name, all]) => (all.some(({ own }) => own.size > 0) ? [name] : []));
  for (const macro of queue) {
    const given = (definitions.get(macro) ?? []).flatMap(({ own }) => [...own]);
    for (const user of users.get(macro) ?? []) {
      const before = user.own.size;
      for (const name of given) if (!gets(user.file, name)) user.own.add(name);
      if (user.own.size > before) queue.push(user.name);
    }
  }
  const expanded = new Map<number, readonly { name: number; file: number }[]>();
  for (const [macro, all] of definitions) {
    const found = all.flatMap(({ file, own }) => [...own].map((name) => ({ name, file })));
    if (found.length > 0) expanded.set(macro, found);
  }
  return (macro) => expanded.get(macro) ?? [];
}
