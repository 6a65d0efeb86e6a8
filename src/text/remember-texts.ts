/**
 * The same function, which makes nothing again of a text that it was asked of before: each header of a run asks the same
 * of the files that all of them include. The text alone decides, so nothing goes stale; the oldest texts are forgotten.
 *
 * @param most Bytes of all texts whose result is kept.
 */
export function rememberTexts<T>(make: (text: string) => T, most = MOST_BYTES): (text: string) => T {
  const known = new Map<string, T>();
  let bytes = 0;
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (text.length > most) return made;
    known.set(text, made);
    bytes += text.length;
    for (const oldest of known.keys()) {
      if (bytes <= most) break;
      known.delete(oldest);
      bytes -= oldest.length;
    }
    return made;
  };
}

/** Of texts, in all. A tree keeps them too, as long as a run lasts. */
const MOST_BYTES = 1 << 24;
