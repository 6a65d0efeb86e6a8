import { chunksOf } from '../c-chunks.mjs';
import { codeOf } from '../c-tokens.mjs';

/**
 * Every unit of the whole header stands, with its bytes and under its conditions, in exactly one part file; what a file
 * holds stands in the header's order within each of its sections, told by where the order starts anew.
 */
export function conservation(whole, files) {
  const before = chunksOf(whole);
  const after = files.flatMap(([path, text]) => chunksOf(text).map((unit) => ({ ...unit, path })));
  const places = new Map();
  for (const [index, unit] of before.entries()) places.set(keyOf(unit), [...(places.get(keyOf(unit)) ?? []), index]);
  const differences = [];
  const last = new Map();
  const sections = new Map();
  for (const unit of after) {
    const index = places.get(keyOf(unit))?.shift();
    if (index === undefined) differences.push(`${unit.path} has what the header had not: ${brief(unit)}`);
    else {
      if (index < (last.get(unit.path) ?? -1)) sections.set(unit.path, (sections.get(unit.path) ?? 1) + 1);
      last.set(unit.path, index);
    }
  }
  for (const index of [...places.values()].flat()) differences.push(`lost: ${brief(before[index])}`);
  for (const [path, count] of sections)
    if (count > 2) differences.push(`${path}: the order starts anew ${count} times`);
  return { units: before.length, tokens: before.reduce((sum, { text }) => sum + codeOf(text).length, 0), differences };
}

function keyOf({ text, conditions }) {
  return [...conditions, text].join('\n');
}

function brief({ text, conditions }) {
  return [...conditions, text].join(' | ').replace(/\s+/g, ' ').slice(0, 120);
}
