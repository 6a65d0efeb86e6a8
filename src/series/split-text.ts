import { contentAfter, contentBefore, type FileChange } from '../diff/file-change.ts';
import { baseName } from '../text/file-path.ts';
import { displayText } from '../text/source-text.ts';
import { consumerLines } from './consumer-text.ts';
import { type HeaderFacts, suppliedLicence } from './header-facts.ts';
import type { PatchFacts } from './patch-facts.ts';
import { countOf, joinNames, MAIL_WIDTH, wrapLine } from './wrap-text.ts';

/** The subject of a patch that splits a header, when the series file has none. */
export function splitSubject({ header }: PatchFacts): string {
  const names = header.parts.filter(({ part }) => part.into === null).map(({ part }) => part.name);
  const long = `${header.name}: split into ${joinNames(names)}`;
  return long.length <= MAIL_WIDTH ? long : `${header.name}: split into ${countOf(names.length, 'part file')}`;
}

/**
 * What a patch that splits a header says, when the series file does not say it: nothing but what the run has checked,
 * and no figures, which would change with every reassignment of a later version.
 */
export function splitBody(facts: PatchFacts): string {
  return [
    wrapLine(`Move the declarations of ${facts.header.path} to these files:`).join('\n'),
    partFileLines(facts).join('\n'),
    wrapLine(whatStays(facts)).join('\n'),
    ...whatIsGone(facts),
    ...whatElseChanges(facts),
    wrapLine(whatMoves(facts)).join('\n'),
    'Use `git blame -C -C` to follow lines across the move.',
    'No functional change intended.',
  ].join('\n\n');
}

/** A line for each part file: its parts. */
export function partFileLines({ header }: PatchFacts): readonly string[] {
  const files = new Map<string, string[]>();
  for (const { part } of header.parts) {
    const others = files.get(part.file);
    if (others) others.push(part.name);
    else files.set(part.file, [part.name]);
  }
  const width = Math.max(...[...files.keys()].map((file) => file.length));
  return [...files].flatMap(([file, names]) => {
    const line = `  ${file.padEnd(width)}  ${joinNames(names)}`;
    return line.length <= MAIL_WIDTH ? [line] : [`  ${file}`, ...wrapLine(joinNames(names), '      ')];
  });
}

function whatStays(facts: PatchFacts): string {
  const { header } = facts;
  const banner = header.manifest.wrapper.banner === null ? '' : ', gets a banner';
  const others = otherIncludes(facts);
  const includes = others.length === 0 ? 'these files' : `these files and, as before, ${joinNames(others)}`;
  const kept = `${baseName(header.path)} keeps its guard${banner} and includes ${includes}${header.dropped.length === 0 ? ', so that code which includes it need not change' : ''}.`;
  const licence = suppliedLicence(header);
  return licence === null ? kept : `${kept} ${licence}`;
}

function whatIsGone({ header: { dropped } }: PatchFacts): readonly string[] {
  if (dropped.length === 0) return [];
  const [lines, them] = [dropped.map((spelt) => `#include ${spelt}`), dropped.length === 1 ? 'it' : 'them'];
  const text = `Drop ${joinNames(lines)}; code that relied on ${them} must include ${them} itself.`;
  return [wrapLine(text).join('\n')];
}

function whatElseChanges(facts: PatchFacts): readonly string[] {
  const others = facts.changes.filter(({ path }) => !isOfHeader(facts.header, path));
  if (others.length === 0) return [];
  const first = `Also changed, as ${others.length === 1 ? 'it names' : 'they name'} the header without including it:`;
  return [wrapLine(first).join('\n'), consumerLines(facts, others).join('\n')];
}

/** The first sentence is what every run checks on the result. */
function whatMoves({ header, changes }: PatchFacts): string {
  const isCopied = header.result.findings.some(({ code }) => code === 'comment-copied');
  const losesComment = header.result.findings.some(({ code }) => code === 'comment-dropped');
  const kind = header.dropped.length === 0 ? 'In the headers this is pure code movement' : 'All else only moves';
  const comments = `each comment${losesComment ? ' but those on what is dropped' : ''} in at least one`;
  const hasLicence = !header.result.findings.some(({ code }) => code === 'licence-missing');
  const news = [...(hasLicence ? ['licence comments'] : []), 'guards', 'include lines'];
  if (header.parts.some(({ part }) => part.banner !== null)) news.push('banners');
  if (repeatsConditionals(changes, header.path)) news.push('repeated conditionals');
  return [
    `${kind}: each declaration is now in exactly one of these files, token for token and under the same conditions, and ${comments}.`,
    `The only additions are ${joinNames(news)}.`,
    ...(isCopied ? ['A comment above declarations of several parts is copied to each.'] : []),
  ].join(' ');
}

function repeatsConditionals(changes: readonly FileChange[], path: string): boolean {
  const count = (text: string | null): number => (text ?? '').match(/^[ \t]*#[ \t]*if/gm)?.length ?? 0;
  const created = changes.filter(({ kind }) => kind === 'create');
  const wrapper = changes.find((change) => change.path === path);
  if (wrapper === undefined) return false;
  const guards = created.length;
  const after = [...created, wrapper].reduce((sum, change) => sum + count(contentAfter(change)), 0);
  return after - guards > count(contentBefore(wrapper));
}

/** What the wrapper includes besides the part files, as spelt there. */
function otherIncludes({ header, changes }: PatchFacts): readonly string[] {
  const wrapper = changes.find(({ path }) => path === header.path);
  const text = wrapper === undefined ? '' : (contentAfter(wrapper) ?? '');
  const files = new Set(header.manifest.parts.map(({ file }) => baseName(file)));
  return [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*(["<]([^">\n]+)[">])/gm)]
    .filter(([, , path = '']) => !files.has(baseName(path)))
    .map(([, spelt = '']) => displayText(spelt));
}

/** Whether a path is the header or one of its part files. */
export function isOfHeader(header: Pick<HeaderFacts, 'path' | 'manifest'>, path: string): boolean {
  return path === header.path || header.manifest.parts.some(({ file }) => file === path);
}
