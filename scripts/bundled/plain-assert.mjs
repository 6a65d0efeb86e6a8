// Stands for `assert` in main.cjs: yargs compares two values with it, and node's own loads what prints differences.
export function notStrictEqual(actual, expected, message) {
  if (Object.is(actual, expected)) throw new TypeError(message);
}

export function strictEqual(actual, expected, message) {
  if (!Object.is(actual, expected)) throw new TypeError(message);
}
