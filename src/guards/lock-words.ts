/** What changes or tells whether locks are held, by the numbers of names; a value is a set of locks, one bit each. */
export type LockWords = {
  readonly acquire: ReadonlyMap<number, number>;
  readonly release: ReadonlyMap<number, number>;
  /** Functions that try to acquire: the locks are held where they return something, or where they return 0. */
  readonly tries: ReadonlyMap<number, { readonly locks: number; readonly when: 'true' | 'zero' }>;
  /** Macros that hold the locks in the statement behind them. */
  readonly scopes: ReadonlyMap<number, number>;
  /** Macros that declare a variable with a `cleanup`, or are that attribute: what they acquire, and what the end of the scope releases. */
  readonly guards: ReadonlyMap<number, { readonly acquires: number; readonly releases: number }>;
  /** The words of the attribute itself. */
  readonly cleanups: readonly number[];
  /** Predicates: true means that the locks are held. */
  readonly holds: ReadonlyMap<number, number>;
  /** `true`, `NULL` and the like, as conditions. */
  readonly constants: ReadonlyMap<number, boolean>;
  /** Calls behind which the locks are held, as an assertion of the whole. */
  readonly asserts: ReadonlyMap<number, number>;
  /** Calls that end the program when what they are given is false. */
  readonly isAssertion: (name: number) => boolean;
  /** Calls that only say which way is likely. */
  readonly isTransparent: (name: number) => boolean;
  /** Macros that repeat the statement behind them, so that its `break` is theirs. */
  readonly isLoop: (name: number) => boolean;
  /** Calls that do not return. */
  readonly isFinal: (name: number) => boolean;
};

/** More locks than this are not told apart. */
export const MOST_LOCKS = 30;

/** Every lock is held where nothing runs. */
export const NOWHERE = -1;
