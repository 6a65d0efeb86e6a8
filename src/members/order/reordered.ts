import type { Place } from '../../text/place.ts';
import type { Tree } from '../../text/tree.ts';
import type { StructDefinition } from '../find-struct.ts';
import type { MemberUnit } from '../member-units.ts';
import type { StructBody } from '../read-body.ts';
import type { TypeNames } from './type-names.ts';

/** A struct whose members are to change places. */
export type Reordered = {
  readonly tree: Tree;
  readonly struct: string;
  readonly definition: StructDefinition;
  readonly names: TypeNames;
  readonly body: StructBody;
  /** In the order of the struct as it stands. */
  readonly units: readonly MemberUnit[];
  /** Positions in `units`, in the order that is wanted. */
  readonly order: readonly number[];
};

/** Why the order of a struct's members means something, and where. */
export type OrderReason = { readonly why: string; readonly place: Place };
