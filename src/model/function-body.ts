import type { Annotations } from '../parse/annotations.ts';
import { parseDeclaration } from '../parse/declaration.ts';
import { isMacroCased } from '../parse/declarator.ts';
import { lex } from '../parse/lex.ts';
import { type ItemSegment, type Segment, segment } from '../parse/segment.ts';
import { isPunctuator, type Token, tokenText } from '../parse/token.ts';
import { type Span, span } from '../text/span.ts';
import { blankAnnotations } from './body-annotations.ts';
import { type Call, callsInInitialisers } from './body-calls.ts';
import { isDeclarationMacro } from './body-declaration-macro.ts';
import { closingParenthesis } from './body-parentheses.ts';
import { plainKind } from './body-statement.ts';
import type { BodyGrammar, BodyReading } from './syntax-tree.ts';

/** The beginning of a function's body. All offsets are in the text that holds it. */
export type FunctionBody = {
  readonly span: Span;
  /** Past `{` and the comments that trail on its line. */
  readonly openEnd: number;
  /** The leading declarations, those in conditionals that hold nothing else included. */
  readonly declarations: readonly BodyDeclaration[];
  /** Past the last of them, or of the conditional that holds it, and the comments trailing there; `openEnd` without. */
  readonly declarationsEnd: number;
  /** The white space that its lines begin with; null when no line of its own shows it. */
  readonly indentation: string | null;
};

export type BodyDeclaration = { readonly span: Span; readonly calls: readonly Call[] };

export type BodyVocabulary = {
  readonly annotations: Annotations;
  /** The manifest's, beyond the built-in ones. */
  readonly declarationMacros: readonly string[];
};

/**
 * Reads the body `{…}` at `body`. Where one thing ends and the next begins is decided by tokens, as at the top level of
 * a file; what it is, by its first tokens where they say so plainly, else by the grammar. Null when the grammar has to
 * be asked and is not given: loading it takes longer than all else, and few bodies need it.
 */
export function readBody(
  text: string,
  body: Span,
  vocabulary: BodyVocabulary,
  grammar: BodyGrammar | null,
): FunctionBody | null {
  const slice = text.slice(body.start, body.end);
  const tokens = lex(slice);
  const nodes = segment(slice, tokens.slice(1, -1), vocabulary.annotations, []);
  const blanked = (): string => blankAnnotations(slice, tokens, vocabulary.annotations);
  const scene: Scene = { text: slice, vocabulary, ask: askOnce(grammar, blanked) };
  const run = leadingRun(scene, nodes);
  if (run === null) return null;
  const openEnd = endOfOpeningLine(slice, tokens);
  const shifted = (at: Span): Span => span(at.start + body.start, at.end + body.start);
  return {
    span: body,
    openEnd: openEnd + body.start,
    declarations: run.declarations.map(({ item, calls }) => ({
      span: shifted(item.span),
      calls: calls.map((call) => ({ ...call, span: shifted(call.span) })),
    })),
    declarationsEnd: (run.end ?? openEnd) + body.start,
    indentation: indentationOf(slice, run.declarations[0]?.item ?? null, nodes),
  };
}

type Scene = { readonly text: string; readonly vocabulary: BodyVocabulary; readonly ask: () => BodyReading | null };

function askOnce(grammar: BodyGrammar | null, blanked: () => string): () => BodyReading | null {
  let reading: BodyReading | null = null;
  return () => {
    reading ??= grammar?.(blanked()) ?? null;
    return reading;
  };
}

type Run = {
  readonly declarations: readonly { readonly item: ItemSegment; readonly calls: readonly Call[] }[];
  /** null: no declaration leads. */
  readonly end: number | null;
  /** Nothing else was there. */
  readonly isWhole: boolean;
};

/** Comments, `#define` and pragmas neither end the run of declarations nor belong to it. */
function leadingRun(scene: Scene, nodes: readonly Segment[]): Run | null {
  let run: Run = { declarations: [], end: null, isWhole: true };
  for (const node of nodes) {
    const next = runOf(scene, node);
    if (next === null) return null;
    if (!next.isWhole) return { ...run, isWhole: false };
    run = { declarations: [...run.declarations, ...next.declarations], end: next.end ?? run.end, isWhole: true };
  }
  return run;
}

function runOf(scene: Scene, node: Segment): Run | null {
  const empty: Run = { declarations: [], end: null, isWhole: true };
  if (node.kind === 'comment' || node.kind === 'directive') return empty;
  if (node.kind === 'mark') return { ...empty, isWhole: node.bracket.startsWith('pragma ') };
  if (node.kind === 'item') {
    const declares = isDeclaration(scene, node);
    if (declares === null) return null;
    if (!declares) return { ...empty, isWhole: false };
    return {
      declarations: [{ item: node, calls: callsInInitialisers(scene.text, node.tokens) }],
      end: node.span.end,
      isWhole: true,
    };
  }
  const branches: Run[] = [];
  for (const branch of node.branches) {
    const run = leadingRun(scene, branch.nodes);
    if (run === null) return null;
    branches.push(run);
  }
  const declarations = branches.flatMap((branch) => branch.declarations);
  const isWhole = branches.every((branch) => branch.isWhole);
  return isWhole && declarations.length > 0 ? { declarations, end: node.span.end, isWhole } : { ...empty, isWhole };
}

/** Null: the grammar has to be asked, and is not there. */
function isDeclaration({ text, vocabulary, ask }: Scene, item: ItemSegment): boolean | null {
  const [first, second] = item.tokens.filter((token) => token.kind !== 'comment' && token.kind !== 'directive');
  if (!first) return false;
  const word = tokenText(text, first);
  if (word === '__label__') return true;
  if (isPunctuator(text, second, '(') && isDeclarationMacro(word, vocabulary.declarationMacros)) return true;
  const plain = plainKind(text, item.tokens);
  if (plain !== null) return plain === 'declaration';
  const { kind } = parseDeclaration(text, withoutInitialiser(text, item.tokens), vocabulary.annotations);
  if (kind === 'static-assertion') return true;
  const reading = ask();
  if (reading === null) return null;
  const byGrammar = reading.get(first.start);
  if (byGrammar) return byGrammar === 'declaration';
  if (isCalledResult(text, item.tokens)) return false;
  return kind === 'variable' || kind === 'prototype' || kind === 'typedef' || kind === 'type' || kind === 'function';
}

/** `HELPER(name)(…)`: the macro makes the name of the function that is called. */
function isCalledResult(text: string, tokens: readonly Token[]): boolean {
  const [first, open] = tokens;
  if (first?.kind !== 'identifier' || !isMacroCased(tokenText(text, first)) || !isPunctuator(text, open, '('))
    return false;
  return isPunctuator(text, tokens[closingParenthesis(text, tokens, 1) + 1], '(');
}

/** Up to the first `=`: what an expression may hold says nothing of what it initialises. */
function withoutInitialiser(text: string, tokens: readonly Token[]): readonly Token[] {
  const equals = tokens.findIndex((token) => isPunctuator(text, token, '='));
  return equals < 0 ? tokens : tokens.slice(0, equals);
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
function indentationOf(text: string, declaration: ItemSegment | null, nodes: readonly Segment[]): string | null {
  for (const node of [...(declaration ? [declaration] : []), ...nodes]) {
    const inner = node.kind === 'group' ? node.branches.flatMap((branch) => branch.nodes) : [node];
    for (const one of inner) {
      if (one.kind !== 'item' && one.kind !== 'comment') continue;
      if (one.kind === 'item' && isPunctuator(text, one.tokens[1], ':')) continue;
      const lineStart = text.lastIndexOf('\n', one.span.start - 1) + 1;
      const before = text.slice(lineStart, one.span.start);
      if (lineStart > 0 && /^[ \t]+$/.test(before)) return before;
    }
  }
  return null;
}
