import { assemblyWords, typeofWords } from '../../parse/tokens/keywords.ts';
import { type MemoryView, reasonAt } from './memory-view.ts';
import { argumentsOf, operandAt, pointerCastAt } from './operands.ts';
import type { OrderReason } from './reordered.ts';

/** Functions that fill all bytes alike, or copy them from one struct to another. */
const FILLS = /^(?:__builtin_)?(?:memset|bzero|explicit_bzero|memzero\w*)$/;
const COPIES = /^(?:__builtin_)?(?:memcpy|memmove|mempcpy|bcopy)$/;
const DOUBLES = /mem_?dup/i;
/** Functions that give a symbol or the bytes of a file, which another build made. */
const FOREIGN = /^(?:dlsym|dlvsym|g_module_symbol|GetProcAddress|lt_dlsym|mmap|mmap64|shmat)$/;

/** Calls and assembly that see the bytes of the struct: `fwrite(&ops, sizeof ops, 1, f)`, `memcpy(table, &ops, n)`, `asm`. */
export function bytesReasons(view: MemoryView): readonly OrderReason[] {
  const { code } = view;
  const found: OrderReason[] = [];
  for (let at = 0; at < code.count; at++) {
    const word = code.word(at);
    if (assemblyWords.has(word)) {
      const open = [at + 1, at + 2, at + 3].find((next) => code.word(next) === '(');
      if (open !== undefined && namesIt(view, open)) found.push(reasonAt(code, at, 'assembly sees it'));
    }
    if (FOREIGN.test(word) && code.word(at + 1) === '(' && isOfStatement(view, at))
      found.push(reasonAt(code, at, 'it comes from another program here'));
    if (asksOffset(view, at)) found.push(reasonAt(code, at, 'this asks where a member lies'));
    if (word === 'sizeof' && isComputed(view, at)) found.push(reasonAt(code, at, 'this computes with its size'));
    if (!code.isName(at) || code.word(at + 1) !== '(' || word === 'sizeof') continue;
    const why = handedOver(view, at);
    if (why !== null) found.push(reasonAt(code, at, why));
  }
  return found;
}

/** `offsetof(typeof(ops), open)`, `memset_after(&ops, 0, open)`. */
function asksOffset({ code, isStruct, isOffset }: MemoryView, at: number): boolean {
  if (code.word(at + 1) !== '(') return false;
  if (/offset_?of$/i.test(code.word(at)) && typeofWords.has(code.word(at + 2))) {
    const operand = operandAt(code, at + 3);
    return operand !== null && isStruct(operand);
  }
  const names = argumentsOf(code, at + 1).some(({ from, to }) => {
    const operand = operandAt(code, from);
    return operand !== null && operand.end === to && isStruct(operand);
  });
  return names && code.isName(at) && isOffset(code.word(at));
}

/** What a call does with the bytes of the struct, or of more than one member; null: nothing that is seen. */
function handedOver(view: MemoryView, at: number): string | null {
  const { code } = view;
  const handed = argumentsOf(code, at + 1);
  const whole = handed.map(({ from, to }) => isWholeArgument(view, from, to));
  const members = handed.map(({ from, to }) => isMemberArgument(view, from, to));
  const name = code.word(at);
  const isCopy = COPIES.test(name);
  if (!whole.includes(true) && !members.includes(true)) return null;
  const sizes = handed.filter(({ from, to }) => holdsSize(view, from, to));
  if (isCopy || FILLS.test(name)) {
    const size = handed.at(-1);
    const targets = isCopy ? [0, 1] : [0];
    const isExact =
      size !== undefined && isOneSize(view, size.from, size.to, members[0] || members[1] ? 'member' : 'struct');
    const areAlike =
      targets.every((one) => whole[one]) || targets.every((one) => members[one]) || (isCopy && members.includes(true));
    return isExact && areAlike ? null : 'this goes over its bytes';
  }
  if (sizes.length === 0 || /alloc|free|new/i.test(/(?<!\w)\w*$/.exec(name)?.[0] ?? '')) return null;
  if (!sizes.some(({ from, to }) => !whole[handed.findIndex((one) => one.from === from && one.to === to)])) return null;
  if (whole.includes(true) && !DOUBLES.test(name)) return 'this hands its bytes over';
  return null;
}

function plainArgument({ code }: MemoryView, from: number): number {
  const cast = pointerCastAt(code, from);
  return cast === null ? from : cast.end;
}

function isWholeArgument(view: MemoryView, from: number, to: number): boolean {
  const operand = operandAt(view.code, plainArgument(view, from));
  return operand !== null && operand.end === to && view.isStruct(operand);
}

function isMemberArgument(view: MemoryView, from: number, to: number): boolean {
  const operand = operandAt(view.code, plainArgument(view, from));
  return operand !== null && operand.end === to && operand.isAddress && view.isMember(operand);
}

/** Whether a size in an argument is that of the struct. */
function holdsSize({ code, isStruct, isType }: MemoryView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (code.word(at) !== 'sizeof') continue;
    const operand = operandAt(code, at + 1);
    if (isType(at + 2) || isType(at + 1) || (operand !== null && isStruct(operand))) return true;
  }
  return false;
}

/** `sizeof(*o)`, `sizeof o.open`, by itself. */
function isOneSize({ code, isMember }: MemoryView, from: number, to: number, of: 'member' | 'struct'): boolean {
  if (code.word(from) !== 'sizeof') return false;
  const isEnclosed = code.word(from + 1) === '(' && code.closing(from + 1) === to - 1;
  const operand = operandAt(code, from + 1);
  if (!isEnclosed && operand?.end !== to) return false;
  const isOfMember = operand !== null && operand.end === to && isMember(operand);
  return of === 'member' ? isOfMember : !isOfMember;
}

/** `sizeof(struct ops) / sizeof(void *)`, `sizeof ops - 8`. What is divided by its own element's size is a length. */
function isComputed(view: MemoryView, at: number): boolean {
  const { code } = view;
  const operand = operandAt(code, at + 1);
  const isType = code.word(at + 1) === '(' && view.isType(at + 2);
  const end = isType ? code.closing(at + 1) + 1 : (operand?.end ?? code.count);
  if (!isType && (operand === null || !view.isStruct(operand))) return false;
  if (code.word(end) === '-' || code.word(end) === '%') return true;
  if (code.word(end) !== '/') return false;
  const divisor = code.word(end + 1) === '(' && code.word(end + 2) === 'sizeof' ? end + 2 : end + 1;
  if (code.word(divisor) !== 'sizeof') return true;
  const by = operandAt(code, divisor + 1);
  return !(code.word(divisor + 1) === '(' && view.isType(divisor + 2)) && !(by !== null && view.isStruct(by));
}

/** Whether the brackets of an `asm` name the struct, as an operand or in its text. */
function namesIt({ code, isStruct }: MemoryView, open: number): boolean {
  for (let at = open + 1; at < code.closing(open); at++) {
    const word = code.word(at);
    const names = word.startsWith('"') ? (word.match(/[A-Za-z_$][\w$]*/g) ?? []) : code.isName(at) ? [word] : [];
    const isSelection = !word.startsWith('"') && /^(?:->|\.)$/.test(code.word(at + 1));
    if (!isSelection && names.some((name) => isStruct({ names: [name], isAddress: true, isIndexed: false, end: at })))
      return true;
  }
  return false;
}

/** Whether a call's statement is about the struct as a whole, not about one of its members. */
function isOfStatement(view: MemoryView, call: number): boolean {
  const { code } = view;
  let start = call;
  while (start > 0 && !/^[;{}]$/.test(code.word(start - 1))) start--;
  let end = call;
  while (end < code.count && !/^[;{}]$/.test(code.word(end))) end++;
  for (let at = start; at < end; at++) {
    if (view.isType(at)) return true;
    const operand = code.isName(at) && !/^(?:->|\.)$/.test(code.word(at - 1)) ? operandAt(code, at) : null;
    if (operand !== null && view.isStruct(operand)) return true;
  }
  return false;
}
