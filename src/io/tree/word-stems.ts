/** Words with one beginning. */
type Group = { readonly stem: string; readonly words: readonly string[] };

/** Characters that words must have in common to share a stem. */
const SHORTEST = 4;

/** A stem of so many characters stands in few files that have none of its words; each stem more takes git longer. */
const LONG_ENOUGH = 6;

/**
 * Beginnings of words such that every word begins with one of them, at most `most` where words that agree in their
 * first four characters leave so few. Short ones are made longer, the shortest first: fewer files hold them. Two words
 * stand for themselves: `monitor_add_blk` and `monitor_remove_blk` are in few of the files that hold `monitor_`.
 */
export function stemsOf(words: readonly string[], most: number): readonly string[] {
  let groups = divide([...new Set(words)], SHORTEST);
  for (const group of groups.toSorted((a, b) => a.stem.length - b.stem.length)) {
    if (group.stem.length >= LONG_ENOUGH || group.words.includes(group.stem)) continue;
    const parts = divide(group.words, group.stem.length + 1);
    if (groups.length - 1 + parts.length <= most) groups = [...groups.filter((one) => one !== group), ...parts];
  }
  let count = groups.length;
  return groups.flatMap(({ stem, words: own }) =>
    own.length === 2 && !own.includes(stem) && ++count <= most ? own : [stem],
  );
}

/** Words grouped by their first characters, so many. */
function divide(words: readonly string[], length: number): readonly Group[] {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const beginning = word.slice(0, length);
    const group = groups.get(beginning);
    if (group) group.push(word);
    else groups.set(beginning, [word]);
  }
  return [...groups.values()].map((group) => ({ stem: commonBeginning(group), words: group }));
}

function commonBeginning([first = '', ...others]: readonly string[]): string {
  let length = first.length;
  for (const word of others) while (!word.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}
