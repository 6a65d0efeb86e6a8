/** Longer names are not compared: no name that was misspelt is that long. */
const LENGTH_LIMIT = 80;

/** Who gets more names wrong than this has another list in mind. */
const MOST_GUESSES = 100;

/** `nearestName` for many a written name; what is asked after the first hundred is not compared any more. */
export function nearestNames(names: Iterable<string>): (written: string) => string | null {
  let guesses = 0;
  return (written) => (guesses++ < MOST_GUESSES ? nearestName(written, names) : null);
}

/**
 * The one of `names` that `written` most likely means, or null when none is near: at most a third of its letters (one
 * at least) inserted, left out, replaced or swapped with their neighbour. Upper and lower case count as equal.
 */
export function nearestName(written: string, names: Iterable<string>): string | null {
  if (written.length > LENGTH_LIMIT) return null;
  const limit = Math.max(1, Math.floor(written.length / 3));
  let nearest: string | null = null;
  let best = limit + 1;
  for (const name of names) {
    if (name.length > LENGTH_LIMIT || Math.abs(name.length - written.length) >= best) continue;
    const distance = editDistance(written.toLowerCase(), name.toLowerCase(), best);
    if (distance < best) {
      best = distance;
      nearest = name;
    }
  }
  return nearest;
}

/**
 * Optimal string alignment: Levenshtein's distance with swaps of neighbours; `limit` stands for all that is not less.
 */
function editDistance(from: string, to: string, limit: number): number {
  let older: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
      );
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, at(older, column - 2) + 1);
      current.push(cost);
    }
    if ([...previous, ...current].every((cost) => cost >= limit)) return limit;
    older = previous;
    previous = current;
  }
  return at(previous, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
