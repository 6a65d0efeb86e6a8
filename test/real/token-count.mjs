// Counts preprocessing tokens by regular expression, so that the law of conservation is checked outside the tool's code.

const TOKEN =
  /\/\*[\s\S]*?\*\/|\/\/(?:\\\r?\n|[^\n])*|(?:u8|[LuU])?"(?:\\[\s\S]|[^"\\\n])*"|(?:[LuU])?'(?:\\[\s\S]|[^'\\\n])*'|[A-Za-z_$\x80-\xff][\w$\x80-\xff]*|\.?\d(?:[eEpP][+-]|[\w.])*|\\\r?\n|[^\s]/g;
const SKIPPED = /^[ \t]*#[ \t]*(?:if|ifdef|ifndef|elif|else|endif|include|include_next|import|pragma)\b/;
const DIRECTIVE = /^[ \t]*#/;
const BRACKET = /^\s*(?:\}|(?:[A-Z_]*(?:BEGIN|END)[A-Z_]*);?)\s*$/;

/** Token -> count over all texts; comments, guards, includes, conditionals, pragmas and bracket lines left out. */
export function countTokens(texts, headerGuards = []) {
  const counts = new Map();
  for (const text of texts) {
    const guard = guardOf(text);
    for (const line of logicalLines(text)) {
      if (
        SKIPPED.test(line) ||
        BRACKET.test(line) ||
        [guard, ...headerGuards].some((name) => name !== null && isGuardDefine(line, name))
      )
        continue;
      if (DIRECTIVE.test(line) === false && /^\s*$/.test(line)) continue;
      for (const token of line.match(TOKEN) ?? []) {
        if (/^(?:\/\*|\/\/|\\\r?\n)/.test(token)) continue;
        counts.set(token, (counts.get(token) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** What the two counts disagree on, as `token:before/after`. */
export function difference(before, after) {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((token) => (before.get(token) ?? 0) !== (after.get(token) ?? 0))
    .map((token) => `${token}:${before.get(token) ?? 0}/${after.get(token) ?? 0}`);
}

/** Lines with comments blanked and continuations joined. */
function logicalLines(text) {
  const plain = text.replace(TOKEN, (token) => (/^\/\*/.test(token) ? ' ' : /^\/\//.test(token) ? '' : token));
  return plain
    .replaceAll(/\bextern\s*"C(?:\+\+)?"\s*\{/g, '')
    .replaceAll(/\\[ \t]*\r?\n/g, ' ')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
}

/** The macro that a text's first directive tests the absence of; null when it does not. */
export function guardOf(text) {
  const read = logicalLines(text).filter((line) => line.trim() !== '' && !/^\s*#\s*pragma\s+once/.test(line));
  // A part file may include the header in its turn above its guard.
  const lines = read.slice(read.findIndex((line) => !/^\s*#\s*include/.test(line)));
  const test = /^\s*#\s*(?:ifndef\s+(\w+)|if\s*!\s*defined\s*\(?\s*(\w+)\s*\)?)\s*$/.exec(lines[0] ?? '');
  return test ? (test[1] ?? test[2]) : null;
}

function isGuardDefine(line, guard) {
  const define = /^\s*#\s*define\s+(\w+)(?:\s+\S+)?\s*$/.exec(line);
  return define !== null && define[1] === guard;
}
