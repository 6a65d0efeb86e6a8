import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type CoverSection, paragraphs } from './cover-section.ts';
import { joinNames, wrapLine } from './wrap-text.ts';

/** What a reviewer must look at, as the diff does not show it: the findings of the plan, by kind. */
export function reviewSection(findings: readonly Diagnostic[]): CoverSection {
  const groups = topics.flatMap(({ title, codes, says }) => {
    const own = findings.filter(({ code }) => codes.includes(code));
    return own.length === 0 ? [] : [[...wrapLine(`${title}:`), ...itemsOf(own, says ?? ((message) => message))]];
  });
  if (groups.length === 0) return { title: TITLE, lines: [] };
  return { title: TITLE, lines: paragraphs([['Line numbers are those before the patch in question.'], ...groups]) };
}

const TITLE = 'What to look at';

type Topic = {
  readonly title: string;
  readonly codes: readonly Code[];
  /** What of a finding's message the title does not say. */
  readonly says?: (message: string) => string;
};

const topics: readonly Topic[] = [
  { title: 'Comments that stand in several files now', codes: ['comment-copied'] },
  { title: 'Declarations that were not understood and moved whole', codes: ['opaque-item'] },
  {
    title: 'Functions that no definition was found of, so that nothing asserts',
    codes: ['definition-missing'],
    says: (message) => message.replace(/^no definition found, so no assertion: /, ''),
  },
  {
    title: 'Functions with a definition that was left alone',
    codes: ['several-definitions', 'definition-unreadable'],
  },
  {
    title: 'Initialisers that call something before the assertion',
    codes: ['initialiser-before-assertion'],
    says: (message) => message.replace(/ in an initialiser, before its assertion$/, ''),
  },
  {
    title: 'Macros and inline functions that reach across parts',
    codes: ['call-forbidden', 'macro-reaches'],
  },
  {
    title: 'Includes and declarations that a rule placed, not a manifest',
    codes: ['include-loops', 'include-moved', 'part-includes-part', 'declaration-moved'],
  },
  { title: 'Guards that other files know', codes: ['guard-tested', 'guard-shared'] },
  {
    title: 'Files that name a header without including it',
    codes: ['text-consumer'],
    says: (message) => message.replace(/^it (names .*) and does not include it$/, '$1'),
  },
  { title: 'Headers without a licence comment', codes: ['licence-missing'] },
];

/** One item for all places of a file of which the same is to be said. */
function itemsOf(findings: readonly Diagnostic[], says: (message: string) => string): readonly string[] {
  const items = new Map<string, { readonly file: string; readonly text: string; readonly lines: number[] }>();
  for (const { message, places } of findings) {
    const [{ place }] = places;
    const text = says(message);
    const key = `${place.file}\0${text}`;
    const known = items.get(key);
    if (known) known.lines.push(place.line);
    else items.set(key, { file: place.file, text, lines: [place.line] });
  }
  return [...items.values()].flatMap(({ file, text, lines }) =>
    wrapLine(`${file}${linesText(lines)}: ${text}`, '- ', '  '),
  );
}

function linesText(lines: readonly number[]): string {
  const known = [...new Set(lines.filter((line) => line > 0))];
  if (known.length === 0) return '';
  return known.length === 1 ? `:${known[0]}` : `, lines ${joinNames(known.map(String))}`;
}
