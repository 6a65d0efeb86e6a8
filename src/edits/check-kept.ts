import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { findStatements } from '../model/body-assertions.ts';
import type { Header, Item } from '../model/header.ts';
import { type HeaderOptions, parseHeader } from '../model/lower-header.ts';
import { lex } from '../parse/lex.ts';
import { includedPath } from '../plan/assign.ts';
import type { ItemMoves } from '../plan/plan-moves.ts';
import type { SplitHeaders } from '../plan/split-headers.ts';
import { placeOf } from '../text/place.ts';
import { applyEdits } from '../text/text-edit.ts';
import { bannerText } from './banner-changes.ts';
import type { RenderedFile } from './render-files.ts';

export type KeptInput = { readonly was: Manifest; readonly now: Manifest; readonly moves: ItemMoves };

/**
 * The law of conservation for a rearrangement, checked on the bytes to be written: every item that stood in a split
 * file stands in one, token for token but for assertions, and so does each comment but for the manifest's banners.
 */
export function checkKept(
  split: SplitHeaders,
  files: readonly RenderedFile[],
  { was, now, moves }: KeptInput,
): readonly Diagnostic[] {
  const statements = [...new Set([...was.parts, ...now.parts].flatMap((part) => part.assert ?? []))];
  const options: HeaderOptions = { annotations: [...was.annotations, ...now.annotations], brackets: now.brackets };
  const after = new Map<string, number>();
  for (const { path, text } of files) {
    const header = parseHeader({ path, text }, options);
    for (const item of header.items) {
      const code = codeOf(header, item, statements);
      after.set(code, (after.get(code) ?? 0) + 1);
    }
  }
  const texts = files.map(({ text }) => text).join('\n');
  return [...split.parts.values(), split.wrapper].flatMap((header) => [
    ...lostItems(header, moves, statements, after),
    ...lostComments(header, was, texts),
  ]);
}

function lostItems(
  header: Header,
  moves: ItemMoves,
  statements: readonly string[],
  after: Map<string, number>,
): readonly Diagnostic[] {
  return header.items.flatMap((item) => {
    if (includedPath(item).length > 0 || moves.get(header.source.path)?.get(item.index)?.kind === 'drop') return [];
    const code = codeOf(header, item, statements);
    const count = after.get(code) ?? 0;
    after.set(code, count - 1);
    if (count > 0) return [];
    return [diagnostic('not-kept', 'this would be lost or changed', placeOf(header.source, item.span))];
  });
}

function lostComments(header: Header, was: Manifest, texts: string): readonly Diagnostic[] {
  const banners = new Set([...was.parts, was.wrapper].map((part) => bannerText(header, part)));
  return header.comments.flatMap(({ span }) => {
    const text = header.source.text.slice(span.start, span.end);
    if (banners.has(text) || texts.includes(text)) return [];
    return [diagnostic('not-kept', 'this comment would be lost', placeOf(header.source, span))];
  });
}

/** An item's tokens, assertions of inline functions left out. */
function codeOf({ source }: Header, item: Item, statements: readonly string[]): string {
  const body = item.content.kind === 'declaration' ? item.content.declaration.body : null;
  const { start, end } = item.span;
  const found = body ? findStatements(source.text, body, statements) : [];
  const text = applyEdits(
    source.text.slice(start, end),
    found.map(({ span }) => ({ span: { start: span.start - start, end: span.end - start }, insert: '' })),
  );
  return lex(text)
    .filter(({ kind }) => kind !== 'comment')
    .map((token) => text.slice(token.start, token.end))
    .join(' ');
}
