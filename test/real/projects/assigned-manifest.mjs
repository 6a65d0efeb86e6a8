import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../c-tokens.mjs';
import { hash } from '../packaged-headers.mjs';
import { mustHeaderSplit, mustRun } from '../processes.mjs';

const PARTS = ['common', 'graph', 'io'];

/** Ways to give each prototype a part that do not change from run to run, by the name a check shows. */
export const rules = {
  'by file': (name, file) => PARTS[hash(file ?? name) % PARTS.length],
  'at random': (name) => PARTS[hash(name) % PARTS.length],
};

/**
 * The manifest that `init` writes for a header, with a part for every prototype and an assertion for `graph`. Whatever
 * the rule says, functions that the header defines go to the last part, since they may call any other, and so do those
 * that `assert` does not fit. Returns the text and how many prototypes it has.
 */
export function assignedManifest(context, tree, { path, prelude, assert, assertInclude, unasserted = [] }, rule) {
  const text = mustHeaderSplit(context, ['init', path, '-C', tree, '--parts', PARTS.join(',')]);
  const at = text.search(/^prototypes:$/m);
  const names = [...text.slice(at).matchAll(/^ {2}"?([\w$]+)"?:[ \t]*(?:#.*)?$/gm)].map((match) => match[1]);
  const files = definingFiles(tree, names);
  const last = new Set([...unasserted, ...definedIn(readFileSync(join(tree, path), 'latin1'))]);
  const part = (name) => (last.has(name) ? PARTS.at(-1) : rules[rule](name, files.get(name)));
  const prototypes = text
    .slice(at)
    .replace(/^( {2}"?([\w$]+)"?:)[ \t]*(?:#.*)?$/gm, (_, key, name) => `${key} ${part(name)}`);
  return {
    text: withPrelude(withAssertion(text.slice(0, at), { assert, assertInclude }), prelude) + prototypes,
    count: names.length,
  };
}

function withPrelude(text, prelude) {
  return prelude ? text.replace(/^header: .*\n/m, (line) => `${line}prelude: ${prelude}\n`) : text;
}

function withAssertion(text, { assert, assertInclude }) {
  const keys = [
    '    banner: What stands here runs in one thread.',
    ...(assert ? [`    assert: ${JSON.stringify(assert)}`] : []),
    ...(assertInclude ? [`    assert_include: ${assertInclude}`] : []),
  ];
  return text.replace(/^ {2}graph:\n/m, (line) => `${line}${keys.join('\n')}\n`);
}

/** Function -> the first file that seems to define it: its name, a parenthesis, and `{` before any `;`. */
function definingFiles(tree, names) {
  const wanted = new Set(names);
  const found = new Map();
  const listed = mustRun('git', ['-C', tree, 'grep', '-lwF', ...names.flatMap((name) => ['-e', name]), '--', '*.c']);
  for (const file of listed.trim().split('\n')) {
    for (const name of definedIn(readFileSync(join(tree, file), 'latin1')))
      if (wanted.has(name) && !found.has(name)) found.set(name, file);
  }
  return found;
}

function definedIn(text) {
  const code = codeOf(text);
  const names = [];
  let depth = 0;
  for (let at = 0; at < code.length; at++) {
    if (code[at] === '{') depth++;
    else if (code[at] === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && code[at] === '(') {
      const close = closing(code, at);
      if (code[close + 1] === '{' && /^[A-Za-z_]\w*$/.test(code[at - 1] ?? '')) names.push(code[at - 1]);
      at = close;
    }
  }
  return names;
}

function closing(code, open) {
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if (code[at] === '(') depth++;
    else if (code[at] === ')' && --depth === 0) return at;
  }
  return code.length;
}
