import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Header } from '../model/header.ts';
import type { Layout } from './layout.ts';
import type { Placements } from './placement.ts';

/** A checked decision about every byte of a header: data that `edits` can only carry out. */
export type SplitPlan = {
  readonly header: Header;
  readonly manifest: Manifest;
  readonly placements: Placements;
  readonly layout: Layout;
  /** By comment index: the parts, or `wrapper`, that get it. */
  readonly commentTargets: readonly (readonly string[])[];
  /** Macros a call of which ends by itself without `;`. */
  readonly closedMacros: ReadonlySet<string>;
  /** Part file -> guard macro. */
  readonly guards: ReadonlyMap<string, string>;
  /** The wrapper's own guard: the header's, unless that has none or `headerGuardIn` a part. */
  readonly wrapperGuard: string;
  /** The part file that defines the header's guard because files it includes insist on it; null for none. */
  readonly headerGuardIn: string | null;
  /** The licence to begin every file with, as a comment in the header's style; null when there is none. */
  readonly licence: string | null;
  /** Part file, or the wrapper -> include operands (quotes included) of the part files it includes. */
  readonly partIncludes: ReadonlyMap<string, readonly string[]>;
  /** Part file that reads the wrapper above its guard -> the operand by which it does. */
  readonly entries: ReadonlyMap<string, string>;
  /** Items of the wrapper that stay above its guard. */
  readonly aboveGuard: ReadonlySet<number>;
  /** Notes and warnings for the reviewer. */
  readonly findings: readonly Diagnostic[];
};

/** Key of the wrapper in `partIncludes` and in `commentTargets`; no part can be called so. */
export const wrapperKey = 'wrapper';
