import { isDeclarationMacro } from '../../model/bodies/body-declaration-macro.ts';
import { bodyNodes } from '../../model/bodies/body-nodes.ts';
import { noMacros } from '../../model/bodies/file-macros.ts';
import { readLocalDeclaration } from '../../model/bodies/local-declaration.ts';
import type { Annotations } from '../../parse/declarations/annotations.ts';
import type { ItemSegment } from '../../parse/segment.ts';
import { isKeyword } from '../../parse/tokens/keywords.ts';
import { lex } from '../../parse/tokens/lex.ts';
import { closingParenthesis } from '../../parse/tokens/parentheses.ts';
import { isPunctuator, type Token, tokenText } from '../../parse/tokens/token.ts';
import type { Span } from '../../text/span.ts';

/** A call among the first statements of a body. */
export type LeadingCall = {
  /** Of the function or macro. */
  readonly name: string;
  /** On one line, white space reduced to what stands between the words. */
  readonly statement: string;
  /** Its operands name a parameter of the function, or a variable of its body. */
  readonly usesLocals: boolean;
  /** A declaration stands before it in the body. */
  readonly isBelowDeclarations: boolean;
  /** A declaration stands after it, before any other statement. */
  readonly isAboveDeclarations: boolean;
};

/**
 * The calls that a body makes before any other statement. A conditional and what it holds is passed over.
 *
 * @param function_ Where the name of the function ends and the body lies: between them stand its parameters.
 */
export function leadingCalls(
  text: string,
  function_: { readonly nameEnd: number; readonly body: Span },
  annotations: Annotations,
): readonly LeadingCall[] {
  const { nameEnd, body } = function_;
  const slice = text.slice(body.start, body.end);
  const locals = new Set(identifiersIn(text.slice(nameEnd, body.start)));
  const statements: { readonly kind: 'call' | 'declaration'; readonly item: ItemSegment }[] = [];
  for (const node of bodyNodes(slice, lex(slice).slice(1, -1), annotations)) {
    if (node.kind !== 'item') continue;
    const kind = kindOf(slice, node, annotations);
    if (kind === null) break;
    if (kind === 'declaration') for (const word of identifiersIn(textOf(slice, node))) locals.add(word);
    statements.push({ kind, item: node });
  }
  const declaresAt = statements.flatMap(({ kind }, at) => (kind === 'declaration' ? [at] : []));
  return statements.flatMap(({ kind, item }, at) => {
    const statement = textOf(slice, item);
    const [name, ...operands] = identifiersIn(statement);
    if (kind === 'declaration' || name === undefined) return [];
    return [
      {
        name,
        statement,
        usesLocals: operands.some((word) => locals.has(word)),
        isBelowDeclarations: declaresAt.some((one) => one < at),
        isAboveDeclarations: declaresAt.some((one) => one > at),
      },
    ];
  });
}

/** Null for any other statement, and for what could be one. */
function kindOf(text: string, item: ItemSegment, annotations: Annotations): 'call' | 'declaration' | null {
  const code = codeOf(item);
  const [name, open] = code;
  if (name?.kind === 'identifier' && isPunctuator(text, open, '(')) {
    const close = closingParenthesis(text, code, 1);
    const isWhole = close === code.length - 2 && isPunctuator(text, code[close + 1], ';');
    const word = tokenText(text, name);
    if (isWhole && !isKeyword(word)) return isDeclarationMacro(word, []) ? 'declaration' : 'call';
  }
  const vocabulary = { annotations, declarationMacros: [], macros: noMacros };
  return readLocalDeclaration(text, item.tokens, vocabulary) === null ? null : 'declaration';
}

function codeOf(item: ItemSegment): readonly Token[] {
  return item.tokens.filter((token) => token.kind !== 'comment' && token.kind !== 'directive');
}

/** An item without its comments, as one line. */
function textOf(text: string, item: ItemSegment): string {
  const code = codeOf(item);
  return code
    .map((token, at) => {
      const before = code[at - 1];
      const gap = before !== undefined && before.end < token.start ? ' ' : '';
      return gap + tokenText(text, token);
    })
    .join('');
}

function identifiersIn(text: string): readonly string[] {
  return lex(text)
    .filter((token) => token.kind === 'identifier')
    .map((token) => tokenText(text, token));
}
