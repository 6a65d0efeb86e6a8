import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { tokensOf } from '../c-tokens.mjs';

/** A wrapper holds the licence, the header's guard, the banner, its part files' includes, old includes; nothing else. */
export function wrapperContent({ manifest, whole, text, tree }) {
  const tokens = tokensOf(text);
  const code = tokens.filter(({ kind }) => kind !== 'comment').map((token) => token.text.trim());
  const comments = tokens.filter(({ kind }) => kind === 'comment').map((token) => token.text);
  const [guard] = tokensOf(whole).filter(({ kind }) => kind === 'directive');
  const name = /(\w+)\s*$/.exec(guard.text)[1];
  const includes = code.slice(2, -1);
  const parts = [...new Set(manifest.parts.map(({ file }) => `#include "${basename(file)}"`))];
  const [first, ...behind] = comments;
  return {
    includes: includes.length,
    differences: [
      ...differs(
        'guard',
        [code[0], code[1], code.at(-1).slice(0, 6)],
        [`#ifndef ${name}`, `#define ${name}`, '#endif'],
      ),
      ...differs('first includes', includes.slice(0, parts.length), parts),
      ...includes
        .slice(parts.length)
        .filter((line) => !/^#\s*include\b/.test(line) || !whole.includes(line))
        .map((line) => `new to the header: ${line}`),
      ...differs('licence', [first], [licenceOf(manifest, whole, tree)]),
      ...differs('comments', behind.map(wordsOf), [wordsOf(manifest.yaml.wrapper.banner)]),
    ],
  };
}

function licenceOf({ yaml }, whole, tree) {
  const text = yaml.licence?.from ? readFileSync(join(tree, yaml.licence.from), 'latin1') : whole;
  return tokensOf(text).find(({ kind }) => kind === 'comment')?.text;
}

function wordsOf(text) {
  return text
    .split(/[\s*/]+/)
    .filter((word) => word !== '')
    .join(' ');
}

function differs(what, found, wanted) {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  return one === other ? [] : [`${what}: ${one}, wanted ${other}`];
}
