import type { Place } from '../text/place.ts';
import { type Code, codes, type Severity } from './codes.ts';

/**
 * One finding. `places` holds the place it is about first, then the others that belong to it ("the macro", "the
 * prototype it would rewrite"); it is never empty.
 */
export type Diagnostic = {
  readonly code: Code;
  readonly message: string;
  readonly places: readonly [Labelled, ...Labelled[]];
  /** What to do now, when the code's general help is not specific enough. */
  readonly next?: string;
  /** The way that leads to the place, step by step, for reports that can show one. */
  readonly way?: Way;
};

export type Way = {
  readonly steps: readonly [Labelled, ...Labelled[]];
  /** What stays the same when lines move: one finding is one fingerprint. */
  readonly fingerprint: string;
};

export type Labelled = { readonly place: Place; readonly label?: string };

export function diagnostic(code: Code, message: string, place: Place, ...others: readonly Labelled[]): Diagnostic {
  return { code, message, places: [{ place }, ...others] };
}

export function withNext(finding: Diagnostic, next: string): Diagnostic {
  return { ...finding, next };
}

export function severityOf(finding: Diagnostic): Severity {
  return codes[finding.code].severity;
}

export function helpOf(finding: Diagnostic): string {
  return finding.next ?? codes[finding.code].help;
}

export function stopsTheRun(findings: readonly Diagnostic[]): boolean {
  return findings.some((finding) => severityOf(finding) === 'error');
}
