import { attributeWords, qualifierWords, statementWords } from '../../parse/tokens/keywords.ts';
import type { Tree } from '../../text/tree.ts';
import { isCPath } from '../c-path.ts';
import type { Carriers } from './carriers.ts';
import { type CodeTokens, codeTokens } from './code-tokens.ts';

/** What is declared with a struct, a pointer to it or an array of it, or with a struct that has it. */
export type Instances = {
  /** Variables and parameters that a file can see. */
  readonly variables: (path: string) => ReadonlySet<string>;
  /** Variables that headers and files declare outside functions. */
  readonly globals: ReadonlySet<string>;
  /** Members of other structs. */
  readonly members: ReadonlySet<string>;
};

export function instancesOf(tree: Tree, { words, typeAt }: Carriers): Instances {
  const own = new Map<string, Set<string>>();
  const shared = new Set<string>();
  const globals = new Set<string>();
  const members = new Set<string>();
  for (const path of tree.filesNaming(words, isCPath).keys()) {
    const code = codeTokens({ path, text: tree.read(path) ?? '' });
    const locals = new Set<string>();
    for (const { name, where } of declarationsIn(code, typeAt)) {
      if (where === 'member') members.add(name);
      else locals.add(name);
      if (where !== 'outside') continue;
      globals.add(name);
      if (/\.h\w*$/.test(path)) shared.add(name);
    }
    own.set(path, locals);
  }
  return { variables: (path) => new Set([...(own.get(path) ?? []), ...shared]), globals, members };
}

type Declared = { readonly name: string; readonly where: 'outside' | 'member' | 'local' };

function declarationsIn(code: CodeTokens, typeAt: Carriers['typeAt']): readonly Declared[] {
  const found: Declared[] = [];
  /** By bracket that is open: whether it is the brace of a struct. */
  const open: ('aggregate' | 'other')[] = [];
  for (let at = 0; at < code.count; at++) {
    const word = code.word(at);
    if (word === '{') open.push(opensAggregate(code, at) ? 'aggregate' : 'other');
    else if (word === '(') open.push('other');
    else if (word === '}' || word === ')') open.pop();
    const meant = typeAt(code, at);
    if (meant === null) continue;
    const inner = open.at(-1);
    const where = inner === undefined ? 'outside' : inner === 'aggregate' ? 'member' : 'local';
    for (const name of declaratorsAt(code, meant.next)) found.push({ name, where });
    // What stands between the braces of a definition is looked at by itself.
    if (code.word(at + 2) !== '{' && code.word(at + 1) !== '{') at = meant.next - 1;
  }
  return found;
}

function opensAggregate(code: CodeTokens, at: number): boolean {
  return [1, 2].some((back) => /^(?:struct|union)$/.test(code.word(at - back)));
}

/** The names that a type's declarators declare, functions left out. */
function declaratorsAt(code: CodeTokens, from: number): readonly string[] {
  const found: string[] = [];
  for (let at = from; at < code.count; at++) {
    const word = code.word(at);
    if (word === '*' || word === '(' || word === ',' || qualifierWords.has(word)) continue;
    if (attributeWords.has(word) && code.word(at + 1) === '(') {
      at = code.closing(at + 1);
      continue;
    }
    if (!code.isName(at) || statementWords.has(word)) return found;
    const next = code.word(at + 1);
    if (!/^[;,=)[]$/.test(next) && !attributeWords.has(next)) {
      // An annotation may stand before the name: `struct ops __rcu *ops`.
      if (found.length === 0 && (code.isName(at + 1) || next === '*')) continue;
      return found;
    }
    found.push(word);
    at = endOfDeclarator(code, at + 1) - 1;
    if (code.word(at + 1) !== ',') return found;
  }
  return found;
}

function endOfDeclarator(code: CodeTokens, from: number): number {
  for (let at = from; at < code.count; at++) {
    const word = code.word(at);
    if (word === ',' || word === ';' || word === ')' || word === '}') return at;
    if (word === '(' || word === '[' || word === '{') at = code.closing(at);
  }
  return code.count;
}
