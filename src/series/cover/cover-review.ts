import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { contentBefore } from '../../diff/file-change.ts';
import { countOf } from '../../text/count-of.ts';
import { baseName } from '../../text/file-path.ts';
import { displayText } from '../../text/source-text.ts';
import { formOf } from '../consumers/file-form.ts';
import { isGenerated, isGeneratedFrom } from '../consumers/generated-file.ts';
import { type HeaderFacts, suppliedLicence } from '../header-facts.ts';
import type { SeriesPatch, SeriesPlan } from '../series-plan.ts';
import { isOfHeader } from '../split-text.ts';
import type { StatementWords } from '../statement-words.ts';
import { joinNames, wrapLine } from '../wrap-text.ts';
import { type CoverSection, paragraphs } from './cover-section.ts';
import { copiedText, enteringText, inFiles, placedText, strayText } from './review-words.ts';

/** What a reviewer must look at, as the diff does not show it: the findings of the plan, by kind, and generated files. */
export function reviewSection(
  { findings, patches, words: inserted }: Pick<SeriesPlan, 'findings' | 'patches' | 'words'>,
  headers: readonly HeaderFacts[],
): CoverSection {
  const isAlone = headers.length < 2;
  const manifests = new Set(headers.map(({ manifest }) => manifest.source.path));
  const groups = topicsOf(inserted).flatMap(({ title, severalTitle = title, codes, says, holds = () => true }) => {
    const own = findings.filter((finding) => codes.includes(finding.code) && holds(finding));
    if (own.length === 0) return [];
    const words = (finding: Diagnostic): string => {
      const [{ place }] = finding.places;
      const header = headers.find((one) => isOfHeader(one, place.file)) ?? headers[0];
      const message = header === undefined ? finding.message : inFiles(finding.message, header);
      return says === undefined ? message : says(finding, header, message, isAlone);
    };
    return [[...wrapLine(`${isAlone ? title : severalTitle}:`), ...itemsOf(own, words, manifests)]];
  });
  const calls = earlyCalls(headers);
  const initialisers =
    calls.length === 0
      ? []
      : [
          ...wrapLine(`Called in the initializer of a variable, so before the caller's ${inserted.one} runs:`),
          ...calls,
        ];
  const licences = headers.flatMap((header) => suppliedLicence(header) ?? []).flatMap((text) => wrapLine(text));
  const lines = paragraphs([licences, ...groups, initialisers, generatedFiles(patches)]);
  const hasNumbers = lines.some((line) => /^- \S+(?::\d+|, lines \d)/.test(line));
  return {
    title: 'Points for review',
    lines: hasNumbers ? paragraphs([lines, ['Line numbers are those before the series.']]) : lines,
  };
}

/** Files that name a header, are changed, and are written again by a program from something that is not. */
function generatedFiles(patches: readonly SeriesPatch[]): readonly string[] {
  const changes = patches.flatMap((patch) =>
    patch.kind === 'made' && (patch.topic === 'split' || patch.topic === 'consumers') ? patch.changes : [],
  );
  const files = changes.flatMap((change) => {
    const text = contentBefore(change) ?? '';
    const sources = changes.filter(({ path }) => path !== change.path).map(({ path }) => baseName(path));
    const isLeft = !C_FILE.test(change.path) && isGenerated(text) && !isGeneratedFrom(text, sources);
    return isLeft ? [change.path] : [];
  });
  if (files.length === 0) return [];
  return [
    ...wrapLine('Changed, although generated; what they are generated from must have the change, too:'),
    ...[...new Set(files)].flatMap((file) => wrapLine(file, '- ', '  ')),
  ];
}

type Topic = {
  readonly title: string;
  /** Where the series has several headers, unless it is the same. */
  readonly severalTitle?: string;
  readonly codes: readonly Code[];
  /** What of a finding the title does not say; `message` names files, not parts. Default: that. */
  readonly says?: (finding: Diagnostic, header: HeaderFacts | undefined, message: string, isAlone: boolean) => string;
  readonly holds?: (finding: Diagnostic) => boolean;
};

/** A string in C names the wrapper, which still has that name. */
const C_FILE = /\.(?:[chS]|cc|cpp|cxx|hh|hpp|inc)$/;

const isBuildFile = ({ places: [{ place }] }: Diagnostic): boolean =>
  ['make', 'cmake', 'quoted'].includes(formOf({ path: place.file, text: '' }));

const rendersComments = ({ message }: Diagnostic): boolean => message.startsWith('it renders');

const namedHeader: Topic['says'] = ({ message }, _header, _message, isAlone) =>
  isAlone ? '' : (/(?:names|comments of) ([^\s,]+)/.exec(message)?.[1] ?? message);

/** The item begins with the file. */
const withoutFile: Topic['says'] = ({ message, places: [{ place }] }) => message.replace(`${place.file} `, '');

const topicsOf = (words: StatementWords): readonly Topic[] => [
  {
    title: 'Build files that name the header and are not changed; the build may need the new ones there',
    severalTitle: 'Build files that name a header and are not changed; the build may need the new ones there',
    codes: ['text-consumer'],
    says: namedHeader,
    holds: isBuildFile,
  },
  {
    title: 'Lines of changed files that still name the header alone; what they install or remove lacks the new ones',
    severalTitle:
      'Lines of changed files that still name a header alone; what they install or remove lacks the new ones',
    codes: ['consumer-line-left'],
    says: ({ message, places: [{ place }] }) =>
      message.replace(`${place.file} `, '').replace(/ \S*\/(?=[^/\s]+ alone$)/, ' '),
  },
  {
    title: 'Documents that render its comments and are not changed, so that these are missing there',
    severalTitle: 'Documents that render comments of a header and are not changed, so that these are missing there',
    codes: ['text-consumer'],
    says: namedHeader,
    holds: rendersComments,
  },
  {
    title: 'Duplicated comments',
    codes: ['comment-copied'],
    says: ({ message }, header) => (header === undefined ? message : copiedText(message, header)),
  },
  {
    title: 'Comments that may need an update after the move',
    codes: ['comment-elsewhere'],
    says: (_finding, _header, message) => strayText(message),
  },
  { title: 'Declarations that were not understood and moved whole', codes: ['opaque-item'] },
  {
    title: `No definition found, so ${words.lacking} (generated?)`,
    codes: ['definition-missing'],
    says: ({ message }) => message.replace(/^no definition found, so no assertion: /, ''),
  },
  {
    title: `Defined, and ${words.lacking}`,
    codes: ['several-definitions', 'definition-unreadable', 'definition-generated'],
  },
  {
    title: `Existing ${words.all} that don't match the header that declares the function now`,
    codes: ['assertion-foreign'],
    says: (_finding, _header, message) =>
      message.replace(
        /^(\w+\(\)) of (\S+(?: \([^)]*\))?) has the assertion of/,
        (_, name: string, file: string) => `${name}, now in ${file}, has the ${words.one} of`,
      ),
  },
  {
    title: `Parameters used above the ${words.one} that names them`,
    codes: ['parameter-before-assertion'],
    says: ({ message }) => message.replace(/^(\S+\(\)) uses its parameter (.*) in a declaration, before .*$/, '$1: $2'),
  },
  {
    title: 'Macros and inline functions that use functions of other headers',
    codes: ['call-forbidden', 'macro-reaches'],
    holds: ({ message }) => !message.includes('`may_call`'),
  },
  {
    title: 'Placed by what they use, or by what uses them',
    codes: ['include-loops', 'include-moved', 'part-includes-part', 'declaration-moved'],
    says: (finding, header, message) =>
      (finding.code === 'include-loops' && header !== undefined ? enteringText(finding.message, header) : null) ??
      (header === undefined ? message : placedText(finding.message, header)),
  },
  { title: 'Dropped includes, and comments on them', codes: ['include-dropped', 'comment-dropped'] },
  {
    title: 'Guards that other files know',
    codes: ['guard-tested', 'guard-shared'],
    says: ({ places: [{ place }] }, _header, message) =>
      message.startsWith(`${place.file} `) ? message.slice(place.file.length + 1) : message,
  },
  {
    title: 'Not changed, although they name the header',
    severalTitle: 'Not changed, although they name one of the headers',
    codes: ['text-consumer'],
    says: namedHeader,
    holds: (finding) =>
      !isBuildFile(finding) && !rendersComments(finding) && !C_FILE.test(finding.places[0].place.file),
  },
  { title: 'Users of which it cannot be told what they need', codes: ['user-unsure'], says: withoutFile },
  { title: 'Users that stay as they are', codes: ['user-kept'], says: withoutFile },
  {
    title: 'Files that use nothing of the header and include what its parts share',
    severalTitle: 'Files that use nothing of a header and include what its parts share',
    codes: ['user-needs-nothing'],
    says: ({ message }, _header, _message, isAlone) =>
      isAlone ? '' : (/ uses nothing of (.*)$/.exec(message)?.[1] ?? message),
  },
  {
    title: `Called by the ${words.noun === 'assertions' ? words.all : 'added statements'} and not found in the tree`,
    codes: ['assert-unknown'],
    says: ({ message }) => `${/'([^']+)'/.exec(message)?.[1] ?? message}()`,
  },
];

/** More items than this are counted. */
const MOST_ITEMS = 10;

/** One item for all places of a file of which the same is to be said. */
function itemsOf(
  findings: readonly Diagnostic[],
  says: (finding: Diagnostic) => string,
  manifests: ReadonlySet<string>,
): readonly string[] {
  const items = new Map<string, { readonly file: string; readonly text: string; readonly lines: number[] }>();
  for (const finding of findings) {
    const [{ place }] = finding.places;
    const text = says(finding);
    const key = `${place.file}\0${text}`;
    const known = items.get(key);
    if (known) known.lines.push(place.line);
    else items.set(key, { file: place.file, text, lines: [place.line] });
  }
  // Whoever reads the mails has no manifest.
  const told = [...items.values()].map(({ file, text, lines }) =>
    manifests.has(file) ? text : [`${file}${linesText(lines)}`, text].filter(Boolean).join(': '),
  );
  const all = [...new Set(told)];
  const shown = all.length > MOST_ITEMS + 1 ? all.slice(0, MOST_ITEMS) : all;
  const more = all.length - shown.length;
  return [...shown, ...(more === 0 ? [] : [`and ${more} more`])].flatMap((text) => wrapLine(text, '- ', '  '));
}

function linesText(lines: readonly number[]): string {
  const known = [...new Set(lines.filter((line) => line > 0))].sort((a, b) => a - b);
  if (known.length === 0) return '';
  return known.length === 1 ? `:${known[0]}` : `, lines ${joinNames(known.map(String))}`;
}

/** More callers than this are counted. */
const MOST_CALLERS = 3;

/** An item for each function of the series' headers that initialisers call. */
function earlyCalls(headers: readonly HeaderFacts[]): readonly string[] {
  const callers = new Map<string, Set<string>>();
  for (const { name, callsBefore = [] } of headers.flatMap(({ result }) => result.definitions)) {
    for (const called of callsBefore) callers.set(called, (callers.get(called) ?? new Set()).add(`${name}()`));
  }
  const isOfHeaders = (name: string): boolean => headers.some(({ manifest }) => manifest.prototypes.has(name));
  return [...callers].flatMap(([called, by]) => {
    if (!isOfHeaders(called)) return [];
    const names = [...by];
    const more = names.length - MOST_CALLERS;
    const shown = joinNames(more > 1 ? [...names.slice(0, MOST_CALLERS), countOf(more, 'other')] : names);
    return wrapLine(displayText(`${called}() in ${shown}`), '- ', '  ');
  });
}
