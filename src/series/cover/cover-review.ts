import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { displayText } from '../../text/source-text.ts';
import { type HeaderFacts, suppliedLicence } from '../header-facts.ts';
import { joinNames, wrapLine } from '../wrap-text.ts';
import { type CoverSection, paragraphs } from './cover-section.ts';

/** What a reviewer must look at, as the diff does not show it: the findings of the plan, by kind. */
export function reviewSection(findings: readonly Diagnostic[], headers: readonly HeaderFacts[]): CoverSection {
  const groups = topics.flatMap(({ title, codes, says, holds = () => true }) => {
    const own = findings.filter((finding) => codes.includes(finding.code) && holds(finding));
    return own.length === 0 ? [] : [[...wrapLine(`${title}:`), ...itemsOf(own, says ?? ((message) => message))]];
  });
  const lineNumbers = groups.length === 0 ? [] : ['Line numbers refer to the tree before the patch concerned.'];
  const calls = earlyCalls(headers);
  const initialisers =
    calls.length === 0
      ? []
      : [...wrapLine('Calls in initialisers, which run before the assertion (callee: callers):'), ...calls];
  const licences = headers.flatMap((header) => suppliedLicence(header) ?? []).flatMap((text) => wrapLine(text));
  return { title: 'Points for review', lines: paragraphs([licences, lineNumbers, ...groups, initialisers]) };
}

type Topic = {
  readonly title: string;
  readonly codes: readonly Code[];
  /** What of a finding's message the title does not say. */
  readonly says?: (message: string) => string;
  readonly holds?: (finding: Diagnostic) => boolean;
};

const topics: readonly Topic[] = [
  { title: 'Comments copied to several files', codes: ['comment-copied'] },
  { title: 'Declarations that were not understood and moved whole', codes: ['opaque-item'] },
  {
    title: 'Functions without a definition in the files looked at, so that nothing asserts',
    codes: ['definition-missing'],
    says: (message) => message.replace(/^no definition found, so no assertion: /, ''),
  },
  {
    title: 'Functions with a definition that was left alone',
    codes: ['several-definitions', 'definition-unreadable', 'definition-generated'],
  },
  {
    title: 'Functions that hold the assertion of another part, and keep it',
    codes: ['assertion-foreign'],
  },
  {
    title: 'Macros and inline functions that reach across parts',
    codes: ['call-forbidden', 'macro-reaches'],
  },
  {
    title: 'Includes and declarations that a rule placed, not a manifest',
    codes: ['include-loops', 'include-moved', 'part-includes-part', 'declaration-moved'],
  },
  { title: 'Includes that were dropped, and comments with them', codes: ['include-dropped', 'comment-dropped'] },
  { title: 'Guards that other files know', codes: ['guard-tested', 'guard-shared'] },
  {
    title: 'Other files that name a header and were not changed (C sources aside)',
    codes: ['text-consumer'],
    says: (message) => message.replace(/^it (names .*) and does not include it$/, '$1'),
    // A string in C names the wrapper, which still has that name.
    holds: ({ places: [{ place }] }) => !/\.(?:[chS]|cc|cpp|cxx|hh|hpp|inc)$/.test(place.file),
  },
  {
    title: 'Headers without a licence comment',
    codes: ['licence-missing'],
    says: (message) => message.replace(/^\S+ (?=has no)/, ''),
  },
  { title: 'Assertions that nothing in the tree knows', codes: ['assert-unknown'] },
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

/** An item for each function of the series' parts that initialisers call, and one for all others. */
function earlyCalls(headers: readonly HeaderFacts[]): readonly string[] {
  const callers = new Map<string, Set<string>>();
  for (const { name, callsBefore = [] } of headers.flatMap(({ result }) => result.definitions)) {
    for (const called of callsBefore) callers.set(called, (callers.get(called) ?? new Set()).add(`${name}()`));
  }
  const partOf = (name: string): string | null =>
    headers.map(({ manifest }) => manifest.prototypes.get(name)?.part ?? null).find((part) => part !== null) ?? null;
  const isOfPart = ([called]: readonly [string, unknown]): boolean => partOf(called) !== null;
  const others = [...callers].filter((one) => !isOfPart(one)).map(([called]) => `${called}()`);
  return [
    ...[...callers].filter(isOfPart).flatMap(([called, names]) => {
      const text = `${called}() of part ${partOf(called)}: ${[...names].join(', ')}`;
      return wrapLine(displayText(text), '- ', '  ');
    }),
    ...(others.length === 0
      ? []
      : wrapLine(displayText(`not declared in these headers: ${others.join(', ')}`), '- ', '  ')),
  ];
}
