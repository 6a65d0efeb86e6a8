import { type Code, codes } from '../diagnostics/codes.ts';
import { type Diagnostic, diagnostic, type Labelled, withNext } from '../diagnostics/diagnostic.ts';
import { placeOf } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';

/** A finding about the manifest while it is being read: spans only, which become places at the end, once. */
export type Finding = {
  readonly code: Code;
  readonly message: string;
  readonly at: Span;
  readonly related: readonly Related[];
  readonly next?: string;
};

export type Related = { readonly at: Span; readonly label: string };

/** More than this many are never shown: a file that is no manifest at all has one in every line. */
const LIMIT = 100;

export function finding(code: Code, message: string, at: Span, ...related: readonly Related[]): Finding {
  return { code, message, at, related };
}

export function isError(found: Finding): boolean {
  return codes[found.code].severity === 'error';
}

/** In the order of the file, each with its places. */
export function diagnosticsOf(source: SourceText, findings: readonly Finding[]): Diagnostic[] {
  const sorted = [...findings].sort((a, b) => a.at.start - b.at.start);
  const shown = sorted.slice(0, LIMIT).map((found) => toDiagnostic(source, found));
  const next = sorted[LIMIT];
  if (next === undefined) return shown;
  const more = `${sorted.length - LIMIT} more findings are not shown; this is the place of the next`;
  return [...shown, diagnostic('manifest-findings-cut', more, placeOf(source, next.at))];
}

function toDiagnostic(source: SourceText, found: Finding): Diagnostic {
  const others = found.related.map(({ at, label }): Labelled => ({ place: placeOf(source, at), label }));
  const made = diagnostic(found.code, found.message, placeOf(source, found.at), ...others);
  return found.next === undefined ? made : withNext(made, found.next);
}
