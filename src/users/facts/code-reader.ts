import type { Names } from '../../scan/names.ts';
import { type Tokens, token } from '../../scan/tokens.ts';
import { isAggregateWord, isAttributeWord, isSpecifierWord, isStatementWord, isWord, word } from '../../scan/words.ts';
import type { NameList } from './name-list.ts';

/** Reads the code of one file, piece by piece as directives divide it; `branch`: that of a condition, as `Conditions` numbers them. */
export type CodeReader = {
  readonly read: (tokens: Tokens, bytes: Uint8Array, branch: number) => void;
  /** Names that the file declares for itself alone. */
  readonly statics: () => ReadonlySet<number>;
  /** Types that it declares outside functions and structs. */
  readonly types: () => readonly number[];
  readonly aliases: () => ReadonlyMap<number, number>;
};

export function makeCodeReader(names: Names, used: NameList): CodeReader {
  const statics = new Set<number>();
  const types = new Set<number>();
  const constWord = names.numberOf('const');
  /** By name of a pointer, the type that it points to. */
  const aliases = new Map<number, number>();
  const pointers = new Map<number, number>();
  let depth = 0;
  /** The depth of braces at which a `typedef` is open; -1: none is. */
  let typedefAt = -1;
  return {
    statics: () => statics,
    types: () => [...types],
    aliases: () => aliases,
    read: (tokens, bytes, branch) => {
      const { kind, name, start, count } = tokens;
      for (let at = 1; at < count; at++) {
        const here = kind[at];
        if (here === token.openBrace) depth++;
        else if (here === token.closeBrace) {
          // Branches may open what they do not close; a brace at the start of a line ends what is at the top.
          const isAtMargin = start[at] === 0 || bytes[(start[at] ?? 0) - 1] === NEWLINE;
          depth = isAtMargin ? 0 : Math.max(0, depth - 1);
        } else if (here === token.semicolon) {
          if (typedefAt === depth && kind[at - 1] === token.name) types.add(name[at - 1] ?? 0);
          if (typedefAt >= depth) typedefAt = -1;
        } else if (here === token.name) readName(tokens, bytes, at, branch);
      }
    },
  };

  function readName(tokens: Tokens, bytes: Uint8Array, at: number, branch: number): void {
    const { kind, name, start } = tokens;
    const number = name[at] ?? 0;
    if (isWord(number)) {
      if (number === word.typedef) typedefAt = depth;
      // Under a condition it need not be there where the name is used.
      else if (number === word.static && depth === 0 && branch === 0) {
        const declared = declaredBehind(tokens, at);
        if (declared !== 0) statics.add(declared);
      }
      return;
    }
    const before = kind[at - 1];
    if (before === token.dot || before === token.arrow) {
      used.addMember(number);
      used.addOwn(number, start[at] ?? 0);
      return;
    }
    if (isPointerDeclarator(tokens, at)) {
      used.addOwn(number, start[at] ?? 0);
      if (typedefAt >= 0) types.add(number);
      return;
    }
    const isTag = before === token.name && isAggregateWord(name[at - 1] ?? 0);
    const next = kind[at + 1];
    if (isTag && (next === token.semicolon || next === token.openBrace) && depth <= 1) types.add(number);
    // `typedef struct S T;` declares both.
    if (isTag && next !== token.openBrace && kind[at - 2] === token.name && name[at - 2] === word.typedef)
      types.add(number);
    const isAlias = next === token.semicolon && before === token.name && isAggregateWord(name[at - 2] ?? 0);
    if (isAlias && kind[at - 3] === token.name && name[at - 3] === word.typedef) aliases.set(number, name[at - 1] ?? 0);
    if (isTag && next === token.openBrace) {
      used.addOwn(number, start[at] ?? 0);
      return;
    }
    used.add(number, start[at] ?? 0, !isWeak(tokens, at, isTag), branch);
    readPointer(tokens, bytes, at, branch);
  }

  /** A pointer is enough for the address of a thing; to count with it, or to have the thing, takes the type. */
  function readPointer({ kind, name, start }: Tokens, bytes: Uint8Array, at: number, branch: number): void {
    const [before, next] = [kind[at - 1], kind[at + 1]];
    const isSum = (other: number): boolean =>
      kind[other] === token.operator && (bytes[start[other] ?? 0] === PLUS || bytes[start[other] ?? 0] === MINUS);
    const isDeclared = before === token.star && kind[at - 2] === token.name && !isStatementWord(name[at - 2] ?? 0);
    if (isDeclared) {
      const type = name[at - 2] === constWord ? at - 3 : at - 2;
      if (kind[type] === token.name) pointers.set(name[at] ?? 0, name[type] ?? 0);
    } else if (before === token.star || next === token.openIndex || isSum(at + 1) || isSum(at - 1)) {
      const type = pointers.get(name[at] ?? 0);
      if (type !== undefined && !isWord(type)) used.add(type, start[at] ?? 0, true, branch);
    }
  }

  /** `S *`, `S const *`, `struct S;`, `typedef struct S S;`. */
  function isWeak({ kind, name }: Tokens, at: number, isTag: boolean): boolean {
    let next = at + 1;
    while (kind[next] === token.name && name[next] === constWord) next++;
    if (kind[next] === token.star) return true;
    const isTypedef = (from: number): boolean => kind[from] === token.name && name[from] === word.typedef;
    if (isTag) return kind[next] === token.semicolon || (isTypedef(at - 2) && kind[next] === token.name);
    return kind[next] === token.semicolon && isTypedef(at - 3) && isAggregateWord(name[at - 2] ?? 0);
  }
}

const NEWLINE = 10;
const PLUS = 43;
const MINUS = 45;

/** `int (*name)(`, and not a call by `(*name)(`. */
export function isPointerDeclarator({ kind, name }: Tokens, at: number): boolean {
  if (kind[at - 1] !== token.star || kind[at + 1] !== token.close || kind[at + 2] !== token.open) return false;
  let open = at - 2;
  // An annotation may stand before the star.
  while (kind[open] === token.name) open--;
  if (kind[open] !== token.open) return false;
  const before = kind[open - 1];
  return before === token.star || (before === token.name && !isStatementWord(name[open - 1] ?? 0));
}

/** The name of what `static` declares; 0 where that cannot be told from a call of a macro. */
function declaredBehind({ kind, name, count }: Tokens, from: number): number {
  let last = 0;
  let hasType = false;
  for (let at = from + 1; at < count; at++) {
    const here = kind[at];
    if (here === token.name) {
      const number = name[at] ?? 0;
      if (isAttributeWord(number) && kind[at + 1] === token.open) {
        at = behindParentheses(kind, at + 1, count) - 1;
        continue;
      }
      if (isSpecifierWord(number)) continue;
      if (last !== 0 || isWord(number)) hasType = true;
      if (!isWord(number)) last = number;
    } else if (here === token.star) hasType = last !== 0 || hasType;
    else return hasType ? last : 0;
  }
  return 0;
}

function behindParentheses(kind: Uint8Array, open: number, count: number): number {
  let depth = 0;
  for (let at = open; at < count; at++) {
    if (kind[at] === token.open) depth++;
    else if (kind[at] === token.close && --depth === 0) return at + 1;
  }
  return count;
}
