import { lexRange } from '../tokens/lex.ts';
import { isPunctuator, type Token, tokenText } from '../tokens/token.ts';

export type MacroDefinition = {
  /** null: it takes no arguments. */
  readonly parameters: readonly string[] | null;
  /** What the arguments behind the parameters go by (`__VA_ARGS__`); null where there can be none. */
  readonly rest: string | null;
  readonly body: string;
};

/** The definitions of a name; none where it is no macro. */
export type Definitions = (name: string) => readonly MacroDefinition[];

/**
 * What a macro call (`PACK_PUSH(1)`) becomes under one definition of its macro, as C17 6.10.3 has it. Of a macro inside
 * that has several definitions the first that is not empty is taken. Null when it grows beyond reason.
 */
export function expandCall(call: string, definition: MacroDefinition, definitions: Definitions): string | null {
  const [first] = lexRange(call, 0, call.length);
  const name = first ? tokenText(call, first) : '';
  const expansion = {
    definitions: (other: string) => (other === name ? [definition] : definitions(other)),
    left: LONGEST,
  };
  return expand(call, expansion, []);
}

/** What opens or closes a bracket is a few pragmas. */
const LONGEST = 10_000;
const DEEPEST = 32;

/** `left`: characters that may still be made. */
type Expansion = { readonly definitions: Definitions; left: number };

/** `hidden`: the macros that this comes from, which stand for themselves in it. */
function expand(text: string, expansion: Expansion, hidden: readonly string[]): string | null {
  const tokens = codeIn(text);
  let result = '';
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const name = tokenText(text, token);
    const isMacro = token.kind === 'identifier' && !hidden.includes(name);
    const call = isMacro ? callAt(text, tokens, at, chosen(expansion.definitions(name))) : null;
    const made = call ? replace(call, expansion, [...hidden, name]) : name;
    expansion.left -= (made?.length ?? 0) + 1;
    if (made === null || expansion.left < 0) return null;
    result += call || tokens[at - 1]?.end !== token.start ? ` ${made}` : made;
    if (call) at = call.last;
  }
  return result.trim();
}

function chosen(definitions: readonly MacroDefinition[]): MacroDefinition | undefined {
  return definitions.find(({ body }) => body !== '') ?? definitions[0];
}

type Call = {
  readonly definition: MacroDefinition;
  /** By parameter. */
  readonly values: ReadonlyMap<string, string>;
  readonly last: number;
};

/** Null where a macro that takes arguments is merely named. */
function callAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  definition: MacroDefinition | undefined,
): Call | null {
  if (!definition) return null;
  const { parameters, rest } = definition;
  if (parameters === null) return { definition, values: new Map(), last: at };
  const open = tokens[at + 1];
  if (!open || !isPunctuator(text, open, '(')) return null;
  const names = rest === null ? parameters : [...parameters, rest];
  const values: string[] = [];
  let depth = 1;
  let from = open.end;
  for (let next = at + 2; next < tokens.length; next++) {
    const token = tokens[next];
    if (!token) break;
    if (isPunctuator(text, token, '(')) depth++;
    if (isPunctuator(text, token, ')')) depth--;
    const isInRest = rest !== null && values.length === parameters.length;
    const divides = isPunctuator(text, token, ',') && depth === 1 && !isInRest;
    if (depth > 0 && !divides) continue;
    values.push(text.slice(from, token.start).trim());
    from = token.end;
    if (depth === 0)
      return { definition, values: new Map(names.map((name, index) => [name, values[index] ?? ''])), last: next };
  }
  return null;
}

function replace({ definition, values }: Call, expansion: Expansion, hidden: readonly string[]): string | null {
  if (hidden.length > DEEPEST) return null;
  const { body } = definition;
  const tokens = codeIn(body);
  const isPasting = (token: Token | undefined): boolean => token !== undefined && isPunctuator(body, token, '##');
  let result = '';
  for (let at = 0; at < tokens.length; at++) {
    const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (!token) break;
    if (isPasting(token)) continue;
    const word = tokenText(body, token);
    const operand = isPunctuator(body, token, '#') && next ? values.get(tokenText(body, next)) : undefined;
    const value = values.get(word);
    const isRaw = value === undefined || isPasting(before) || isPasting(next);
    // An argument is expanded as where it was written: there the macro that takes it is not hidden.
    const made =
      operand !== undefined ? quoted(operand) : isRaw ? (value ?? word) : expand(value, expansion, hidden.slice(0, -1));
    if (made === null) return null;
    result += before === undefined || before.end === token.start || isPasting(before) ? made : ` ${made}`;
    if (operand !== undefined) at++;
  }
  return expand(result, expansion, hidden);
}

/** C17 6.10.3.2 */
function quoted(text: string): string {
  const tokens = codeIn(text);
  const words = tokens.map((token, at) => {
    const word = tokenText(text, token);
    const isLiteral = token.kind === 'string' || token.kind === 'character';
    return (
      (at > 0 && tokens[at - 1]?.end !== token.start ? ' ' : '') + (isLiteral ? word.replace(/["\\]/g, '\\$&') : word)
    );
  });
  return `"${words.join('')}"`;
}

function codeIn(text: string): readonly Token[] {
  return lexRange(text, 0, text.length).filter(({ kind }) => kind !== 'comment');
}
