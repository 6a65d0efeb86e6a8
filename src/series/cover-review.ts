import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayText } from '../text/source-text.ts';
import { type CoverSection, paragraphs } from './cover-section.ts';
import type { HeaderFacts } from './header-facts.ts';
import { joinNames, wrapLine } from './wrap-text.ts';

/** What a reviewer must look at, as the diff does not show it: the findings of the plan, by kind. */
export function reviewSection(findings: readonly Diagnostic[], headers: readonly HeaderFacts[]): CoverSection {
  const groups = topics.flatMap(({ title, codes, says }) => {
    const own = findings.filter(({ code }) => codes.includes(code));
    return own.length === 0 ? [] : [[...wrapLine(`${title}:`), ...itemsOf(own, says ?? ((message) => message))]];
  });
  const lineNumbers = groups.length === 0 ? [] : ['Line numbers are those before the patch in question.'];
  const calls = earlyCalls(headers);
  const initialisers =
    calls.length === 0 ? [] : ['Initialisers that run before the assertion, by what they call:', ...calls];
  return { title: 'What to look at', lines: paragraphs([lineNumbers, ...groups, initialisers]) };
}

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
    title: 'Functions without a definition in the files looked at, so that nothing asserts',
    codes: ['definition-missing'],
    says: (message) => message.replace(/^no definition found, so no assertion: /, ''),
  },
  {
    title: 'Functions with a definition that was left alone',
    codes: ['several-definitions', 'definition-unreadable'],
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

/** An item for each function that initialisers call, with its part where a manifest of the series assigns it. */
function earlyCalls(headers: readonly HeaderFacts[]): readonly string[] {
  const callers = new Map<string, Set<string>>();
  for (const { name, callsBefore = [] } of headers.flatMap(({ result }) => result.definitions)) {
    for (const called of callsBefore) callers.set(called, (callers.get(called) ?? new Set()).add(`${name}()`));
  }
  const partOf = (name: string): string | null =>
    headers.map(({ manifest }) => manifest.prototypes.get(name)?.part ?? null).find((part) => part !== null) ?? null;
  return [...callers].flatMap(([called, names]) => {
    const part = partOf(called);
    const ofPart = part === null ? '' : ` of part ${part}`;
    return wrapLine(displayText(`${called}()${ofPart}: ${[...names].join(', ')}`), '- ', '  ');
  });
}
