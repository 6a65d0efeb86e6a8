import type { IncludeLine } from '../include-line.ts';
import type { BranchTest } from './conditions.ts';
import type { Left } from './enclosure.ts';

/** How a file uses a name. */
export const use = {
  /** Somewhere otherwise than as the type of a pointer, so that its definition may be needed. */
  whole: 1,
  /** Outside the bodies of macros. */
  code: 2,
  /** In code under no condition, or in more than one branch. */
  always: 4,
} as const;

/**
 * What a rewrite of includes must know of one file of C. Names are numbers of the run's `Names`. What the code names is
 * read when it is first asked for: of most files nobody asks.
 */
export type FileFacts = DirectiveFacts & CodeFacts;

/** What the directives of a file say. */
export type DirectiveFacts = {
  readonly includes: readonly IncludeLine[];
  /** What is open behind an include of it, or no longer. */
  readonly left: Left;
  /** Where its includes by macros begin; `includes` has what they may mean as far as the file itself says it. */
  readonly byMacro: readonly number[];
  /** By number of a branch, the one around it; 0 is outside all. */
  readonly branches: readonly number[];
  /** By number of a branch, what its directives test beside those of the one around it. */
  readonly tests: readonly (readonly BranchTest[])[];
  readonly macros: readonly MacroFacts[];
  /** Names that it defines or undefines as macros, with the bytes where they stand. */
  readonly changed: readonly { readonly name: number; readonly at: number; readonly how: 'defines' | 'undefines' }[];
  /** Why nobody can tell what it includes or uses, with the place (a byte); null: it can be told. */
  readonly unclear: {
    readonly reason: string;
    readonly at: number /** A program wrote the file. */;
    readonly isMade: boolean;
  } | null;
};

/** What code names; conditions and the bodies of macros count as code. */
export type CodeFacts = {
  /** Each name that the file uses once: not behind `.` or `->`, not what it declares as a member or as `static`. */
  readonly names: Int32Array;
  /** By index in `names`: the byte of its first use outside the bodies of macros; `LATER` where it has none. */
  readonly at: Int32Array;
  /** By index in `names`: the byte of its last use; `LATER` where the body of a macro names it. */
  readonly last: Int32Array;
  /** By index in `names`: flags of `use`. */
  readonly how: Uint8Array;
  /** By index in `names`: the branch of its first use in code. */
  readonly branch: Int32Array;
  /** Each name behind `.` or `->` once. */
  readonly members: Int32Array;
  /**
   * Each name that the file gives a meaning of its own or uses as a member, with the byte of its first place: uses, if a
   * macro has the name.
   */
  readonly own: ReadonlyMap<number, number>;
  /** Types that it declares at its top level, with or without their bodies: `typedef struct S S;`, `struct S;`. */
  readonly types: readonly number[];
  /** By name of a type, the tag of which it is another name: `typedef struct S T;`. */
  readonly aliases: ReadonlyMap<number, number>;
};

export type MacroFacts = {
  readonly name: number;
  /** The byte of its definition. */
  readonly at: number;
  /** The branch of a condition in which it is defined. */
  readonly branch: number;
  /** What its body names, parameters left out, members included as `members`. */
  readonly words: readonly number[];
  readonly members: readonly number[];
  /** The words that it joins by `##` to two of its arguments or more; null: it joins no two. */
  readonly joins: readonly number[] | null;
  /** The pieces of names that stand beside `##`. */
  readonly pieces: readonly Piece[];
};

export type Piece = {
  readonly text: string;
  readonly side: 'begin' | 'end';
  /** What the name ends with where `text` begins it; empty: that is not known. */
  readonly ending: string;
  /** The name stands behind `.` or `->`. */
  readonly isMember: boolean;
  readonly at: number;
};

/** The place of what is used only in the bodies of macros: by then all includes are read. */
export const LATER = 0x7fffffff;
