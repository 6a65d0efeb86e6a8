/** C17 and C23 keywords, with GNU's alternate spellings, by the role they can play in a declaration. */

export const storageWords: ReadonlySet<string> = new Set([
  'typedef',
  'extern',
  'static',
  'inline',
  '__inline',
  '__inline__',
  'register',
  'auto',
  '_Thread_local',
  'thread_local',
  '__thread',
  'constexpr',
  '_Noreturn',
  '__extension__',
  '__forceinline',
  'explicit',
  'virtual',
  'friend',
  'mutable',
]);

export const qualifierWords: ReadonlySet<string> = new Set([
  'const',
  '__const',
  '__const__',
  'volatile',
  '__volatile',
  '__volatile__',
  'restrict',
  '__restrict',
  '__restrict__',
  '_Atomic',
]);

/** Words that are a type, or a piece of one, by themselves. */
export const typeWords: ReadonlySet<string> = new Set([
  'void',
  'char',
  'short',
  'int',
  'long',
  'float',
  'double',
  'signed',
  'unsigned',
  '__signed',
  '__signed__',
  '_Bool',
  'bool',
  '_Complex',
  '_Imaginary',
  '__complex__',
  '__int128',
  '_Float16',
  '_Float32',
  '_Float64',
  '_Float128',
  '_Float32x',
  '_Float64x',
  '__builtin_va_list',
  '_Decimal32',
  '_Decimal64',
  '_Decimal128',
  'wchar_t',
]);

/** Words followed by parentheses that stand for a type. */
export const typeofWords: ReadonlySet<string> = new Set([
  'typeof',
  '__typeof',
  '__typeof__',
  'typeof_unqual',
  '_BitInt',
  'decltype',
]);

export const aggregateWords: ReadonlySet<string> = new Set(['struct', 'union', 'enum', 'class']);

/** Words followed by parentheses that say something about a declaration and name nothing. */
export const attributeWords: ReadonlySet<string> = new Set([
  '__attribute__',
  '__attribute',
  '__declspec',
  '_Alignas',
  'alignas',
  '__asm__',
  '__asm',
  'asm',
]);

export const assemblyWords: ReadonlySet<string> = new Set(['asm', '__asm', '__asm__']);

/** Words that begin a statement or an expression, so that no declaration can contain them as a name. */
export const statementWords: ReadonlySet<string> = new Set([
  'if',
  'else',
  'for',
  'while',
  'do',
  'switch',
  'case',
  'default',
  'break',
  'continue',
  'return',
  'goto',
  'sizeof',
  '_Alignof',
  'alignof',
  '_Generic',
  'template',
  'namespace',
  'using',
  'operator',
  'public',
  'private',
  'protected',
]);

/** Of the words above, those that only C++ reserves: in C they are names. */
export const cplusplusWords: ReadonlySet<string> = new Set([
  'class',
  'explicit',
  'virtual',
  'friend',
  'mutable',
  'template',
  'namespace',
  'using',
  'operator',
  'public',
  'private',
  'protected',
]);

export const assertWords: ReadonlySet<string> = new Set(['_Static_assert', 'static_assert']);

export function isKeyword(word: string): boolean {
  return (
    storageWords.has(word) ||
    qualifierWords.has(word) ||
    typeWords.has(word) ||
    typeofWords.has(word) ||
    aggregateWords.has(word) ||
    attributeWords.has(word) ||
    statementWords.has(word) ||
    assertWords.has(word)
  );
}

/** Whether a word can only begin a declaration: a storage class, a qualifier, a type, `struct`, `typedef`. */
export function beginsDeclaration(word: string): boolean {
  return (
    storageWords.has(word) ||
    qualifierWords.has(word) ||
    typeWords.has(word) ||
    typeofWords.has(word) ||
    aggregateWords.has(word) ||
    assertWords.has(word)
  );
}
