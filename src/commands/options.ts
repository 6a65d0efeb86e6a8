/** The command line as each command sees it: checked for form by `cli`, nothing looked up yet. */

export type ColourFlag = 'auto' | 'always' | 'never';

/** Restricts the work to the split itself or to the assertions; null does both. */
export type Only = 'headers' | 'assertions' | null;

type OutputOptions = {
  /** null: the git top level of the current folder. */
  readonly root: string | null;
  readonly format: 'text' | 'json';
  readonly color: ColourFlag;
};

export type CommonOptions = OutputOptions & {
  /** At least one, relative to the current folder, as the user spelt them. */
  readonly manifests: readonly string[];
};

export type InitOptions = OutputOptions & {
  readonly header: string;
  /** null: standard output. */
  readonly output: string | null;
  /** Empty: the user chose none. */
  readonly parts: readonly string[];
};

export type CheckOptions = Omit<CommonOptions, 'format'> & {
  readonly format: 'text' | 'json' | 'sarif';
  readonly only: Only;
};

export type DiffOptions = CommonOptions & {
  readonly stat: boolean;
  /** Differences make the exit code 1. */
  readonly exitCode: boolean;
  readonly only: Only;
};

export type PatchOptions = CommonOptions & {
  /** null: standard output. */
  readonly output: string | null;
  readonly only: Only;
};

export type ApplyOptions = CommonOptions & { readonly only: Only };
