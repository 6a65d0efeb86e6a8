import { placeOf } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import { type FilesNaming, linesHolding, wordsIn } from '../../text/tree.ts';
import { isCPath } from '../c-path.ts';
import { type CodeTokens, macroBodies } from './code-tokens.ts';
import type { Ordered } from './ordered.ts';
import type { OrderReason } from './reordered.ts';

/** Words that change what a use of the struct means. */
const KEYWORDS = ['struct', 'union', 'typedef', 'offsetof', '__builtin_offsetof', 'sizeof', 'include', 'define'];

/** Where the struct is spelt so that a search for its name does not find it: across lines, by `##`, by a macro for `struct`. */
export function speltApart({ tree, carriers: { words } }: Ordered): readonly OrderReason[] {
  const wanted = new Set([...words, ...KEYWORDS]);
  const spliced = [...linesHolding(tree, ['\\'], isCPath)].flatMap(([path, lines]) => {
    return /[\w$]\\[ \t]*\r?$/m.test(lines) ? splicedIn({ path, text: tree.read(path) ?? '' }, wanted) : [];
  });
  const pasted = [...linesHolding(tree, ['##'], isCPath).keys()].flatMap((path) => {
    const source = { path, text: tree.read(path) ?? '' };
    return macroBodies(source).flatMap((body) => pastedIn(body, words));
  });
  const callers = tree.filesNaming([...new Set(pasted.map(({ macro }) => macro))], isCPath);
  const made = pasted.filter((one) => isCalled(tree, callers, one)).map(({ reason }) => reason);
  const inNaming = [...tree.filesNaming(words, isCPath).keys()].flatMap((path) =>
    unreadIn({ path, text: tree.read(path) ?? '' }),
  );
  return [...spliced, ...made, ...inNaming];
}

function splicedIn(source: SourceText, wanted: ReadonlySet<string>): readonly OrderReason[] {
  return [...source.text.matchAll(/(?<![\w$])[A-Za-z_$][\w$]*(?:\\[ \t]*\r?\n[\w$]+)+/g)].flatMap(
    ({ 0: spelt, index }) => {
      const word = spelt.replaceAll(/\\[ \t]*\r?\n/g, '');
      if (!wanted.has(word)) return [];
      return [{ why: `${word} is cut by the end of a line`, place: placeOf(source, { start: index, end: index + 1 }) }];
    },
  );
}

type PastedWord = {
  readonly macro: string /** What an argument would have to be. */;
  readonly pieces: readonly string[];
  readonly reason: OrderReason;
};

/** The names that a macro may make by `##`, of those that spell the struct. */
function pastedIn(body: CodeTokens, words: readonly string[]): readonly PastedWord[] {
  const found: PastedWord[] = [];
  for (let at = 0; at < body.count; at++) {
    if (body.word(at + 1) !== '##' || body.word(at - 1) === '##') continue;
    const chain = [body.word(at)];
    for (let next = at + 1; body.word(next) === '##'; next += 2) chain.push(body.word(next + 1));
    const isParameter = (word: string): boolean => body.parameters.includes(word) || word === '__VA_ARGS__';
    const pattern = chain.map((word) => (isParameter(word) ? '([\\w$]*)' : word.replaceAll(/[^\w]/g, '\\$&'))).join('');
    for (const word of words) {
      const pieces = new RegExp(`^${pattern}$`).exec(word)?.slice(1);
      if (pieces === undefined) continue;
      const reason = { why: `${word} is made by ## here`, place: placeOf(body.source, body.span(at)) };
      found.push({ macro: body.macro ?? '', pieces, reason });
    }
  }
  return found;
}

/**
 * Whether some file that names a macro also has the pieces that make the word, each as a word by itself. Of two parameters any
 * cut of the word will do.
 */
function isCalled(tree: Ordered['tree'], callers: FilesNaming, { macro, pieces }: PastedWord): boolean {
  if (pieces.length === 0) return true;
  const whole = pieces.join('');
  const cuts =
    pieces.length === 1 ? [[whole]] : Array.from(whole, (_, at) => [whole.slice(0, at), whole.slice(at)]).slice(1);
  return [...callers].some(([path, macros]) => {
    if (!macros.includes(macro)) return false;
    const text = tree.read(path) ?? '';
    return cuts.some(
      (words) => words.every((word) => text.includes(word)) && wordsIn(text, words).length === new Set(words).size,
    );
  });
}

/** Trigraphs and directives that are spelt `%:`. */
function unreadIn(source: SourceText): readonly OrderReason[] {
  return [...source.text.matchAll(/^[ \t]*%:[ \t]*(?:define|include)|\?\?[<(=]/gm)]
    .slice(0, 1)
    .map(({ 0: spelt, index }) => ({
      why: `${spelt.trim()} is spelt in a way that is not read`,
      place: placeOf(source, { start: index, end: index + spelt.length }),
    }));
}
