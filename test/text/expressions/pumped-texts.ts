import { setTest } from './count-steps.ts';
import type { Expression } from './parse-expression.ts';

/** A text of a length: a head, a piece over and over, and a tail. */
export type Pumped = { readonly head: string; readonly piece: string; readonly tail: string };

export function pumpedText({ head, piece, tail }: Pumped, length: number): string {
  return head + piece.repeat(Math.ceil(length / piece.length)) + tail;
}

/** Texts of what an expression repeats, of what it begins with, and of pairs of its own signs, each with several ends. */
export function pumpedTexts(expression: Expression, flags: string): readonly Pumped[] {
  const heads = new Set(['']);
  const pieces = new Set<string>();
  const signs = new Set<string>();
  const visit = (one: Expression, before: readonly string[]): void => {
    if (one.kind === 'set')
      for (const sign of samples(one, flags).slice(0, 1)) if (/[^\w ]/.test(sign)) signs.add(sign);
    if (one.kind === 'group' || one.kind === 'look') visit(one.body, before);
    if (one.kind === 'either') for (const way of one.ways) visit(way, before);
    if (one.kind === 'repeat') {
      if (one.most > SHORT) {
        for (const sample of samples(one.body, flags)) pieces.add(sample);
        for (const head of before.slice(0, 3)) heads.add(head);
      }
      visit(one.body, before);
    }
    if (one.kind !== 'sequence') return;
    let here = before;
    for (const part of one.parts) {
      visit(part, here);
      here = joined(here, samples(part, flags)).slice(0, 6);
      for (const piece of here.slice(0, 4)) pieces.add(piece);
    }
  };
  visit(expression, ['']);
  const pairs = [...signs].slice(0, 8).flatMap((one, _, all) => all.map((other) => one + other));
  const inTurns = [...pieces].flatMap((piece, at) => [piece, pairs[at] ?? '']).concat(pairs.slice(pieces.size));
  const chosen = [...new Set(inTurns)].filter((piece) => piece !== '').slice(0, MOST_PIECES);
  return chosen.flatMap((piece) =>
    [...heads].slice(0, MOST_HEADS).flatMap((head) => TAILS.map((tail) => ({ head, piece, tail }))),
  );
}

const TAILS = ['', '!', '\n!', '(\0'];
const [MOST_PIECES, MOST_HEADS] = [16, 3];
/** What is repeated as seldom as that takes no time. */
const SHORT = 8;

const CANDIDATES = [...' a_A0*/-"\'\\()[]{}<>.:;,=#@|+!?&%~^$\t\n\r\f`he\x1b\x80\xe9'];

/** Short texts that match, with two or three characters of each set. */
function samples(one: Expression, flags: string): readonly string[] {
  switch (one.kind) {
    case 'set': {
      const isIn = (char: string): boolean => setTest(one.source, flags)(char.charCodeAt(0));
      const found = [...CANDIDATES.filter(isIn).slice(0, 2), ...[...one.source].filter(isIn).slice(0, 1)];
      return found.length > 0 ? [...new Set(found)] : LATIN.filter(isIn).slice(0, 1);
    }
    case 'group':
      return samples(one.body, flags);
    case 'repeat': {
      const inside = samples(one.body, flags);
      return one.least === 0 ? ['', ...inside] : inside.map((text) => text.repeat(Math.min(one.least, 20)));
    }
    case 'sequence':
      return one.parts.reduce<readonly string[]>((before, part) => joined(before, samples(part, flags)), ['']);
    case 'either':
      return one.ways.flatMap((way) => samples(way, flags).slice(0, 3)).slice(0, 12);
    default:
      return [''];
  }
}

const LATIN = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));

function joined(before: readonly string[], next: readonly string[]): readonly string[] {
  const texts = next.flatMap((text, at) => before.slice(0, at === 0 ? undefined : 3).map((head) => head + text));
  return [...new Set(texts)].slice(0, 12);
}
