/** What stands between `[` and `]`; `end` is the index behind the closing bracket. */
export type CharacterClass = { readonly accepts: (code: number) => boolean; readonly end: number };

/**
 * The class that begins at an index, behind its `[`: characters, ranges, `[:alpha:]` and the like, all others after `!`
 * or `^`. Null where no bracket closes it; a text says what is wrong, in words that follow what holds it.
 */
export function readClass(characters: readonly string[], from: number): CharacterClass | string | null {
  const isNegated = characters[from] === '!' || characters[from] === '^';
  const first = isNegated ? from + 1 : from;
  const tests: ((code: number) => boolean)[] = [];
  for (let at = first; at < characters.length; ) {
    if (characters[at] === ']' && at > first) {
      return { accepts: (code) => code > 0 && tests.some((test) => test(code)) !== isNegated, end: at + 1 };
    }
    const named = NAMED.exec(characters.slice(at, at + LONGEST_NAMED).join(''));
    if (named !== null) {
      const members = namedClasses[named[1] ?? ''];
      if (members === undefined) return `contains '${named[0]}', which is not a class of characters`;
      tests.push((code) => members.test(String.fromCodePoint(code)));
      at += named[0].length;
      continue;
    }
    const low = codeAt(characters, at);
    const isRange = characters[at + 1] === '-' && characters[at + 2] !== undefined && characters[at + 2] !== ']';
    const high = isRange ? codeAt(characters, at + 2) : low;
    tests.push((code) => code >= low && code <= high);
    at += isRange ? 3 : 1;
  }
  return null;
}

function codeAt(characters: readonly string[], at: number): number {
  return characters[at]?.codePointAt(0) ?? 0;
}

const NAMED = /^\[:([a-z]+):\]/;
const LONGEST_NAMED = '[:xdigit:]'.length;

/** POSIX's, of ASCII. */
const namedClasses: Readonly<Record<string, RegExp>> = {
  alnum: /^[A-Za-z0-9]$/,
  alpha: /^[A-Za-z]$/,
  blank: /^[ \t]$/,
  digit: /^[0-9]$/,
  graph: /^[!-~]$/,
  lower: /^[a-z]$/,
  print: /^[ -~]$/,
  punct: /^[!-/:-@[-`{-~]$/,
  space: /^[ \t\n\v\f\r]$/,
  upper: /^[A-Z]$/,
  xdigit: /^[0-9A-Fa-f]$/,
};
