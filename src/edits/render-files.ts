import { renameGuard } from '../model/guard.ts';
import type { Header } from '../model/header.ts';
import { cutIntoPieces } from '../model/header-slices.ts';
import { UTF8_BOM } from '../parse/tokens/lex.ts';
import type { LayoutFile, Section } from '../plan/layout.ts';
import { sectionOf } from '../plan/names/views.ts';
import { type SplitPlan, wrapperKey } from '../plan/split-plan.ts';
import { type CommentStyle, commentStyleOf, formatComment } from './block-comment.ts';
import { type ItemEdits, renderSection } from './render-section.ts';
import { dividePieces } from './select-pieces.ts';

/** A file of the split: its path relative to the root and its text (latin1). */
export type RenderedFile = { readonly path: string; readonly text: string };

export type HeaderAssertions = {
  readonly itemEdits: ItemEdits;
  /** Part file -> include operands that its assertions need. */
  readonly includes: ReadonlyMap<string, readonly string[]>;
};

export const withoutAssertions: HeaderAssertions = { itemEdits: new Map(), includes: new Map() };

/** The part files, in wrapper order, and last the wrapper. Every byte is the header's own, the manifest's, or a guard. */
export function renderFiles(plan: SplitPlan, assertions: HeaderAssertions): readonly RenderedFile[] {
  const { pieces, tree } = cutIntoPieces(plan.header);
  const divided = dividePieces(tree, {
    ofItem: (index) => (plan.aboveGuard.has(index) ? [] : [sectionOf(plan.placements, index) ?? []].flat()),
    ofComment: (index) => plan.commentTargets[index] ?? [],
  });
  const content: Content = {
    style: commentStyleOf(plan.header),
    itemsOf: (target, itemEdits) => renderSection(plan.header, pieces, divided.get(target) ?? [], itemEdits),
  };
  const parts = plan.layout.files.map((file) => ({
    path: file.path,
    text: renderPartFile(plan, content, file, assertions),
  }));
  return [...parts, { path: plan.header.source.path, text: renderWrapper(plan, content) }];
}

/** What the files are filled with. */
type Content = {
  readonly style: CommentStyle;
  /** The header's pieces that go to a part, or to the wrapper. */
  readonly itemsOf: (target: string, itemEdits: ItemEdits) => string;
};

function renderPartFile(plan: SplitPlan, content: Content, file: LayoutFile, assertions: HeaderAssertions): string {
  const { header } = plan;
  const operands = [...(plan.partIncludes.get(file.path) ?? []), ...(assertions.includes.get(file.path) ?? [])];
  const banner = (section: Section): string =>
    section.part.banner === null ? '' : formatComment(section.part.banner, content.style, header.lineEnd);
  const body = [
    includeLines(operands, header.lineEnd),
    ...file.sections.flatMap((section) => [banner(section), content.itemsOf(section.part.name, assertions.itemEdits)]),
  ];
  const guard = plan.guards.get(file.path) ?? '';
  const operand = plan.entries.get(file.path);
  const entry = operand === undefined ? null : includeLines([operand], header.lineEnd);
  const headerGuard = file.path === plan.headerGuardIn ? headerGuardDefinition(header) : '';
  const text = paragraphs([headerGuard, ...body], header.lineEnd);
  return opening(plan, guard, entry) + text + closing(plan, guard, entry !== null);
}

/** The `#define` of the header's own guard, as it stands there. */
export function headerGuardDefinition({ guard, source }: Header): string {
  if (guard.kind !== 'macro') return '';
  const open = source.text.slice(guard.open.start, guard.open.end);
  return open.slice(open.lastIndexOf('#'));
}

/** Licence, guard, banner, includes of the part files, then what the plan sends after them; nothing else. */
function renderWrapper(plan: SplitPlan, content: Content): string {
  const { header, manifest } = plan;
  const { banner } = manifest.wrapper;
  const body = [
    banner === null ? '' : formatComment(banner, content.style, header.lineEnd),
    includeLines(plan.partIncludes.get(wrapperKey) ?? [], header.lineEnd),
    content.itemsOf(wrapperKey, new Map()),
  ];
  const { text } = header.source;
  const end =
    header.guard.kind === 'macro' && header.guard.name === plan.wrapperGuard && header.outside.length === 0
      ? header.lineEnd + text.slice(header.guard.close.start)
      : closing(plan, plan.wrapperGuard);
  const above = [...plan.aboveGuard].flatMap((index) => header.items[index] ?? []);
  const entry = above.map(({ span }) => text.slice(span.start, span.end)).join(header.lineEnd);
  return opening(plan, plan.wrapperGuard, entry === '' ? null : entry) + paragraphs(body, header.lineEnd) + end;
}

export function includeLines(operands: readonly string[], lineEnd: string): string {
  return operands.map((operand) => `#include ${operand}`).join(lineEnd);
}

/** Paragraphs with a blank line before each and a line end behind the last. */
export function paragraphs(texts: readonly string[], lineEnd: string): string {
  return texts
    .filter((text) => text !== '')
    .map((text) => lineEnd + text + lineEnd)
    .join('');
}

type Frame = Pick<SplitPlan, 'header' | 'licence'>;

/**
 * Licence and guard in the header's arrangement, up to a line end.
 *
 * @param entry Include lines to stand above the guard, without a line end behind the last; null: none.
 */
export function opening(plan: Frame, guard: string, entry: string | null = null): string {
  const { header } = plan;
  const { text } = header.source;
  const { licence, lineEnd } = header;
  const include = entry === null ? '' : entry + lineEnd + lineEnd;
  const guardText = include + guardOpening(header, guard, entry !== null);
  if (header.licence === null || licence === null)
    return byteOrderMark(text) + (plan.licence === null ? '' : plan.licence + lineEnd + lineEnd) + guardText + lineEnd;
  const guardStart = startOfGuard(header);
  const ownLicence = text.slice(licence.start, licence.end);
  if (guardStart !== null && licence.start > guardStart)
    return byteOrderMark(text) + guardText + gap(text, guardEnd(header), licence.start, lineEnd) + ownLicence + lineEnd;
  const between = guardStart === null ? lineEnd + lineEnd : gap(text, licence.end, guardStart, lineEnd);
  return ownLicence + between + guardText + lineEnd;
}

/** A licence that begins the header begins with it. */
function byteOrderMark(text: string): string {
  return text.startsWith(UTF8_BOM) ? UTF8_BOM : '';
}

/** What stands between two places when it is white space with a line end in it, else a blank line. */
function gap(text: string, start: number, end: number, lineEnd: string): string {
  const between = text.slice(start, end);
  return between.trim() === '' && between.includes('\n') ? between : lineEnd + lineEnd;
}

function startOfGuard(header: Header): number | null {
  const { guard } = header;
  switch (guard.kind) {
    case 'none':
      return null;
    case 'once':
      return guard.once.start;
    case 'macro':
      return header.outside.some((span) => span.start < guard.open.start)
        ? null
        : Math.min(guard.open.start, guard.once?.start ?? guard.open.start);
  }
}

function guardEnd(header: Header): number {
  const { guard } = header;
  if (guard.kind === 'macro') return Math.max(guard.open.end, guard.once?.end ?? 0);
  return guard.kind === 'once' ? guard.once.end : 0;
}

/** `#pragma once` does not keep a file from being read while it includes itself, so such a file has a macro instead. */
function guardOpening(header: Header, name: string, isEntered: boolean): string {
  const { guard, lineEnd } = header;
  const { text } = header.source;
  const plain = `#ifndef ${name}${lineEnd}#define ${name}`;
  switch (guard.kind) {
    case 'none':
      return plain;
    case 'once':
      return isEntered ? plain : text.slice(guard.once.start, guard.once.end);
    case 'macro': {
      const open = renameGuard(text, guard.open, guard.name, name);
      if (!guard.once) return open;
      const once = text.slice(guard.once.start, guard.once.end);
      return guard.once.start < guard.open.start ? once + lineEnd + open : open + lineEnd + once;
    }
  }
}

/** What ends a file of the given guard, in the header's arrangement. */
export function closing(plan: Frame, name: string, isEntered = false): string {
  const { guard, lineEnd } = plan.header;
  const plain = `${lineEnd}#endif /* ${name} */${lineEnd}`;
  switch (guard.kind) {
    case 'once':
      return isEntered ? plain : '';
    case 'none':
      return plain;
    case 'macro':
      return lineEnd + renameGuard(plan.header.source.text, guard.close, guard.name, name) + lineEnd;
  }
}
