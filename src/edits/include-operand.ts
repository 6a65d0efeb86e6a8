import { spellingsIn } from '../plan/includes/include-graph.ts';

/** The headers of C17 7.1.2: everybody includes them in angle brackets. */
const standardHeaders: ReadonlySet<string> = new Set(
  (
    'assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal stdalign stdarg stdatomic ' +
    'stdbool stddef stdint stdio stdlib stdnoreturn string tgmath threads time uchar wchar wctype'
  )
    .split(' ')
    .map((name) => `${name}.h`),
);

/**
 * The operand of an include in a header with this text: in angle brackets where that has others of the same directory so
 * (`<linux/err.h>`, and then `<linux/kernel.h>`), and none in quotes.
 */
export function includeOperandLike(path: string, text: string): string {
  const [directory] = path.split('/');
  const alike = spellingsIn(text).filter((one) => path.includes('/') && one.path.startsWith(`${directory}/`));
  return includeOperand(path, alike.length > 0 && alike.every(({ form }) => form === 'angle'));
}

/** An include path with the delimiters that it is written with. */
export function includeOperand(path: string, prefersAngle = false): string {
  return prefersAngle || standardHeaders.has(path) ? `<${path}>` : `"${path}"`;
}
