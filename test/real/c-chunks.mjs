import { tokensOf } from './c-tokens.mjs';

/**
 * A header's top-level units: declarations and definitions up to their `;` or `}`, and the directives that declare or
 * do something. Each has its bytes, its offset and the conditions it stands under. Guard, includes and the conditionals
 * between units are left out, comments between units too.
 */
export function chunksOf(text) {
  const tokens = tokensOf(text);
  const guard = guardOf(tokens);
  const chunks = [];
  const conditions = [];
  let open = [];
  let depth = 0;
  const close = () => {
    if (open.length > 0) {
      const [start, end] = [open[0].start, open.at(-1).end];
      chunks.push({ text: text.slice(start, end), start, conditions: conditions.filter((one) => one !== guard) });
    }
    open = [];
  };
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'comment') continue;
    if (open.length === 0 && token.kind === 'directive') {
      const word = /^#\s*(\w*)/.exec(token.text)[1];
      if (word.startsWith('if')) conditions.push(token.text);
      else if (word.startsWith('el')) conditions.push(`${conditions.pop()} ${token.text}`);
      else if (word === 'endif') conditions.pop();
      else if (word !== 'include' && !isGuardDefine(token.text, guard)) {
        open = [token];
        close();
      }
      continue;
    }
    open.push(token);
    if (/^[({[]$/.test(token.text)) depth++;
    if (/^[)}\]]$/.test(token.text)) depth--;
    const next = tokens.slice(index + 1).find(({ kind }) => kind !== 'comment');
    if (depth === 0 && endsUnit(open, token, next)) close();
  }
  close();
  return chunks;
}

function endsUnit(open, token, next) {
  if (token.text === ';') return true;
  if (token.text === '}') return open[open.findIndex((one) => one.text === '{') - 1]?.text === ')';
  const isCall = token.text === ')' && open[1]?.text === '(' && /^[A-Z][A-Z0-9_]+$/.test(open[0].text);
  return isCall && next?.text !== ';' && next?.text !== '{';
}

/** The guard's `#ifndef`, as spelt. */
function guardOf(tokens) {
  const [first, second] = tokens.filter(({ kind }) => kind !== 'comment');
  const name = /^#\s*ifndef\s+(\w+)/.exec(first?.text ?? '')?.[1];
  return name !== undefined && isDefineOf(second?.text ?? '', name) ? first.text : null;
}

function isGuardDefine(text, guard) {
  return guard !== null && isDefineOf(text, /ifndef\s+(\w+)/.exec(guard)[1]);
}

function isDefineOf(text, name) {
  return new RegExp(String.raw`^#\s*define\s+${name}\s*$`).test(text);
}
