import { cutIntoPieces } from '../model/header-slices.ts';
import type { LayoutFile, Section } from '../plan/layout.ts';
import { sectionOf } from '../plan/names/views.ts';
import { type SplitPlan, wrapperKey } from '../plan/split-plan.ts';
import { type CommentStyle, commentStyleOf, formatComment } from './block-comment.ts';
import { headerGuardDefinition, includeLines, printFile } from './print-file.ts';
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
  const operand = plan.entries.get(file.path);
  return printFile({
    header,
    path: file.path,
    licence: plan.licence,
    guard: plan.guards.get(file.path) ?? '',
    entry: operand === undefined ? null : includeLines([operand], header.lineEnd),
    body: [file.path === plan.headerGuardIn ? headerGuardDefinition(header) : '', ...body],
  });
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
  const above = [...plan.aboveGuard].flatMap((index) => header.items[index] ?? []);
  const entry = above.map(({ span }) => header.source.text.slice(span.start, span.end)).join(header.lineEnd);
  return printFile({
    header,
    path: header.source.path,
    licence: plan.licence,
    guard: plan.wrapperGuard,
    entry: entry === '' ? null : entry,
    body,
    keepsOpening: true,
    keepsEnd: header.guard.kind === 'macro' && header.guard.name === plan.wrapperGuard && header.outside.length === 0,
  });
}
