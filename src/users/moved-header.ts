/** A header whose declarations moved to other files, and what its users may become. Paths are relative to the root. */
export type MovedHeader = {
  /** What users include: the wrapper, which includes the destinations. */
  readonly path: string;
  /** The files that the declarations went to, in the order in which the wrapper includes them. */
  readonly destinations: readonly string[];
  /** The destination that a user of nothing includes, unless it is dropped. */
  readonly shared: string;
  /** `drop`: a user of nothing includes nothing, where that is sure. */
  readonly unused: 'keep' | 'drop';
  /** By path of a user: `narrower`, it changes only where it then reads less; `all`, it no longer includes the wrapper. */
  readonly rewriteOf: (path: string) => 'narrower' | 'all';
  readonly mayChange: (path: string) => boolean;
  /** File -> why its includes stay. */
  readonly keep: ReadonlyMap<string, string>;
  /** File -> destinations that it needs, whatever its tokens show. */
  readonly need: ReadonlyMap<string, readonly string[]>;
  /** Destination -> what it includes for its assertions and the header did not, as it spells them. */
  readonly assertIncludes: ReadonlyMap<string, ReadonlySet<string>>;
};
