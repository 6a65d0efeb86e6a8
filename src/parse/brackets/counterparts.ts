import { folderOf } from '../../text/file-path.ts';
import { lexRange } from '../tokens/lex.ts';
import { tokenText } from '../tokens/token.ts';

/**
 * Whether two spellings of macros are alike but for words that open and close, so that they may be the two ends of a
 * bracket: `FOO_PUSH(1)` and `FOO_POP()`, `BEGIN_FOO` and `END_FOO`, `STATE(push, 1)` and `STATE(pop)`.
 */
export function areCounterparts(open: string, close: string): boolean {
  const [opening, closing] = [wordsOf(open), wordsOf(close)];
  if (opening.name.join() !== closing.name.join()) return differInEnds(opening.name, closing.name);
  return opening.rest.length <= MOST_WORDS && differInEnds(opening.rest, closing.rest);
}

/** The same for the paths of two includes: `pack-begin.h` and `pack-end.h`. */
export function areCounterpartFiles(open: string, close: string): boolean {
  const [folder, other] = [open, close].map((path) => folderOf(path));
  const [opening, closing] = [open, close].map((path) => partsOfName(path.replace(/^.*\/|\.[^./]*$/g, '')));
  return folder === other && differInEnds(opening ?? [], closing ?? []);
}

/** The pairs among spellings in their order: each that may close with the nearest before it that may open, by index. */
export function counterpartsAmong(
  spellings: readonly string[],
  areTwo: (open: string, close: string) => boolean,
): readonly (readonly [open: number, close: number])[] {
  const pairs: (readonly [number, number])[] = [];
  const opening: number[] = [];
  spellings.forEach((spelling, at) => {
    const words = partsOfName(spelling);
    if (words.some((word) => closers.has(word))) {
      const partner = opening.slice(-FARTHEST).findLast((one) => areTwo(spellings[one] ?? '', spelling));
      if (partner !== undefined) {
        pairs.push([partner, at]);
        opening.splice(opening.lastIndexOf(partner), 1);
        return;
      }
    }
    if (words.some((word) => openers.has(word))) opening.push(at);
  });
  return pairs;
}

/** Of one macro, `PRAGMA(GCC diagnostic push)`; what has more arguments is an entry of a list. */
const MOST_WORDS = 6;

/** How many that may open are tried for one that may close: brackets do not nest deep. */
const FARTHEST = 64;

/** With these the rest need not be the same: `PUSH_AND_SET_VISIBILITY_HIDDEN` and `POP_VISIBILITY`. */
const surePairs: readonly (readonly [open: string, close: string])[] = [
  ['push', 'pop'],
  ['begin', 'end'],
  ['start', 'end'],
  ['start', 'stop'],
  ['start', 'finish'],
  ['enter', 'leave'],
  ['prefix', 'suffix'],
  ['prolog', 'epilog'],
  ['prologue', 'epilogue'],
];

const otherPairs: readonly (readonly [open: string, close: string])[] = [
  ['enter', 'exit'],
  ['open', 'close'],
  ['on', 'off'],
  ['in', 'out'],
  ['pre', 'post'],
  ['header', 'footer'],
  ['head', 'tail'],
  ['save', 'restore'],
  ['disable', 'enable'],
  ['disable', 'restore'],
  ['set', 'reset'],
  ['set', 'unset'],
];

const openers = new Set([...surePairs, ...otherPairs].map(([open]) => open));
const closers = new Set([...surePairs, ...otherPairs].map(([, close]) => close));

function differInEnds(opening: readonly string[], closing: readonly string[]): boolean {
  const without = (words: readonly string[], end: string): readonly string[] => words.filter((word) => word !== end);
  const isPair = ([open, close]: readonly [string, string]): boolean =>
    opening.includes(open) && closing.includes(close);
  return (
    surePairs.filter(isPair).some(([open, close]) => {
      const [said, repeated] = [without(opening, open), without(closing, close)];
      return repeated.length === 0 ? said.length <= 1 : repeated.some((word) => said.includes(word));
    }) ||
    otherPairs.filter(isPair).some(([open, close]) => without(opening, open).join() === without(closing, close).join())
  );
}

/** `rest`: the arguments, each of which is one word: `EVENT(read_begin)` opens nothing. */
type Words = { readonly name: readonly string[]; readonly rest: readonly string[] };

function wordsOf(call: string): Words {
  const [name, ...rest] = lexRange(call, 0, call.length).filter(({ kind }) => kind !== 'punctuator');
  return {
    name: name ? partsOfName(tokenText(call, name)) : [],
    rest: rest.map((token) => tokenText(call, token).toLowerCase()),
  };
}

/** `_FOO_BEGIN`, `fooBegin` and `foo-begin` alike. */
function partsOfName(name: string): readonly string[] {
  const words = name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '_').split(/[^A-Za-z\d]+/);
  return words.filter((word) => word !== '').map((word) => word.toLowerCase());
}
