/** A string that stands in `words`, which are given by their places. */
type Candidate = { readonly string: string; readonly words: readonly number[] };

/** Characters of the shortest string: what is shorter stands everywhere. */
const SHORTEST = 4;

/** What it costs to look for one string more in all files, and to read a file, in one unit. */
const STRING_COST = 1.5;
const FILE_COST = 60;

/**
 * Strings such that each of `words` holds one of them: few, and such as stand in few files. `shareOf` says about which
 * share of the files a string stands in, from 0 to 1. They are beginnings of words and what lies between underscores.
 */
export function coveringStrings(words: readonly string[], shareOf: (string: string) => number): readonly string[] {
  const candidates = candidatesOf(words);
  const ofWord = words.map((): number[] => []);
  for (const [at, candidate] of candidates.entries()) for (const word of candidate.words) ofWord[word]?.push(at);
  const uncovered = candidates.map((candidate) => candidate.words.length);
  const covered = new Set<number>();
  const chosen: Candidate[] = [];
  while (covered.size < words.length) {
    const next = candidates[cheapest(candidates, uncovered, shareOf)];
    if (next === undefined) throw new Error('every word is a candidate');
    chosen.push(next);
    for (const word of next.words) {
      if (covered.has(word)) continue;
      covered.add(word);
      for (const at of ofWord[word] ?? []) uncovered[at] = (uncovered[at] ?? 0) - 1;
    }
  }
  return withoutNeedless(words, chosen);
}

function candidatesOf(words: readonly string[]): readonly Candidate[] {
  const byString = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    for (const string of stringsIn(word)) {
      const known = byString.get(string);
      if (known) known.push(at);
      else byString.set(string, [at]);
    }
  }
  // Of those that stand in the same words, the longest stands in the fewest files.
  const longest = new Map<string, Candidate>();
  for (const [string, of] of byString) {
    const key = of.join();
    if ((longest.get(key)?.string.length ?? 0) < string.length) longest.set(key, { string, words: of });
  }
  return [...longest.values()];
}

function stringsIn(word: string): ReadonlySet<string> {
  const strings = new Set([word]);
  for (let end = SHORTEST; end < word.length; end++) strings.add(word.slice(0, end));
  for (let start = word.indexOf('_'); start >= 0; start = word.indexOf('_', start + 1)) {
    for (let end = start + SHORTEST; end <= word.length; end++) {
      if (end === word.length || word[end] === '_' || word[end - 1] === '_') strings.add(word.slice(start, end));
    }
  }
  return strings;
}

/** The candidate that costs the least for each word that it covers first; -1 when none covers any. */
function cheapest(
  candidates: readonly Candidate[],
  uncovered: readonly number[],
  shareOf: (string: string) => number,
): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (const [at, { string }] of candidates.entries()) {
    const count = uncovered[at] ?? 0;
    // Asking for the share takes long.
    if (count === 0 || STRING_COST / count >= least) continue;
    const cost = (STRING_COST + FILE_COST * shareOf(string)) / count;
    if (cost < least) [best, least] = [at, cost];
  }
  return best;
}

/** Without those whose words all hold another one that was chosen. */
function withoutNeedless(words: readonly string[], chosen: readonly Candidate[]): readonly string[] {
  let left = chosen;
  for (const one of chosen) {
    const others = left.filter((other) => other !== one);
    const isNeedless = one.words.every((at) => others.some(({ string }) => words[at]?.includes(string)));
    if (isNeedless) left = others;
  }
  return left.map(({ string }) => string);
}
