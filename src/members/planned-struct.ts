import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileChange } from '../diff/file-change.ts';
import type { Place } from '../text/place.ts';
import type { DividedStruct } from './divide-struct.ts';
import type { StructDefinition } from './find-struct.ts';
import type { MemberUnit } from './member-units.ts';

export type MembersOutcome = {
  /** Sorted by path; none when a finding stops the run. */
  readonly changes: readonly FileChange[];
  readonly findings: readonly Diagnostic[];
  /** Those that the tree defines. */
  readonly structs: readonly PlannedStruct[];
};

/** A struct of `members` and what is to become of it. */
export type PlannedStruct = {
  readonly struct: string;
  readonly definition: StructDefinition;
  readonly units: readonly MemberUnit[];
  /** By unit: the part whose section it belongs to; null: above all banners. */
  readonly sections: readonly (string | null)[];
  /** The parts that have a section, in the order of the audit file. */
  readonly order: readonly string[];
  readonly divided: DividedStruct;
  /** Its file as it will be, with the structs before it divided too. */
  readonly after: string;
  /** Where the audit file speaks of it. */
  readonly said: Place;
};
