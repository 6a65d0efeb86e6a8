// How well the assertions of QEMU 7.2's block.c are put into 5.2's, by header-split and by Coccinelle.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertBody } from '../dist/edits/assertion.js';
import { findDefinitions } from '../dist/model/bodies/definitions.js';
import { macrosOf } from '../dist/model/bodies/file-macros.js';
import { commonAnnotations } from '../dist/parse/declarations/annotations.js';
import { applyEdits } from '../dist/text/text-edit.js';
import { compareContexts, contextOf, definitionIn } from './placement.mjs';
import { hasSpatch, patchedBySpatch } from './spatch.mjs';

const FILE = 'block.c';
const ASSERT = 'GLOBAL_STATE_CODE();';

/** Lines to print. `list` is the JSON of the functions that 7.2 asserts. */
export async function accuracyLines({ before, after, list }) {
  const { assertions } = JSON.parse(readFileSync(list, 'utf8'));
  const names = assertions
    .filter(({ file, macro }) => file === FILE && `${macro}();` === ASSERT)
    .map((one) => one.function);
  const [old, theirs] = [before, after].map((folder) => readFileSync(join(folder, FILE), 'latin1'));
  const lines = [`${names.length} functions of ${FILE} are asserted by QEMU 7.2; of these, in 5.2`];
  lines.push(figures('header-split', { old, theirs, ours: await patchedByUs(old, names) }, names));
  if (hasSpatch()) {
    const ours = patchedBySpatch(join(before, FILE), names, ASSERT);
    lines.push(figures('spatch', { old, theirs, ours }, names));
  }
  return lines;
}

async function patchedByUs(text, names) {
  const { definitions } = findDefinitions(text, new Set(names), commonAnnotations);
  const options = {
    vocabulary: { annotations: commonAnnotations, declarationMacros: [], macros: macrosOf(text) },
    placement: 'after-declarations',
  };
  const edits = [];
  for (const definition of definitions) {
    edits.push(...(await assertBody({ path: FILE, text }, definition, { assert: ASSERT, known: [] }, options)).edits);
  }
  return applyEdits(text, edits);
}

function figures(tool, { old, theirs, ours }, names) {
  const context = (text, name) => {
    const found = definitionIn(text, name);
    return found && contextOf(found, ASSERT);
  };
  const there = names.filter((name) => definitionIn(old, name));
  const missed = there.filter((name) => !context(ours, name));
  const compared = there.flatMap((name) => {
    const [mine, wanted] = [context(ours, name), context(theirs, name)];
    return mine && wanted ? [compareContexts(mine, wanted)] : [];
  });
  const position = compared.filter(({ samePosition }) => samePosition).length;
  const blanks = compared.filter(({ sameBlanks }) => sameBlanks).length;
  return (
    `  ${tool.padEnd(13)} ${there.length} defined, ${there.length - missed.length} asserted, ` +
    `${position} at the maintainers' statement, ${blanks} with their blank lines (${position - blanks} differ); ` +
    `missed: ${missed.join(', ') || 'none'}`
  );
}
