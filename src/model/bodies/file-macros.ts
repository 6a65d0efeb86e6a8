import { assemblyWords } from '../../parse/tokens/keywords.ts';
import { rememberLast } from '../../text/remember-last.ts';
import { isReserved, isStatement } from './local-words.ts';

/**
 * What a file's own definitions of an object-like or function-like macro begin with: a `statement` (`for (…)`, `(void)`,
 * `__asm__`), or nothing (`empty`). Null for a macro that begins otherwise, and for a name that the file does not define.
 */
export type FileMacros = (name: string) => 'statement' | 'empty' | null;

/** Reads the `#define` lines of a text (latin1) when it is first asked for one. Nothing is expanded. */
export function macrosOf(text: string): FileMacros {
  return (name) => {
    const words = definitionsIn(text).get(name) ?? [];
    if (words.some(beginsStatement)) return 'statement';
    return words.length > 0 && words.every((word) => word === '') ? 'empty' : null;
  };
}

export const noMacros: FileMacros = () => null;

/** Name -> the first word or byte of each of its definitions. */
const definitionsIn = rememberLast((text): ReadonlyMap<string, readonly string[]> => {
  const definitions = new Map<string, string[]>();
  for (const [, name = '', word = ''] of text.matchAll(DEFINITION)) {
    const words = definitions.get(name);
    if (words) words.push(word);
    else definitions.set(name, [word]);
  }
  return definitions;
});

const DEFINITION =
  /^[ \t]*(?:#|%:)[ \t]*define[ \t]+([A-Za-z_$][\w$]*)(?:\([^)\n]*\))?(?:[ \t\r\f\v]|\\\r?\n|\/\*[^*\n]*\*\/)*([A-Za-z_$][\w$]*|[^\s\w])?/gm;

/** Whether no type, and no name that could be one, stands there. */
function beginsStatement(word: string): boolean {
  if (isStatement(word) || assemblyWords.has(word)) return true;
  return word !== '' && !isReserved(word) && !/^[A-Za-z_$[]/.test(word);
}
