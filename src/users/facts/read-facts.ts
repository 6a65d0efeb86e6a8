import { lex } from '../../parse/tokens/lex.ts';
import { unreadSpelling } from '../../parse/tokens/unread-spelling.ts';
import { endOfDirective } from '../../scan/directive-end.ts';
import { makeLexer } from '../../scan/lex.ts';
import type { Names } from '../../scan/names.ts';
import { emptyTokens, makeTokens, type Tokens, token } from '../../scan/tokens.ts';
import { isWord } from '../../scan/words.ts';
import type { IncludeLine } from '../include-line.ts';
import { makeByteBuffer } from './byte-buffer.ts';
import { type CodePiece, makeCodePass } from './code-pass.ts';
import { type CodeSkipper, makeCodeSkipper } from './code-skipper.ts';
import { makeConditions } from './conditions.ts';
import { type Enclosed, makeEnclosure } from './enclosure.ts';
import type { FileFacts, MacroFacts } from './file-facts.ts';
import { type MacroInclude, withMacroIncludes } from './macro-includes.ts';
import { joinedIn, piecesIn } from './pieces.ts';
import { plainDirectives } from './plain-directives.ts';

/** Reads one file (latin1) after the other, every branch of its conditionals. */
export type FactReader = (text: string) => FileFacts;

export function makeFactReader(names: Names): FactReader {
  const tokens = makeTokens();
  const lexer = makeLexer(names);
  const skipper = makeCodeSkipper();
  const readCode = makeCodePass(names, lexer, tokens);
  const bytesOf = makeByteBuffer();
  return (original) => {
    const text = plainDirectives(original);
    const isOriginal = text === original;
    const bytes = bytesOf(text);
    const conditions = makeConditions();
    const enclosure = makeEnclosure();
    const includes: IncludeLine[] = [];
    const byMacro: MacroInclude[] = [];
    const definitions: { readonly start: number; readonly end: number }[] = [];
    const macros: MacroFacts[] = [];
    const changed: FileFacts['changed'][number][] = [];
    const pieces: CodePiece[] = [];
    let problem: FileFacts['unclear'] = null;
    skipper.open(bytes);
    for (let at = 0; at < bytes.length; ) {
      const from = at;
      at = skipper.skip(from);
      const last = skipper.lastWord();
      if (last !== null) {
        pieces.push({ kind: 'code', from, to: at, branch: conditions.branch() });
        enclosure.seeCode(enclosedBy(skipper), last);
      }
      if (at >= bytes.length) break;
      const end = endOfDirective(bytes, at);
      readDirective(at, end);
      at = end;
    }
    if (!conditions.arePaired()) problem ??= { reason: 'its conditionals do not pair', at: 0, isMade: false };
    const left = enclosure.left();
    const unclear = once(() => generatedAt(original) ?? digraphAt(original) ?? dividedNameAt(original) ?? problem);
    const code = once(() => readCode(text, pieces, macros));
    return {
      left: { opens: left.opens, closes: left.closes || skipper.closesMore() },
      includes: withMacroIncludes(text, includes, byMacro, () =>
        definitions.map(({ start, end }) => text.slice(start, end)),
      ),
      byMacro: byMacro.map(({ start }) => start),
      macros,
      changed,
      branches: conditions.around,
      tests: conditions.tests,
      get unclear() {
        return unclear();
      },
      get names() {
        return code().names;
      },
      get at() {
        return code().at;
      },
      get last() {
        return code().last;
      },
      get how() {
        return code().how;
      },
      get branch() {
        return code().branch;
      },
      get members() {
        return code().members;
      },
      get own() {
        return code().own;
      },
      get types() {
        return code().types;
      },
      get aliases() {
        return code().aliases;
      },
    };

    function readDirective(from: number, to: number): void {
      const start = wordAt(bytes, from + 1, to);
      const word = start < 0 ? null : text.slice(start, endOfWord(bytes, start, to));
      if (word === null || word === 'define' || word === 'undef') {
        readNames(from, to);
        return;
      }
      see(word, start + word.length, from, to);
    }

    /** A directive of which more than the first word matters, or whose word is not spelt plainly. */
    function readNames(from: number, to: number): void {
      emptyTokens(tokens);
      lexer.lex(bytes, from + 1, to, tokens, false);
      if (tokens.count < 2 || tokens.kind[1] !== token.name) return;
      const word = names.wordOf(tokens.name[1] ?? 0);
      const behind = (tokens.start[1] ?? 0) + word.length;
      if (word === 'define') {
        definitions.push({ start: behind, end: to });
        readMacro();
      } else if (word === 'undef')
        changed.push({ name: tokens.name[2] ?? 0, at: tokens.start[2] ?? from, how: 'undefines' });
      see(word, behind, from, to);
    }

    function see(word: string, behind: number, from: number, to: number): void {
      if (word === 'include' || word === 'include_next' || word === 'import') {
        const line = includeLine(text, from, to, behind);
        const [isDisabled, branch] = [conditions.isDisabled(), conditions.branch()];
        if (line === null) {
          problem ??= { reason: 'it includes a file by a macro', at: from, isMade: false };
          const operand = { start: behind + text.slice(behind, to).search(/[^ \t]|$/), end: to };
          byMacro.push({
            ...lineAt(text, from, to),
            operand,
            isSure: false,
            isDisabled,
            branch,
            enclosure: enclosure.now(),
            isPlain: false,
          });
        } else {
          const isAsSpelt = isOriginal || text.slice(line.start, line.end) === original.slice(line.start, line.end);
          const isPlain = word === 'include' && isAsSpelt;
          includes.push({
            ...line,
            isSure: conditions.isSure(),
            isDisabled,
            branch,
            enclosure: enclosure.now(),
            isPlain,
          });
        }
      } else if (word === 'pragma') enclosure.seePragma(text.slice(behind, to));
      else if (word === 'if' || word.startsWith('elif') || word === 'ifdef' || word === 'ifndef') {
        const branch = word.startsWith('elif') ? conditions.outerBranch() : conditions.branch();
        pieces.push({ kind: 'condition', from: behind, to, branch });
      }
      conditions.see(word, text.slice(behind, to));
    }

    function readMacro(): void {
      if (tokens.kind[2] !== token.name) return;
      const at = tokens.start[1] ?? 0;
      const macro = macroFacts(tokens, text, names, at, conditions.branch());
      changed.push({ name: macro.name, at: tokens.start[2] ?? at, how: 'defines' });
      if (macro.words.length > 0 || macro.members.length > 0) pieces.push({ kind: 'macro', macro: macros.length });
      macros.push(macro);
    }
  };
}

function enclosedBy({ depth, linkage }: CodeSkipper): Enclosed {
  if (linkage() > 0) return linkage() > 1 ? 'other' : 'linkage';
  return depth() > 0 ? 'other' : null;
}

function once<Value>(make: () => Value): () => Value {
  let known: { readonly value: Value } | null = null;
  return () => {
    known ??= { value: make() };
    return known.value;
  };
}

/** Where the word of a directive begins, if that is plain to see; -1 where the lexer must tell. */
function wordAt(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] === 32 || bytes[at] === 9)) at++;
  const end = endOfWord(bytes, at, to);
  // The next byte may go on with the word, or with its line.
  return end > at && (end >= to || PLAIN_END[bytes[end] ?? 0] === 1) ? at : -1;
}

function endOfWord(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (((bytes[at] ?? 0) >= 97 && (bytes[at] ?? 0) <= 122) || bytes[at] === 95)) at++;
  return at;
}

/** A blank, a line's end, `"`, `<`, `(`, `!`, `/`. */
const PLAIN_END = new Uint8Array(256);
for (const byte of [9, 10, 13, 32, 33, 34, 40, 47, 60]) PLAIN_END[byte] = 1;

const OPERAND = /(?:\s|\\\r?\n|\/\*(?:(?!\*\/)[\s\S])*\*\/)*(?:"([^"\n]+)"|<([^>\n]+)>)/y;

function includeLine(text: string, from: number, to: number, behind: number) {
  OPERAND.lastIndex = behind;
  const found = OPERAND.exec(text);
  if (!found || OPERAND.lastIndex > to) return null;
  const [, quoted, bracketed = ''] = found;
  const path = quoted ?? bracketed;
  const end = OPERAND.lastIndex;
  return {
    ...lineAt(text, from, to),
    operand: { start: end - path.length - 2, end },
    form: quoted === undefined ? ('angle' as const) : ('quote' as const),
    path,
  };
}

function lineAt(text: string, from: number, to: number) {
  return { start: text.lastIndexOf('\n', from - 1) + 1, end: Math.min(text.length, to + 1) };
}

/** Of `define NAME (…) body`, token 1 being `define`. */
function macroFacts(tokens: Tokens, text: string, names: Names, place: number, branch: number): MacroFacts {
  const { kind, name, start, count } = tokens;
  const macro = name[2] ?? 0;
  const isFunctionLike = kind[3] === token.open && !/\s|\/|\\/.test(text.charAt((start[3] ?? 0) - 1));
  let at = 3;
  let parameters: Set<number> | null = null;
  if (isFunctionLike) {
    parameters = new Set();
    for (at = 4; at < count && kind[at] !== token.close; at++)
      if (kind[at] === token.name) parameters.add(name[at] ?? 0);
    parameters.add(names.numberOf('__VA_ARGS__'));
    at++;
  }
  const body = at;
  // Most macros stand for a number.
  let isPlain = true;
  for (let one = body; one < count; one++) if (kind[one] === token.name || kind[one] === token.glue) isPlain = false;
  if (isPlain)
    return { name: macro, at: place, branch, words: NOTHING, members: NOTHING, joins: null, pieces: NOTHING };
  const isParameter = (number: number): boolean => parameters?.has(number) === true;
  const words = new Set<number>();
  const members = new Set<number>();
  let isGlued = false;
  for (; at < count; at++) {
    const here = name[at] ?? 0;
    if (kind[at] === token.glue && at > body) isGlued = true;
    if (kind[at] !== token.name || isWord(here) || isParameter(here)) continue;
    const before = kind[at - 1];
    const isMember = at > body && (before === token.dot || before === token.arrow);
    (isMember ? members : words).add(here);
  }
  const pieces = isGlued ? piecesIn(tokens, body, isParameter, names) : NOTHING;
  const joins = isGlued ? joinedIn(tokens, body, isParameter) : null;
  return { name: macro, at: place, branch, words: [...words], members: [...members], joins, pieces };
}

const NOTHING: readonly never[] = [];

/** A file that a program made is not the place to change. */
function generatedAt(text: string): FileFacts['unclear'] {
  const at = text.slice(0, HEAD).search(GENERATED);
  return at < 0 ? null : { reason: 'it says that it is generated', at, isMade: true };
}

const HEAD = 1500;
const GENERATED =
  /@generated\b|\bdo not (?:edit|modify)\b|^[\s/*#;!]*(?:this (?:file|header) (?:is|was|has been) )?(?:(?:auto|automatically)[ -]?generated\b|generated (?:by|from|automatically)\b)/im;

/** The parts of such a name are taken for names: what the file needs is not known. */
function dividedNameAt(text: string): FileFacts['unclear'] {
  const found = DIVIDED.test(text) ? unreadSpelling(text, lex(text), 'divided') : null;
  return found && { reason: found.what, at: found.span.start, isMade: false };
}

const DIVIDED = /[\w$\x80-\xff]\\[ \t]*\r?\n[\w$\x80-\xff]/;

function digraphAt(text: string): FileFacts['unclear'] {
  const at = text.includes('%:') ? text.search(/^[ \t]*%:/m) : -1;
  return at < 0 ? null : { reason: 'it has a directive that begins with `%:`', at, isMade: false };
}
