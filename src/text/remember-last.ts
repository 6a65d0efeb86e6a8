/**
 * The same function, which makes nothing again as long as it is asked of one text: a file may hold thousands of
 * functions, each of which asks something of the whole file.
 */
export function rememberLast<T>(make: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly made: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, made: make(text) };
    return last.made;
  };
}
