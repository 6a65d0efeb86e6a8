import { isMember } from '../model/bodies/statement-names.ts';
import type { ItemSegment } from '../parse/segment.ts';
import { conditionalWord } from '../parse/tokens/directive.ts';
import { isKeyword, statementWords } from '../parse/tokens/keywords.ts';
import { isPunctuator, type Token, tokenText } from '../parse/tokens/token.ts';

/**
 * Whether an item's body calls the function or macro `name`, under no condition of its own and in no argument of another
 * call than those of `callees`: a macro may drop what it is given. Not where the item may mean something of its own by
 * the name.
 */
export function surelyCalls(text: string, item: ItemSegment, name: string, callees: ReadonlySet<string>): boolean {
  const uses = usesIn(text, item, name);
  return uses.every((use) => use.isCall) && uses.some((use) => isSure(use, callees));
}

/** The same of a name that is not called. */
export function surelyNames(text: string, item: ItemSegment, name: string): boolean {
  return usesIn(text, item, name).some((use) => isSure(use, new Set()));
}

type Use = {
  /** `name (` where an expression can stand. */
  readonly isCall: boolean;
  readonly isConditional: boolean;
  readonly isInBody: boolean;
  /** What the parentheses around it are arguments of. */
  readonly callers: readonly string[];
};

function isSure({ isConditional, isInBody, callers }: Use, callees: ReadonlySet<string>): boolean {
  return isInBody && !isConditional && callers.every((caller) => callees.has(caller));
}

function usesIn(text: string, { span, tokens }: ItemSegment, name: string): readonly Use[] {
  if (!text.slice(span.start, span.end).includes(name)) return [];
  const uses: Use[] = [];
  const open: { readonly bracket: string; readonly caller: string | null }[] = [];
  let conditions = 0;
  const code = tokens.filter((token) => token.kind !== 'comment');
  code.forEach((token, at) => {
    if (token.kind === 'directive') {
      const word = conditionalWord(text, token);
      conditions += word === 'if' ? 1 : word === 'endif' ? -1 : 0;
      return;
    }
    const word = tokenText(text, token);
    if (word === '(' || word === '{' || word === '[') open.push({ bracket: word, caller: callerOf(text, code, at) });
    if (word === ')' || word === '}' || word === ']') open.pop();
    if (token.kind !== 'identifier' || word !== name || isMember(text, code, at)) return;
    uses.push({
      isCall: isPunctuator(text, code[at + 1], '(') && canBeginExpression(text, code[at - 1]),
      isConditional: conditions > 0,
      isInBody: open.some(({ bracket }) => bracket === '{'),
      callers: open.flatMap(({ caller }) => caller ?? []),
    });
  });
  return uses;
}

function callerOf(text: string, tokens: readonly Token[], open: number): string | null {
  const before = tokens[open - 1];
  if (!isPunctuator(text, tokens[open], '(') || before?.kind !== 'identifier') return null;
  const word = tokenText(text, before);
  return isKeyword(word) ? null : word;
}

/** Behind a type, a `*` or the like the name would be declared. */
function canBeginExpression(text: string, before: Token | undefined): boolean {
  if (!before || before.kind === 'directive') return true;
  const word = tokenText(text, before);
  return before.kind === 'punctuator' ? word !== '*' : statementWords.has(word);
}
