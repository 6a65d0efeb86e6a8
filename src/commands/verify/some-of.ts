/** A message names no more files one by one. */
const MOST_NAMED = 5;

/** The first of some names for a message, each once. */
export function someOf(names: readonly string[]): string {
  const all = [...new Set(names)];
  return `${all.slice(0, MOST_NAMED).join(', ')}${all.length > MOST_NAMED ? ', …' : ''}`;
}
