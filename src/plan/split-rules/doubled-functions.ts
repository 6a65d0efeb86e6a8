import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { Header } from '../../model/header.ts';
import { tokenText } from '../../parse/token.ts';
import { placeOfName } from '../assign.ts';
import type { SplitHeaders } from '../split-headers.ts';
import { branchPaths, isWithin } from './branch-paths.ts';
import { fileOfPart } from './file-of-part.ts';
import { functionsByName, type ItemOfHeader } from './functions-by-name.ts';

/**
 * Law: a function stands in one part file, and there once in the same words wherever one condition covers the other.
 * A definition behind its prototype, and a redeclaration in other words or under another condition, are what the header
 * may have had; so is any redeclaration in a file that silences the compiler's warning of them.
 */
export function checkDoubledFunctions(split: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  return doubledFunctions(split, manifest).map(({ name, copy, kept, stays }) => {
    const [file, other] = [copy.header.source.path, kept.header.source.path];
    const message =
      file === other ? `'${name}' is declared twice in ${file}` : `'${name}' is declared in ${file} and in ${other}`;
    const label = file === other ? 'first here' : 'and here';
    const finding = diagnostic('prototype-doubled', message, placeOfName(copy.header, copy.item, name), {
      place: placeOfName(kept.header, kept.item, name),
      label,
    });
    return stays === 'by its part'
      ? withNext(finding, `Remove it from ${file}: its part has the other file.`)
      : finding;
  });
}

/** The same of one header that is whole. */
export function checkDoubledInHeader(header: Header): readonly Diagnostic[] {
  const { path } = header.source;
  return [...functionsByName([header])].flatMap(([name, standing]) =>
    inOneFile(name, standing).map(({ copy, kept }) => {
      const first = { place: placeOfName(header, kept.item, name), label: 'first here' };
      const message = `'${name}' is declared twice in ${path}`;
      const found = diagnostic('prototype-doubled', message, placeOfName(header, copy.item, name), first);
      return withNext(found, 'Remove one of the two from the header, then split it.');
    }),
  );
}

export type DoubledFunction = {
  readonly name: string;
  readonly copy: ItemOfHeader;
  readonly kept: ItemOfHeader;
  /** Why `kept` is the one to keep: it stands in the file of its part, or first in the same file; or it is any of two. */
  readonly stays: 'by its part' | 'by order' | 'by nothing';
};

/** The functions that stand where they stand already, or in two files. */
export function doubledFunctions({ parts }: SplitHeaders, manifest: Manifest): readonly DoubledFunction[] {
  return [...functionsByName(parts.values())].flatMap(([name, standing]) => [
    ...inTwoFiles(name, standing, manifest),
    ...inOneFile(name, standing),
  ]);
}

/** Whether two items declare in the same words; comments do not count. */
export function areSameWords(one: ItemOfHeader, other: ItemOfHeader): boolean {
  return wordsOf(one) === wordsOf(other);
}

function inTwoFiles(name: string, standing: readonly ItemOfHeader[], manifest: Manifest): readonly DoubledFunction[] {
  const firsts = [...new Map(standing.toReversed().map((one) => [one.header.source.path, one])).values()].reverse();
  const part = manifest.prototypes.get(name)?.part ?? null;
  const own =
    part === null ? undefined : firsts.find(({ header }) => header.source.path === fileOfPart(manifest, part));
  const kept = own ?? firsts[0];
  if (!kept) return [];
  const stays = own ? 'by its part' : 'by nothing';
  return firsts.filter((one) => one !== kept).map((copy) => ({ name, copy, kept, stays }));
}

function inOneFile(name: string, standing: readonly ItemOfHeader[]): readonly DoubledFunction[] {
  return standing.flatMap((copy, at) => {
    const kept = standing.slice(0, at).find((one) => isCopy(one, copy));
    return kept && !silencing.test(copy.header.source.text) ? [{ name, copy, kept, stays: 'by order' }] : [];
  });
}

function isCopy(one: ItemOfHeader, other: ItemOfHeader): boolean {
  if (one.header !== other.header || !areSameWords(one, other)) return false;
  const paths = branchPaths(one.header);
  const [first, second] = [paths.get(one.item) ?? [], paths.get(other.item) ?? []];
  return isWithin(first, second) || isWithin(second, first);
}

const silencing = /^[ \t]*#[ \t]*pragma\b.*"-Wredundant-decls"/m;

function wordsOf({ header, item }: ItemOfHeader): string {
  const tokens = item.tokens.filter((token) => token.kind !== 'comment');
  return tokens.map((token) => tokenText(header.source.text, token)).join(' ');
}
