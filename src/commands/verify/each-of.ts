/** Does `work` for all, at most `limit` at once, and tells after each how many are done. */
export async function eachOf<T>(
  all: readonly T[],
  limit: number,
  done: (count: number) => void,
  work: (one: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  let count = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < all.length; at = next++) {
      await work(all[at] as T);
      done(++count);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, all.length) }, worker));
}
