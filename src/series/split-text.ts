import { contentAfter, contentBefore, type FileChange } from '../patch/file-change.ts';
import { displayText } from '../text/source-text.ts';
import { baseName, type PartFacts } from './header-facts.ts';
import type { PatchFacts } from './patch-facts.ts';
import { countOf, joinNames, MAIL_WIDTH, wrapLine } from './wrap-text.ts';

/** The subject of a patch that splits a header, when the series file has none. */
export function splitSubject({ header }: PatchFacts): string {
  const names = header.parts.filter(({ part }) => part.into === null).map(({ part }) => part.name);
  const long = `${header.name}: split into ${joinNames(names)}`;
  return long.length <= MAIL_WIDTH ? long : `${header.name}: split into ${countOf(names.length, 'part file')}`;
}

/** What a patch that splits a header says, when the series file does not say it: nothing but what the run has checked. */
export function splitBody(facts: PatchFacts): string {
  return [
    `Move what ${facts.header.path} declares to one file per part:`,
    partFileLines(facts).join('\n'),
    wrapLine(whatStays(facts)).join('\n'),
    ...whatElseChanges(facts).map((line) => wrapLine(line).join('\n')),
    wrapLine(whatMoves(facts)).join('\n'),
    '`git blame -C -C` looks behind this patch.',
    'No functional change intended.',
  ].join('\n\n');
}

/** A line for each part file: what is in it. */
export function partFileLines({ header }: PatchFacts): readonly string[] {
  const files = new Map<string, PartFacts[]>();
  for (const one of header.parts) {
    const others = files.get(one.part.file);
    if (others) others.push(one);
    else files.set(one.part.file, [one]);
  }
  const width = Math.max(...[...files.keys()].map((file) => file.length));
  return [...files].flatMap(([file, parts]) => {
    const content = parts
      .map(({ part, functions }) => `${part.name}: ${functions === 0 ? 'no function' : countOf(functions, 'function')}`)
      .join(', ');
    const line = `  ${file.padEnd(width)}  ${content}`;
    return line.length <= MAIL_WIDTH ? [line] : [`  ${file}`, `      ${content}`];
  });
}

function whatStays(facts: PatchFacts): string {
  const { header, changes } = facts;
  const name = baseName(header.path);
  const others = otherIncludes(facts);
  const kept =
    others.length === 0 ? 'and includes these files' : `includes these files, and still includes ${joinNames(others)}`;
  const banner = header.manifest.wrapper.banner === null ? '' : ' It gets a banner.';
  const isOnly = changes.every(({ path }) => isOfSplit(facts, path));
  const rest = isOnly ? '; no other file changes.' : '.';
  return `${name} keeps its guard${others.length === 0 ? ' ' : ', '}${kept}${rest}${banner}`;
}

function whatElseChanges(facts: PatchFacts): readonly string[] {
  const others = facts.changes.map(({ path }) => path).filter((path) => !isOfSplit(facts, path));
  if (others.length === 0) return [];
  return [`Changed along with it, as it names the header without including it: ${others.join(', ')}.`];
}

/** The first sentence is what every run checks on the result. */
function whatMoves({ header, changes }: PatchFacts): string {
  const copied = header.result.findings.filter(({ code }) => code === 'comment-copied').length;
  const news = ['licence comments', 'guards', 'include lines'];
  if (header.parts.some(({ part }) => part.banner !== null)) news.push('banners');
  if (repeatsConditionals(changes, header.path)) news.push('conditionals, repeated in each file that needs them');
  return [
    'This is a pure move: each declaration stands in exactly one of these files afterwards, token for token and behind the same conditions, and each comment in at least one.',
    `New are ${joinNames(news)}.`,
    ...(copied === 0
      ? []
      : [
          `${countOf(copied, 'comment')} that ${copied === 1 ? 'heads' : 'head'} several parts ${copied === 1 ? 'is' : 'are'} copied to each.`,
        ]),
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

function isOfSplit({ header }: PatchFacts, path: string): boolean {
  return path === header.path || header.manifest.parts.some(({ file }) => file === path);
}
