import type {
  ApplyOptions,
  AssignOptions,
  AuditOptions,
  CheckOptions,
  CoverageOptions,
  DiffOptions,
  InitAuditOptions,
  InitOptions,
  InitSeriesOptions,
  PatchOptions,
  RegenerateOptions,
  ReviewOptions,
  SeriesOptions,
  SuggestOptions,
  SyncOptions,
  UsersOptions,
  VerifyOptions,
} from '../commands/options.ts';

/** What a command line asks for. */
export type Invocation =
  /** Help, the version or the completion script: `text` goes to standard output. */
  | { readonly kind: 'print'; readonly text: string }
  /** Not understood; `command` is the one that was being called, if any. */
  | { readonly kind: 'misuse'; readonly message: string; readonly command: string | null }
  | { readonly kind: 'init'; readonly options: InitOptions }
  | { readonly kind: 'init-audit'; readonly options: InitAuditOptions }
  | { readonly kind: 'init-series'; readonly options: InitSeriesOptions }
  | { readonly kind: 'assign'; readonly options: AssignOptions }
  | { readonly kind: 'suggest'; readonly options: SuggestOptions }
  | { readonly kind: 'review'; readonly options: ReviewOptions }
  | { readonly kind: 'check'; readonly options: CheckOptions }
  | { readonly kind: 'audit'; readonly options: AuditOptions }
  | { readonly kind: 'diff'; readonly options: DiffOptions }
  | { readonly kind: 'patch'; readonly options: PatchOptions }
  | { readonly kind: 'apply'; readonly options: ApplyOptions }
  | { readonly kind: 'regenerate'; readonly options: RegenerateOptions }
  | { readonly kind: 'sync'; readonly options: SyncOptions }
  | { readonly kind: 'users'; readonly options: UsersOptions }
  | { readonly kind: 'series'; readonly options: SeriesOptions }
  | { readonly kind: 'verify'; readonly options: VerifyOptions }
  | { readonly kind: 'coverage'; readonly options: CoverageOptions };
