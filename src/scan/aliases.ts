import { textAt } from './assembly.ts';
import { fact, flag } from './facts.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './tokens.ts';
import { isAttributeWord, isTypeofWord } from './words.ts';

/**
 * `int f(int) __attribute__((alias("g")));` defines f as another name of g: told as a function that calls g. `from` to `to` is
 * a declaration, `declared` the token of its name.
 */
export function readAlias(
  state: ScanState,
  { from, to, declared, isStatic }: { from: number; to: number; declared: number; isStatic: boolean },
): void {
  const { kind, name, line, start } = state.tokens;
  const { out, names } = state;
  const target = targetIn(state, from, to);
  if (target === 0 || !(kind[declared + 1] === token.open || hasTypeof(state, from, declared))) return;
  // It has no body, so no brace stands anywhere.
  out.put(fact.function, flag.alias + (isStatic ? flag.static : 0), name[declared] ?? 0, line[declared] ?? 0, -1, 0);
  out.put(0);
  out.put(fact.call, names.numberOf(textAt(state, target)), line[target] ?? 0, start[target] ?? 0);
  out.put(fact.end);
}

/** The text inside `alias("g")` of an attribute; 0: there is none. */
function targetIn(state: ScanState, from: number, to: number): number {
  const { kind, name, match } = state.tokens;
  for (let at = from; at < to; at++) {
    if (kind[at] !== token.name || !isAttributeWord(name[at] ?? 0)) continue;
    const close = match[at + 1] ?? 0;
    for (let inside = at + 2; inside < close; inside++) {
      const isText = kind[inside] === token.name && kind[inside + 1] === token.open && kind[inside + 2] === token.text;
      if (isText && /^(?:__)?(?:alias|weakref)(?:__)?$/.test(state.names.wordOf(name[inside] ?? 0))) return inside + 2;
    }
    at = close || at;
  }
  return 0;
}

function hasTypeof({ tokens: { kind, name } }: ScanState, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (kind[at] === token.name && isTypeofWord(name[at] ?? 0)) return true;
  return false;
}
