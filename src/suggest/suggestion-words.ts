import { displayText } from '../text/source-text.ts';
import type { Evidence } from './evidence.ts';
import type { Suggestion } from './suggest-parts.ts';

/** More evidence than this is not told in a line. */
const MOST = 3;

/** What is suggested, as a line says it: `io (certain)`, `graph (likely 3.2)`, `?`. */
export function verdictOf(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'certain':
      return `${suggestion.part} (certain)`;
    case 'likely':
      return `${suggestion.part} (likely ${suggestion.margin.toFixed(1)})`;
    case 'open':
      return '?';
    case 'contradicted':
      return '? (contradicted)';
  }
}

/** Why, in a few words with the places where it was seen. */
export function reasonOf({ evidence, kind }: Suggestion): string {
  if (evidence.length === 0) return 'no evidence';
  const said = evidence.slice(0, MOST).map(evidenceText);
  const more = evidence.length > MOST ? [`${evidence.length - MOST} more`] : [];
  return [...said, ...more].join(kind === 'contradicted' ? ', but ' : '; ');
}

/** What speaks for it most, short enough for a comment. */
export function mainReasonOf({ evidence: [first] }: Suggestion): string {
  return first ? evidenceText(first) : 'no evidence';
}

export function evidenceText({ words, site }: Evidence): string {
  return site === null ? words : `${words} ${displayText(site.file)}:${site.line}`;
}
