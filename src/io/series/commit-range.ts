/** The commits after `from` up to `to`; full ids. */
export type CommitRange = { readonly from: string; readonly to: string };
