import { isKeyword } from './keywords.ts';
import { lexRange } from './lex.ts';
import { DEEPEST_NESTING } from './nesting.ts';
import { pairBrackets, tokensProblem } from './statement-tokens.ts';
import { isPunctuator, type Token, tokenText } from './token.ts';

/**
 * What keeps a text of one line from being whole C statements that can stand anywhere in a body and leave what follows
 * as it was, in words that follow the text's name; null when nothing does. Tokens decide: whether names exist and types
 * fit is the compiler's to say.
 */
export function statementsProblem(text: string): string | null {
  const all = lexRange(text, 0, text.length);
  const tokens = all.filter((token) => token.kind !== 'comment');
  const problem = tokensProblem(text, all);
  if (problem !== null) return problem;
  const partners = pairBrackets(text, tokens);
  return typeof partners === 'string' ? partners : wholeProblem({ text, tokens, partners });
}

type Scene = {
  readonly text: string;
  /** Without comments. */
  readonly tokens: readonly Token[];
  readonly partners: ReadonlyMap<number, number>;
};

function wholeProblem(scene: Scene): string | null {
  const { text, tokens } = scene;
  if (!tokens.some((token) => token.kind === 'identifier' && !isKeyword(tokenText(text, token))))
    return 'must be a statement that names something';
  for (let at = 0; at < tokens.length; ) {
    const end = readStatement(scene, at, OUTERMOST);
    if (typeof end === 'string') return end;
    at = end;
  }
  return null;
}

const UNFINISHED = "must be a statement: it must end with ';' or '}'";

/** Where a statement stands: whether in a loop or a `switch`, and how many statements are around it. */
type Within = { readonly isInside: boolean; readonly depth: number };

const OUTERMOST: Within = { isInside: false, depth: 0 };

/** The index past the statement that begins at `at`, or what is wrong. */
function readStatement(scene: Scene, at: number, around: Within): number | string {
  if (around.depth > DEEPEST_NESTING) return `nests more than ${DEEPEST_NESTING} statements`;
  const within = { ...around, depth: around.depth + 1 };
  const word = wordAt(scene, at);
  switch (word) {
    case null:
      return UNFINISHED;
    case '{':
      return readBlock(scene, at, within);
    case 'else':
      return "has an 'else' without its 'if'";
    case 'if':
      return readIf(scene, at, within);
    case 'for':
    case 'while':
    case 'switch':
      return readAfterParentheses(scene, at, inside(within));
    case 'do':
      return readDo(scene, at, within);
    case 'case':
    case 'default':
    case 'break':
    case 'continue':
      return within.isInside ? readExpression(scene, at, within) : `has a '${word}' that belongs to nothing in it`;
    default:
      return readExpression(scene, at, within);
  }
}

function readBlock(scene: Scene, open: number, within: Within): number | string {
  const close = scene.partners.get(open) ?? scene.tokens.length;
  let at: number | string = open + 1;
  while (typeof at === 'number' && at < close) at = readStatement(scene, at, within);
  return typeof at === 'string' ? at : close + 1;
}

function readIf(scene: Scene, at: number, within: Within): number | string {
  const end = readAfterParentheses(scene, at, within);
  return typeof end === 'number' && wordAt(scene, end) === 'else' ? readStatement(scene, end + 1, within) : end;
}

function readDo(scene: Scene, at: number, within: Within): number | string {
  const end = readStatement(scene, at + 1, inside(within));
  if (typeof end === 'string') return end;
  const close = wordAt(scene, end) === 'while' ? scene.partners.get(end + 1) : undefined;
  if (close === undefined) return "has a 'do' without its 'while'";
  return wordAt(scene, close + 1) === ';' ? close + 2 : UNFINISHED;
}

/** `if (…)` and the like, and what they govern. */
function readAfterParentheses(scene: Scene, at: number, within: Within): number | string {
  const close = wordAt(scene, at + 1) === '(' ? scene.partners.get(at + 1) : undefined;
  if (close === undefined) return `has '${wordAt(scene, at)}' without '('`;
  return readStatement(scene, close + 1, within);
}

/** To its `;`; of a macro call that governs a statement, to the end of that. */
function readExpression(scene: Scene, start: number, within: Within): number | string {
  for (let at = start; ; at++) {
    const word = wordAt(scene, at);
    if (word === null || word === '}') return UNFINISHED;
    if (word === ';') return at + 1;
    if (word === ':' && isLabel(scene, start, at)) return readStatement(scene, at + 1, within);
    if (at > start && GOVERNED.has(word))
      return wordAt(scene, at - 1) === ')' ? readStatement(scene, at, inside(within)) : UNFINISHED;
    if (at > start && word === 'else') return "has an 'else' without its 'if'";
    const close = scene.partners.get(at);
    if (close === undefined) continue;
    const after = scene.tokens[close + 1];
    const goesOn =
      after?.kind === 'punctuator' && !isPunctuator(scene.text, after, '{') && !isPunctuator(scene.text, after, '}');
    if (word === '{' && !goesOn) return readBlock(scene, at, inside(within));
    at = close;
  }
}

/** Keywords that begin a statement, and stand within one only behind a macro call that governs them. */
const GOVERNED: ReadonlySet<string> = new Set([
  'if',
  'for',
  'while',
  'do',
  'switch',
  'return',
  'goto',
  'break',
  'continue',
]);

function isLabel(scene: Scene, start: number, colon: number): boolean {
  return colon === start + 1 || wordAt(scene, start) === 'case';
}

function inside(within: Within): Within {
  return { ...within, isInside: true };
}

function wordAt({ text, tokens }: Scene, at: number): string | null {
  const token = tokens[at];
  return token ? tokenText(text, token) : null;
}
