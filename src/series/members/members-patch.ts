import type { PlannedStruct } from '../../members/planned-struct.ts';

/** What a patch that divides a struct does. */
export type MembersPatch = {
  /** As the audit file names it. */
  readonly struct: string;
  /** The file that defines it. */
  readonly path: string;
  /** Those that get a section, in the struct's order. */
  readonly parts: readonly string[];
  /** Whether some members belong to no section. */
  readonly hasOthers: boolean;
};

export function membersPatchOf({ struct, definition, sections, order }: PlannedStruct): MembersPatch {
  const own = new Set(sections);
  return {
    struct,
    path: definition.source.path,
    parts: order.filter((part) => own.has(part)),
    hasOthers: sections.some((part, at) => part === null && at > 0),
  };
}
