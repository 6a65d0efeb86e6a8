/** The system's name for an error of a file operation (`ENOENT`); anything else that was thrown is thrown on. */
export function errorCode(error: unknown): string {
  const code = textOf(error, 'code');
  // Node's own complaints about wrong arguments have codes with an underscore; those are bugs.
  if (code === null || !/^E[A-Z0-9]+$/.test(code)) throw error;
  return code;
}

/** What is shown of such an error: `no space left on device`. */
export function systemMessage(error: unknown): string {
  const code = errorCode(error);
  const message = textOf(error, 'message') ?? code;
  return message.startsWith(`${code}: `) ? message.slice(code.length + 2).replace(/, \w+( '.*)?$/s, '') : message;
}

/** The path that the failed operation was about, where the system says it. */
export function failedPath(error: unknown): string | null {
  return textOf(error, 'path');
}

/** Not by `instanceof`: where the library runs in a context of its own, the system's errors are not its `Error`s. */
function textOf(error: unknown, key: 'code' | 'message' | 'path'): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : null;
}
