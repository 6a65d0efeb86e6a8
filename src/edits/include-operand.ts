/** The headers of C17 7.1.2: everybody includes them in angle brackets. */
const standardHeaders: ReadonlySet<string> = new Set(
  (
    'assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal stdalign stdarg stdatomic ' +
    'stdbool stddef stdint stdio stdlib stdnoreturn string tgmath threads time uchar wchar wctype'
  )
    .split(' ')
    .map((name) => `${name}.h`),
);

/** An include path with the delimiters that it is written with. */
export function includeOperand(path: string, prefersAngle = false): string {
  return prefersAngle || standardHeaders.has(path) ? `<${path}>` : `"${path}"`;
}
