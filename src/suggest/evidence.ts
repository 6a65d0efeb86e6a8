/** Something about a function that speaks for a part. */
export type Evidence = {
  /** The same for the same kind of evidence, whichever function it is about. */
  readonly key: string;
  /** In words that follow the function's name: `calls blk_unref (graph)`. */
  readonly words: string;
  /** Where it was seen; null where a name or a declaration says it. */
  readonly site: { readonly file: string; readonly line: number } | null;
  /** More of the same kind, which count as one piece with it. */
  readonly also?: readonly Pick<Evidence, 'words' | 'site'>[];
};

export type WeighableEvidence = Evidence & {
  /** That a function has none of it says something too. */
  readonly isMissing?: true;
  /** How likely each part's functions are to have it, before anything is learned: part -> 0 to 1. */
  readonly expected: (part: string) => number;
};
