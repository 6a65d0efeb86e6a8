/**
 * A plain tokenizer for C, written for these checks alone so that they do not believe the tool about its own work.
 * A directive is one token up to the end of its logical line.
 */
export function tokensOf(text) {
  const tokens = [];
  let atLineStart = true;
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; ) {
    const pattern = atLineStart && text[at] === '#' ? DIRECTIVE : TOKEN;
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [text[at]];
    const kind = pattern === DIRECTIVE ? 'directive' : kindOf(found);
    if (kind !== 'space') tokens.push({ kind, text: found, start: at, end: at + found.length });
    if (kind === 'space') atLineStart ||= found.includes('\n') && !found.startsWith('\\');
    else if (kind !== 'comment') atLineStart = false;
    at += found.length;
  }
  return tokens;
}

/** The tokens that are code, by their text. */
export function codeOf(text) {
  return tokensOf(text)
    .filter(({ kind }) => kind !== 'comment')
    .map((token) => token.text);
}

const COMMENT = String.raw`\/\*[\s\S]*?\*\/|\/\/(?:\\\n|[^\n])*`;
const LITERAL = String.raw`"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'`;
const TOKEN = new RegExp(String.raw`\\\r?\n|\s+|${COMMENT}|${LITERAL}|[A-Za-z_]\w*|\.?\d[\w.]*|->|\.\.\.|[\s\S]`, 'y');
const DIRECTIVE = new RegExp(String.raw`#(?:\\\r?\n|${COMMENT}|${LITERAL}|[^\n])*`, 'y');

function kindOf(text) {
  if (/^(?:\s|\\\r?\n)/.test(text)) return 'space';
  if (/^\/[/*]/.test(text)) return 'comment';
  return /^[A-Za-z_]/.test(text) ? 'word' : 'symbol';
}
