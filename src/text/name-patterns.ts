import { hasWildcard, readGlob } from './glob.ts';
import { matcherOf } from './pattern.ts';

/** Which of some patterns a name is meant by: names, and globs of names. */
export function matchNames(patterns: readonly string[]): (name: string) => readonly number[] {
  const plain = new Map<string, number[]>();
  const wild: { readonly at: number; readonly pattern: Parameters<typeof matcherOf>[0][number] }[] = [];
  for (const [at, spelt] of patterns.entries()) {
    const read = hasWildcard(spelt) ? readGlob(spelt) : null;
    if (read?.kind === 'pattern') wild.push({ at, pattern: read.pattern });
    else plain.set(spelt, [...(plain.get(spelt) ?? []), at]);
  }
  if (wild.length === 0) return (name) => plain.get(name) ?? [];
  const match = matcherOf(wild.map(({ pattern }) => pattern));
  return (name) => [...(plain.get(name) ?? []), ...match(name).map((one) => wild[one]?.at ?? -1)];
}
