import type { Part } from '../manifest/manifest.ts';
import { displayText } from '../text/source-text.ts';

/**
 * What a part's banner calls its functions: `I/O` of `I/O API functions. These …`, `configuration` of `Configuration API`, and
 * the part's own name where that differs in nothing but capitals; null where it has no such words.
 */
export function bannerTitle({ banner, name }: Pick<Part, 'banner' | 'name'>): string | null {
  const title = /^([^.:]{1,30}?) API\b/.exec(bannerText(banner))?.[1] ?? null;
  if (title?.toLowerCase() === name.toLowerCase()) return name;
  return title === null ? null : midSentence(title);
}

/** As its banner calls a part, else by its name. */
export function partTitle(part: Pick<Part, 'banner' | 'name'>): string {
  return bannerTitle(part) ?? part.name;
}

/**
 * The first sentence of a part's banner, where that is all of a line: without its full stop, and as what a file holds:
 * `functions that wait` of `These functions wait.` null: none so short.
 */
export function bannerLine({ banner }: Pick<Part, 'banner'>): string | null {
  const [, sentence = ''] = /^([^.;]{0,71}[^.:;])(?:\.(?: |$)|$)/.exec(bannerText(banner)) ?? [];
  if (sentence === '') return null;
  return midSentence(sentence).replace(THESE, '$1 that ');
}

/** Before a verb. */
const THESE =
  /^(?:these|the following) (functions|macros|helpers|calls|routines|declarations|definitions|types) (?=[a-z])(?!(?:and|or|of|in|for|with|from|to|on|at|by|that|which|as|are for|below|above|here) )/;

/** Without the capital that begins a sentence; acronyms and words with another capital or a digit keep theirs. */
function midSentence(text: string): string {
  return text.replace(/^[A-Z](?=[a-z]*(?:-[a-z]+)*(?:[ ,:]|$))/, (first) => first.toLowerCase());
}

/** The words of a banner without the marks of a comment. */
function bannerText(banner: string | null): string {
  return displayText(banner ?? '')
    .replace(/^[\s/*]+/, '')
    .replace(/(?<![\s*])[\s*]*\*\/\s*$/, '')
    .replace(/\n[ \t]*(?:\*+|\/\/+)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
