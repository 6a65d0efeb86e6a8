import type { Header, Item, Node } from '../model/header.ts';
import { parseHeader } from '../model/lower-header.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';

/** The inside of a struct, in the offsets of its file. */
export type StructBody = {
  /** What stands before the body is blank but for a `;` in place of the brace: item 0, which no member can join. */
  readonly header: Header;
  /** Item 0 left out. */
  readonly members: readonly Item[];
};

/**
 * Reads the inside of a struct as a header is read: a member is a declaration, and comments, conditionals and `#define`s
 * stand among members as they do among prototypes.
 */
export function readBody({ path, text }: SourceText, body: Span): StructBody {
  const masked = `${' '.repeat(body.start - 1)};${text.slice(body.start, body.end)}`;
  const header = parseHeader({ path, text: masked });
  return { header, members: header.items.slice(1) };
}

/**
 * The items of a branch of a conditional, or of the body itself, in order: what may be kept together. Text under `#if 0` is
 * among those around it.
 */
export function siblingItems(nodes: readonly Node[]): readonly (readonly Item[])[] {
  const disabled = new Set<Node>();
  isAllDisabled(nodes, disabled);
  const rows: Item[][] = [];
  collect(nodes, rows, disabled);
  return rows;
}

/** Notes the groups in which all is disabled, each asked once, whatever their depth. */
function isAllDisabled(nodes: readonly Node[], disabled: Set<Node>): boolean {
  let isAll = true;
  for (const node of nodes) {
    const isOne =
      node.kind === 'item'
        ? node.item.content.kind === 'disabled'
        : branchesOf(node).filter((inside) => !isAllDisabled(inside, disabled)).length === 0;
    if (isOne && node.kind === 'group') disabled.add(node);
    if (!isOne) isAll = false;
  }
  return isAll;
}

/** A row for the items of a branch, then those of the branches inside it. */
function collect(nodes: readonly Node[], rows: Item[][], disabled: ReadonlySet<Node>): void {
  const own: Item[] = [];
  rows.push(own);
  const inner: (readonly Node[])[] = [];
  for (const node of nodes) {
    if (node.kind === 'item') own.push(node.item);
    else if (disabled.has(node)) addAll(branchesOf(node), own);
    else inner.push(...branchesOf(node));
  }
  for (const inside of inner) collect(inside, rows, disabled);
}

function addAll(branches: readonly (readonly Node[])[], own: Item[]): void {
  for (const node of branches.flat()) {
    if (node.kind === 'item') own.push(node.item);
    else addAll(branchesOf(node), own);
  }
}

function branchesOf(node: Node): readonly (readonly Node[])[] {
  if (node.kind === 'group') return node.branches.map(({ nodes }) => nodes);
  return node.kind === 'bracket' ? [node.nodes] : [];
}
