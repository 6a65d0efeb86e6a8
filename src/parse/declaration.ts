import { type Annotations, commonAnnotations } from './annotations.ts';
import { type Declarator, isMacroCased, parseDeclarator } from './declarator.ts';
import {
  aggregateWords,
  assertWords,
  attributeWords,
  isKeyword,
  qualifierWords,
  statementWords,
  storageWords,
  typeofWords,
  typeWords,
} from './keywords.ts';
import {
  collapse,
  type GroupPart,
  isParentheses,
  isWordPart,
  type Part,
  splitAtCommas,
  type WordPart,
} from './parts.ts';
import type { Token } from './token.ts';

/** A name that a declaration gives to something, with the token that says it. */
export type DeclaredName = { readonly name: string; readonly token: Token };

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

/** Reads the declaration that a run of tokens (comments and directives are ignored) makes. */
export function parseDeclaration(
  text: string,
  tokens: readonly Token[],
  annotations: Annotations = commonAnnotations,
): Declaration {
  const all = collapse(text, tokens);
  const inside = namesInside(all);
  const body = bodyOf(all);
  const bare = withoutEnd(all, body);
  const parts = withoutAnnotations(bare, annotations);
  const [first, second] = parts;
  const [name, list] = bare;
  if (!first && bare.length === 2 && isWordPart(name) && isParentheses(list) && !attributeWords.has(name.word))
    return macroCall(name, list, body);
  if (all[0] && isWordPart(all[0]) && ['asm', '__asm', '__asm__'].includes(all[0].word))
    return declaration('assembly', [], [], null);
  if (!first) return declaration(all.every((part) => part.word === ';') ? 'empty' : 'opaque', [], inside, body);
  if (isWordPart(first) && assertWords.has(first.word)) return declaration('static-assertion', [], [], null);
  if (isWordPart(first) && isParentheses(second) && !isKeyword(first.word) && parts.length === 2)
    return macroCall(first, second, body);
  if (parts.some((part) => statementWords.has(part.word))) return declaration('opaque', [], inside, body);
  return declarationOf(parts, inside, body);
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

/** `NAME(…)`: known by the macro's name and, when that is an identifier, by its first argument. */
function macroCall(name: WordPart, group: GroupPart, body: GroupPart | null): Declaration {
  const [first] = splitAtCommas(group.inner);
  const subject =
    first?.length === 1 && isWordPart(first[0]) && !isKeyword(first[0].word) ? [nameOfPart(first[0])] : [];
  return declaration('macro-call', [], [...subject, nameOfPart(name)], body);
}

type Specifiers = {
  readonly end: number;
  readonly isTypedef: boolean;
  readonly isStatic: boolean;
  readonly hasType: boolean;
  readonly hasAggregate: boolean;
  /** The tag that the specifiers declare or mention. */
  readonly tag: readonly DeclaredName[];
  readonly unknown: readonly string[];
};

function readSpecifiers(parts: readonly Part[]): Specifiers {
  let [isTypedef, isStatic, hasType, hasAggregate] = [false, false, false, false];
  let tag: DeclaredName[] = [];
  const names: string[] = [];
  let hasNamedType = false;
  let at = 0;
  for (; at < parts.length; at++) {
    const part = parts[at];
    if (!part) break;
    if (part.token.kind === 'string') continue;
    if (!isWordPart(part)) break;
    if (storageWords.has(part.word)) {
      isTypedef ||= part.word === 'typedef';
      isStatic ||= part.word === 'static';
      // `extern x;` and `static x;` are implicit int to old compilers; `inline` alone is no type.
    } else if (qualifierWords.has(part.word)) {
      if (part.word === '_Atomic' && isParentheses(parts[at + 1])) [hasType, at] = [true, at + 1];
    } else if (typeWords.has(part.word)) {
      hasType = true;
    } else if (typeofWords.has(part.word)) {
      hasType = true;
      if (isParentheses(parts[at + 1])) at++;
    } else if (aggregateWords.has(part.word)) {
      [hasType, hasAggregate] = [true, true];
      const aggregate = readAggregate(parts, at + 1);
      tag = aggregate.tag ? [nameOfPart(aggregate.tag)] : [];
      at = aggregate.end - 1;
    } else {
      const role = roleOfWord(parts, at, hasType || hasNamedType);
      if (role === 'declarator') break;
      names.push(part.word);
      if (role === 'type') hasNamedType = true;
      if (isParentheses(parts[at + 1]) && !isNestedDeclarator(parts, at + 1)) at++;
    }
  }
  const unknown = hasType ? names : withoutTypeName(names);
  return { end: at, isTypedef, isStatic, hasType: hasType || hasNamedType, hasAggregate, tag, unknown };
}

/** One of several names must be the type: the last that is not in capitals, as annotations are, else the first. */
function withoutTypeName(names: readonly string[]): readonly string[] {
  const type = Math.max(
    0,
    names.findLastIndex((name) => !isMacroCased(name)),
  );
  return names.filter((_, at) => at !== type);
}

/** What an identifier is where specifiers may stand, from what follows it. */
function roleOfWord(parts: readonly Part[], at: number, hasType: boolean): 'type' | 'annotation' | 'declarator' {
  const [part, next, after] = [parts[at], parts[at + 1], parts[at + 2]];
  const specifier = hasType ? 'annotation' : 'type';
  if (!isWordPart(part)) return 'declarator';
  if (isWordPart(next)) {
    if (hasType && isParentheses(after) && after.inner.length === 1 && isParentheses(after.inner[0]))
      return 'declarator';
    if (
      hasType &&
      !isKeyword(next.word) &&
      !isMacroCased(part.word) &&
      isMacroCased(next.word) &&
      !isFollowedByName(parts, at + 1)
    )
      return 'declarator';
    return specifier;
  }
  if (next && (next.word === '*' || next.word === '^')) return specifier;
  if (isNestedDeclarator(parts, at + 1)) return specifier;
  if (isParentheses(next)) {
    if (!hasType && (isWordPart(after) || after?.word === '*')) return 'type';
    if (
      hasType &&
      isMacroCased(part.word) &&
      isWordPart(after) &&
      isParentheses(parts[at + 3]) &&
      !isMacroCased(after.word)
    )
      return 'annotation';
  }
  return 'declarator';
}

function isFollowedByName(parts: readonly Part[], at: number): boolean {
  const next = parts[at + 1];
  return isWordPart(next) || isParentheses(next) || next?.word === '*';
}

/** Parentheses that hold a declarator, not arguments: `(*x)(…)`, `(x)(…)`, `(WINAPI *x)(…)`, `(*x[2])`. */
function isNestedDeclarator(parts: readonly Part[], at: number): boolean {
  const group = parts[at];
  if (!isParentheses(group)) return false;
  const star = group.inner.findIndex((part) => part.word === '*' || part.word === '^');
  if (
    star === 0 ||
    (star === 1 &&
      isParentheses(parts[at + 1]) &&
      isWordPart(group.inner[0]) &&
      !isKeyword(group.inner[0].word) &&
      group.inner.length > 2 &&
      !isParentheses(parts[at + 2]) &&
      isMacroCased(group.inner[0].word))
  )
    return true;
  return group.inner.length === 1 && isWordPart(group.inner[0]) && isParentheses(parts[at + 1]);
}

function readAggregate(parts: readonly Part[], from: number): { readonly end: number; readonly tag: WordPart | null } {
  const at = from;
  const brace = parts.findIndex((part, index) => index >= from && part.kind === 'group' && part.word === '{');
  const hasBody =
    brace >= 0 &&
    parts.slice(from, brace).every((part) => isWordPart(part) || isParentheses(part) || part.word === ':');
  if (!hasBody) {
    const tag = parts[at];
    return isWordPart(tag) ? { end: at + 1, tag } : { end: at, tag: null };
  }
  const colon = parts.findIndex((part, index) => index >= from && index < brace && part.word === ':');
  const names = parts.slice(from, colon >= 0 ? colon : brace).filter(isWordPart);
  return { end: brace + 1, tag: names.at(-1) ?? null };
}

/** Tags and enumerators at any depth outside function bodies: C has no scope for them. */
function namesInside(parts: readonly Part[]): readonly DeclaredName[] {
  const names: DeclaredName[] = [];
  parts.forEach((part, index) => {
    if (part.kind !== 'group') {
      if (aggregateWords.has(part.word)) {
        const aggregate = readAggregate(parts, index + 1);
        const body = parts[aggregate.end - 1];
        if (body?.kind === 'group' && body.word === '{') {
          if (aggregate.tag) names.push(nameOfPart(aggregate.tag));
          if (part.word === 'enum') names.push(...enumeratorsOf(body));
        }
      }
      return;
    }
    const before = parts[index - 1];
    if (part.word === '{' && before && !isParentheses(before)) names.push(...namesInside(part.inner));
  });
  return names;
}

function enumeratorsOf(body: GroupPart): readonly DeclaredName[] {
  return splitAtCommas(body.inner).flatMap((parts) => (isWordPart(parts[0]) ? [nameOfPart(parts[0])] : []));
}

/** The last braces, when they are a function's body and not a type's or an initializer's. */
function bodyOf(parts: readonly Part[]): GroupPart | null {
  const last = parts.findLast((part) => part.word !== ';');
  if (last?.kind !== 'group' || last.word !== '{') return null;
  const at = parts.lastIndexOf(last);
  if (parts.slice(0, at).some((part) => part.word === '=' || part.word === 'typedef')) return null;
  const keyword = parts.findLastIndex((part, index) => index < at && aggregateWords.has(part.word));
  const isAggregate =
    keyword >= 0 &&
    readAggregate(parts, keyword + 1).end === at + 1 &&
    !parts
      .slice(keyword, at)
      .some(
        (part, index, run) =>
          isParentheses(part) &&
          isWordPart(run[index - 1]) &&
          isWordPart(run[index - 2]) &&
          !aggregateWords.has(run[index - 2]?.word ?? ''),
      );
  return isAggregate ? null : last;
}

/** Without the final `;` and the body; of a K&R definition, without the parameters' declarations too. */
function withoutEnd(parts: readonly Part[], body: GroupPart | null): readonly Part[] {
  const end = body ? parts.indexOf(body) : parts.length;
  const head = parts.slice(0, end);
  while (head.at(-1)?.word === ';') head.pop();
  const parameters = head.findIndex((part, index) => index > 0 && isParentheses(part) && isWordPart(head[index - 1]));
  const hasParameterDeclarations =
    body && parameters >= 0 && parts.slice(parameters, end).some((part) => part.word === ';');
  return hasParameterDeclarations ? head.slice(0, parameters + 1) : head;
}

/** Attributes, C23 `[[…]]`, labels by `asm`, and the known annotations with their arguments, taken out at this level. */
function withoutAnnotations(parts: readonly Part[], annotations: Annotations): readonly Part[] {
  const kept: Part[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (!part) break;
    if (part.kind === 'group' && part.word === '[' && part.inner[0]?.word === '[') continue;
    if (part.kind === 'group' && part.word === '(') {
      kept.push({ ...part, inner: withoutAnnotations(part.inner, annotations) });
      continue;
    }
    const decorates =
      isWordPart(part) &&
      (attributeWords.has(part.word) || (annotations.known.has(part.word) && canDecorate(parts, at)));
    if (!decorates) {
      kept.push(part);
      continue;
    }
    if (parts[at + 1]?.word === 'volatile' || parts[at + 1]?.word === '__volatile__') at++;
    if (isParentheses(parts[at + 1]) && !isNestedDeclarator(parts, at + 1)) at++;
  }
  return kept;
}

/** A known annotation that is the last word before `;` and the only name there is declared, not decorating. */
function canDecorate(parts: readonly Part[], at: number): boolean {
  return parts.length > 1 && !(at === 0 && parts.length === 2 && isParentheses(parts[1]));
}

function nameOf(declarator: Declarator): DeclaredName {
  return nameOfPart(declarator.name);
}

function nameOfPart(part: WordPart): DeclaredName {
  return { name: part.word, token: part.token };
}
