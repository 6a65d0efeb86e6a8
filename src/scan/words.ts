import { makeNames, type Names } from './names.ts';

/** Words that are followed by parentheses and are no calls. */
const operators =
  'if while for switch return sizeof typeof __typeof__ __typeof _Alignof alignof __alignof__ __alignof asm __asm__ __asm ' +
  '_Static_assert static_assert __attribute__ __attribute __declspec _Generic __builtin_offsetof offsetof va_arg ' +
  '_Alignas alignas __extension__ defined';
const statements = 'else do case default goto break continue';
const types =
  'void char short int long float double signed unsigned _Bool bool __signed__ __signed __int128 _Complex __complex__ ' +
  '__auto_type';
const aggregates = 'struct union enum';
const specifiers =
  'extern static inline __inline __inline__ register auto const __const volatile __volatile__ restrict __restrict ' +
  '__restrict__ _Noreturn _Thread_local __thread _Atomic typedef';

const groups = [operators, statements, types, aggregates, specifiers].map((group) => group.split(' '));

/** The words of C stand first in every table of names, in this order, so that the kind of a word is a comparison. */
const words: readonly string[] = groups.flat();
const ends = groups.map((_, at) => groups.slice(0, at + 1).reduce((sum, group) => sum + group.length, 0));
const [LAST_OPERATOR = 0, LAST_STATEMENT = 0, LAST_TYPE = 0, LAST_AGGREGATE = 0, LAST_WORD = 0] = ends;

export function namesOfC(): Names {
  const names = makeNames();
  for (const word of words) names.numberOf(word);
  return names;
}

function numberOf(word: string): number {
  const at = words.indexOf(word);
  if (at < 0) throw new Error(`${word} is no word of C`);
  return at + 1;
}

/** Numbers of the words that the scanner asks for. */
export const word = {
  if: numberOf('if'),
  while: numberOf('while'),
  for: numberOf('for'),
  switch: numberOf('switch'),
  return: numberOf('return'),
  else: numberOf('else'),
  do: numberOf('do'),
  case: numberOf('case'),
  default: numberOf('default'),
  goto: numberOf('goto'),
  break: numberOf('break'),
  continue: numberOf('continue'),
  struct: numberOf('struct'),
  union: numberOf('union'),
  enum: numberOf('enum'),
  extern: numberOf('extern'),
  static: numberOf('static'),
  void: numberOf('void'),
  typedef: numberOf('typedef'),
  generic: numberOf('_Generic'),
};

/** Words of one meaning stand side by side, so that asking for all of them is two comparisons. */
function isAmong(first: string, last: string): (name: number) => boolean {
  const [from, to] = [numberOf(first), numberOf(last)];
  return (name) => name >= from && name <= to;
}

export const isTypeofWord = isAmong('typeof', '__typeof');
export const isAttributeWord = isAmong('__attribute__', '__declspec');
export const isAsmWord = isAmong('asm', '__asm');
export const isInlineWord = isAmong('inline', '__inline__');

const unevaluated = new Set(
  ['sizeof', 'typeof', '__typeof__', '__typeof', '_Alignof', 'alignof', '__alignof__', '__alignof'].map(numberOf),
);

/** `sizeof` and the like: what they are given is not run. */
export function isUnevaluated(name: number): boolean {
  return name <= LAST_OPERATOR && unevaluated.has(name);
}

/** Whether a name is a word of C and never one that a program chose. */
export function isWord(name: number): boolean {
  return name <= LAST_WORD;
}

/** `int` and the like, which name a type alone. */
export function isTypeWord(name: number): boolean {
  return name > LAST_STATEMENT && name <= LAST_TYPE;
}

export function isAggregateWord(name: number): boolean {
  return name > LAST_TYPE && name <= LAST_AGGREGATE;
}

/** `static`, `const` and the like. */
export function isSpecifierWord(name: number): boolean {
  return name > LAST_AGGREGATE && name <= LAST_WORD;
}

/** `return`, `if`, `else`: what begins no declaration. */
export function isStatementWord(name: number): boolean {
  return name <= LAST_STATEMENT;
}

export function isOperatorWord(name: number): boolean {
  return name <= LAST_OPERATOR;
}

/** `if`, `return` and the like: behind them a body has more ways than one. */
export function isControlWord(name: number): boolean {
  return controls.has(name);
}

const controls = new Set(
  ['if', 'while', 'for', 'switch', 'return', 'else', 'do', 'case', 'default', 'goto', 'break', 'continue'].map(
    numberOf,
  ),
);
