import type { Names } from '../scan/names.ts';
import { makeTokenizer } from '../scan/tokenize.ts';
import { type Tokens, token } from '../scan/tokens.ts';
import { isControlWord } from '../scan/words.ts';
import { effectOf, readFlow } from './flow.ts';
import type { LockWords } from './lock-words.ts';

/** What the bodies of one file say of locks. */
export type FileGuards = {
  /** Byte of a call -> the locks that are held there. */
  readonly held: ReadonlyMap<number, number>;
  /** Byte of a body's brace -> what the body does to the locks as a whole; only where it does something. */
  readonly effects: ReadonlyMap<number, { readonly acquires: number; readonly releases: number }>;
  /** Byte of a body's brace -> which of the statements stands among the first of it, by index. */
  readonly leading: ReadonlyMap<number, readonly number[]>;
};

/** Reads the guards of bodies that begin at given bytes. Statements are C, as a manifest has them. */
export type GuardReader = (bytes: Uint8Array, bodies: readonly number[]) => FileGuards;

export function makeGuardReader(names: Names, words: LockWords, statements: readonly string[]): GuardReader {
  const tokenize = makeTokenizer(names);
  const wanted = statements.map((statement) => {
    const { code } = tokenize(Buffer.from(statement, 'latin1'));
    return Array.from({ length: code.count - 1 }, (_, at) => [code.kind[at + 1] ?? 0, code.name[at + 1] ?? 0] as const);
  });
  const all = [...words.acquire.values(), ...words.release.values()].reduce((bits, bit) => bits | bit, 0);
  return (bytes, bodies) => {
    const { code } = tokenize(bytes);
    const held = new Map<number, number>();
    const leading = new Map<number, readonly number[]>();
    const effects = new Map<number, ReturnType<typeof effectOf>>();
    for (const start of bodies) {
      const brace = tokenAt(code, start);
      if (brace === 0) continue;
      const body = { from: brace + 1, to: code.match[brace] || code.count };
      readFlow(code, body, words, (call, locks) => held.set(call, locks));
      const effect = effectOf(code, body, words, all);
      if ((effect.acquires | effect.releases) !== 0) effects.set(start, effect);
      const found = leadingStatements(code, body, wanted);
      if (found.length > 0) leading.set(start, found);
    }
    return { held, effects, leading };
  };
}

/** The token that begins at a byte; 0 where none does. */
function tokenAt({ start, count }: Tokens, byte: number): number {
  let [low, high] = [1, count - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = start[middle] ?? 0;
    if (here === byte) return middle;
    if (here < byte) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

type Statement = readonly (readonly [kind: number, name: number])[];

/** Those of the statements that stand before the first branch, loop or label of a body, not inside one. */
function leadingStatements(
  tokens: Tokens,
  { from, to }: { readonly from: number; readonly to: number },
  wanted: readonly Statement[],
): readonly number[] {
  const { kind, name, match } = tokens;
  const found: number[] = [];
  for (let at = from; at < to; ) {
    for (const [index, statement] of wanted.entries()) {
      if (
        statement.length > 0 &&
        statement.every(([one, word], step) => kind[at + step] === one && name[at + step] === word)
      )
        found.push(index);
    }
    if (kind[at] === token.openBrace) break;
    if (kind[at] === token.name && isBranching(tokens, at)) break;
    while (at < to && kind[at] !== token.semicolon) at = (match[at] ?? 0) > at ? (match[at] ?? 0) + 1 : at + 1;
    at++;
  }
  return found;
}

function isBranching({ kind, name }: Tokens, at: number): boolean {
  return kind[at + 1] === token.colon || isControlWord(name[at] ?? 0);
}
