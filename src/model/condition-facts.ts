import { parseDirective } from '../parse/tokens/directive.ts';
import { type Token, tokenText } from '../parse/tokens/token.ts';
import type { Branch, Group, Header, Item } from './header.ts';

/**
 * What the conditions around a branch tell: condition -> whether it holds there. The same key is the same condition with the
 * same answer, wherever it is asked, as long as no macro in it can change in between.
 */
export type Facts = ReadonlyMap<string, boolean>;

/** Earlier branches of a group of which the negation is kept: a chain of thousands of `#elif` is no one's condition. */
const MOST_NEGATED = 8;

/** Macros that each place may expand to something else. */
const EVER_ANOTHER = new Set(['__COUNTER__', '__LINE__', '__FILE__', '__INCLUDE_LEVEL__']);

/**
 * Reads what branches tell. Conditions of macros that the header itself defines or undefines tell nothing, as their
 * answer depends on the place; so does `era`, the number of includes met before the group, which may define any macro.
 */
export function factsReader(header: Header): (group: Group, at: number, era: number) => Facts {
  const { text } = header.source;
  const changed = macrosChanged(header);
  return (group, at, era) => {
    const facts = new Map<string, boolean>();
    const add = (conjuncts: readonly Conjunct[]): void => {
      for (const { names, key, holds } of conjuncts)
        if (!names.some((name) => changed.has(name) || EVER_ANOTHER.has(name))) facts.set(`${era} ${key}`, holds);
    };
    for (const earlier of group.branches.slice(0, Math.min(at, MOST_NEGATED))) {
      const conjuncts = conjunctsOf(text, earlier);
      if (conjuncts.length === 1) add(conjuncts.map((one) => ({ ...one, holds: !one.holds })));
    }
    const branch = group.branches[at];
    if (branch) add(conjunctsOf(text, branch));
    return facts;
  };
}

/** Whether an item may change macros that nobody here sees: by an include or `pop_macro`, inside a declaration too. */
export function mayChangeMacros(text: string, item: Item): boolean {
  const { content } = item;
  const directives = content.kind === 'directive' ? [content.directive] : directivesInside(text, item);
  return directives.some(
    (directive) =>
      directive.kind === 'include' || (directive.kind === 'pragma' && directive.words.includes('pop_macro')),
  );
}

type Conjunct = { readonly key: string; readonly names: readonly string[]; readonly holds: boolean };

/** The conditions joined by `&&`, each without the `!` before it; none where another operator stands beside them. */
function conjunctsOf(text: string, { directive }: Branch): readonly Conjunct[] {
  if (directive.kind !== 'if' && directive.kind !== 'elif') return [];
  const { word, condition } = directive;
  const words = condition.filter((token) => token.kind !== 'comment').map((token) => tokenText(text, token));
  if (word.endsWith('def')) {
    const [name] = words;
    return name === undefined ? [] : [{ key: `defined ${name}`, names: [name], holds: !word.endsWith('ndef') }];
  }
  const parts: string[][] = [[]];
  let depth = 0;
  for (let at = 0; at < words.length; at++) {
    const one = words[at] ?? '';
    if (one === '(') depth++;
    if (one === ')') depth--;
    if (depth === 0 && (one === '|' || one === '?')) return [];
    if (depth === 0 && one === '&' && words[at + 1] === '&') {
      parts.push([]);
      at++;
    } else parts.at(-1)?.push(one);
  }
  return parts.flatMap((part) => readConjunct(part));
}

function readConjunct(words: readonly string[]): readonly Conjunct[] {
  const closed = closingWords(words);
  let [from, to] = [0, words.length];
  let holds = true;
  for (;;) {
    while (closed.get(from) === to - 1) [from, to] = [from + 1, to - 1];
    const length = to - from;
    const isNegated =
      length === 2 || closed.get(from + 1) === to - 1 || (length <= 5 && isDefined(words.slice(from + 1, to)));
    if (words[from] !== '!' || !isNegated) break;
    holds = !holds;
    from++;
  }
  const rest = words.slice(from, to);
  if (rest.length === 0) return [];
  const names = rest.filter((word) => /^[A-Za-z_$\x80-\xff]/.test(word) && word !== 'defined');
  const key = isDefined(rest) ? `defined ${names[0]}` : rest.join(' ');
  return [{ key, names, holds }];
}

/** `defined X`, `defined (X)` */
function isDefined(words: readonly string[]): boolean {
  return words[0] === 'defined' && (words.length === 2 || (words.length === 4 && words[1] === '(' && words[3] === ')'));
}

/** For the index of each `(` that is closed, that of its `)`. */
function closingWords(words: readonly string[]): ReadonlyMap<number, number> {
  const open: number[] = [];
  const closed = new Map<number, number>();
  for (const [at, word] of words.entries()) {
    if (word === '(') open.push(at);
    const opened = word === ')' ? open.pop() : undefined;
    if (opened !== undefined) closed.set(opened, at);
  }
  return closed;
}

function macrosChanged(header: Header): ReadonlySet<string> {
  const { text } = header.source;
  const names = new Set<string>();
  for (const item of header.items) {
    const directives = item.content.kind === 'directive' ? [item.content.directive] : directivesInside(text, item);
    for (const directive of directives)
      if (directive.kind === 'define' || directive.kind === 'undef') names.add(directive.name);
  }
  return names;
}

function directivesInside(text: string, item: Item): ReturnType<typeof parseDirective>[] {
  return item.tokens.filter(isDirective).map((token) => parseDirective(text, token));
}

function isDirective({ kind }: Token): boolean {
  return kind === 'directive';
}
