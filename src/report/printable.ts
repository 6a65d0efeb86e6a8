/**
 * Text that cannot steer a terminal or hide in it: control characters, bidirectional overrides, zero-width and other
 * invisible format characters, and halves of surrogate pairs become `\x1b` or `\u202e`. Newlines and tabs too: whoever
 * lays out several lines splits them first.
 */
export function printable(text: string): string {
  return text.replace(unsafe, escapeCharacter);
}

/** Several lines, each printable; those after the first are indented. */
export function printableLines(text: string, indent: string): string {
  return text.split(/\r?\n/).map(printable).join(`\n${indent}`);
}

const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\u{${code.toString(16)}}`;
}
