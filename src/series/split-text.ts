import { contentAfter, contentBefore, type FileChange } from '../diff/file-change.ts';
import type { Header } from '../model/header.ts';
import { parseHeader } from '../model/lower-header.ts';
import { includedPath } from '../plan/assign.ts';
import { baseName } from '../text/file-path.ts';
import { displayText } from '../text/source-text.ts';
import { bannerLine, bannerTitle, partTitle } from './banner-title.ts';
import { consumerLines } from './consumer-text.ts';
import { type HeaderFacts, suppliedLicence, whatIsDropped } from './header-facts.ts';
import { noChange } from './no-change.ts';
import type { PatchFacts } from './patch-facts.ts';
import { contentsOfFile } from './shared-contents.ts';
import { joinNames, LISTING_WIDTH, MAIL_WIDTH, numberWord, wrapLine } from './wrap-text.ts';

/** The subject of a patch that splits a header, when the series file has none; of one form in the whole series. */
export function splitSubject({ header, series }: PatchFacts): string {
  const long = (one: HeaderFacts): string => {
    const titles = one.parts.filter(({ part }) => part.into === null).map(({ part }) => partTitle(part));
    return subjectOf(one, series, titles.length < 2 ? null : `${joinNames(titles)} headers`);
  };
  const fits = series.headers.every((one) => long(one).length <= LISTING_WIDTH);
  const count = partFilesOf(header).length;
  return fits ? long(header) : subjectOf(header, series, count === 1 ? null : headersText(count));
}

function subjectOf(header: HeaderFacts, series: PatchFacts['series'], into: string | null): string {
  const prefix = series.prefixes.get(header.path) ?? header.name;
  if (into !== null) return `${prefix}: split ${header.name} into ${into}`;
  return `${prefix}: move the declarations of ${header.name} to ${joinNames(partFilesOf(header).map(baseName))}`;
}

/**
 * What a patch that splits a header says, when the series file does not say it: nothing but what the run has checked,
 * and no figures, which would change with every reassignment of a later version. Why it splits stands before that.
 */
export function splitBody(facts: PatchFacts): string {
  return [
    wrapLine(whatItDoes(facts)).join('\n'),
    partFileLines(facts).join('\n'),
    wrapLine(whatStays(facts)).join('\n'),
    ...whatElseChanges(facts),
    ...whatIsGuarded(facts).map((text) => wrapLine(text).join('\n')),
    wrapLine(whatMoves(facts)).join('\n'),
    'Use `git blame -C -C` to follow lines across the move.',
    ...noChange(facts),
  ].join('\n\n');
}

/**
 * Why a patch splits a header: the series' motivation in the first that does, of it the first paragraph in the others,
 * since git log shows each alone; of a long one as much as fits on three lines. Ends with a newline; empty where nobody
 * wrote one, and for other patches.
 */
export function splitReason({ topic, header, series }: PatchFacts): string {
  const { motivation, firstSplit } = series;
  if (topic !== 'split' || motivation === '') return '';
  if (firstSplit?.path === header.path) return motivation;
  const [first = '', second] = motivation.trim().split(/\n{2,}/);
  const short = firstSentences(first, REPEATED_LINES);
  return `${short.endsWith(':') && second !== undefined ? `${short}\n\n${second}` : short}\n`;
}

const REPEATED_LINES = 3;

/** A paragraph's first sentences: one, and more as far as all fit on `most` lines. A list or a table stays whole. */
function firstSentences(paragraph: string, most: number): string {
  if (/^\s/m.test(paragraph) || paragraph.split('\n').length <= most) return paragraph;
  const sentences = paragraph
    .replace(/(?<!\s)\s*\n\s*/g, ' ')
    .split(/(?<=[^.\s]{2}[.!?]["')]?)(?<!\b(?:vs|cf|resp|approx)\.) +(?=["'(`]?[A-Z\d])/);
  const fitting = sentences.filter((_, at) => wrapLine(sentences.slice(0, at + 1).join(' ')).length <= most);
  return wrapLine(sentences.slice(0, Math.max(1, fitting.length)).join(' ')).join('\n');
}

function whatItDoes({ header }: PatchFacts): string {
  const count = partFilesOf(header).length;
  if (count === 1) return `Move what ${header.name} declares to a header of its own:`;
  return `Split ${header.name} into ${headersText(count)}:`;
}

function headersText(count: number): string {
  return count === 1 ? 'one header' : `${numberWord(count)} headers`;
}

function partFilesOf({ parts }: HeaderFacts): readonly string[] {
  return [...new Set(parts.map(({ part }) => part.file))];
}

/** A line for each new header: what is in it. */
export function partFileLines({ header }: Pick<PatchFacts, 'header'>): readonly string[] {
  const files = partFilesOf(header);
  const width = Math.max(...files.map((file) => file.length));
  const aligned = files.map((file) => `  ${file.padEnd(width)}  ${contentsOf(header, file)}`.trimEnd());
  if (aligned.every((line) => line.length <= MAIL_WIDTH)) return aligned;
  return files.flatMap((file) => wrapLine([file, contentsOf(header, file)].filter(Boolean).join(': '), '  ', '      '));
}

/** By the parts; the shared one, and one that nothing describes, by what is in it. */
function contentsOf(header: HeaderFacts, file: string): string {
  const parts = header.parts.filter(({ part }) => part.file === file).map(({ part }) => part);
  const [only, ...more] = parts;
  const others = parts.filter(({ name }) => name !== header.manifest.shared);
  const line = only === undefined || more.length > 0 || bannerTitle(only) !== null ? null : bannerLine(only);
  if (line !== null && others.length > 0) return line;
  const isOfFunctions = header.parts.every(({ part, functions }) => part.file !== file || functions > 0);
  const isTold = others.length === parts.length && isOfFunctions && others.some((part) => bannerTitle(part) !== null);
  if (isTold) return `${joinNames(others.map(partTitle))} functions`;
  return joinNames(contentsOfFile(header, file, parts.map(partTitle)));
}

function whatStays(facts: PatchFacts): string {
  const { header } = facts;
  const { others, isThin } = wrapperOf(facts);
  const them = partFilesOf(header).length === 1 ? 'it' : 'them';
  const along = others.length === 0 ? '' : ` and, as before, ${joinNames(others)}`;
  const kept = `${baseName(header.path)} now ${isThin ? 'only ' : ''}includes ${them}${along}`;
  const gone = whatIsDropped(header, 'It');
  const licence = suppliedLicence(header);
  return [
    gone === null ? `${kept}, so files that include it don't need to change.` : `${kept}.`,
    ...(gone === null ? [] : [gone]),
    ...(licence === null ? [] : [licence]),
  ].join(' ');
}

function whatElseChanges(facts: PatchFacts): readonly string[] {
  const others = facts.changes.filter(({ path }) => !isOfHeader(facts.header, path));
  if (others.length === 0) return [];
  return [`Adjust references to ${facts.header.name}:`, consumerLines(facts, others).join('\n')];
}

/** What every run checks on the result. */
function whatMoves({ header, changes }: PatchFacts): string {
  const has = (code: string): boolean => header.result.findings.some((finding) => finding.code === code);
  const news = [...(has('licence-missing') ? [] : ['license comments']), 'guards', 'includes'];
  if (header.parts.some(({ part }) => part.banner !== null) || header.manifest.wrapper.banner !== null) {
    news.push('introductory comments');
  }
  if (repeatsConditionals(header, changes)) news.push('repeated conditionals');
  const isAll = header.dropped.length === 0 && changes.every(({ path }) => isOfHeader(header, path));
  const scope = isAll ? 'This' : header.dropped.length > 0 ? 'All else' : 'In the headers, this';
  return [
    `${scope} is pure code movement: nothing but ${joinNames(news)} is new.`,
    ...(has('comment-dropped') ? ['A comment on what is dropped goes with it.'] : []),
    ...(has('comment-copied') ? ['Comments that apply to several headers are duplicated.'] : []),
  ].join(' ');
}

/** That including the header twice means something else than before, as a sentence. */
function whatIsGuarded({ header, changes }: PatchFacts): readonly string[] {
  const wrapper = changes.find(({ path }) => path === header.path);
  if (wrapper === undefined) return [];
  const [before, after] = [contentBefore(wrapper), contentAfter(wrapper)].map((text) => parsed(header, text ?? ''));
  if (before === undefined || after === undefined || after.guard.kind === 'none') return [];
  if (before.guard.kind === 'none')
    return [
      `${header.name} had no include guard and gets one, as the new headers do: including it again no longer has an effect.`,
    ];
  if (before.outside.length === 0 || after.outside.length > 0) return [];
  return [
    `Some of ${header.name} was outside its include guard and is guarded now: including ${header.name} again no longer repeats it.`,
  ];
}

function parsed({ path, manifest: { annotations, brackets } }: HeaderFacts, text: string): Header {
  return parseHeader({ path, text }, { annotations, brackets });
}

/** Whether there are more conditionals than before, guards aside. */
function repeatsConditionals(header: HeaderFacts, changes: readonly FileChange[]): boolean {
  const count = (text: string | null): number => {
    if (text === null) return 0;
    const guards = parsed(header, text).guard.kind === 'macro' ? 1 : 0;
    return (text.match(/^[ \t]*#[ \t]*if/gm)?.length ?? 0) - guards;
  };
  const wrapper = changes.find((change) => change.path === header.path);
  if (wrapper === undefined) return false;
  const created = changes.filter(({ kind }) => kind === 'create');
  const after = [...created, wrapper].reduce((sum, change) => sum + count(contentAfter(change)), 0);
  return after > count(contentBefore(wrapper));
}

/** What the header holds after its split besides includes of the new ones. */
function wrapperOf({ header, changes }: PatchFacts): { readonly others: readonly string[]; readonly isThin: boolean } {
  const { parts } = header.manifest;
  const wrapper = changes.find(({ path }) => path === header.path);
  const text = wrapper === undefined ? '' : (contentAfter(wrapper) ?? '');
  const { items } = parsed(header, text);
  const files = new Set(parts.map(({ file }) => baseName(file)));
  const others = [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*(["<]([^">\n]+)[">])/gm)]
    .filter(([, , path = '']) => !files.has(baseName(path)))
    .map(([, spelt = '']) => displayText(spelt));
  return { others, isThin: items.every((item) => includedPath(item).length > 0) };
}

/** Whether a path is the header or one of its part files. */
export function isOfHeader(header: Pick<HeaderFacts, 'path' | 'manifest'>, path: string): boolean {
  return path === header.path || header.manifest.parts.some(({ file }) => file === path);
}
