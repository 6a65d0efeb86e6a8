import { type MemoryView, reasonAt } from './memory-view.ts';
import { operandAt, pointerCastAt } from './operands.ts';
import type { OrderReason } from './reordered.ts';

const AS_ANOTHER = 'this takes it for something else';
const FROM_ANOTHER = 'this takes something else for it';

/** `(void **)&ops`, `(struct other *)ops`, `(struct ops *)table`, an alias of it with another type. */
export function castReasons(view: MemoryView): readonly OrderReason[] {
  const { code, isStruct } = view;
  let known: Declarators | null = null;
  const declared = (): Declarators => {
    known ??= declaratorsIn(code);
    return known;
  };
  const found: OrderReason[] = [];
  for (let at = 0; at < code.count; at++) {
    if (/^(?:__)?(?:alias|weakref)(?:__)?$/.test(code.word(at)) && code.word(at + 1) === '(') {
      const name = code.word(at + 2).replaceAll('"', '');
      if (isStruct({ names: [name], isAddress: true, isIndexed: false, end: at }))
        found.push(reasonAt(code, at, AS_ANOTHER));
    }
    const cast = pointerCastAt(code, at);
    const to = cast === null ? -1 : firstOfType(code, at);
    if (cast !== null && !view.isType(to)) {
      const operand = operandAt(code, cast.end);
      const isWhole = operand !== null && isStruct(operand) && !isSelected(view, operand.end);
      if (isWhole && !isOpaque(cast.words, cast.stars)) found.push(reasonAt(code, at, AS_ANOTHER));
    } else if (cast !== null && isForeign(view, declared, cast.end)) found.push(reasonAt(code, at, FROM_ANOTHER));
    // `struct ops *o = (void *)table`
    const isPointerOf = view.isType(at) && code.word(at - 1) !== '(';
    if (isPointerOf) found.push(...initialised(view, declared, at));
    const assigned =
      code.word(at) === '=' && code.isName(at - 1) && code.word(at + 1) !== '=' && !/^[=!<>]$/.test(code.word(at - 1));
    if (assigned && view.isStruct({ names: [code.word(at - 1)], isAddress: false, isIndexed: false, end: at }))
      if (!/^(?:->|\.)$/.test(code.word(at - 2)) && isForeign(view, declared, at + 1))
        found.push(reasonAt(code, at - 1, FROM_ANOTHER));
  }
  return found;
}

function firstOfType(code: MemoryView['code'], open: number): number {
  let at = open + 1;
  while (/^(?:const|volatile)$/.test(code.word(at))) at++;
  return at;
}

/** `void *` says nothing of what is inside. */
function isOpaque(words: readonly string[], stars: number): boolean {
  return stars === 1 && words.length === 1 && /^(?:void|gpointer|gconstpointer)$/.test(words[0] ?? '');
}

function isSelected({ code }: MemoryView, end: number): boolean {
  return /^(?:->|\.|\()$/.test(code.word(end));
}

function initialised(view: MemoryView, declared: () => Declarators, at: number): readonly OrderReason[] {
  const { code } = view;
  for (let next = at + 1; next < at + 8; next++) {
    if (code.word(next) === '=') return isForeign(view, declared, next + 1) ? [reasonAt(code, next, FROM_ANOTHER)] : [];
    if (!code.isName(next) && !/^[*[\]]$/.test(code.word(next))) return [];
  }
  return [];
}

/** Whether a value is the address of something that is declared with another type: an array, or `&other`. */
function isForeign(view: MemoryView, declared: () => Declarators, from: number): boolean {
  const { code } = view;
  let at = from;
  for (let cast = pointerCastAt(code, at); cast !== null; cast = pointerCastAt(code, at)) at = cast.end;
  const operand = operandAt(code, at);
  if (operand === null || view.isStruct(operand) || !/^[;,)]$/.test(code.word(operand.end))) return false;
  if (operand.names.length > 1) return operand.isAddress && at !== from && !operand.isIndexed;
  const [name = ''] = operand.names;
  return (operand.isAddress ? declared().all : declared().arrays).has(name);
}

type Declarators = { readonly all: ReadonlySet<string>; readonly arrays: ReadonlySet<string> };

/** The names behind a type's last word or `*`, and before a mark that may end a declarator. */
function declaratorsIn(code: MemoryView['code']): Declarators {
  const [all, arrays] = [new Set<string>(), new Set<string>()];
  for (let at = 1; at < code.count; at++) {
    const before = code.word(at - 1);
    if (!code.isName(at) || !(/^[*}]$/.test(before) || (code.isName(at - 1) && before !== 'return'))) continue;
    if (/^[;,=[]$/.test(code.word(at + 1))) all.add(code.word(at));
    if (code.word(at + 1) === '[') arrays.add(code.word(at));
  }
  return { all, arrays };
}
