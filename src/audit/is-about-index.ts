import type { AboutIndex } from './stored-index.ts';

/** Whether what stood beside the sections of a file is what `aboutIndex` makes. */
export function isAboutIndex(value: unknown): value is AboutIndex {
  if (!isRecord(value)) return false;
  const { words, firstWords, files, graph, guards } = value;
  return (
    isCount(words) &&
    isCount(firstWords) &&
    areRows(files, ([id, size, length]) => typeof id === 'string' && isCount(size) && isCount(length)) &&
    (graph === null || isAboutGraph(graph)) &&
    (guards === null || isAboutGuards(guards))
  );
}

function isAboutGraph(value: unknown): boolean {
  if (!isRecord(value) || typeof value['key'] !== 'string') return false;
  const { files, made, unresolved } = value;
  return isListOf(files, (file) => typeof file === 'string') && areNamed(made) && isUnresolved(unresolved);
}

function isAboutGuards(value: unknown): boolean {
  return isRecord(value) && typeof value['key'] === 'string' && areNamed(value['asserting']);
}

function isUnresolved(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { pointers, members, generated, opaque } = value;
  return (
    [pointers, members, generated].every(isCount) &&
    isListOf(
      opaque,
      (one) =>
        isRecord(one) && typeof one['name'] === 'string' && typeof one['file'] === 'string' && isCount(one['line']),
    )
  );
}

/** Pairs of a node and a name. */
function areNamed(value: unknown): boolean {
  return areRows(value, ([node, name]) => isCount(node) && typeof name === 'string');
}

function areRows(value: unknown, isSound: (row: readonly unknown[]) => boolean): boolean {
  return isListOf(value, (row) => Array.isArray(row) && isSound(row));
}

function isListOf(value: unknown, isSound: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isSound);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
