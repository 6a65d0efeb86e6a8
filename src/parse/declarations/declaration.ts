import { aggregateWords, assertWords, attributeWords, isKeyword, statementWords } from '../tokens/keywords.ts';
import type { Token } from '../tokens/token.ts';
import {
  collapse,
  type GroupPart,
  isParentheses,
  isWordPart,
  type Part,
  splitAtCommas,
  type WordPart,
} from '../tokens/token-groups.ts';
import { type Annotations, commonAnnotations, noAnnotations } from './annotations.ts';
import { withoutAnnotations } from './blank-annotations.ts';
import { bodyOf, withoutEnd } from './declaration-end.ts';
import { type Declarator, isMacroCased, parseDeclarator } from './declarator.ts';
import { namesInside } from './declared-inside.ts';
import { type DeclaredName, nameOfPart } from './declared-name.ts';
import { readSpecifiers } from './specifiers.ts';

/**
 * What the tokens of one item declare. `opaque` is an item that is not understood: it is kept, moved whole and
 * reported. A `macro-call` is understood to be a call; what it declares is not known.
 */
export type Declaration = {
  readonly kind: DeclarationKind;
  /** Functions declared or defined. */
  readonly functions: readonly DeclaredName[];
  /** Typedef names, tags, enumerators, variables, and the names that macro calls are known by. */
  readonly others: readonly DeclaredName[];
  readonly isStatic: boolean;
  /** The opening and closing brace of a function's body. */
  readonly body: { readonly start: number; readonly end: number } | null;
  readonly unknownAnnotations: readonly string[];
};

export type DeclarationKind =
  | 'prototype'
  | 'function'
  | 'typedef'
  | 'type'
  | 'variable'
  | 'static-assertion'
  | 'macro-call'
  | 'assembly'
  | 'empty'
  | 'opaque';

/**
 * Reads the declaration that a run of tokens (comments and directives are ignored) makes. An annotation's name that is the
 * only one the declaration could declare is not an annotation there: `void log_init(void);` beside `#define log_init()`.
 */
export function parseDeclaration(
  text: string,
  tokens: readonly Token[],
  annotations: Annotations = commonAnnotations,
): Declaration {
  const all = withBraces(collapse(text, tokens), annotations);
  const first = declarationWith(all, annotations);
  if (!lacksName(all, first)) return first;
  for (const fewer of [commonAnnotations, noAnnotations]) {
    const again = declarationWith(all, fewer);
    if (!isBetter(all, first, again)) continue;
    const isUnknown = (name: string): boolean => !annotations.known.has(name);
    const others = again.functions.length === 0 ? again.others : again.others.filter(({ name }) => isUnknown(name));
    return { ...again, others, unknownAnnotations: again.unknownAnnotations.filter(isUnknown) };
  }
  return first;
}

/** `struct ctx CTX(struct md5);` where `CTX` is known to be braces: read with braces, of which nothing is known but the ends. */
function withBraces(all: readonly Part[], { bodies }: Annotations): readonly Part[] {
  const [aggregate, tag, macro, list] = all[0]?.word === 'typedef' ? all.slice(1) : all;
  if (!aggregate || !aggregateWords.has(aggregate.word) || !isWordPart(tag)) return all;
  const [name, behind] = bodies.has(tag.word) ? [tag, macro] : [macro, list];
  if (!isWordPart(name) || !bodies.has(name.word)) return all;
  const at = all.indexOf(name);
  const end = isParentheses(behind) ? behind : name;
  const braces: Part = {
    kind: 'group',
    word: '{',
    inner: [],
    token: name.token,
    end: end.kind === 'group' ? end.end : name.token.end,
  };
  return [...all.slice(0, at), braces, ...all.slice(all.indexOf(end) + 1)];
}

function declarationWith(all: readonly Part[], annotations: Annotations): Declaration {
  const inside = namesInside(all);
  const body = bodyOf(all);
  const bare = withoutEnd(all, body);
  const parts = withoutAnnotations(bare, annotations);
  const [first, second] = parts;
  const [name, list] = bare;
  if (!first && bare.length === 2 && isWordPart(name) && isParentheses(list) && !attributeWords.has(name.word))
    return macroCalls([[name, list]], body);
  const calls = unendedCalls(all);
  if (calls.length > 1) return macroCalls(calls, body);
  if (all[0] && isWordPart(all[0]) && ['asm', '__asm', '__asm__'].includes(all[0].word))
    return declaration('assembly', [], [], null);
  if (!first) return declaration(all.every((part) => part.word === ';') ? 'empty' : 'opaque', [], inside, body);
  if (isWordPart(first) && assertWords.has(first.word)) return declaration('static-assertion', [], [], null);
  if (isWordPart(first) && isParentheses(second) && !isKeyword(first.word) && parts.length === 2)
    return macroCalls([[first, second]], body);
  if (parts.some((part) => statementWords.has(part.word))) return declaration('opaque', [], inside, body);
  return declarationOf(parts, inside, body);
}

/** Whether a reading leaves out what the declaration is there for. */
function lacksName(all: readonly Part[], { kind }: Declaration): boolean {
  switch (kind) {
    case 'opaque':
      return true;
    case 'type':
      return all.some((part) => part.word === 'typedef') || !all.some((part) => part.word === '{');
    case 'macro-call':
      return startsWithTypeMacro(all);
    default:
      return false;
  }
}

function isBetter(all: readonly Part[], first: Declaration, again: Declaration): boolean {
  switch (again.kind) {
    case 'prototype':
    case 'function':
      return true;
    case 'typedef':
      return first.kind !== 'macro-call';
    case 'variable':
      // `DECLARE_MASK(x) __ro_after_init;` declares `x`.
      return first.kind === 'opaque' && !all.some(isParentheses);
    default:
      return false;
  }
}

/** `API(image_t *) image_open(void);`, where `API` is taken for an annotation. */
function startsWithTypeMacro([macro, type, name]: readonly Part[]): boolean {
  return (
    isWordPart(macro) &&
    !attributeWords.has(macro.word) &&
    isParentheses(type) &&
    type.inner.length > 0 &&
    type.inner.every((part) => isWordPart(part) || part.word === '*') &&
    isWordPart(name) &&
    !isMacroCased(name.word)
  );
}

function declarationOf(parts: readonly Part[], inside: readonly DeclaredName[], body: GroupPart | null): Declaration {
  const specifiers = readSpecifiers(parts);
  const rest = parts.slice(specifiers.end);
  if (rest.length === 0) {
    const last = parts.at(-1);
    if (specifiers.isTypedef && !specifiers.hasAggregate && isWordPart(last) && parts.length > 2)
      return declaration('typedef', [], [nameOfPart(last)], null);
    if (specifiers.hasAggregate)
      return {
        ...declaration('type', [], [...specifiers.tag, ...inside], body),
        unknownAnnotations: specifiers.unknown,
      };
    return declaration('opaque', [], inside, body);
  }
  const declarators = splitAtCommas(rest).map(parseDeclarator);
  const found = declarators.filter((one): one is Declarator => one !== null);
  const unknownAnnotations = [...specifiers.unknown, ...found.flatMap((one) => one.unknownAnnotations)];
  const common = { isStatic: specifiers.isStatic, unknownAnnotations };
  const understood =
    found.length === declarators.length && (specifiers.hasType || specifiers.isTypedef || body !== null);
  if (!understood) return { ...declaration('opaque', [], [...found.map(nameOf), ...inside], body), ...common };
  if (specifiers.isTypedef)
    return { ...declaration('typedef', [], [...found.map(nameOf), ...inside], null), ...common };
  const functions = found.filter((one) => one.shape === 'function').map(nameOf);
  const others = [...found.filter((one) => one.shape !== 'function').map(nameOf), ...inside];
  if (body)
    return { ...declaration(functions.length === 1 ? 'function' : 'opaque', functions, others, body), ...common };
  if (functions.length > 0) return { ...declaration('prototype', functions, others, null), ...common };
  const kind = found.some((one) => one.shape === 'macro') ? 'macro-call' : 'variable';
  return { ...declaration(kind, [], others, null), ...common };
}

function declaration(
  kind: DeclarationKind,
  functions: readonly DeclaredName[],
  others: readonly DeclaredName[],
  body: GroupPart | null,
): Declaration {
  const span = body ? { start: body.token.start, end: body.end } : null;
  return { kind, functions, others, isStatic: false, body: span, unknownAnnotations: [] };
}

/** The calls of macros that a text consists of when no `;` ends it; none for any other text. */
function unendedCalls(all: readonly Part[]): readonly MacroCall[] {
  const calls: MacroCall[] = [];
  for (let at = 0; at < all.length; at += 2) {
    const [name, list] = [all[at], all[at + 1]];
    if (!isWordPart(name) || !isMacroCased(name.word) || isKeyword(name.word) || !isParentheses(list)) return [];
    calls.push([name, list]);
  }
  return calls;
}

type MacroCall = readonly [name: WordPart, group: GroupPart];

/** `NAME(…)`: known by the macro's name and, when that is an identifier, by its first argument. */
function macroCalls(calls: readonly MacroCall[], body: GroupPart | null): Declaration {
  const subjects = calls.flatMap(([, group]) => {
    const [first] = splitAtCommas(group.inner);
    return first?.length === 1 && isWordPart(first[0]) && !isKeyword(first[0].word) ? [nameOfPart(first[0])] : [];
  });
  const names = [...subjects, ...calls.map(([name]) => nameOfPart(name))];
  return declaration('macro-call', [], names, body);
}

function nameOf(declarator: Declarator): DeclaredName {
  return nameOfPart(declarator.name);
}
