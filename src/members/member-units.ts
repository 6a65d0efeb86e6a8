import type { Item } from '../model/header.ts';
import { beginsDeclaration } from '../parse/tokens/keywords.ts';
import { isPunctuator, tokenText } from '../parse/tokens/token.ts';
import type { SourceText } from '../text/source-text.ts';
import { memberNames } from './member-names.ts';
import { type StructBody, siblingItems } from './read-body.ts';

/** Members that only move together, in the order of the struct. */
export type MemberUnit = {
  readonly items: readonly Item[];
  readonly names: readonly string[];
  /** It stands on the line of the brace that opens, and cannot move. */
  readonly isFixed: boolean;
};

/**
 * The members of a struct by what must stay together: one declaration whole, what shares a line, a run of bit-fields, and
 * the `#define`s and disabled text below a member.
 */
export function memberUnits(source: SourceText, body: StructBody): readonly MemberUnit[] {
  const { text } = body.header.source;
  const units = siblingItems(body.header.nodes).flatMap((siblings) => {
    const runs: Item[][] = [];
    for (const item of siblings) {
      const last = runs.at(-1)?.at(-1);
      if (last !== undefined && staysWith(text, last, item)) runs.at(-1)?.push(item);
      else runs.push([item]);
    }
    return runs;
  });
  return units
    .map((items) => ({
      items,
      names: items.flatMap((item) => memberNames(source, item)),
      isFixed: items.some(({ index }) => index === 0),
    }))
    .sort((a, b) => (a.items[0]?.index ?? 0) - (b.items[0]?.index ?? 0));
}

function staysWith(text: string, before: Item, item: Item): boolean {
  if (!text.slice(before.span.end, item.span.start).includes('\n')) return true;
  // The brace that opens stands for item 0.
  if (before.index === 0) return false;
  if (item.content.kind === 'directive' || item.content.kind === 'disabled') return true;
  return isBitField(text, before) && isBitField(text, item);
}

/** `unsigned a : 1;`, and `int : 0;`, which tells a run of bit-fields where to begin a new unit. */
export function isBitField(text: string, item: Item): boolean {
  if (item.content.kind !== 'declaration') return false;
  let depth = 0;
  let isCondition = false;
  for (const token of item.tokens) {
    if (token.kind !== 'punctuator') continue;
    const mark = tokenText(text, token);
    if (mark === '{' || mark === '(' || mark === '[') depth++;
    else if (mark === '}' || mark === ')' || mark === ']') depth--;
    else if (mark === '?') isCondition = true;
    else if (mark === ':' && depth === 0 && !isCondition) return true;
  }
  return false;
}

/** Whether it cannot be told where a member ends or what it declares: nothing may move past it. */
export function isUnreadable(text: string, item: Item): boolean {
  const { content, tokens } = item;
  if (content.kind === 'broken') return true;
  if (content.kind === 'directive') return content.directive.kind !== 'define' && content.directive.kind !== 'undef';
  if (content.kind === 'disabled') return false;
  const code = tokens.filter(({ kind }) => kind !== 'comment' && kind !== 'directive');
  if (!isPunctuator(text, code.at(-1), ';')) return true;
  return beginsWithMacroLine(text, item);
}

/** `randomized_fields_start` on a line above `int a;`, no further in than that: it may open something. */
function beginsWithMacroLine(text: string, { tokens }: Item): boolean {
  const [first, second] = tokens.filter(({ kind }) => kind !== 'comment');
  if (first?.kind !== 'identifier' || second?.kind !== 'identifier') return false;
  if (beginsDeclaration(tokenText(text, first)) || !text.slice(first.end, second.start).includes('\n')) return false;
  return indentAt(text, second.start).length <= indentAt(text, first.start).length;
}

/** The blanks before what stands at an offset, back to the line's beginning. */
export function indentAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, at))?.[0] ?? '';
}
