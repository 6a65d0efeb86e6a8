/** Behind the last byte of a directive: comments and continued lines are part of it, the line's end is not. */
export function endOfDirective(bytes: Uint8Array, from: number): number {
  let quote = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 92) {
      if (bytes[at + 1] === 13 && bytes[at + 2] === 10) at++;
      at++;
    } else if (byte === 10) return at;
    else if (quote !== 0) quote = byte === quote ? 0 : quote;
    else if (byte === 34 || byte === 39) quote = byte;
    else if (byte === 47 && bytes[at + 1] === 42) {
      at += 2;
      while (at < bytes.length && !(bytes[at] === 42 && bytes[at + 1] === 47)) at++;
      at++;
    } else if (byte === 47 && bytes[at + 1] === 47) {
      while (at < bytes.length && (bytes[at] !== 10 || bytes[at - 1] === 92)) at++;
      return at;
    }
  }
  return bytes.length;
}
