import type { Item } from '../../model/header.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { lex } from '../../parse/tokens/lex.ts';
import { tokenText } from '../../parse/tokens/token.ts';
import { rememberTexts } from '../../text/remember-texts.ts';
import type { Tree } from '../../text/tree.ts';
import { functionNames, otherNames } from '../placement.ts';
import { testedIn } from './include-uses.ts';

/** What included files declare; each file is parsed at most once. */
export type IncludedNames = {
  /** Every function, type, tag, enumerator, variable and macro that the files give a meaning. */
  declaredIn(files: Iterable<string>): ReadonlySet<string>;
  /** Those of them that are a type, a tag, an enumerator or a macro somewhere, which a declaration can speak of. */
  spokenIn(files: Iterable<string>): ReadonlySet<string>;
  /** The macros that the files define or undefine. */
  macrosIn(files: Iterable<string>): ReadonlySet<string>;
  /** The identifiers in the conditions of the files. */
  testedIn(files: Iterable<string>): ReadonlySet<string>;
  /** The identifiers outside directives and comments, tags left out: one that is only pointed to needs no declaration. */
  wordsIn(files: Iterable<string>): ReadonlySet<string>;
};

type Names = { readonly values: readonly string[]; readonly spoken: readonly string[] };

export function includedNames(tree: Tree): IncludedNames {
  const known = new Map<string, Names>();
  const namesOf = (file: string): Names => {
    const cached = known.get(file);
    if (cached) return cached;
    const names = namesIn(`${file}\0${tree.read(file) ?? ''}`);
    known.set(file, names);
    return names;
  };
  const read = (file: string): string => tree.read(file) ?? '';
  const macrosOf = remember((file) => [...read(file).matchAll(DEFINE)].map((match) => match[1] ?? ''));
  const testedOf = remember((file) => testedIn(read(file)));
  const wordsOf = remember((file) => [...new Set(wordsUsed(read(file)))]);
  return {
    macrosIn: (files) => allOf(files, macrosOf),
    testedIn: (files) => allOf(files, testedOf),
    wordsIn: (files) => allOf(files, wordsOf),
    declaredIn: (files) =>
      new Set(
        [...files].flatMap((file) => {
          const { values, spoken } = namesOf(file);
          return [...values, ...spoken];
        }),
      ),
    spokenIn: (files) => new Set([...files].flatMap((file) => namesOf(file).spoken)),
  };
}

/** Of a path, a NUL and the text: what the headers of a run include, and a manifest before and after an edit, is the same. */
const namesIn = rememberTexts((file): Names => {
  const end = file.indexOf('\0');
  const text = file.slice(end + 1);
  const { items } = parseHeader({ path: file.slice(0, end), text });
  const isValue = (item: Item): boolean => isVariable(item) && !holdsBrace(text, item);
  const values = items.flatMap((item) => [...functionNames(item), ...(isValue(item) ? otherNames(item) : [])]);
  const spoken = items.flatMap((item) => (isValue(item) ? [] : otherNames(item)));
  return { values, spoken };
});

type Reading = (file: string) => readonly string[];

function remember(read: Reading): Reading {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const words = known.get(file) ?? read(file);
    known.set(file, words);
    return words;
  };
}

function allOf(files: Iterable<string>, read: Reading): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of files) for (const word of read(file)) found.add(word);
  return found;
}

const DEFINE = /^[ \t]*#[ \t]*(?:define|undef)[ \t]+([A-Za-z_]\w*)/gm;

function wordsUsed(text: string): readonly string[] {
  const tokens = lex(text).filter(({ kind }) => kind !== 'comment' && kind !== 'directive');
  const words = tokens.map((token) => tokenText(text, token));
  return words.filter((_, at) => tokens[at]?.kind === 'identifier' && !TAGGING.has(words[at - 1] ?? ''));
}

const TAGGING: ReadonlySet<string> = new Set(['struct', 'union', 'enum']);

function isVariable({ content }: Item): boolean {
  return content.kind === 'declaration' && content.declaration.kind === 'variable';
}

/** A variable with a type of its own also declares what that is called by. */
function holdsBrace(text: string, { tokens }: Item): boolean {
  return tokens.some((token) => token.kind === 'punctuator' && tokenText(text, token) === '{');
}
