import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endOfDirective } from '../../../src/scan/directive-end.ts';
import { makeLexer } from '../../../src/scan/lex.ts';
import { emptyTokens, makeTokens, token } from '../../../src/scan/tokens.ts';
import { namesOfC } from '../../../src/scan/words.ts';
import { makeCodeSkipper } from '../../../src/users/facts/code-skipper.ts';

type Stop = { readonly at: number; readonly last: string | null };

/** Where each directive begins, and the word at the end of the code above it. */
function skipped(text: string): readonly Stop[] {
  const bytes = Buffer.from(text, 'latin1');
  const skipper = makeCodeSkipper();
  skipper.open(bytes);
  return stopsOf(bytes, (from) => {
    const at = skipper.skip(from);
    return { at, last: skipper.lastWord() };
  });
}

const names = namesOfC();
const [lexer, tokens] = [makeLexer(names), makeTokens()];

function lexed(text: string): readonly Stop[] {
  const bytes = Buffer.from(text, 'latin1');
  return stopsOf(bytes, (from) => {
    emptyTokens(tokens);
    const at = lexer.lex(bytes, from, bytes.length, tokens, true);
    const { count, kind, name } = tokens;
    const isName = kind[count - 1] === token.name;
    return { at, last: count < 2 ? null : isName ? names.wordOf(name[count - 1] ?? 0) : '' };
  });
}

function stopsOf(bytes: Uint8Array, next: (from: number) => Stop): readonly Stop[] {
  const stops: Stop[] = [];
  for (let at = 0; at < bytes.length; ) {
    const stop = next(at);
    stops.push(stop);
    if (stop.at >= bytes.length) break;
    at = endOfDirective(bytes, stop.at);
  }
  return stops;
}

function braces(text: string): readonly [number, number, boolean] {
  const skipper = makeCodeSkipper();
  skipper.open(Buffer.from(text, 'latin1'));
  skipper.skip(0);
  return [skipper.depth(), skipper.linkage(), skipper.closesMore()];
}

describe('skipped code', () => {
  it('stops where the lexer does, behind the same word', () => {
    const pieces = [
      '#',
      '#if',
      '\n',
      ' ',
      '\t',
      '\\\n',
      '\\',
      '/* c */',
      '/*\n*/',
      '/*',
      '//',
      '// c\n',
      '"',
      "'",
      '"a"',
    ];
    const words = ['a', 'G_BEGIN_DECLS', 'é', '1', ';', '{', '}', '\r\n', '\f', '##', '/', '*'];
    const text = fc.array(fc.constantFrom(...pieces, ...words), { maxLength: 24 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, (one) => expect(skipped(one)).toEqual(lexed(one))),
      { numRuns: 400, seed: 15 },
    );
  });

  it.each([
    ['struct s {', [1, 0, false]],
    ['extern "C" {', [1, 1, false]],
    ['extern /* a */ "C" // b\n {\nstruct s {', [2, 2, false]],
    ['extern "C" int f(void) {', [1, 0, false]],
    ['x_extern "C" {', [1, 0, false]],
    ['"{" /* { */ // {\n', [0, 0, false]],
    ['}', [0, 0, true]],
    ['{ {\n}', [0, 0, false]],
  ] as const)('%j', (text, found) => expect(braces(text)).toEqual(found));
});
