import { codeOf, tokensOf } from './c-tokens.mjs';

/**
 * The functions that a C file in QEMU's style defines: name -> bodies with their place between the braces. A body
 * begins with `{` and ends with `}` in the first column; no C is understood for this.
 */
export function functionBodies(text) {
  const bodies = new Map();
  for (const { index } of text.matchAll(/\n\{[ \t]*\n/g)) {
    const head =
      /(?:^|[;}/\n])((?:[^;}#/]|\/(?!\*)|\/\*(?:[^*]|\*(?!\/))*\*\/)*)$/.exec(
        text.slice(Math.max(0, index - 2000), index),
      )?.[1] ?? '';
    const name = nameIn(head);
    const close = text.indexOf('\n}', index + 2);
    if (name === null || close < 0) continue;
    bodies.set(name, [...(bodies.get(name) ?? []), { start: index + 2, end: close + 1 }]);
  }
  return bodies;
}

/** What precedes and follows the only copy of a statement in a body, as code tokens; null when there is not one copy. */
export function surroundings(text, body, statement) {
  const code = codeOf(text.slice(body.start, body.end));
  const wanted = codeOf(statement);
  const at = placesOf(code, wanted);
  return at.length === 1 ? { before: code.slice(0, at[0]), after: code.slice(at[0] + wanted.length) } : null;
}

export function countStatement(text, statement) {
  return placesOf(codeOf(text), codeOf(statement)).length;
}

/** Whether tokens are nothing but declarations, going by their first words, and macros that count as such. */
export function areDeclarations(tokens) {
  const statements = splitStatements(tokens.filter((token) => !token.startsWith('#')));
  return statements.every((one) => {
    const words = one.join(' ');
    if (/^(?:return|goto|else|case|if|for|while|do|switch)\b/.test(words)) return false;
    return (
      /^(?:ERRP_GUARD|QEMU_LOCK_GUARD|g_autoptr|g_autofree)\b/.test(words) ||
      (/^\w+(?: \w+)*(?: \*)* \w+ (?:$|[=;[,(])/.test(`${words} `) && !/^\w+ \(/.test(words))
    );
  });
}

function splitStatements(tokens) {
  const statements = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (/^[({[]$/.test(token)) depth++;
    if (/^[)}\]]$/.test(token)) depth--;
    if (token === ';' && depth === 0) statements.push([]);
    else statements.at(-1).push(token);
  }
  return statements.filter((one) => one.length > 0);
}

function placesOf(code, wanted) {
  return code.flatMap((_, at) => (wanted.every((token, offset) => code[at + offset] === token) ? [at] : []));
}

/** The word before the first parenthesis that is no annotation. */
function nameIn(head) {
  const code = tokensOf(head)
    .filter(({ kind }) => kind !== 'comment')
    .map(({ text }) => text);
  const at = code.findIndex(
    (token, index) =>
      token === '(' && /^[a-z_]\w*$/i.test(code[index - 1] ?? '') && !/^(?:__|[A-Z0-9_]+$)/.test(code[index - 1]),
  );
  return at < 0 ? null : code[at - 1];
}
