import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { findStatements } from '../model/body-assertions.ts';
import type { Header, Item, Node } from '../model/header.ts';
import { type HeaderOptions, parseHeader } from '../model/lower-header.ts';
import { lex } from '../parse/lex.ts';
import { includedPath } from '../plan/assign.ts';
import type { ItemMoves } from '../plan/plan-moves.ts';
import { bannerComments } from '../plan/sections.ts';
import type { SplitHeaders } from '../plan/split-headers.ts';
import { placeOf } from '../text/place.ts';
import { applyEdits } from '../text/text-edit.ts';
import type { RenderedFile } from './render-files.ts';

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
  const texts = files.map(({ text }) => text).join('\n');
  const headers = [...split.parts.values(), split.wrapper];
  return [...checkItemsKept(split, files, input), ...headers.flatMap((one) => lostComments(one, input.was, texts))];
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
  };
  const after = new Map<string, number>();
  for (const { path, text } of files) {
    const header = parseHeader({ path, text }, options);
    const conditions = conditionsOf(header);
    for (const item of header.items) {
      const code = codeOf(header, item, statements, conditions);
      after.set(code, (after.get(code) ?? 0) + 1);
    }
  }
  return [...split.parts.values(), split.wrapper].flatMap((header) => lostItems(header, moves, statements, after));
}

function lostItems(
  header: Header,
  moves: ItemMoves,
  statements: readonly string[],
  after: Map<string, number>,
): readonly Diagnostic[] {
  const conditions = conditionsOf(header);
  return header.items.flatMap((item) => {
    if (includedPath(item).length > 0 || moves.get(header.source.path)?.get(item.index)?.kind === 'drop') return [];
    const code = codeOf(header, item, statements, conditions);
    const count = after.get(code) ?? 0;
    after.set(code, count - 1);
    if (count > 0) return [];
    return [diagnostic('not-kept', 'this would be lost or changed', placeOf(header.source, item.span))];
  });
}

function lostComments(header: Header, was: Manifest, texts: string): readonly Diagnostic[] {
  const banners = bannerComments(
    header,
    [...was.parts, was.wrapper].map(({ banner }) => banner),
  );
  return header.comments.flatMap(({ index, span }) => {
    const text = header.source.text.slice(span.start, span.end);
    if (banners.has(index) || texts.includes(text)) return [];
    return [diagnostic('not-kept', 'this comment would be lost', placeOf(header.source, span))];
  });
}

/** Item -> the directives that decide on it, outermost first: of each group around it those down to its own branch. */
function conditionsOf({ source, nodes }: Header): ReadonlyMap<number, readonly string[]> {
  const conditions = new Map<number, readonly string[]>();
  const look = (inside: readonly Node[], around: readonly string[]): void => {
    for (const node of inside) {
      if (node.kind === 'item') conditions.set(node.item.index, around);
      if (node.kind === 'bracket') look(node.nodes, around);
      if (node.kind === 'group')
        node.branches.forEach((branch, at) => {
          const directives = node.branches.slice(0, at + 1).map(({ directive: { span } }) => span);
          look(branch.nodes, [
            ...around,
            ...directives.map(({ start, end }) => tokensOf(source.text.slice(start, end))),
          ]);
        });
    }
  };
  look(nodes, []);
  return conditions;
}

/** An item's conditions and its tokens, assertions of inline functions left out. */
function codeOf(
  { source }: Header,
  item: Item,
  statements: readonly string[],
  conditions: ReadonlyMap<number, readonly string[]>,
): string {
  const body = item.content.kind === 'declaration' ? item.content.declaration.body : null;
  const { start, end } = item.span;
  const found = body ? findStatements(source.text, body, statements) : [];
  const text = applyEdits(
    source.text.slice(start, end),
    found.map(({ span }) => ({ span: { start: span.start - start, end: span.end - start }, insert: '' })),
  );
  return [...(conditions.get(item.index) ?? []), tokensOf(text)].join('\n');
}

function tokensOf(text: string): string {
  return lex(text)
    .filter(({ kind }) => kind !== 'comment')
    .map((token) => text.slice(token.start, token.end))
    .join(' ');
}
