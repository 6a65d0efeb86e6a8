/** In a list that begins with all those that `isBefore` holds of: the position of the first of which it does not. */
export function lowerBound<One>(list: readonly One[], isBefore: (one: One) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(list[middle] as One)) low = middle + 1;
    else high = middle;
  }
  return low;
}
