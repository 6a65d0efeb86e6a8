import { setImmediate } from 'node:timers/promises';
import type Parser from 'tree-sitter';
import { outside, type Span } from '../../text/span.ts';

/** What the C grammar says of an edit: `abstains` where it cannot read the body as it was. */
export type Testimony = 'agrees' | 'objects' | 'abstains';

/** A body `{…}` before and after an edit, and which statements were taken out and put in, each in its own offsets. */
export type EditedBody = {
  readonly before: string;
  readonly after: string;
  readonly removed: readonly Span[];
  readonly inserted: readonly Span[];
};

/**
 * Whether the syntax tree of a body after an edit is the one before, but for the statements that the edit takes out and
 * puts in: at the body's own level, or in a conditional or behind a label there. Structures are compared, not texts.
 */
export async function askGrammar({ before, after, removed, inserted }: EditedBody): Promise<Testimony> {
  const parser = await loadParser();
  if (parser === null) return 'abstains';
  await freeTrees(before.length + after.length);
  const [was, now] = [statementsOf(parser, before), statementsOf(parser, after)];
  if (was === null) return 'abstains';
  if (now === null) return 'objects';
  const kept = outside(was, removed);
  const rest = outside(now, inserted);
  const isSame = kept.length === rest.length && kept.every(({ shape }, at) => shape === rest[at]?.shape);
  // Each inserted one is a statement of its own, or several, and not a part of one.
  return isSame && now.length - rest.length >= inserted.length ? 'agrees' : 'objects';
}

/** Why the grammar cannot be loaded, as far as a run asked for it; null when it can. */
export function grammarProblem(): string | null {
  return problem;
}

let loading: Promise<Parser | null> | null = null;
let problem: string | null = null;

/** At the first call: that takes as long as reading a hundred bodies, and a run may insert nothing. */
function loadParser(): Promise<Parser | null> {
  loading ??= importParser().catch((reason: unknown) => {
    problem = reason instanceof Error ? (reason.message.split('\n')[0] ?? '') : String(reason);
    return null;
  });
  return loading;
}

async function importParser(): Promise<Parser> {
  const [{ default: TreeSitter }, { default: C }] = await Promise.all([import('tree-sitter'), import('tree-sitter-c')]);
  const parser = new TreeSitter();
  // Without the list of its node types, of which the library would make a class each: that takes longer than all else here.
  parser.setLanguage({ ...(C as unknown as Parser.Language), nodeTypeInfo: [] });
  return parser;
}

let parsed = 0;

/** The parser frees its trees only when the event loop turns: a turn for every so many bytes parsed. */
async function freeTrees(bytes: number): Promise<void> {
  parsed += bytes;
  if (parsed < BYTES_BETWEEN_TURNS) return;
  parsed = 0;
  await setImmediate();
}

const BYTES_BETWEEN_TURNS = 1 << 18;

/** One thing at the body's own level. `shape`: its syntax tree without texts. */
type Statement = Span & { readonly shape: string };

/** Null when the grammar does not understand all of a body. */
function statementsOf(parser: Parser, body: string): readonly Statement[] | null {
  const { rootNode } = parser.parse(HEAD + body);
  const compound = rootNode.firstNamedChild?.childForFieldName('body');
  if (rootNode.hasError || rootNode.namedChildCount !== 1 || !compound) return null;
  return statementsIn(compound);
}

/** What makes a body a definition. */
const HEAD = 'void f(void)';

/** By a list of what is left, not by recursion: each label stands inside the one before, and each `#elif`. */
function statementsIn(body: Parser.SyntaxNode): readonly Statement[] {
  const statements: Statement[] = [];
  const left: (Parser.SyntaxNode | Statement)[] = body.namedChildren.toReversed();
  for (let next = left.pop(); next; next = left.pop()) {
    if ('shape' in next) {
      statements.push(next);
      continue;
    }
    const [start, end] = [next.startIndex - HEAD.length, next.endIndex - HEAD.length];
    const isLabel = next.type === 'labeled_statement';
    if (!isLabel && !CONDITIONAL.test(next.type)) {
      statements.push({ start, end, shape: shapeOf(next) });
      continue;
    }
    // A label is one more statement of the body: what it stands before may go.
    statements.push({ start, end: start, shape: next.type });
    if (!isLabel) left.push({ start: end, end, shape: 'end' });
    left.push(...next.namedChildren.toReversed());
  }
  return statements;
}

/** Bytes up to which no statement nests deeper than the parser's own stack holds when it spells a tree. */
const SHORT = 4096;

/** The kinds of a node and all below it, with the places that they have in one another. */
function shapeOf(node: Parser.SyntaxNode): string {
  if (node.endIndex - node.startIndex <= SHORT) return node.toString();
  const cursor = node.walk();
  const kinds: string[] = [];
  for (;;) {
    if (cursor.nodeIsNamed) kinds.push(cursor.currentFieldName ?? '', cursor.nodeType);
    if (cursor.gotoFirstChild()) {
      kinds.push('(');
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) return kinds.join(' ');
      kinds.push(')');
    }
  }
}

const CONDITIONAL = /^preproc_(?:if|ifdef|else|elif|elifdef)$/;
