import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../c-tokens.mjs';
import { functionBodies } from '../function-bodies.mjs';

/**
 * Inserts every assertion that QEMU's maintainers made, also those that the manifests do not ask for, into QEMU 5.2's
 * functions by the tool's library, and counts how many stand at the same statement and between the same blank lines as
 * in 7.2. Fails when a function of both releases is not found or not asserted.
 */
export async function placements({ context, tally }) {
  const list = context.facts === null ? null : join(context.facts, 'qemu-asserts.json');
  if (list === null || !existsSync(list)) return tally.skip('all assertions of QEMU', 'no record of them (--facts)');
  const results = await comparePlacements({ ...context, list });
  for (const macro of new Set(results.map((one) => one.macro)))
    tally.note(`  ${macro}: ${figuresOf(results.filter((one) => one.macro === macro))}`);
  const blockLayer = results.filter((one) => one.file === 'block.c' && one.macro === 'GLOBAL_STATE_CODE');
  tally.note(`  GLOBAL_STATE_CODE in block.c: ${figuresOf(blockLayer)}`);
  const missing = results
    .filter(({ state }) => state === 'missed')
    .map(({ file, name, why }) => `${file} ${name}: ${why}`);
  tally.check('all assertions of QEMU', figuresOf(results), missing);
}

/** One result for each assertion of the list, in its order: `{ file, name, macro, state, samePlace, sameBlanks }`. */
export async function comparePlacements({ before, after, dist, list }) {
  const insert = await insertion(dist);
  const results = [];
  for (const { file, function: name, macro } of JSON.parse(readFileSync(list, 'utf8')).assertions) {
    const assert = `${macro}();`;
    const [old, theirs] = [before, after].map((root) => bodyIn(root, file, name));
    const wanted = theirs === null ? null : contextOf(theirs, assert);
    if (old === null || wanted === null) {
      results.push({ file, name, macro, state: old === null ? 'not in 5.2' : 'not so in 7.2' });
      continue;
    }
    const text = await insert(file, readFileSync(join(before, file), 'latin1'), name, assert);
    const ours = text === null ? null : contextOf(bodyOf(text, name), assert);
    if (ours === null)
      results.push({ file, name, macro, state: 'missed', why: 'no definition found or no assertion made' });
    else {
      const samePlace = ours.before === wanted.before || ours.after === wanted.after;
      results.push({
        file,
        name,
        macro,
        state: 'compared',
        samePlace,
        sameBlanks: samePlace && ours.blanks === wanted.blanks,
      });
    }
  }
  return results;
}

export function figuresOf(results) {
  const compared = results.filter(({ state }) => state === 'compared');
  const same = compared.filter(({ samePlace }) => samePlace).length;
  const blanks = same - compared.filter(({ sameBlanks }) => sameBlanks).length;
  const missed = results.filter(({ state }) => state === 'missed').length;
  return (
    `${results.length} in QEMU, ${compared.length + missed} in both releases, ${missed} missed, ` +
    `${same} at the same statement, ${blanks} of these between other blank lines`
  );
}

/** A function of file, text, function and statement: the text with the statement inserted, null when it is not. */
async function insertion(dist) {
  const load = (path) => import(join(dist, path));
  const { assertBody } = await load('edits/assertion.js');
  const { findDefinitions } = await load('model/bodies/definitions.js');
  const { macrosOf } = await load('model/bodies/file-macros.js');
  const { commonAnnotations } = await load('parse/declarations/annotations.js');
  const { applyEdits } = await load('text/text-edit.js');
  return async (path, text, name, assert) => {
    const vocabulary = { annotations: commonAnnotations, declarationMacros: [], macros: macrosOf(text) };
    const options = { vocabulary, placement: 'after-declarations' };
    const [definition] = findDefinitions(text, new Set([name]), commonAnnotations).definitions;
    if (!definition) return null;
    const { action, edits } = await assertBody({ path, text }, definition, { assert, known: [] }, options);
    return action === 'insert' ? applyEdits(text, edits) : null;
  };
}

function bodyIn(root, file, name) {
  const path = join(root, file);
  return existsSync(path) ? bodyOf(readFileSync(path, 'latin1'), name) : null;
}

function bodyOf(text, name) {
  const [body] = functionBodies(text).get(name) ?? [];
  return body ? text.slice(body.start, body.end) : null;
}

/** The code before the statement, the beginning of what follows it, and the blank lines on either side. */
function contextOf(body, assert) {
  const at = body.indexOf(assert);
  if (at < 0) return null;
  const [before, after] = [body.slice(0, at), body.slice(at + assert.length)];
  const blanks = (gap) => Math.max(0, gap.split('\n').length - 2);
  return {
    before: codeOf(before).join(' '),
    after: codeOf(after).slice(0, 12).join(' '),
    blanks: `${blanks(/\s*$/.exec(before)[0])}/${blanks(/^\s*/.exec(after)[0])}`,
  };
}
