// Compares where header-split puts assertions in QEMU 5.2 with where QEMU's maintainers put them in 7.2.
// usage: node test/real/qemu-placements.mjs QEMU-5.2 QEMU-7.2 ASSERTS.json [-v]
import { readFileSync } from 'node:fs';
import { assertBody } from '../../dist/edits/assertion.js';
import { commonAnnotations } from '../../dist/parse/annotations.js';
import { applyEdits } from '../../dist/text/text-edit.js';
import { compareContexts, contextOf, definitionIn } from './placement.mjs';

const [before, after, list, flag] = process.argv.slice(2);
const { assertions } = JSON.parse(readFileSync(list, 'utf8'));
const options = {
  vocabulary: { annotations: commonAnnotations, declarationMacros: [] },
  placement: 'after-declarations',
};
const texts = new Map();
const results = [];
for (const { file, function: name, macro, placement } of assertions) {
  results.push({ file, name, macro, placement, ...(await compare(file, name, `${macro}();`)) });
}
report('all', results);
for (const macro of new Set(results.map((one) => one.macro)))
  report(
    macro,
    results.filter((one) => one.macro === macro),
  );
report(
  'block.c, GLOBAL_STATE_CODE',
  results.filter((one) => one.macro === 'GLOBAL_STATE_CODE' && one.file === 'block.c'),
);
const differing = results.filter((one) => one.inBoth && (!one.samePosition || (flag === '-v' && !one.sameBlanks)));
for (const { file, name, reason } of differing) console.log(`  ${file} ${name}: ${reason}`);
for (const { file, name } of results.filter((one) => !one.found && one.inBoth))
  console.log(`  ${file} ${name}: not found`);

async function compare(file, name, assert) {
  const [old, theirs] = [definitionOf(`${before}/${file}`, name), definitionOf(`${after}/${file}`, name)];
  if (!old || !theirs) return { found: Boolean(old), inBoth: false, reason: 'not in both' };
  const source = { path: file, text: old.text };
  const { action, edits } = await assertBody(source, old.definition, { assert, others: [] }, options);
  const end = old.definition.body.end + edits.reduce((sum, edit) => sum + edit.insert.length, 0);
  const ours = { text: applyEdits(old.text, edits), definition: { body: { start: old.definition.body.start, end } } };
  const [mine, wanted] = [contextOf(ours, assert), contextOf(theirs, assert)];
  if (action !== 'insert' || mine === null) return { found: true, inBoth: true, reason: `action ${action}` };
  if (wanted === null) return { found: true, inBoth: false, reason: 'asserts by another macro in 7.2' };
  const { samePosition, sameBlanks } = compareContexts(mine, wanted);
  const reason = samePosition
    ? `blank lines: ours ${mine.blanks}, theirs ${wanted.blanks}`
    : `theirs after: ${wanted.before.slice(-70)}; ours after: ${mine.before.slice(-70)}`;
  return { found: true, inBoth: true, samePosition, sameBlanks, reason };
}

function definitionOf(path, name) {
  if (!texts.has(path)) texts.set(path, readIfThere(path));
  const text = texts.get(path);
  return text === null ? null : definitionIn(text, name);
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return null;
  }
}

function report(title, all) {
  const both = all.filter((one) => one.inBoth);
  const count = (test) => both.filter(test).length;
  console.log(
    `${title}: ${all.length} asserted in 7.2, ${both.length} in both releases, ${count((one) => one.found)} found, ` +
      `${count((one) => one.samePosition)} at the same statement, ${count((one) => one.sameBlanks)} with the same blank lines`,
  );
}
