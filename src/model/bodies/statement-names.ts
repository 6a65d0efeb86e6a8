import { isKeyword, statementWords, typeWords } from '../../parse/tokens/keywords.ts';
import { lexRange } from '../../parse/tokens/lex.ts';
import { isPunctuator, type Token, tokenText } from '../../parse/tokens/token.ts';

/** What a statement needs to be declared, each name once; members and what keywords say are left out. */
export type StatementNames = {
  /** Functions and macros that it calls. */
  readonly called: readonly string[];
  /** Tags and what can only be types. */
  readonly types: readonly string[];
  /** Variables, parameters, enumerators, macros without parameters. */
  readonly plain: readonly string[];
};

export function namesOfStatement(statement: string): StatementNames {
  const tokens = lexRange(statement, 0, statement.length).filter((token) => token.kind !== 'comment');
  const names = { called: new Set<string>(), types: new Set<string>(), plain: new Set<string>() };
  const own = declaredIn(statement, tokens);
  tokens.forEach((token, at) => {
    const word = tokenText(statement, token);
    if (token.kind !== 'identifier' || isKeyword(word) || isMember(statement, tokens, at) || own.names.has(word))
      return;
    names[own.types.has(word) ? 'types' : roleOf(statement, tokens, at)].add(word);
  });
  return { called: [...names.called], types: [...names.types], plain: [...names.plain] };
}

/** `a.b`, `a->b`, and a designator. */
export function isMember(text: string, tokens: readonly Token[], at: number): boolean {
  return isPunctuator(text, tokens[at - 1], '.') || isPunctuator(text, tokens[at - 1], '->');
}

function roleOf(text: string, tokens: readonly Token[], at: number): keyof StatementNames {
  if (TAGGED.has(wordAt(text, tokens, at - 1))) return 'types';
  if (isPunctuator(text, tokens[at + 1], '(')) return 'called';
  return isPunctuator(text, tokens[at - 1], '(') && isCast(text, tokens, at) ? 'types' : 'plain';
}

const TAGGED: ReadonlySet<string> = new Set(['struct', 'union', 'enum']);

/** `(name *)`, or `(name)` with an operand behind it and no call or condition before. */
function isCast(text: string, tokens: readonly Token[], name: number): boolean {
  let at = name + 1;
  while (isPunctuator(text, tokens[at], '*')) at++;
  if (!isPunctuator(text, tokens[at], ')')) return false;
  const [before, next] = [tokens[name - 2], tokens[at + 1]];
  return at > name + 1 || (before?.kind !== 'identifier' && next !== undefined && next.kind !== 'punctuator');
}

/** What a statement declares for itself, `{ Lock *l = f(); g(l); }`, with its types, and the labels that it goes to. */
function declaredIn(
  text: string,
  tokens: readonly Token[],
): { readonly names: Set<string>; readonly types: Set<string> } {
  const own = { names: new Set<string>(), types: new Set<string>() };
  tokens.forEach((token, at) => {
    if (token.kind !== 'identifier' || isKeyword(tokenText(text, token))) return;
    let type = at - 1;
    while (isPunctuator(text, tokens[type], '*')) type--;
    const word = wordAt(text, tokens, type);
    if (tokens[type]?.kind !== 'identifier' || TAGGED.has(word) || (statementWords.has(word) && word !== 'goto'))
      return;
    // `a * b` multiplies, unless a statement, or a loop's head, begins with it.
    if (type < at - 1 && !typeWords.has(word) && !beginsStatement(text, tokens, type)) return;
    own.names.add(tokenText(text, token));
    if (!isKeyword(word)) own.types.add(word);
  });
  return own;
}

function beginsStatement(text: string, tokens: readonly Token[], at: number): boolean {
  if (
    at === 0 ||
    TAGGED.has(wordAt(text, tokens, at - 1)) ||
    ['{', ';', '}'].some((mark) => isPunctuator(text, tokens[at - 1], mark))
  )
    return true;
  return isPunctuator(text, tokens[at - 1], '(') && wordAt(text, tokens, at - 2) === 'for';
}

function wordAt(text: string, tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token ? tokenText(text, token) : '';
}
