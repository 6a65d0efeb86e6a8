import { isPunctuator, type Token, tokenText } from './token.ts';

/** Which end of which kind of bracket a macro name is. */
export type BracketNames = ReadonlyMap<string, Mark>;
export type Mark = { readonly role: 'open' | 'close'; readonly bracket: string };

const builtIn: readonly (readonly [string, string])[] = [
  ['G_BEGIN_DECLS', 'G_END_DECLS'],
  ['__BEGIN_DECLS', '__END_DECLS'],
  ['__BEGIN_NAMESPACE_STD', '__END_NAMESPACE_STD'],
  ['__BEGIN_NAMESPACE_C99', '__END_NAMESPACE_C99'],
];

/**
 * The bracket macros of a text: the built-in pairs, the manifest's, and any two names that stand alone on their lines
 * and differ only in BEGIN and END (or START and END, PUSH and POP, OPEN and CLOSE, ON and OFF).
 */
export function bracketMacrosIn(
  text: string,
  tokens: readonly Token[],
  pairs: readonly (readonly [string, string])[],
): BracketNames {
  const names = new Map<string, Mark>();
  for (const [open, close] of [...builtIn, ...pairs]) addPair(names, open, close);
  const alone = new Set<string>();
  tokens.forEach((token, index) => {
    if (token.kind === 'identifier' && standsAlone(text, tokens, index)) alone.add(tokenText(text, token));
  });
  for (const open of alone) {
    for (const [from, to] of wordPairs) {
      const close = open.replace(from, to);
      if (close !== open && alone.has(close)) addPair(names, open, close);
    }
  }
  return names;
}

const wordPairs: readonly (readonly [RegExp, string])[] = [
  [/BEGIN|(?<![a-z])begin(?![a-z])/, 'END'],
  [/START/, 'END'],
  [/START/, 'STOP'],
  [/PUSH/, 'POP'],
  [/OPEN/, 'CLOSE'],
  [/_ON$/, '_OFF'],
  [/ENTER/, 'LEAVE'],
  [/ENTER/, 'EXIT'],
];

function addPair(names: Map<string, Mark>, open: string, close: string): void {
  names.set(open, { role: 'open', bracket: open });
  names.set(close, { role: 'close', bracket: open });
}

function standsAlone(text: string, tokens: readonly Token[], index: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!token) return false;
  const startsLine = !before || text.slice(before.end, token.start).includes('\n');
  const endsLine =
    !after ||
    after.kind === 'comment' ||
    isPunctuator(text, after, ';') ||
    text.slice(token.end, after.start).includes('\n');
  return startsLine && endsLine;
}

/** The bracket that a pragma opens or closes: `pack`, `visibility`, `diagnostic` and their like; null for any other. */
export function pragmaBracket(words: readonly string[]): Mark | null {
  const plain = words.filter((word) => !['(', ')', ','].includes(word));
  const subject = plain[0] === 'GCC' || plain[0] === 'clang' || plain[0] === 'STDC' ? plain.slice(1) : plain;
  const [name, verb] = subject;
  if (name === undefined) return null;
  if (name === 'push_macro' || name === 'push_options')
    return { role: 'open', bracket: `pragma ${name.slice(5)} ${verb ?? ''}` };
  if (name === 'pop_macro' || name === 'pop_options')
    return { role: 'close', bracket: `pragma ${name.slice(4)} ${verb ?? ''}` };
  if (!['pack', 'visibility', 'diagnostic', 'warning', 'system_header', 'ms_struct'].includes(name)) return null;
  if (verb === 'push') return { role: 'open', bracket: `pragma ${name}` };
  if (verb === 'pop') return { role: 'close', bracket: `pragma ${name}` };
  if (name === 'pack') return { role: verb === undefined ? 'close' : 'open', bracket: 'pragma pack set' };
  return null;
}
