import { placeOf } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { isCPath } from '../c-path.ts';
import { type Carriers, NESTED } from './carriers.ts';
import { type CodeTokens, codeTokens, macroBodies } from './code-tokens.ts';
import { hasEffect } from './effects.ts';
import { type Elements, elementsOf } from './elements.ts';
import { initialisersOf } from './initialisers.ts';
import { isHalf, type MacroLookup } from './macro-lookup.ts';
import { declaringMacros, initialisersByArgument, type MacroInitialiser, usesOfDeclaring } from './macro-uses.ts';
import { reasonAt } from './memory-view.ts';
import type { Ordered } from './ordered.ts';
import type { OrderReason, Reordered } from './reordered.ts';
import { wordsOf } from './type-names.ts';
import { behindBraces, behindTypeof } from './unnamed-types.ts';
import {
  closedElsewhere,
  digraphIn,
  includeBetween,
  includeIn,
  includesInDeclarations,
  structByMacro,
  structIn,
} from './unread.ts';

/**
 * Initialisers that give values by position: `{ a, b }`, also in arrays, compound literals, the structs that have one by
 * value, and macros. `{}` and `{ 0 }` are none, nor is one that fills only members that stay where they are.
 */
export function positionalInitialisers(struct: Ordered): readonly OrderReason[] {
  const { tree, names, carriers, macrosNamed } = struct;
  const words = [...new Set([...wordsOf(names), ...carriers.words])];
  const judge: Judge = { tree, carriers, kept: keptAhead(struct), macrosNamed };
  const found = [...tree.filesNaming(words, isCPath).keys()].flatMap((path) => positionalIn(judge, path));
  const typed = behindTypeof(tree, carriers).flatMap((one) => judgeInitialiser(judge, one) ?? []);
  return [...carriers.unions, ...found, ...typed];
}

const HALF = 'the braces of this initialiser close elsewhere';

type Judge = {
  readonly tree: Tree;
  readonly carriers: Carriers;
  /** How many members at the front stay where they are. */
  readonly kept: number;
  readonly macrosNamed: MacroLookup;
};

/** Members are counted by name: one declaration may have several. */
function keptAhead({ units, order }: Reordered): number {
  let kept = 0;
  for (const [at, unit] of order.entries()) {
    if (unit !== at) return kept;
    kept += units[at]?.names.length ?? 0;
  }
  return kept;
}

function positionalIn(judge: Judge, path: string): readonly OrderReason[] {
  const { carriers } = judge;
  const source: SourceText = { path, text: judge.tree.read(path) ?? '' };
  const code = codeTokens(source);
  const bodies = macroBodies(source);
  const own = [code, ...bodies].flatMap((tokens) => [
    ...initialisersOf(tokens, carriers).map((initialiser) => ({ code: tokens, initialiser })),
    ...initialisersByArgument(tokens, carriers, judge.macrosNamed),
  ]);
  const unnamed = carriers.unnamed.filter(({ source: { path: where } }) => where === path);
  const behind = unnamed.flatMap((definition) => behindBraces(code, definition));
  const digraph = digraphIn(code);
  const byMacro = usesOfDeclaring(judge.tree, declaringMacros(bodies, carriers));
  return [
    ...digraph,
    ...closedElsewhere(code, carriers),
    ...includesInDeclarations(code, carriers),
    ...[code, ...bodies].flatMap((tokens) => structByMacro(tokens, carriers, judge.macrosNamed)),
    ...bodies.flatMap((body) => structIn(body, carriers)),
    ...[...own, ...behind, ...byMacro].flatMap((one) => judgeInitialiser(judge, one) ?? []),
  ];
}

/** The first place that goes by position; null: none does. */
function judgeInitialiser(judge: Judge, { code: tokens, initialiser }: MacroInitialiser): OrderReason | null {
  const { at, ...initialised } = initialiser;
  // `struct ops o = OPS_INIT(f, g);`
  const bodies = tokens.word(at) === '{' ? [] : judge.macrosNamed(tokens.word(at));
  const lists = [{ code: tokens, open: at }, ...bodies.map((code) => ({ code, open: listIn(code) }))];
  const isBehindEqual = tokens.word(at - 1) === '=';
  const [included] = tokens.macro === null && isBehindEqual ? includeBetween(tokens, at - 1, at) : [];
  if (included !== undefined) return included;
  const isOpen = lists.some(({ code, open }) => code.word(open) === '{' && code.closing(open) === code.count);
  if (isOpen || bodies.some(isHalf)) return reasonAt(tokens, at, HALF);
  const [first] = lists.flatMap(({ code, open }) =>
    code.word(open) === '{'
      ? [...includeIn(code, open), ...judgeBraces(judge, code, elementsOf(code, open), initialised)]
      : [],
  );
  return first ?? null;
}

/** Where the list begins that a macro stands for, or holds behind a `=`. */
function listIn(code: CodeTokens): number {
  if (code.word(0) === '{') return 0;
  for (let at = 1; at < code.count; at++) if (code.word(at) === '{' && code.word(at - 1) === '=') return at;
  return code.count;
}

type Initialised = { /** Null: the struct itself. */ readonly type: string | null; readonly dimensions: number };

function judgeBraces(
  judge: Judge,
  code: CodeTokens,
  elements: Elements,
  initialised: Initialised,
): readonly OrderReason[] {
  const { type, dimensions } = initialised;
  const reason = (at: number): OrderReason => ({
    why: 'this initialiser goes by position',
    place: placeOf(code.source, code.span(at)),
  });
  if (isZero(code, elements)) return [];
  const half = elements.find(({ at }) => judge.macrosNamed(code.word(at)).some(isHalf));
  if (half !== undefined) return [reasonAt(code, half.at, HALF)];
  if (dimensions > 0) {
    return elements.flatMap((element, index) => {
      if (element.path.some((step) => step !== null)) {
        const at = afterDesignator(elements, index) ?? positionalInValue(judge, code, element.at);
        return at === null ? [] : [reason(at)];
      }
      if (code.word(element.at) === '{') {
        const left = dimensions - Math.max(1, element.path.length);
        return judgeBraces(judge, code, elementsOf(code, element.at), { type, dimensions: left });
      }
      const [body] = judge.macrosNamed(code.word(element.at));
      if (body?.word(0) === '{')
        return judgeBraces(judge, body, elementsOf(body, 0), { type, dimensions: dimensions - 1 });
      // Without inner braces a list fills the structs of an array one after the other.
      return isStructValue(code, element.at) ? [] : [reason(element.at)];
    });
  }
  // Members of a struct without a name, whose order is not known here.
  if (type === NESTED) {
    const at = firstPositional(judge, code, elements);
    return at === null ? [] : [reason(at)];
  }
  if (type === null) {
    const effects = elements.filter(({ at, end }) => hasEffect(code, at, end, judge.macrosNamed));
    if (effects.length > 1)
      return [
        reasonAt(code, effects[0]?.at ?? 0, 'the values of this initialiser are computed in the order of members'),
      ];
    const by = elements.filter(({ path, at }) => path.length === 0 && !isDesignating(judge, code, at));
    const [first] = by;
    if (first === undefined) return [];
    const isAhead =
      elements.slice(0, by.length).every((element, at) => element === by[at]) &&
      by.length <= judge.kept &&
      by.every(({ at }) => isOneValue(judge, code, at));
    // A typedef of an array hides that these are elements of one.
    const inner = by.flatMap(({ at }) =>
      code.word(at) === '{' ? judgeBraces(judge, code, elementsOf(code, at), initialised) : [],
    );
    if (inner.length > 0) return inner;
    return isAhead ? [] : [reason(first.at)];
  }
  const members = judge.carriers.members.get(type) ?? [];
  let next = 0;
  return elements.flatMap((element, index) => {
    const [step, ...inner] = element.path;
    if (step === undefined && isDesignating(judge, code, element.at)) return [];
    const at = step === undefined ? next : members.findIndex(({ name }) => name === step);
    next = at < 0 ? next + 1 : at + 1;
    const member = members[at];
    if (step !== undefined && member === undefined) {
      // A member of a struct without a name inside this one.
      const positional = afterDesignator(elements, index) ?? positionalInValue(judge, code, element.at);
      return positional === null ? [] : [reason(positional)];
    }
    if (!member?.isCarrier) return [];
    const after = inner.length > 0 ? afterDesignator(elements, index) : null;
    if (after !== null) return [reason(after)];
    if (inner.some((one) => one !== null)) {
      const positional = positionalInValue(judge, code, element.at);
      return positional === null ? [] : [reason(positional)];
    }
    const left = { type: member.type, dimensions: member.dimensions - inner.length };
    if (code.word(element.at) === '{') return judgeBraces(judge, code, elementsOf(code, element.at), left);
    const [body] = judge.macrosNamed(code.word(element.at));
    if (body?.word(0) === '{') return judgeBraces(judge, body, elementsOf(body, 0), left);
    if (isStructValue(code, element.at)) return [];
    // `.ops = f, g` without braces goes on inside the struct.
    return step === undefined || afterDesignator(elements, index) !== null ? [reason(element.at)] : [];
  });
}

/** What goes on by position where a designator ends: `.ops.open = f, g`. */
function afterDesignator(elements: Elements, index: number): number | null {
  const next = elements[index + 1];
  return next?.path.length === 0 ? next.at : null;
}

/** The first element that goes by position, at whatever depth. */
function firstPositional(judge: Judge, code: CodeTokens, elements: Elements): number | null {
  if (isZero(code, elements)) return null;
  for (const { path, at } of elements) {
    if (path.length === 0 && !isDesignating(judge, code, at)) return at;
    const inside = positionalInValue(judge, code, at);
    if (inside !== null) return inside;
  }
  return null;
}

function positionalInValue(judge: Judge, code: CodeTokens, at: number): number | null {
  if (code.word(at) === '{') return firstPositional(judge, code, elementsOf(code, at));
  const isList = judge.macrosNamed(code.word(at)).some((body) => {
    return body.word(0) === '{' && firstPositional(judge, body, elementsOf(body, 0)) !== null;
  });
  return isList ? at : null;
}

/** `{}`, `{ 0 }`, `{ { 0 } }`: all of it is zero, whatever comes first. */
function isZero(code: CodeTokens, elements: Elements): boolean {
  const [only, more] = elements;
  if (only === undefined) return true;
  if (more !== undefined || only.path.length > 0) return false;
  if (code.word(only.at) === '{') return isZero(code, elementsOf(code, only.at));
  return only.end === only.at + 1 && /^0[xX]?0*$/.test(code.word(only.at));
}

/** A compound literal, or what a pointer points to: a value of the struct itself. */
function isStructValue(code: CodeTokens, at: number): boolean {
  return code.word(at) === '*' || (code.word(at) === '(' && code.word(code.closing(at) + 1) === '{');
}

/** Not what a macro makes several of. */
function isOneValue(judge: Judge, code: CodeTokens, at: number): boolean {
  const word = code.word(at);
  if (word === '__VA_ARGS__') return false;
  return !judge.macrosNamed(word).some((body) => {
    return Array.from({ length: body.count }, (_, one) => body.word(one)).includes(',');
  });
}

/** A macro that stands for designated elements: `OPS_COMMON` of `#define OPS_COMMON .open = f, .close = g`. */
function isDesignating(judge: Judge, code: CodeTokens, at: number): boolean {
  const bodies = judge.macrosNamed(code.word(at));
  return bodies.length > 0 && bodies.every((body) => body.word(0) === '.' || body.count === 0);
}
