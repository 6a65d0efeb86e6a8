import { findGuard } from '../../model/guard.ts';
import { pairBrackets, unpairedIn } from '../../model/pair-brackets.ts';
import type { KnownMark, Mark, Meaning } from '../../parse/brackets/bracket-marks.ts';
import { joinBrackets } from '../../parse/brackets/pragma-meaning.ts';
import { commonAnnotations } from '../../parse/declarations/annotations.ts';
import { type Segment, segment } from '../../parse/segment.ts';
import { lex } from '../../parse/tokens/lex.ts';
import { isPunctuator } from '../../parse/tokens/token.ts';
import { baseName } from '../../text/file-path.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { type IncludeGraph, includesIn } from '../includes/include-graph.ts';

type Context = {
  readonly tree: Tree;
  readonly graph: IncludeGraph;
  /** What marks brackets in an included file; `around` are the files that include it. */
  readonly marksOf: (source: SourceText, around: readonly string[]) => readonly KnownMark[];
  /** What was found before, by file and how deep it is included. Files of layers would be read once for each way to them. */
  readonly known: Map<string, Mark | null>;
};

/** For `pragmasLeftOpen`: the brackets of included files by what stands there, macros aside. */
export function pragmaContext(tree: Tree, graph: IncludeGraph): Context {
  const context: Context = {
    tree,
    graph,
    marksOf: (source, around) => includedMarks(context, source, around),
    known: new Map(),
  };
  return context;
}

/**
 * The includes of a file that open a bracket which another of its includes closes (`pack-begin.h`, `pack-end.h`), and
 * those others. Only a file that may be included again can do that.
 */
export function includedMarks(context: Context, source: SourceText, around: readonly string[]): readonly KnownMark[] {
  if (around.length > DEEPEST || around.includes(source.path)) return [];
  const found = marksAmongIncludes(context, source, around);
  const ends = new Set(found.map(({ mark }) => `${mark.role} ${mark.bracket}`));
  // What a file's own includes leave open, it leaves open: it may be included for that.
  const isIncluded = around.length > 0;
  return found
    .filter(({ mark: { role, bracket } }) => isIncluded || ends.has(`${role === 'open' ? 'close' : 'open'} ${bracket}`))
    .map(({ path, mark }) => ({ spelling: path, meaning: { kind: 'mark', ...mark } satisfies Meaning }));
}

function marksAmongIncludes(
  context: Context,
  source: SourceText,
  around: readonly string[],
): readonly { readonly path: string; readonly mark: Mark }[] {
  const inside = [...around, source.path];
  return includesIn(source.text).flatMap((spelling) => {
    const file = context.graph.resolve(source.path, spelling);
    const mark = wellKnown(spelling.path) ?? (file === null ? null : markOfFile(context, file, inside));
    return mark ? [{ path: spelling.path, mark }] : [];
  });
}

const DEEPEST = 8;

/** The ends of brackets of pragmas that a file opens or closes without their other ends; not those about warnings. */
export function pragmasLeftOpen(context: Context, path: string): readonly Mark[] {
  const text = context.tree.read(path) ?? '';
  const marks = includedMarks(context, { path, text }, ['']);
  if (marks.length === 0 && !/pragma/i.test(text)) return [];
  const segments = segment(text, lex(text), commonAnnotations, marks);
  const left = unpairedIn(pairBrackets(text, segments)).flatMap(({ role, name }) =>
    name.split(' and ').map((bracket) => ({ role, bracket })),
  );
  return left.filter(
    ({ bracket }) => bracket.startsWith('pragma ') && !/^pragma (?:diagnostic|warning)$/.test(bracket),
  );
}

/** Pairs of files that come with compilers and libraries, mostly from outside the tree. */
const PAIRS: readonly (readonly [open: RegExp, close: RegExp, name: string])[] = [
  [/^pshpack\d+\.h$/i, /^poppack\.h$/i, 'poppack.h'],
  [/^abi_prefix\.h(?:pp)?$/, /^abi_suffix\.h(?:pp)?$/, 'abi_suffix'],
  [/^bpstruct\.h$/, /^epstruct\.h$/, 'epstruct.h'],
];

function wellKnown(path: string): Mark | null {
  const name = baseName(path);
  const [pair] = PAIRS.filter(([open, close]) => open.test(name) || close.test(name));
  return pair ? { role: pair[0].test(name) ? 'open' : 'close', bracket: pair[2] } : null;
}

/** Where all that a file opens or closes by itself is of one role. */
function markOfFile(context: Context, path: string, around: readonly string[]): Mark | null {
  const key = `${around.length} ${path}`;
  const before = context.known.get(key);
  if (before !== undefined) return before;
  const mark = readMark(context, path, around);
  context.known.set(key, mark);
  return mark;
}

function readMark({ tree, marksOf }: Context, path: string, around: readonly string[]): Mark | null {
  const text = tree.read(path) ?? '';
  if (!mayOpenForOthers(text)) return null;
  const segments = segment(text, lex(text), commonAnnotations, marksOf({ path, text }, around));
  const marks = unpairedIn(pairBrackets(text, segments));
  const [first] = marks;
  if (
    !first ||
    findGuard({ path, text }, segments).guard.kind !== 'none' ||
    segments.some((segment) => holdsBody(text, segment)) ||
    marks.some(({ role }) => role !== first.role)
  )
    return null;
  return { role: first.role, bracket: joinBrackets(marks.map(({ name }) => name)) };
}

/** Whether C would not take a segment twice: it has members, enumerators, values or statements. */
function holdsBody(text: string, segment: Segment): boolean {
  if (segment.kind === 'group') return segment.branches.some(({ nodes }) => nodes.some((one) => holdsBody(text, one)));
  return segment.kind === 'item' && segment.tokens.some((token) => isPunctuator(text, token, '{'));
}

/** Whether a text may be there to open a bracket that another included file closes, by its size and its first lines. */
export function mayOpenForOthers(text: string): boolean {
  return text.length <= LONGEST && !looksGuarded(text);
}

/** A file that opens a bracket for others holds little else. */
const LONGEST = 50_000;

/** Whether a text looks as if it took effect once, by its first two directives: to read no more of it. */
function looksGuarded(text: string): boolean {
  const lines = text.matchAll(/^[ \t]*#[ \t]*(\w+)(.*)$/gm);
  const [first, second] = [lines.next().value, lines.next().value];
  if (first?.[1] === 'pragma') return first[2]?.trim() === 'once';
  const name = /(?<!\w)\w+(?=\W*$)/.exec(first?.[2]?.replace(/\/\*.*/, '') ?? '')?.[0];
  const isTest = first?.[1] === 'ifndef' || (first?.[1] === 'if' && /^\s*!/.test(first[2] ?? ''));
  return isTest && name !== undefined && second?.[1] === 'define' && /^[ \t]+(\w+)/.exec(second[2] ?? '')?.[1] === name;
}
