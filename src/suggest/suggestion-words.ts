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
  const said = evidence.slice(0, MOST).map((one) => {
    const more = one.also?.length ?? 0;
    return more === 0 ? evidenceText(one) : `${evidenceText(one)} and ${more} more like it`;
  });
  const more = evidence.length > MOST ? [`${evidence.length - MOST} more`] : [];
  return [...said, ...more].join(kind === 'contradicted' ? ', but ' : '; ');
}

/** Of one kind; there may be thousands of callers. */
const MOST_OF_A_KIND = 20;

/** All that is known, a line a piece, and why it does not decide where it does not. */
export function allReasonsOf(suggestion: Suggestion): readonly string[] {
  const said = suggestion.evidence.flatMap((one) => {
    const also = one.also ?? [];
    const left = also.length - MOST_OF_A_KIND;
    return [
      evidenceText(one),
      ...also.slice(0, MOST_OF_A_KIND).map(evidenceText),
      ...(left > 0 ? [`and ${left} more like it`] : []),
    ];
  });
  const ahead = suggestion.kind === 'open' ? suggestion.ahead : null;
  if (ahead === null) return said;
  const { part, margin, wanted } = ahead;
  return [
    ...said,
    `does not decide: ${part} is ahead by ${margin.toFixed(1)}, and ${wanted.toFixed(1)} would be enough`,
  ];
}

/** What speaks for it most, short enough for a comment. */
export function mainReasonOf({ evidence: [first] }: Suggestion): string {
  return first ? evidenceText(first) : 'no evidence';
}

export function evidenceText({ words, site }: Pick<Evidence, 'words' | 'site'>): string {
  return site === null ? words : `${words} ${displayText(site.file)}:${site.line}`;
}
