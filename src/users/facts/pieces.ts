import type { Names } from '../../scan/names.ts';
import { type Tokens, token } from '../../scan/tokens.ts';
import type { Piece } from './file-facts.ts';

/** The words that `##` joins to what a call gives, in the body of a macro: the tokens from `from` on. */
export function piecesIn(
  { kind, name, start, count }: Pick<Tokens, 'kind' | 'name' | 'start' | 'count'>,
  from: number,
  isParameter: (name: number) => boolean,
  names: Names,
): readonly Piece[] {
  const isWord = (at: number): boolean => kind[at] === token.name && !isParameter(name[at] ?? 0);
  const pieces: Piece[] = [];
  for (let at = from + 1; at < count; at++) {
    if (kind[at] !== token.glue || kind[at - 2] === token.glue) continue;
    let last = at + 1;
    while (kind[last + 1] === token.glue) last += 2;
    const isMember = at - 2 > from && (kind[at - 2] === token.dot || kind[at - 2] === token.arrow);
    const piece = (index: number, side: Piece['side']): Piece => ({
      text: names.wordOf(name[index] ?? 0),
      side,
      ending: '',
      isMember,
      at: start[index] ?? 0,
    });
    const ending = last < count && isWord(last) ? piece(last, 'end') : null;
    if (isWord(at - 1)) pieces.push({ ...piece(at - 1, 'begin'), ending: ending?.text ?? '' });
    else if (ending) pieces.push(ending);
  }
  return pieces;
}

/** The words in chains of `##` that join two arguments or more; null where there is none. */
export function joinedIn(
  { kind, name, count }: Pick<Tokens, 'kind' | 'name' | 'count'>,
  from: number,
  isParameter: (name: number) => boolean,
): readonly number[] | null {
  const joined: number[] = [];
  let isJoining = false;
  for (let at = from + 1; at < count; at++) {
    if (kind[at] !== token.glue || kind[at - 2] === token.glue) continue;
    const words: number[] = [];
    let given = 0;
    for (let one = at - 1; one < count; one += 2) {
      if (kind[one] === token.name) {
        if (isParameter(name[one] ?? 0)) given++;
        else words.push(name[one] ?? 0);
      }
      if (kind[one + 1] !== token.glue) break;
    }
    if (given < 2) continue;
    isJoining = true;
    joined.push(...words);
  }
  return isJoining ? joined : null;
}
