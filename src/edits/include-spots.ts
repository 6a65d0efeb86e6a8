import {
  type IncludeDirective,
  type SourceBranch,
  type SourceInclude,
  type SourceNode,
  type SourceOutline,
  someNode,
} from '../model/source-outline.ts';
import { UTF8_BOM } from '../parse/tokens/lex.ts';
import type { ScannedIncludes } from '../plan/includes/scan-includes.ts';

/** A line's beginning where an include for the assertions of a file can be put in. */
export type IncludeSpot = {
  readonly at: number;
  /** What stands between `#` and `include` in the one above. */
  readonly indent: string;
  /** Nothing but comments stands above it: a blank line comes along. */
  readonly isFirst: boolean;
};

/**
 * Where a source file needs an include for the functions that `isWanted` accepts: behind the last include above its
 * first function that is not inline, a conditional one's `#endif` included. Where the functions stand in a branch of a
 * conditional that begins before any function does, behind the last include there; in several branches with nothing
 * above them, once in each. Above no directive that the file, or the branch, begins with.
 */
export function includeSpots(
  { text, nodes }: SourceOutline,
  isWanted: (node: SourceNode) => boolean,
  guardOf: GuardOf,
): readonly IncludeSpot[] {
  const start = text.startsWith(UTF8_BOM) ? UTF8_BOM.length : 0;
  return spotsIn({ text, isWanted, guardOf }, { nodes, start, isFile: true }, null);
}

/** How much of what an include means is kept from being read twice; null where that is not known. */
export type GuardOf = (include: IncludeDirective) => ScannedIncludes['guard'] | null;

type Scene = {
  readonly text: string;
  readonly isWanted: (node: SourceNode) => boolean;
  readonly guardOf: GuardOf;
};

/** A run of nodes that are read together: a file, a branch, or what follows a conditional. */
type Stretch = { readonly nodes: readonly SourceNode[]; readonly start: number; readonly isFile: boolean };

function spotsIn(scene: Scene, { nodes, start, isFile }: Stretch, outer: IncludeSpot | null): readonly IncludeSpot[] {
  const { text, isWanted } = scene;
  const holdsWanted = (node: SourceNode): boolean => someNode(node, isWanted);
  const first = nodes.findIndex((node) => someNode(node, isFunction));
  const at = nodes.findIndex(holdsWanted);
  const target = nodes[at];
  if (!target) return [];
  const above = nodes.slice(0, first < 0 ? at : Math.min(first, at));
  const here = lastInclude(scene, above) ?? lastInclude(scene, nodes.slice(0, at)) ?? outer;
  const behind = nodes.slice(at + 1);
  const branches = target.kind === 'group' ? target.branches.filter((one) => one.nodes.some(holdsWanted)) : [];
  const [only, ...others] = branches.map((branch) => branchStretch(scene, branch));
  if (only && others.length === 0 && above.length === at && !behind.some(holdsWanted))
    return spotsIn(scene, only, here);
  if (here) return [here];
  if (!only) return [topOf(text, nodes.slice(0, at), start, isFile)];
  const rest = { nodes: behind, start: nextLine(text, target.span.end), isFile: false };
  return [...[only, ...others].flatMap((branch) => spotsIn(scene, branch, null)), ...spotsIn(scene, rest, null)];
}

function branchStretch({ text }: Scene, { directive, nodes }: SourceBranch): Stretch {
  return { nodes, start: nextLine(text, directive.span.end), isFile: false };
}

/** Past the directives that come first, else past the comments of the file's top that a blank line ends. */
function topOf(text: string, nodes: readonly SourceNode[], start: number, isFile: boolean): IncludeSpot {
  const item = nodes.findIndex(({ kind }) => kind === 'item');
  const leading = item < 0 ? nodes : nodes.slice(0, item);
  const last = leading.findLast(({ kind }) => kind !== 'comment');
  if (last) return { at: nextLine(text, last.span.end), indent: '', isFirst: false };
  if (!isFile) return { at: start, indent: '', isFirst: false };
  const gaps = leading.map(({ span }) => {
    const gap = /^[ \t\r\f]*\n(?:[ \t\r\f]*\n)+/.exec(text.slice(span.end))?.[0];
    return gap === undefined ? null : span.end + gap.length;
  });
  return { at: gaps.findLast((gap) => gap !== null) ?? start, indent: '', isFirst: true };
}

/**
 * Behind the last include among nodes, the conditional that holds it, the pragma that undoes the one above it, and the
 * `#undef`s below it of macros that were defined for it. Lists and templates count only where there is nothing else.
 */
function lastInclude({ text, guardOf }: Scene, nodes: readonly SourceNode[]): IncludeSpot | null {
  const code = nodes.filter(({ kind }) => kind !== 'comment');
  const lists = new Set(code.filter((node, at) => node.kind === 'include' && isList(node, code[at - 1], guardOf)));
  const last =
    lastOf(code, (node) => node.kind === 'include' && !lists.has(node) && isHeader(node.directive)) ??
    lastOf(code, ({ kind }) => kind === 'include');
  if (last === null) return null;
  const indent = last.by.kind === 'include' ? /^#([ \t]*)/.exec(text.slice(last.by.span.start))?.[1] : undefined;
  return { at: nextLine(text, last.end), indent: indent ?? '', isFirst: false };
}

/** What a macro directly above makes into something: a list of its calls, or the part of a header outside its guard. */
function isList({ directive }: SourceInclude, above: SourceNode | undefined, guardOf: GuardOf): boolean {
  if (above?.kind !== 'macro' || above.role !== 'define') return false;
  const guard = guardOf(directive);
  return guard === 'part' || (guard === 'none' && above.hasParameters);
}

type Last = { readonly end: number; readonly by: SourceNode };

function lastOf(nodes: readonly SourceNode[], counts: (node: SourceNode) => boolean): Last | null {
  const defined = new Set<string>();
  let last: Last | null = null;
  let inBrackets: Last | null = null;
  let depth = 0;
  let isFresh = false;
  for (const node of nodes) {
    const { end } = node.span;
    depth = Math.max(0, depth + opened(node));
    if (depth === 0 && inBrackets !== null) {
      last = { by: inBrackets.by, end };
      inBrackets = null;
      isFresh = true;
    }
    if (someNode(node, counts)) {
      if (depth === 0) last = { by: node, end };
      else inBrackets = { by: node, end };
      isFresh = depth === 0;
    } else if (node.kind === 'macro') {
      if (node.role === 'undef' && last !== null && isFresh && defined.has(node.name)) last = { by: last.by, end };
      if (node.role === 'define') defined.add(node.name);
    } else if (node.kind === 'item' || node.kind === 'group') isFresh = false;
  }
  return last ?? inBrackets;
}

/** How many more brackets a node opens than it closes, in the branch where the difference is greatest. */
function opened(node: SourceNode): number {
  if (node.kind === 'bracket') return node.role === 'open' ? 1 : -1;
  if (node.kind !== 'group') return 0;
  const sums = node.branches.map(({ nodes }) => nodes.reduce((sum, one) => sum + opened(one), 0));
  return sums.reduce((most, sum) => (Math.abs(sum) > Math.abs(most) ? sum : most), 0);
}

function isFunction(node: SourceNode): boolean {
  return node.kind === 'item' && node.defines !== null && !node.isInline;
}

function isHeader({ target: { path } }: IncludeDirective): boolean {
  return path === null || /(?:^|\/)[^./]+$|\.(?:h|hh|hpp|hxx|H)$/.test(path);
}

function nextLine(text: string, end: number): number {
  const newline = text.indexOf('\n', end);
  return newline < 0 ? text.length : newline + 1;
}
