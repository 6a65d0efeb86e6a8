import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Comment, Item } from '../model/header.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { placeOf } from '../text/place.ts';
import { displayText } from '../text/source-text.ts';
import { commentName, commentWords } from './comment-name.ts';
import { functionNames, otherNames, partOf } from './placement.ts';
import { type SplitPlan, wrapperKey } from './split-plan.ts';

/**
 * Comments that speak of what goes to another file: of a function whose macros or types stay between the two, of a name
 * `above` or `below`, of a neighbour, of `this header`. Nothing is reworded; one note for each comment.
 */
export function straySpeech(plan: SplitPlan): readonly Diagnostic[] {
  const view = viewOf(plan);
  return plan.header.comments.flatMap((comment) => {
    const files = new Set((plan.commentTargets[comment.index] ?? []).map(view.fileOfPart));
    const { text } = plan.header.source;
    if (files.size === 0 || comment === view.licence || SPEAKS_OF_LICENCE.test(spanText(comment, text))) return [];
    const isAway = (item: Item | undefined): item is Item => {
      const file = item === undefined ? null : view.fileOf(item);
      return file !== null && !files.has(file);
    };
    const said =
      documented(comment, view, isAway) ?? placed(comment, view, isAway) ?? thisFile(comment, text, view.isOneFile);
    if (said === null) return [];
    const parts = [...new Set(plan.commentTargets[comment.index])];
    const where = parts.map((part) => (part === wrapperKey ? 'the wrapper' : `part '${part}'`)).join(', ');
    const message = `${commentName(comment, text)} goes to ${where} and ${said}`;
    return [diagnostic('comment-elsewhere', message, placeOf(plan.header.source, comment.span))];
  });
}

const SPEAKS_OF_LICENCE = /\blicen[cs]ed?\b|\bcopyright\b/i;

type View = {
  readonly plan: SplitPlan;
  readonly licence: Comment | undefined;
  readonly isOneFile: boolean;
  readonly fileOfPart: (part: string) => string;
  /** null: it goes nowhere, or it is an include. */
  readonly fileOf: (item: Item) => string | null;
  /** What declares or defines a name of the header; the first. */
  readonly named: ReadonlyMap<string, Item>;
};

function viewOf(plan: SplitPlan): View {
  const { header, manifest, placements } = plan;
  const files = new Map(manifest.parts.map(({ name, file }) => [name, file]));
  const fileOfPart = (part: string): string => files.get(part) ?? header.source.path;
  const named = new Map<string, Item>();
  for (const item of header.items)
    for (const name of [...functionNames(item), ...otherNames(item)]) if (!named.has(name)) named.set(name, item);
  const fileOf = (item: Item): string | null => {
    const part = partOf(placements, item.index);
    const isInclude = item.content.kind === 'directive' && item.content.directive.kind === 'include';
    return part === null || isInclude ? null : fileOfPart(part);
  };
  const licence = header.licence;
  return {
    plan,
    licence: header.comments.find(({ span }) => licence !== null && span.start < licence.end),
    isOneFile: new Set(header.items.flatMap((item) => fileOf(item) ?? [])).size < 2,
    fileOfPart,
    fileOf,
    named,
  };
}

/**
 * The function that a comment is on although macros or types are between the two: its first word, or the first function
 * below them when the comment speaks of two of its parameters.
 */
function documented(
  comment: Comment,
  { plan, named }: View,
  isAway: (item: Item | undefined) => item is Item,
): string | null {
  const { header } = plan;
  const words = commentWords(comment, header.source.text);
  const first = /^(\w+)(?:\(\))?(?:$|[:,-])/.exec(words[0] ?? '')?.[1] ?? '';
  const own = named.get(first);
  const last = Math.max(...comment.serves, -1);
  const begun = header.items[comment.serves[0] ?? -1];
  if (begun === undefined || functionNames(begun).length > 0 || otherNames(begun).includes(first)) return null;
  if (own !== undefined && functionNames(own).includes(first) && !comment.serves.includes(own.index) && isAway(own)) {
    return speaksOf(plan, own, first);
  }
  const near = header.items.slice(last + 1, begun.index + FARTHEST + 1);
  const below = near.find((item) => functionNames(item).length > 0);
  if (below === undefined || !isAway(below)) return null;
  const next = header.comments[lowerBound(header.comments, ({ span }) => span.start <= begun.span.end)];
  if (next !== undefined && next.span.end < below.span.start) return null;
  const known = new Set(words.flatMap((word) => word.match(/\w+/g) ?? []));
  const parameters = parametersOf(header.source.text.slice(below.span.start, below.span.end));
  const told = parameters.filter((name) => name.length > 2 && known.has(name));
  return new Set(told).size < 2 ? null : speaksOf(plan, below, functionNames(below)[0] ?? '');
}

/** As many items may be between a comment and the function that it is on. */
const FARTHEST = 12;

function speaksOf({ placements }: SplitPlan, item: Item, name: string): string {
  return `speaks of '${displayText(name)}' of part '${partOf(placements, item.index)}'`;
}

/** The last word of each parameter. */
function parametersOf(declaration: string): readonly string[] {
  return lastList(declaration)
    .split(',')
    .flatMap((one) => /(?<!\w)(\w+)\s*(?:\[[^\][]*\]\s*)*$/.exec(one)?.[1] ?? []);
}

/** Between the last parentheses that hold others, or else the first of those at the end; none may be deeper. */
function lastList(declaration: string): string {
  let [list, depth, deepest, end] = ['', 0, 0, 0];
  for (const { 0: mark, index } of [...declaration.matchAll(/[()]/g)].reverse()) {
    if (mark === ')') {
      if (depth === 0) [deepest, end] = [0, index];
      depth += 1;
      deepest = Math.max(deepest, depth);
      continue;
    }
    depth -= 1;
    if (depth < 0 || deepest > 2) return list;
    if (depth > 0) continue;
    list = declaration.slice(index + 1, end);
    if (deepest === 2) return list;
  }
  return list;
}

/** `FLAG below`, `see foo() above`, `the functions above`: what is named there, or what was there. */
function placed(
  comment: Comment,
  { plan, named }: View,
  isAway: (item: Item | undefined) => item is Item,
): string | null {
  const { header, placements } = plan;
  const words = commentWords(comment, header.source.text);
  for (const [at, word] of words.entries()) {
    const [direction = ''] = /^(?:above|below)(?=\W*$)/i.exec(word.replace(/^\W+/, '')) ?? [];
    if (direction === '') continue;
    const near = words.slice(Math.max(0, at - NEAR), at + 1 + NEAR);
    const away = near.flatMap((one) => one.match(/\w+/g) ?? []).find((name) => isAway(named.get(name)));
    if (away !== undefined) {
      const part = partOf(placements, named.get(away)?.index ?? -1);
      return `says '${direction}' of '${displayText(away)}' of part '${part}'`;
    }
    const isOfCode = [words[at - 1], words[at + 1]].some((one) => CODE.test(one ?? ''));
    const neighbour = header.items[(comment.serves[0] ?? 0) - 1];
    if (direction.toLowerCase() === 'above' && isOfCode && isAway(neighbour)) {
      const [name] = [...functionNames(neighbour), ...otherNames(neighbour)];
      const what = name === undefined ? 'what' : `'${displayText(name)}'`;
      return `says 'above', where ${what} of part '${partOf(placements, neighbour.index)}' was`;
    }
  }
  return null;
}

/** Words on either side of `above` and `below` that may say what is there. */
const NEAR = 4;

const CODE =
  /^\W*(?:functions?|macros?|prototypes?|declarations?|definitions?|struct(?:ure)?s?|types?|typedefs?|enums?|flags?|constants?|variables?|helpers?|callbacks?)\W*$/i;

function thisFile(comment: Comment, text: string, isOneFile: boolean): string | null {
  const [said] = /\bthis (?:(?:header|include) ?)?(?:file|header)\b/i.exec(commentWords(comment, text).join(' ')) ?? [];
  return said === undefined || isOneFile ? null : `says '${said.toLowerCase()}'`;
}

function spanText({ span }: Comment, text: string): string {
  return text.slice(span.start, span.end);
}
