import type { Header, Item } from '../../model/header.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { type Token, tokenText } from '../../parse/tokens/token.ts';
import { functionNames, otherNames } from '../../plan/placement.ts';
import type { SourceText } from '../../text/source-text.ts';

/** One name that a header gives a meaning. All texts are latin1. */
export type DeclaredName = {
  readonly name: string;
  /** A tag or a typedef may be declared in several places; of a macro each definition counts. */
  readonly kind: 'type' | 'macro' | 'value';
  /** Of a type: the braces of its struct, union or enum stand here. */
  readonly hasBody: boolean;
  /** Words of its declaration, by which code may come to know other types. */
  readonly mentions: readonly string[];
  /** Of a type with a body: what may stand behind `.` or `->`. */
  readonly members: readonly string[];
};

/** What a header declares, whatever the condition. Its guard is not one of the names. */
export function declaredNames(source: SourceText): readonly DeclaredName[] {
  const header = parseHeader(source);
  const guard = header.guard.kind === 'macro' ? header.guard.name : null;
  return header.items.flatMap((item) => namesOfItem(header, item)).filter(({ name }) => name !== guard);
}

function namesOfItem(header: Header, item: Item): readonly DeclaredName[] {
  const { text } = header.source;
  const { content } = item;
  if (content.kind === 'directive') {
    if (content.directive.kind !== 'define') return [];
    return [{ name: content.directive.name, kind: 'macro', hasBody: false, mentions: [], members: [] }];
  }
  if (content.kind !== 'declaration') return [];
  const tokens = item.tokens.filter((token) => token.kind !== 'comment' && token.kind !== 'directive');
  const mentions = tokens.filter(({ kind }) => kind === 'identifier').map((token) => tokenText(text, token));
  const functions = functionNames(item).map(
    (name): DeclaredName => ({ name, kind: 'value', hasBody: false, mentions, members: [] }),
  );
  const { kind } = content.declaration;
  const called = kind === 'macro-call' ? tokens[0] && tokenText(text, tokens[0]) : undefined;
  const others = otherNames(item).filter((name) => name !== called);
  if (kind === 'variable' || kind === 'macro-call') {
    const values = others.map((name): DeclaredName => ({ name, kind: 'value', hasBody: false, mentions, members: [] }));
    return [...functions, ...values, ...macrosInside(header, item)];
  }
  const isPunctuator = (token: Token | undefined, mark: string): boolean =>
    token?.kind === 'punctuator' && tokenText(text, token) === mark;
  const hasBody = tokens.some((token) => isPunctuator(token, '{'));
  const enumerators = hasBody ? enumeratorsOf(text, tokens) : new Set<string>();
  const members = hasBody ? membersOf(text, tokens) : [];
  const types = others.map((name): DeclaredName => {
    if (enumerators.has(name)) return { name, kind: 'value', hasBody: false, mentions: [], members: [] };
    return { name, kind: 'type', hasBody: hasBody || isComplete(text, tokens, kind), mentions, members };
  });
  return [...functions, ...types, ...macrosInside(header, item)];
}

/** A typedef of anything but a struct whose body stands elsewhere is all that there is. */
function isComplete(text: string, tokens: readonly Token[], kind: string): boolean {
  if (kind !== 'typedef') return false;
  const words = tokens.map((token) => tokenText(text, token));
  const isAlias =
    words.some((word) => word === 'struct' || word === 'union') && !words.includes('*') && !words.includes('(');
  return !isAlias;
}

/** Members that are themselves macros are defined among them. */
function macrosInside({ source }: Header, item: Item): readonly DeclaredName[] {
  return item.tokens
    .filter(({ kind }) => kind === 'directive')
    .flatMap((token) => {
      const found = /^#[ \t]*define[ \t]+([A-Za-z_]\w*)/.exec(tokenText(source.text, token));
      const name = found?.[1];
      return name === undefined ? [] : [{ name, kind: 'macro' as const, hasBody: false, mentions: [], members: [] }];
    });
}

/** Names before `;`, `,`, `:`, `[`, and those of pointers to functions. More than there are does no harm. */
function membersOf(text: string, tokens: readonly Token[]): readonly string[] {
  const members = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (token.kind !== 'identifier' || !next || next.kind !== 'punctuator') continue;
    if (/^[;,:[)]/.test(tokenText(text, next))) members.add(tokenText(text, token));
  }
  return [...members];
}

function enumeratorsOf(text: string, tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  let depth = 0;
  let isEnum = false;
  let enumAt = -1;
  for (const [at, token] of tokens.entries()) {
    const word = tokenText(text, token);
    if (word === 'enum') isEnum = true;
    else if (word === '{') {
      depth++;
      if (isEnum) enumAt = depth;
      isEnum = false;
    } else if (word === '}') {
      if (enumAt === depth) enumAt = -1;
      depth--;
    } else if (word === ';' || word === ')') isEnum = false;
    else if (token.kind === 'identifier' && depth === enumAt) {
      const before = tokens[at - 1];
      if (before && /^[{,]$/.test(tokenText(text, before))) names.add(word);
    }
  }
  return names;
}
