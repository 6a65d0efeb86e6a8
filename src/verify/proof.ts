import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileChange } from '../diff/file-change.ts';
import type { Unit } from './command/read-command.ts';

/** One way to compile the tree: the units of a compile database, or of a command line. */
export type Configuration = {
  /** As the user named it. */
  readonly name: string;
  readonly units: readonly Unit[];
};

/** A patch to be proved. */
export type ProofPatch = {
  /** For people. */
  readonly title: string;
  /**
   * What it may do to the code. `split`: nothing. `assertions`: change the functions that it edits. `other`: change those
   * functions of source files that it edits, and functions of headers that get a statement. `layout`: change all code that reads
   * a struct, which is not looked for.
   */
  readonly kind: 'split' | 'assertions' | 'layout' | 'other';
  /** The headers that it is about, below the root; empty where nothing says so. */
  readonly headers: readonly string[];
  /** Relative to the tree as the patches before it leave it. */
  readonly changes: readonly FileChange[];
};

/** What the compiler says of a unit after a patch. */
export type UnitVerdict = {
  /** Relative to the root where it lies there. */
  readonly file: string;
  readonly configuration: string;
  /**
   * `identical`: every symbol is the same. `neutral`: it is, lines, file names and counters aside. `asserted`: only
   * functions that may differ do. `changed`, `broken`: there are findings. `unproved`: it does not compile before either, or reads
   * files that are not those of the copies.
   */
  readonly verdict: 'identical' | 'neutral' | 'asserted' | 'changed' | 'broken' | 'unproved';
  /** The functions that differ. */
  readonly differing: readonly string[];
  readonly newWarnings: number;
};

export type PatchProof = {
  readonly title: string;
  readonly kind: ProofPatch['kind'];
  readonly headers: readonly string[];
  /** `before`, `after`: how many units of all configurations read the file. */
  readonly files: readonly {
    readonly path: string;
    readonly kind: FileChange['kind'];
    readonly before: number;
    readonly after: number;
  }[];
  readonly units: readonly UnitVerdict[];
  /** The headers that compile alone, with the languages in which they do. */
  readonly alone: readonly { readonly path: string; readonly languages: readonly string[] }[];
  readonly findings: readonly Diagnostic[];
};

export type Proof = {
  readonly configurations: readonly { readonly name: string; readonly units: number }[];
  readonly patches: readonly PatchProof[];
  /** About the databases and the tree as a whole. */
  readonly findings: readonly Diagnostic[];
  /** Every file that a unit read in any state, absolute. */
  readonly read: ReadonlySet<string>;
  /** How often a compiler was started for a unit, and how often that was not needed. */
  readonly compiled: number;
  readonly known: number;
  /** The units that took longest, in milliseconds. */
  readonly slowest: readonly { readonly file: string; readonly took: number }[];
};
