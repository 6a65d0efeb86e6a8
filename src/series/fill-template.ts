import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Template } from '../manifest/series/series-file.ts';
import { nearestName } from '../text/nearest-name.ts';
import { type Place, placeOf } from '../text/place.ts';
import { span } from '../text/span.ts';

/** Placeholder without its braces -> what takes its place. */
export type PlaceholderValues = ReadonlyMap<string, string>;

export type FilledTemplate = { readonly text: string; readonly findings: readonly Diagnostic[] };

/**
 * A template with its placeholders filled in: `{{name}}`, or `{{count graph}}`, with any blanks between the words. What
 * is unknown or not closed stays as it is and is a finding. Two braces that open have no other meaning.
 */
export function fillTemplate(template: Template, values: PlaceholderValues): FilledTemplate {
  const findings: Diagnostic[] = [];
  let count = 0;
  const text = template.text.replace(/\{\{(?:([^{}\n]*)\}\})?/g, (written: string, inner: string | undefined) => {
    const place = placeOfBraces(template, count, written.length);
    count += 1;
    if (inner === undefined) {
      findings.push(diagnostic('placeholder-open', "'{{' has no '}}' on the same line", place));
      return written;
    }
    const name = inner.trim().replace(/\s+/g, ' ');
    const value = values.get(name);
    if (value !== undefined) return value;
    findings.push(diagnostic('placeholder-unknown', unknownName(name, values), place));
    return written;
  });
  return { text, findings };
}

function unknownName(name: string, values: PlaceholderValues): string {
  const nearest = nearestName(name, values.keys());
  const offer = nearest === null ? `there are ${[...values.keys()].join(', ')}` : `did you mean '${nearest}'?`;
  return `no placeholder is called '${name}' here; ${offer}`;
}

/** The place of the n-th opening braces: YAML may have folded the lines around them, but not reordered them. */
function placeOfBraces({ source, span: { start, end } }: Template, count: number, length: number): Place {
  let at = source.text.indexOf('{{', start);
  for (let n = 0; n < count && at >= 0; n += 1) at = source.text.indexOf('{{', at + 2);
  return placeOf(source, at < 0 || at >= end ? span(start, end) : span(at, Math.min(at + length, end)));
}
