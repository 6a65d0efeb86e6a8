/**
 * What the page shows, as plain JSON: made by `describeTree`, read by the page. All is text for readers; names are as the
 * tree has them, and whoever shows one makes it visible (`visible`). The texts of declarations and definitions are not
 * here: they stand in the page itself, where they can be read without script.
 */
export type ReviewData = {
  readonly manifests: readonly ManifestData[];
  /** Of all manifests, in their order. */
  readonly parts: readonly string[];
  /** Caller, then callee, by their places in `parts`. */
  readonly mayCall: readonly (readonly boolean[])[];
  /** Whether a part asserts, by its place in `parts`. */
  readonly asserts: readonly boolean[];
  readonly files: readonly string[];
  /** In the order of the headers. A number below their count is that function wherever a node is meant. */
  readonly functions: readonly FunctionData[];
  /** What calls them or is called by them and is none of them; numbers go on from the functions. */
  readonly others: readonly OtherData[];
  readonly findings: readonly FindingData[];
  readonly split: readonly SplitData[];
  /** Of all that the manifests change: headers and assertions. Null: it was not asked for yet. */
  readonly diffstat: string | null;
  /** Of the whole picture: what it has, and what was left out. Null: no call crosses parts. */
  readonly picture: { readonly nodes: number; readonly left: number; readonly leftCalls: number } | null;
};

export type ManifestData = {
  readonly path: string;
  readonly header: string;
  readonly shared: string;
  readonly state: 'whole' | 'split';
  readonly parts: readonly string[];
};

export type FunctionData = {
  readonly name: string;
  readonly manifest: number;
  readonly part: string | null;
  readonly why: string | null;
  readonly section: string | null;
  /** Where it is declared. */
  readonly header: string;
  readonly line: number;
  /** Where it is defined, each with a line. */
  readonly defined: readonly Site[];
  readonly suggestion: SuggestionData;
  readonly evidence: readonly EvidenceData[];
  readonly callers: NeighboursData;
  readonly callees: NeighboursData;
  /** `is BlockDriver.bdrv_open`, where it was said. */
  readonly roles: readonly (readonly [text: string, ...Site])[];
  /** By their places in `findings`. */
  readonly findings: readonly number[];
};

/** A file, by its place in `files`, and a line. */
export type Site = readonly [file: number, line: number];

export type SuggestionData =
  | { readonly kind: 'certain'; readonly part: string }
  | { readonly kind: 'likely'; readonly part: string; readonly margin: number }
  | { readonly kind: 'open' | 'contradicted' | 'none' };

export type EvidenceData = {
  readonly text: string;
  readonly site: Site | null;
  /** By the places in `parts`: it speaks for the part, against it, or neither. */
  readonly signs: readonly (1 | 0 | -1)[];
};

export type NeighboursData = {
  readonly all: number;
  readonly shown: readonly (readonly [node: number, ...Site])[];
};

export type OtherData = {
  readonly name: string;
  readonly kind: 'function' | 'macro';
  readonly part: string | null;
  /** Why it is of that part, if no manifest lists it: `holds its assertion`; null where one does, or it has none. */
  readonly because: string | null;
  readonly defined: Site | null;
  /** The nearest functions of a part that reach it, and that it reaches. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Where the code comes from that calls it, the nearest first; empty where nobody calls it. */
  readonly origins: readonly string[];
};

export type FindingData = {
  readonly severity: 'error' | 'warning' | 'note';
  readonly text: string;
  readonly next: string;
  readonly code: string;
  readonly path: readonly {
    readonly text: string;
    readonly part: string | null;
    readonly file: string;
    readonly line: number;
  }[];
  /** Where the way begins, what makes the call, what is called: numbers of functions. */
  readonly ends: readonly number[];
};

/** The files that one manifest's header becomes. */
export type SplitData = {
  readonly manifest: number;
  /** The header as it is, that runs of lines are taken from. Empty where it is split already. */
  readonly source: string;
  readonly files: readonly SplitFileData[];
  /** Functions that have no part yet and were put where they are likely to go, else to the shared part. */
  readonly provisional: number;
  readonly findings: readonly FindingData[];
};

export type SplitFileData = { readonly path: string; readonly runs: readonly RunData[] };

/** Lines of the header, from 1, as many as follow one another; or lines that are new. */
export type RunData = readonly [from: number, count: number] | string;
