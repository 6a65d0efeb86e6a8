import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { Item } from '../../../model/header.ts';
import type { Placement } from '../../placement.ts';
import type { Siblings } from '../include-target.ts';
import type { Follower } from './include-followers.ts';

export type Decision =
  | {
      readonly kind: 'placed';
      readonly placement: Placement;
      readonly siblings: Siblings;
      /** What it must not come before. */
      readonly because: readonly Item[];
      /** What goes where it goes, behind it. */
      readonly along: readonly Item[];
      readonly leadingBack: LeadingBack | null;
      readonly findings: readonly Diagnostic[];
    }
  /** There is no place for it. */
  | { readonly kind: 'stuck'; readonly findings: readonly Diagnostic[] }
  /** Another include, which went to the wrapper, has to come before these. */
  | { readonly kind: 'pulls'; readonly include: Item; readonly followers: readonly Follower[] };

/** An include that leads back to the header, and that parts need all the same. */
export type LeadingBack = {
  readonly item: Item;
  /** From the header to the header. */
  readonly route: readonly string[];
  /** Parts that cannot be read but by way of the wrapper. */
  readonly parts: readonly string[];
  /** What needs it; none where only the manifest sends it there. */
  readonly followers: readonly Follower[];
};
