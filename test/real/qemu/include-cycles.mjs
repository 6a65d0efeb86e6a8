import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const INCLUDE = /^[ \t]*#[ \t]*include[ \t]*"([^"]+)"/gm;

/** Follows every quoted include from each part file, as the compiler with -Iinclude does: none may lead back to it. */
export function includeCycles(tree, parts) {
  const known = new Map();
  const differences = parts.flatMap((part) => {
    const way = wayBack(part, (file) => includesOf(tree, file, known));
    return way ? [way.join(' -> ')] : [];
  });
  return { files: known.size, differences };
}

/** The files on a way from `start` to itself, by breadth. */
function wayBack(start, includesOf) {
  const cameFrom = new Map();
  const queue = [start];
  for (const file of queue)
    for (const next of includesOf(file)) {
      if (next === start) return [...path(file, cameFrom), start];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, file);
      queue.push(next);
    }
  return null;
}

function path(file, cameFrom) {
  const before = cameFrom.get(file);
  return before === undefined ? [file] : [...path(before, cameFrom), file];
}

function includesOf(tree, file, known) {
  if (!known.has(file)) {
    const text = readFileSync(join(tree, file), 'latin1');
    const found = [...text.matchAll(INCLUDE)].flatMap(([, operand]) => {
      const candidates = [join(dirname(file), operand), join('include', operand), operand].map(normalize);
      return candidates.find((one) => existsSync(join(tree, one))) ?? [];
    });
    known.set(file, found);
  }
  return known.get(file);
}
