/** Characters; of what is longer V8 makes no regular expression. */
const LONGEST = 4096;

/**
 * The source of a regular expression for one word. Of an identifier that is too long for one it fits all that begin as
 * that does: whoever uses it compares what was found.
 */
export function wordPattern(word: string): string {
  const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  if (word.length <= LONGEST) return escaped(word);
  return `${escaped(word.slice(0, LONGEST))}[\\w$]*`;
}
