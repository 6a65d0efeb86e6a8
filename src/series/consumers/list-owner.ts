/** What a run of words belongs to; only to a list of files can more be added. */
export type ListOwner =
  | {
      readonly kind: 'list';
      /** Whether the order of its files means nothing, so that a sorted list may stay sorted. */
      readonly isFree: boolean;
      /** Whether the files are the input of a program that the build runs. */
      readonly feeds: boolean;
    }
  /** `why`: a clause that says what it is instead. */
  | { readonly kind: 'other'; readonly why: string };

/** Whether a variable with this name holds several files, even if it holds only one now. */
export function namesSeveral(variable: string): boolean {
  return /(?:S|_H|FILES|HDR|DIST|DEP|-[yhm])$/i.test(variable.replace(/(?<![)}])[)}]+$/, ''));
}
