/**
 * The text with the directives that include as most files spell them, each byte in its place or close by: `%:` is `#`, and
 * lines that are continued within the word or the operand are continued between the two.
 */
export function plainDirectives(text: string): string {
  const hashed = text.includes('%:') ? text.replace(DIGRAPH, '$1# ') : text;
  return hasSplicedDirective(hashed) ? hashed.replace(DIRECTIVE, joined) : hashed;
}

/** Whether a line that is continued may begin a directive which includes: most are of macros. */
function hasSplicedDirective(text: string): boolean {
  for (let at = text.indexOf('\\\n'); at >= 0; at = text.indexOf('\\\n', at + 2)) {
    const start = text.lastIndexOf('\n', at - 1) + 1;
    let first = start;
    while (text[first] === ' ' || text[first] === '\t') first++;
    if (text[first] === '#' && !DEFINE.test(text.slice(first, at))) return true;
  }
  return text.includes('\\\r\n');
}

const DEFINE = /^#[ \t]*define[ \t]/;

const DIGRAPH = /^((?:[ \t]|\/\*(?:(?!\*\/).)*\*\/)*)%:/gm;
const DIRECTIVE =
  /^([ \t]*#(?:[ \t]|\\\r?\n)*)((?:[a-z_]|\\\r?\n)+)((?:[ \t]|\\\r?\n)*)("(?:[^"\n\\]|\\\r?\n)*"?|<(?:[^>\n\\]|\\\r?\n)*>?)?/gm;
const SPLICE = /\\\r?\n/g;

function joined(whole: string, head: string, word: string, gap: string, operand = ''): string {
  const plain = word.replace(SPLICE, '');
  if (!/^(?:include|include_next|import)$/.test(plain) || !/^$|.[">]$/.test(operand)) return whole;
  const splices = [...(word.match(SPLICE) ?? []), ...(operand.match(SPLICE) ?? [])].join('');
  return splices === '' ? whole : `${head}${plain}${splices}${gap}${operand.replace(SPLICE, '')}`;
}
