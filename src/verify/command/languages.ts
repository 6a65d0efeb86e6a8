import { isCxxCompiler } from './compiler-names.ts';

export type Language = 'c' | 'c++' | 'assembler';

const byEnding: ReadonlyMap<string, Language> = new Map([
  ['c', 'c'],
  ['i', 'c'],
  ['m', 'c'],
  ...['C', 'cc', 'cp', 'cpp', 'cxx', 'CPP', 'c++', 'ii', 'mm'].map((one) => [one, 'c++'] as const),
  ...['S', 'sx'].map((one) => [one, 'assembler'] as const),
]);

const byName: ReadonlyMap<string, Language> = new Map([
  ['c', 'c'],
  ['c-header', 'c'],
  ['cpp-output', 'c'],
  ['objective-c', 'c'],
  ['c++', 'c++'],
  ['c++-header', 'c++'],
  ['c++-cpp-output', 'c++'],
  ['objective-c++', 'c++'],
  ['assembler-with-cpp', 'assembler'],
]);

/** By what `-x` says, else by the name of the source; null: nothing that includes a header of C. */
export function languageOf(source: string, forced: string | null, compiler: string): Language | null {
  if (forced !== null) return byName.get(forced) ?? null;
  const language = byEnding.get(source.slice(source.lastIndexOf('.') + 1)) ?? null;
  return language === 'c' && isCxxCompiler(compiler) ? 'c++' : language;
}

/** What to say after `-x`. */
export function languageFlag(language: Language): string {
  return language === 'assembler' ? 'assembler-with-cpp' : language;
}
