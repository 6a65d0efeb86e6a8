import { placeOf } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { isCPath } from '../c-path.ts';
import { aggregatesIn, type StructDefinition, typedefNames } from '../find-struct.ts';
import { readBody } from '../read-body.ts';
import { type CodeTokens, codeTokens } from './code-tokens.ts';
import type { OrderReason } from './reordered.ts';
import { type TypeNames, typeNames } from './type-names.ts';

/** A struct, and the structs and unions that have one by value, at whatever depth. */
export type Carriers = {
  /** Words that may spell the carriers. */
  readonly words: readonly string[];
  /** Carrier -> its members, in order. */
  readonly members: ReadonlyMap<string, readonly CarriedMember[]>;
  /** Where a union shares the struct's place with something else. */
  readonly unions: readonly OrderReason[];
  /** The type that is spelt at a token, and where the spelling ends. Type null: the struct itself. */
  readonly typeAt: TypeAt;
  /** The same of a tag that stands without its `struct`. */
  readonly tagAt: TypeAt;
  /** Structs without a name that have one by value: a variable may be declared behind their braces. */
  readonly unnamed: readonly StructDefinition[];
};

type TypeAt = (code: CodeTokens, at: number) => { readonly type: string | null; readonly next: number } | null;

export type CarriedMember = {
  readonly name: string;
  readonly isCarrier: boolean;
  readonly type: string | null;
  readonly dimensions: number;
};

/** Structs in structs beyond this are not followed. */
const DEEPEST = 8;

export function carriersOf(tree: Tree, names: TypeNames): Carriers {
  /** How types are spelt: `struct x`, or a typedef -> the carrier, null for the struct itself. */
  const spelt = new Map<string, string | null>([...names.typedefs].map((name) => [name, null]));
  if (names.tag !== null) spelt.set(`struct ${names.tag}`, null);
  const members = new Map<string, readonly CarriedMember[]>();
  const unions: OrderReason[] = [];
  const unnamed = new Map<string, StructDefinition>();
  const seen = new Set<string>();
  const typeAt: TypeAt = (code, at) => {
    const word = code.word(at);
    if (word === 'struct' || word === 'union') {
      let tag = at + 1;
      while (!spelt.has(`struct ${code.word(tag)}`) && code.isName(tag) && code.word(tag + 1) === '(')
        tag = code.closing(tag + 1) + 1;
      const key = `struct ${code.word(tag)}`;
      if (!spelt.has(key)) return null;
      const next = code.word(tag + 1) === '{' ? code.closing(tag + 1) + 1 : tag + 1;
      return { type: spelt.get(key) ?? null, next };
    }
    if (!code.isName(at) || !spelt.has(word) || isMemberName(code, at)) return null;
    return { type: spelt.get(word) ?? null, next: at + 1 };
  };
  const tagAt: TypeAt = (code, at) => {
    const type = spelt.get(`struct ${code.word(at)}`);
    return type === undefined ? null : { type, next: at + 1 };
  };
  let asked = wordsIn(spelt);
  for (let depth = 0; depth < DEEPEST && asked.length > 0; depth++) {
    const before = new Set(spelt.keys());
    for (const path of tree.filesNaming(asked, isCPath).keys()) {
      for (const definition of aggregatesIn({ path, text: tree.read(path) ?? '' })) {
        const own = nameOf(definition);
        if ((own !== null && seen.has(own)) || isTheStruct(definition, names)) continue;
        const carried = membersOf(definition, typeAt);
        if (!carried.some(({ isCarrier }) => isCarrier)) continue;
        const key = `${path}:${definition.head.start}`;
        if (own === null && unnamed.has(key)) continue;
        if (definition.isUnion && carried.length > 1)
          unions.push({
            why: 'this union has something else in its place',
            place: placeOf(definition.source, definition.head),
          });
        if (own === null) {
          unnamed.set(key, definition);
          continue;
        }
        seen.add(own);
        members.set(own, carried);
        if (definition.tag !== null) spelt.set(`struct ${definition.tag}`, own);
        const { typedefs, arrays } = typeNames(tree, definition);
        for (const name of typedefs) spelt.set(name, arrays.has(name) ? NESTED : own);
      }
    }
    asked = wordsIn(new Map([...spelt].filter(([name]) => !before.has(name))));
  }
  return { words: wordsIn(spelt), members, unions, typeAt, tagAt, unnamed: [...unnamed.values()] };
}

function wordsIn(spelt: ReadonlyMap<string, string | null>): readonly string[] {
  return [...new Set([...spelt.keys()].map((name) => name.replace('struct ', '')))];
}

function nameOf(definition: StructDefinition): string | null {
  return definition.tag ?? typedefNames(definition)[0] ?? null;
}

function isTheStruct({ tag, ...rest }: StructDefinition, names: TypeNames): boolean {
  return (tag !== null && tag === names.tag) || typedefNames({ tag, ...rest }).some((name) => names.typedefs.has(name));
}

/** `x.ops` and `x->ops` are no types. */
function isMemberName(code: CodeTokens, at: number): boolean {
  return code.word(at - 1) === '.' || code.word(at - 1) === '->';
}

function membersOf({ source, body }: StructDefinition, typeAt: TypeAt): readonly CarriedMember[] {
  const { header, members } = readBody(source, body);
  return members.flatMap((item) => {
    if (item.content.kind !== 'declaration') return [];
    const { start, end } = item.span;
    const own = declaratorsIn({ path: source.path, text: header.source.text.slice(start, end) }, typeAt);
    const inner = nestedCarriers({ path: source.path, text: header.source.text.slice(start, end) }, typeAt);
    return own.map((member) => (inner && !member.isCarrier ? { ...member, isCarrier: true, type: NESTED } : member));
  });
}

/** Stands for the type of a member whose own braces hold a struct by value: positions inside it are not told apart. */
export const NESTED = '';

function nestedCarriers(source: SourceText, typeAt: TypeAt): boolean {
  if (!source.text.includes('{')) return false;
  return aggregatesIn(source).some((one) => membersOf(one, typeAt).some(({ isCarrier }) => isCarrier));
}

function declaratorsIn(source: SourceText, typeAt: TypeAt): readonly CarriedMember[] {
  const code = codeTokens(source);
  let at = 0;
  let meant = typeAt(code, 0);
  while (meant === null && code.isName(at) && code.isName(at + 1)) meant = typeAt(code, ++at);
  const found: CarriedMember[] = [];
  let name = '';
  let isPointer = false;
  let dimensions = 0;
  for (let next = meant?.next ?? 0; next < code.count; next++) {
    const word = code.word(next);
    if (word === '*' || word === '(') isPointer = true;
    if (word === '[') dimensions++;
    if (code.isName(next)) name = code.word(next);
    if (word === ',' || word === ';') {
      const isCarrier = meant !== null && !isPointer;
      found.push({ name, isCarrier, type: meant?.type ?? null, dimensions });
      [name, isPointer, dimensions] = ['', false, 0];
    } else if (word === '(' || word === '[' || word === '{') {
      if (word === '(' && code.word(next + 1) === '*' && code.isName(next + 2)) name = code.word(next + 2);
      next = code.closing(next);
    }
  }
  return found;
}
