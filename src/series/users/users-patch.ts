/** What a patch of the users' includes does. */
export type UsersPatch = {
  /** The headers whose users they are, below the root; never empty. */
  readonly headers: readonly string[];
} & (
  | {
      /** Users that no other file includes get their includes, and others lines besides those that they have. */
      readonly kind: 'group';
      /** What the subject begins with. */
      readonly title: string;
      /** Those of all groups of the series. */
      readonly titles: readonly string[];
      /** Whether an include of a header is replaced, and whether a file gets a line that it did not have. */
      readonly replaces: boolean;
      readonly adds: boolean;
    }
  /** Users that other files include get theirs. */
  | { readonly kind: 'included' }
  | { readonly kind: 'removal' }
);
