import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { commentsAmong } from '../edits/comment-texts.ts';
import { type ConditionNumbers, conditionNumbers } from '../edits/condition-numbers.ts';
import type { RenderedFile } from '../edits/render-files.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { findStatements } from '../model/bodies/body-assertions.ts';
import type { Header, Item, Node } from '../model/header.ts';
import { type HeaderOptions, parseHeader } from '../model/lower-header.ts';
import { lex } from '../parse/tokens/lex.ts';
import { bannerComments } from '../part-files/sections.ts';
import type { SplitHeaders } from '../part-files/split-headers.ts';
import { includedPath } from '../plan/assign.ts';
import { placeOf } from '../text/place.ts';
import type { Span } from '../text/span.ts';
import { applyEdits } from '../text/text-edit.ts';
import type { ItemMoves } from './intent/plan-moves.ts';

export type KeptInput = { readonly was: Manifest; readonly now: Manifest; readonly moves: ItemMoves };

/**
 * The law of conservation for a rearrangement, checked on the bytes to be written: every item that stood in a split file
 * stands in one (see `checkItemsKept`), and so does each comment but for the manifest's banners.
 */
export function checkKept(
  split: SplitHeaders,
  files: readonly RenderedFile[],
  input: KeptInput,
): readonly Diagnostic[] {
  const isPresent = commentsAmong(files.map(({ text }) => text));
  const headers = [...split.parts.values(), split.wrapper];
  return [...checkItemsKept(split, files, input), ...headers.flatMap((one) => lostComments(one, input.was, isPresent))];
}

/** Every item stands there, token for token but for assertions, and under the same conditions. */
export function checkItemsKept(
  split: SplitHeaders,
  files: readonly RenderedFile[],
  { was, now, moves }: KeptInput,
): readonly Diagnostic[] {
  const statements = [...new Set([...was.parts, ...now.parts].flatMap((part) => part.assert ?? []))];
  const { annotations, brackets } = split.options;
  const options: HeaderOptions = {
    annotations: [...annotations, ...now.annotations],
    brackets: [...brackets, ...now.brackets],
    wrapper: split.wrapper.source.path,
  };
  const numberOf = conditionNumbers();
  const after = new Map<string, number>();
  for (const { path, text } of files) {
    const header = parseHeader({ path, text }, options);
    const conditions = conditionsOf(header, numberOf);
    for (const item of header.items) {
      const code = codeOf(header, item, statements, conditions);
      after.set(code, (after.get(code) ?? 0) + 1);
    }
  }
  return [...split.parts.values(), split.wrapper].flatMap((header) =>
    lostItems(header, moves, statements, after, numberOf),
  );
}

function lostItems(
  header: Header,
  moves: ItemMoves,
  statements: readonly string[],
  after: Map<string, number>,
  numberOf: ConditionNumbers,
): readonly Diagnostic[] {
  const conditions = conditionsOf(header, numberOf);
  return header.items.flatMap((item) => {
    if (includedPath(item).length > 0 || moves.get(header.source.path)?.get(item.index)?.kind === 'drop') return [];
    const code = codeOf(header, item, statements, conditions);
    const count = after.get(code) ?? 0;
    after.set(code, count - 1);
    if (count > 0) return [];
    return [diagnostic('not-kept', 'this would be lost or changed', placeOf(header.source, item.span))];
  });
}

function lostComments(header: Header, was: Manifest, isPresent: (comment: string) => boolean): readonly Diagnostic[] {
  const banners = bannerComments(
    header,
    [...was.parts, was.wrapper].map(({ banner }) => banner),
  );
  return header.comments.flatMap(({ index, span }) => {
    const text = header.source.text.slice(span.start, span.end);
    if (banners.has(index) || isPresent(text)) return [];
    return [diagnostic('not-kept', 'this comment would be lost', placeOf(header.source, span))];
  });
}

/**
 * Item -> a number for the directives that decide on it: of each group around it those down to its own branch. Brackets do
 * not count: who takes `extern "C"` out of one file does not take it out of the file that an item moves to.
 */
function conditionsOf({ source, nodes }: Header, numberOf: ConditionNumbers): ReadonlyMap<number, number> {
  const conditions = new Map<number, number>();
  const textOf = ({ start, end }: Span): string => tokensOf(source.text.slice(start, end));
  const look = (inside: readonly Node[], around: number): void => {
    for (const node of inside) {
      if (node.kind === 'item') conditions.set(node.item.index, around);
      if (node.kind === 'bracket') look(node.nodes, around);
      if (node.kind !== 'group') continue;
      let branchNumber = around;
      for (const { directive, nodes: within } of node.branches) {
        branchNumber = numberOf(branchNumber, textOf(directive.span));
        look(within, branchNumber);
      }
    }
  };
  look(nodes, 0);
  return conditions;
}

/** An item's conditions and its tokens, assertions of inline functions left out. */
function codeOf(
  { source }: Header,
  item: Item,
  statements: readonly string[],
  conditions: ReadonlyMap<number, number>,
): string {
  const body = item.content.kind === 'declaration' ? item.content.declaration.body : null;
  const { start, end } = item.span;
  const found = body ? findStatements(source.text, body, statements) : [];
  const text = applyEdits(
    source.text.slice(start, end),
    found.map(({ span }) => ({ span: { start: span.start - start, end: span.end - start }, insert: '' })),
  );
  return `${conditions.get(item.index) ?? 0} ${tokensOf(text)}`;
}

function tokensOf(text: string): string {
  return lex(text)
    .filter(({ kind }) => kind !== 'comment')
    .map((token) => text.slice(token.start, token.end))
    .join(' ');
}
