import { placeOf } from '../../text/place.ts';
import { isAssemblyPath, isCPath } from '../c-path.ts';
import { addressReasons } from './addresses.ts';
import { bytesReasons } from './bytes.ts';
import { castReasons } from './casts.ts';
import { codeTokens, macroBodies } from './code-tokens.ts';
import type { Instances } from './instances.ts';
import type { MemoryView } from './memory-view.ts';
import type { Ordered } from './ordered.ts';
import type { OrderReason, Reordered } from './reordered.ts';

/**
 * Code that goes by where members lie without naming the type: it compares or moves addresses of members, takes the struct for
 * an array or another struct, or hands its bytes over. Whether it depends on the order, the tokens do not show.
 */
export function memoryUses(struct: Ordered): readonly OrderReason[] {
  const { tree, carriers, instances, units } = struct;
  const members = new Set(units.flatMap((unit) => unit.names));
  const naming = [...tree.filesNaming(carriers.words, isCPath).keys()];
  const using = usersOf(struct, instances).filter((path) => !naming.includes(path));
  const inC = [...naming, ...using].flatMap((path) => {
    const source = { path, text: tree.read(path) ?? '' };
    const variables = instances.variables(path);
    return [codeTokens(source), ...macroBodies(source)].flatMap((code) => {
      const own = code.parameters.length === 0 ? variables : new Set([...variables, ...code.parameters]);
      const isMemberOfOthers = (name = ''): boolean => instances.members.has(name);
      const view: MemoryView = {
        code,
        isStruct: ({ names: [root = '', ...rest] }) =>
          rest.length === 0 ? variables.has(root) : isMemberOfOthers(rest.at(-1)),
        isMember: ({ names: [root = '', ...rest] }) =>
          members.has(rest.at(-1) ?? '') && (rest.length === 1 ? own.has(root) : isMemberOfOthers(rest.at(-2))),
        isType: (at) => carriers.typeAt(code, at) !== null,
        isOffset: struct.isOffsetMacro,
      };
      return [...addressReasons(view, struct), ...castReasons(view), ...bytesReasons(view)];
    });
  });
  return [...inC, ...inAssembly(struct, instances)];
}

/** Files that do not name the type, and may still use what is declared with it. */
function usersOf({ tree }: Reordered, { globals, members }: Instances): readonly string[] {
  const words = [...globals, ...members];
  if (words.length === 0) return [];
  const spelt = words.map((word) => word.replaceAll('$', '\\$')).join('|');
  const cast = new RegExp(`\\)\\s*[(&]*[\\w$]*(?:(?:->|\\.)[\\w$]+)*\\b(?:${spelt})\\b`);
  const bytes = new RegExp(`\\b(?:${spelt})\\b[^;{}]*\\bsizeof|\\basm\\b|__asm`);
  return [...tree.filesNaming(words, isCPath).keys()].filter((path) => {
    const text = tree.read(path) ?? '';
    return cast.test(text) || bytes.test(text);
  });
}

function inAssembly({ tree }: Reordered, { globals }: Instances): readonly OrderReason[] {
  if (globals.size === 0) return [];
  return [...tree.filesNaming([...globals], isAssemblyPath)].map(([path, [name = '']]) => {
    const source = { path, text: tree.read(path) ?? '' };
    const start = source.text.search(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`));
    return { why: `assembly names ${name}`, place: placeOf(source, { start, end: start + name.length }) };
  });
}
