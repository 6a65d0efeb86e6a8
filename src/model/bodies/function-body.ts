import { readingsOf } from '../../parse/item-variants.ts';
import type { ItemSegment, Segment } from '../../parse/segment.ts';
import { isNeverTrue } from '../../parse/tokens/directive.ts';
import { lex } from '../../parse/tokens/lex.ts';
import { isPunctuator, type Token } from '../../parse/tokens/token.ts';
import { type Span, span } from '../../text/span.ts';
import { type Call, callsInInitialisers } from './body-calls.ts';
import { bodyNodes } from './body-nodes.ts';
import { type BodyVocabulary, readLocalDeclaration } from './local-declaration.ts';

/** The beginning of a function's body. All offsets are in the text that holds it. */
export type FunctionBody = {
  readonly span: Span;
  /** Past `{` and the comments that trail on its line. */
  readonly openEnd: number;
  /** The leading declarations, those in conditionals that hold nothing else included. */
  readonly declarations: readonly BodyDeclaration[];
  /**
   * Past each of them that stands alone, or past the outermost conditional that holds it, and the comments and empty
   * statements that trail there; in order. Not past one that no `;` or `}` ends: what follows may belong to it.
   */
  readonly ends: readonly number[];
  /** The white space that its lines begin with; null when no line of its own shows it. */
  readonly indentation: string | null;
};

export type BodyDeclaration = { readonly span: Span; readonly calls: readonly Call[] };

/**
 * Reads the body `{…}` at `body`. Where one thing ends and the next begins is decided by tokens, as at the top level of
 * a file, and what is a declaration by its shape.
 */
export function readBody(text: string, body: Span, vocabulary: BodyVocabulary): FunctionBody {
  const slice = text.slice(body.start, body.end);
  const tokens = lex(slice);
  const inside = tokens.slice(1, -1);
  const run = leadingRun(slice, bodyNodes(slice, inside, vocabulary.annotations), vocabulary);
  const shifted = (at: Span): Span => span(at.start + body.start, at.end + body.start);
  return {
    span: body,
    openEnd: endOfOpeningLine(slice, tokens) + body.start,
    declarations: run.declarations.map(({ item, calls }) => ({
      span: shifted(item.span),
      calls: calls.map((call) => ({ ...call, span: shifted(call.span) })),
    })),
    ends: run.ends.map((end) => end + body.start),
    indentation:
      indentationOf(slice, run.declarations[0]?.item ?? null, run.seen) ??
      indentationOf(slice, null, bodyNodes(slice, inside, vocabulary.annotations)),
  };
}

type Run = {
  readonly declarations: readonly { readonly item: ItemSegment; readonly calls: readonly Call[] }[];
  readonly ends: readonly number[];
  /** Nothing else was there. */
  readonly isWhole: boolean;
};

const emptyRun: Run = { declarations: [], ends: [], isWhole: true };

/**
 * Comments, `#define` and pragmas neither end the run of declarations nor belong to it. `seen` are the nodes up to the
 * one that ends it.
 */
function leadingRun(
  text: string,
  nodes: Iterable<Segment>,
  vocabulary: BodyVocabulary,
): Run & { readonly seen: readonly Segment[] } {
  const declarations: Run['declarations'][number][] = [];
  const ends: number[] = [];
  const seen: Segment[] = [];
  for (const node of nodes) {
    const before = seen.at(-1);
    seen.push(node);
    if (before && ends.at(-1) === before.span.end && isEmptyBehind(text, before, node)) {
      ends[ends.length - 1] = node.span.end;
      continue;
    }
    const next = runOf(text, node, vocabulary);
    if (!next.isWhole) return { declarations, ends, isWhole: false, seen };
    declarations.push(...next.declarations);
    ends.push(...next.ends);
  }
  return { declarations, ends, isWhole: true, seen };
}

/** `int a;;`: what the second `;` ends is empty and belongs to the declaration on its line. */
function isEmptyBehind(text: string, before: Segment, node: Segment): boolean {
  if (node.kind !== 'item' || text.slice(before.span.end, node.span.start).includes('\n')) return false;
  const code = node.tokens.filter(({ kind }) => kind !== 'comment');
  return code.length === 1 && isPunctuator(text, code[0], ';');
}

function runOf(text: string, node: Segment, vocabulary: BodyVocabulary): Run {
  switch (node.kind) {
    case 'comment':
    case 'directive':
      return emptyRun;
    case 'mark':
      return { ...emptyRun, isWhole: node.bracket.startsWith('pragma ') };
    case 'item': {
      const kind = kindOf(text, node, vocabulary);
      if (kind === null) return { ...emptyRun, isWhole: false };
      const calls = callsInInitialisers(text, node.tokens);
      return { declarations: [{ item: node, calls }], ends: kind === 'whole' ? [node.span.end] : [], isWhole: true };
    }
    case 'group': {
      const compiled = node.branches.filter((branch) => !isNeverTrue(text, branch.directive));
      const branches = compiled.map((branch) => leadingRun(text, branch.nodes, vocabulary));
      const declarations = branches.flatMap((branch) => branch.declarations);
      // A macro without `;` at a branch's end may govern what follows the group.
      const isWhole = node.endif !== null && branches.every((branch) => branch.isWhole && endsWhole(branch));
      return isWhole
        ? { declarations, ends: declarations.length > 0 ? [node.span.end] : [], isWhole }
        : { ...emptyRun, isWhole };
    }
  }
}

/** Whether the last declaration of a run has an end of its own. */
function endsWhole({ declarations, ends }: Run): boolean {
  const last = declarations.at(-1);
  return last === undefined || ends.some((end) => end >= last.item.span.end);
}

/** Each branch of the conditionals inside an item must make a declaration of it. */
function kindOf(text: string, item: ItemSegment, vocabulary: BodyVocabulary): 'whole' | 'open' | null {
  if (item.broken) return null;
  const { readings, isCut } = readingsOf(text, item.tokens);
  const kinds = readings.map((tokens) => readLocalDeclaration(text, tokens, vocabulary));
  if (isCut || kinds.includes(null)) return null;
  return kinds.includes('open') ? 'open' : 'whole';
}

function endOfOpeningLine(text: string, tokens: readonly Token[]): number {
  let end = 1;
  for (const token of tokens.slice(1)) {
    if (token.kind !== 'comment' || text.slice(end, token.start).includes('\n')) break;
    end = token.end;
  }
  return end;
}

/** That of the first declaration, else of what comes first: labels and directives stand further left. */
function indentationOf(text: string, declaration: ItemSegment | null, nodes: Iterable<Segment>): string | null {
  for (const node of [...(declaration ? [declaration] : []), ...nodes]) {
    const inner = node.kind === 'group' ? node.branches.flatMap((branch) => branch.nodes) : [node];
    for (const one of inner) {
      if (one.kind !== 'item' && one.kind !== 'comment') continue;
      if (one.kind === 'item' && isPunctuator(text, one.tokens[1], ':')) continue;
      const before = blanksBefore(text, one.span.start);
      if (before !== null && before !== '') return before;
    }
  }
  return null;
}

/** The blanks between the start of a line, which is not the text's first, and `at`; null where more stands there. */
function blanksBefore(text: string, at: number): string | null {
  let start = at;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return text[start - 1] === '\n' ? text.slice(start, at) : null;
}
