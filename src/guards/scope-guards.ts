import { token } from '../scan/tokens.ts';
import { isAttributeWord } from '../scan/words.ts';
import type { FlowState } from './flow-state.ts';

/** What a statement acquires by macros that declare a guard, and what is released where the scope around ends. */
export function guardIn(
  { tokens: { kind, name, match }, words }: Pick<FlowState, 'tokens' | 'words'>,
  from: number,
  to: number,
): { readonly acquires: number; readonly releases: number } {
  let [acquires, releases] = [0, 0];
  /** The functions that are named between parentheses. */
  const named = (open: number): void => {
    const close = match[open] ?? 0;
    for (let at = open + 1; at < close; at++) {
      if (kind[at] === token.name) releases |= words.release.get(name[at] ?? 0) ?? 0;
    }
  };
  for (let at = from; at < to; at++) {
    if (kind[at] !== token.name) continue;
    const guard = words.guards.get(name[at] ?? 0);
    if (guard !== undefined) [acquires, releases] = [acquires | guard.acquires, releases | guard.releases];
    // `#define AUTO(f) __attribute__((cleanup(f)))`.
    if (guard !== undefined && guard.acquires === 0) named(at + 1);
    if (isAttributeWord(name[at] ?? 0)) {
      for (let inside = at + 2; inside < (match[at + 1] ?? 0); inside++) {
        if (kind[inside] === token.name && words.cleanups.includes(name[inside] ?? 0)) named(inside + 1);
      }
    }
  }
  return { acquires, releases };
}
