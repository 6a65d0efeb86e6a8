import type { Header, Item, Node } from '../../model/header.ts';
import { includedPath } from '../../plan/assign.ts';
import { functionNames } from '../../plan/placement.ts';
import type { Span } from '../../text/span.ts';
import { countHolders, learnAssertion } from './learn-assertion.ts';
import { firstBanner } from './learn-banner.ts';
import type { Evidence, EvidenceByName } from './learn-evidence.ts';

/** A stretch of a part file whose functions belong to one part. */
export type LearntStretch = {
  readonly items: readonly Item[];
  /** The comment that it begins with. */
  readonly banner: Span | null;
};

/**
 * The sections of a part file: one, and another from each detached comment of several lines on below which the
 * definitions hold another assertion than above it. Definitions without any do not begin a section: a missing
 * assertion is a mistake more often than a habit.
 *
 * @param isShared Whether the file is that of the shared part, whose includes stand below its banner.
 */
export function learnSections(header: Header, evidence: EvidenceByName, isShared: boolean): readonly LearntStretch[] {
  const [first, ...others] = stretches(
    header,
    firstBanner(header, (node) => !isShared && isInclude(node)),
  );
  const sections: LearntStretch[] = first ? [first] : [];
  for (const next of others) {
    const current = sections.at(-1);
    if (!current) continue;
    if (assertsOtherwise(evidenceOf(current.items, evidence), evidenceOf(next.items, evidence))) sections.push(next);
    else sections[sections.length - 1] = { ...current, items: [...current.items, ...next.items] };
  }
  return sections;
}

/** The definitions of the functions that items declare. */
export function evidenceOf(items: readonly Item[], evidence: EvidenceByName): readonly Evidence[] {
  const names = new Set(items.flatMap(functionNames));
  return [...names].flatMap((name) => evidence.get(name) ?? []);
}

function stretches(header: Header, banner: Span | null): readonly LearntStretch[] {
  const starts = header.nodes.flatMap((node) =>
    isDivider(header, node) && node.comment.span !== banner ? [node.comment.span] : [],
  );
  const bounds = [banner, ...starts];
  return bounds.map((start, at) => {
    const from = at === 0 ? 0 : (start?.start ?? 0);
    const to = bounds[at + 1]?.start ?? header.source.text.length;
    return { banner: start, items: header.items.filter(({ span }) => span.start >= from && span.start < to) };
  });
}

function isDivider(header: Header, node: Node): node is Extract<Node, { kind: 'comment' }> {
  if (node.kind !== 'comment' || node.comment.role !== 'section') return false;
  return header.source.text.slice(node.comment.span.start, node.comment.span.end).includes('\n');
}

function assertsOtherwise(above: readonly Evidence[], below: readonly Evidence[]): boolean {
  const statement = learnAssertion(below, []);
  return statement !== null && countHolders(above, statement) * 2 < above.length;
}

function isInclude(node: Node): boolean {
  return node.kind === 'item' && includedPath(node.item).length > 0;
}
