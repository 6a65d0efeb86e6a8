/** The exit codes of every command. 1 is a command's own: findings of `check`, or differences under `--exit-code`. */

/** Bad usage, bad input, and a run that stopped before writing. */
export const STOPPED = 2;

/** A bug of this tool. */
export const BUG = 70;
