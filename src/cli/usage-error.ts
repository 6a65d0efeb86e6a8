/** The command line cannot be understood. Thrown through yargs, which has no other way out, and caught right behind it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
