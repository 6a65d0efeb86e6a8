/** A file that a build generates. */
export type Output = {
  /** The directory in which the build tool makes it, absolute. */
  readonly folder: string;
  /** The makefile with its rule, from there; null: the one that the tool takes by itself. */
  readonly makefile: string | null;
  /** Its name for the build tool. */
  readonly target: string;
  /** Absolute. */
  readonly path: string;
};

/** A step of a build that makes files of others by a command of the project's own. */
export type BuildStep = {
  readonly outputs: readonly Output[];
  /** Absolute. */
  readonly inputs: readonly string[];
  /** The command tells only when it runs what else it read. */
  readonly readsMore: boolean;
};

/** The same with paths as the build's file spells them. */
export type SpeltStep = {
  readonly outputs: readonly string[];
  readonly inputs: readonly string[];
  readonly readsMore: boolean;
};

/** Whether a file is one that compilers read. */
export function isSource(path: string): boolean {
  return SOURCE.test(path);
}

const SOURCE = /\.(?:c|h|cc|cpp|cxx|hh|hpp|hxx|inc|def|tab|S)$/;

/**
 * What steps make of files, directly or through others, each once.
 *
 * @param isEach Whether a step counts that reads more than it says.
 */
export function madeFrom(
  steps: readonly BuildStep[],
  changed: ReadonlySet<string>,
  isEach: boolean,
): readonly Output[] {
  const made = new Map<string, Output>();
  for (let size = -1; size !== made.size; ) {
    size = made.size;
    for (const { outputs, inputs, readsMore } of steps) {
      if ((isEach && readsMore) || inputs.some((input) => made.has(input) || changed.has(input)))
        for (const output of outputs) if (!made.has(output.path)) made.set(output.path, output);
    }
  }
  return [...made.values()];
}
