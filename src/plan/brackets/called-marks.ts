import {
  bracketNamesIn,
  type KnownMark,
  type Mark,
  type Meaning,
  markPairs,
} from '../../parse/brackets/bracket-marks.ts';
import { type Definitions, expandCall } from '../../parse/brackets/expand-macro.ts';
import { pragmaBracket } from '../../parse/brackets/pragma-bracket.ts';
import { joinBrackets, pragmaMeaning } from '../../parse/brackets/pragma-meaning.ts';
import { parseDirective } from '../../parse/tokens/directive.ts';
import type { Token } from '../../parse/tokens/token.ts';
import { tokensOf } from '../../parse/tokens/tokens-of.ts';
import type { SourceText } from '../../text/source-text.ts';
import { loneCalls } from './lone-calls.ts';

/**
 * The macros of a text that have a line for themselves and are, by their definitions, ends of brackets or other pragmas;
 * and those of two names that are alike but for BEGIN and END or the like, if they are always defined as nothing.
 */
export function calledMarks(source: SourceText, definitions: Definitions): readonly KnownMark[] {
  const [text, tokens] = [source.text, tokensOf(source)];
  const calls = [...loneCalls(text, tokens)].map(([spelling, name]) => {
    const made = definitions(name).map((definition) => expandCall(spelling, definition, definitions));
    const meaning = unite(made.flatMap((one) => (one === null ? [] : (pragmaMeaning(one) ?? []))));
    return { spelling, name, meaning, isNothing: made.length > 0 && made.every((one) => one === '') };
  });
  const known = calls.flatMap(({ spelling, name, meaning }) => (meaning ? [{ spelling, name, meaning }] : []));
  return [...fitting(text, tokens, known), ...pairsOfNothing(calls)];
}

/** What a macro means that has several definitions: it opens wherever it does anything, or it closes. */
function unite(meanings: readonly Meaning[]): Meaning | null {
  const marks = meanings.flatMap((meaning) => (meaning.kind === 'mark' ? [meaning] : []));
  const [first] = marks;
  if (!first) return meanings[0] ?? null;
  if (marks.some(({ role }) => role !== first.role)) return null;
  return { ...first, bracket: joinBrackets(marks.map(({ bracket }) => bracket)) };
}

type NamedMark = KnownMark & { readonly name: string };

/**
 * The marks whose other end is there as well. One without is kept, and found unbalanced, unless it is about warnings: some
 * headers change these for whoever includes them. One whose name has a counterpart of which the tree does not say what it
 * is (`NAMESPACE_BEGIN`) is left to that pair of names.
 */
function fitting(text: string, tokens: readonly Token[], known: readonly NamedMark[]): readonly KnownMark[] {
  const counterparts = counterpartsOf(text, tokens);
  const understood = new Set(known.flatMap(({ name, meaning }) => (meaning.kind === 'mark' ? [name] : [])));
  const written = [
    ...known.flatMap(({ meaning }) => (meaning.kind === 'mark' ? [meaning] : [])),
    ...rawMarks(text, tokens),
  ];
  const ends = new Set(written.map(({ role, bracket }) => `${role} ${bracket}`));
  const isMet = ({ role, bracket }: Mark): boolean => ends.has(`${role === 'open' ? 'close' : 'open'} ${bracket}`);
  const isHalf = (name: string): boolean => {
    const others = counterparts.get(name);
    return others !== undefined && !others.some((other) => understood.has(other));
  };
  const isKept = ({ name, meaning }: NamedMark): boolean =>
    meaning.kind === 'pragma' || (!isHalf(name) && (isMet(meaning) || !ABOUT_WARNINGS.test(meaning.bracket)));
  const kept = known.filter(isKept);
  return kept.some(({ meaning }) => meaning.kind === 'mark') ? kept : [];
}

/** Name of a macro -> those that by their names are its other end. */
function counterpartsOf(text: string, tokens: readonly Token[]): ReadonlyMap<string, readonly string[]> {
  const marks = [...bracketNamesIn(text, tokens, []).calls].flatMap(([name, meaning]) =>
    meaning.kind === 'mark' ? [{ name, ...meaning }] : [],
  );
  const byEnd = new Map<string, string[]>();
  for (const { name, role, bracket } of marks) {
    const end = byEnd.get(`${role} ${bracket}`);
    if (end) end.push(name);
    else byEnd.set(`${role} ${bracket}`, [name]);
  }
  return new Map(
    marks.map(({ name, role, bracket }) => [name, byEnd.get(`${role === 'open' ? 'close' : 'open'} ${bracket}`) ?? []]),
  );
}

const ABOUT_WARNINGS = /^pragma (?:diagnostic|warning)(?: and pragma (?:diagnostic|warning))*$/;

function rawMarks(text: string, tokens: readonly Token[]): readonly Mark[] {
  return tokens.flatMap((token) => {
    const directive = token.kind === 'directive' ? parseDirective(text, token) : null;
    return (directive?.kind === 'pragma' && pragmaBracket(directive.words)) || [];
  });
}

/** Of the macros that are defined as nothing those that would be the two ends of a bracket. */
function pairsOfNothing(
  calls: readonly { readonly spelling: string; readonly name: string; readonly isNothing: boolean }[],
): readonly KnownMark[] {
  const empty = calls.filter(({ isNothing }) => isNothing);
  const meanings = new Map(
    markPairs(new Set(empty.map(({ name }) => name))).map((mark) => [mark.spelling, mark.meaning]),
  );
  return empty.flatMap(({ spelling, name }) => {
    const meaning = meanings.get(name);
    return meaning ? [{ spelling, meaning }] : [];
  });
}
