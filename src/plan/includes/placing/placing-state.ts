import type { Item } from '../../../model/header.ts';
import type { Placement } from '../../placement.ts';
import type { IncludeInput } from '../include-input.ts';
import type { Siblings } from '../include-target.ts';
import type { IncludedNames } from '../included-names.ts';
import type { Follower } from './include-followers.ts';
import type { MovedIncludes } from './moved-include.ts';

/** How far the placing of a header's includes has come. */
export type PlacingState = {
  readonly input: IncludeInput;
  readonly names: IncludedNames;
  /** Files that the header reads and that lead back to it. */
  readonly leadingBack: ReadonlySet<string>;
  /** Include -> what has to come after it for the sake of a later include. */
  readonly pulled: ReadonlyMap<Item, readonly Follower[]>;
  /** By item index; those of includes further down as they were before. */
  readonly placements: readonly Placement[];
  readonly siblings: Siblings;
  /** Includes that stand elsewhere than in the shared part. */
  readonly moved: MovedIncludes;
};
