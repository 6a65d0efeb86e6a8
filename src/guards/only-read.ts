import type { TokenizedFile } from '../scan/tokenize.ts';
import { token } from '../scan/tokens.ts';
import { word } from '../scan/words.ts';
import type { Body } from './flow-state.ts';

/** A parameter by its name's number, and whether what has a name may be a macro, which could change what it is given. */
export type Asked = { readonly parameter: number; readonly mayChange: (name: number) => boolean };

/**
 * Whether each mention of a parameter in its function's body only reads it, whatever the preprocessor leaves: it is not
 * assigned, no pointer to it is made, no macro is given it or speaks of it, and no other variable of its name is declared.
 */
export function isOnlyRead(
  { code, bodies }: TokenizedFile,
  { from, to }: Body,
  { parameter, mayChange }: Asked,
): boolean {
  for (let at = 1; at < bodies.count; at++) if (bodies.name[at] === parameter) return false;
  const { bytes, kind, name, start, match } = code;
  /** The ends of the brackets around, and of those in which a macro's arguments stand. */
  const [around, given]: [number[], number[]] = [[], []];
  for (let at = from; at < to; at++) {
    for (const ends of [around, given]) while (ends.length > 0 && (ends.at(-1) ?? 0) < at) ends.pop();
    if (kind[at] === token.open) {
      around.push(match[at] || to);
      if (kind[at - 1] === token.name && mayChange(name[at - 1] ?? 0)) given.push(match[at] || to);
    }
    if (kind[at] !== token.name || name[at] !== parameter) continue;
    const [before = 0, behind = 0] = [kind[at - 1], kind[at + 1]];
    if (before === token.dot || before === token.arrow) continue;
    if (given.length > 0 || changing.has(before) || changing.has(behind)) return false;
    if (behind === token.assign || behind === token.colon) return false;
    if (before === token.name && !reading.has(name[at - 1] ?? 0)) return false;
    // The second variable of a declaration, and an operand of assembly.
    if (before === token.comma && (around.length === 0 || behind === token.semicolon)) return false;
    if (before === token.open && kind[at - 2] === token.text) return false;
    if (isBesideDirective(bytes, start[at] ?? 0, { from: start[from] ?? 0, to: start[to] ?? 0 })) return false;
  }
  return true;
}

/** What stands beside a variable may change it, tell its address or declare another: `++` is an operator like others. */
const changing: ReadonlySet<number> = new Set([token.operator, token.ampersand, token.star]);

/** Words that may stand before a variable's value; any other name would be its type. */
const reading: ReadonlySet<number> = new Set([word.return, word.case, word.else, word.do]);

/** Whether the line before or behind, in the body's bytes, is one of the preprocessor: a condition may be of one branch alone. */
function isBesideDirective(bytes: Uint8Array, at: number, within: Body): boolean {
  let [from, to] = [at, at];
  while (from > 0 && bytes[from - 1] !== NEWLINE) from--;
  while (to < bytes.length && bytes[to] !== NEWLINE) to++;
  let before = from - 1;
  while (before > 0 && bytes[before - 1] !== NEWLINE) before--;
  return (before > within.from && beginsWithHash(bytes, before)) || (to < within.to && beginsWithHash(bytes, to + 1));
}

function beginsWithHash(bytes: Uint8Array, from: number): boolean {
  let at = from;
  while (bytes[at] === 32 || bytes[at] === 9) at++;
  return bytes[at] === HASH;
}

const [NEWLINE, HASH] = [10, 35];
