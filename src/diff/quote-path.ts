/** What git writes for the control characters that C gives a letter. */
const letters: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/**
 * A path as git's patches spell it (`core.quotePath` at its default): UTF-8 bytes, in double quotes with octal escapes
 * when it holds a quote, a backslash, a control character or a byte beyond ASCII. The result is ASCII.
 */
export function quotePath(path: string): string {
  const bytes = Buffer.from(path, 'utf8').toString('latin1');
  if (/^[ !#-[\]-~]*$/.test(bytes)) return bytes;
  return `"${bytes.replace(/[^ !#-[\]-~]/g, (byte) => letters[byte] ?? octal(byte))}"`;
}

function octal(byte: string): string {
  return `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`;
}
