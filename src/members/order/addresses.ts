import { type MemoryView, reasonAt } from './memory-view.ts';
import { operandAt, pointerCastAt } from './operands.ts';
import type { OrderReason, Reordered } from './reordered.ts';

/**
 * `&o.close - &o.open`, `(&o.open)[1]`, `p = &o.open`: from one member's address to another's. Handed to a function alone
 * (`set(&o.open)`), it means that member.
 */
export function addressReasons(view: MemoryView, { units, body }: Reordered): readonly OrderReason[] {
  const { code } = view;
  const found: OrderReason[] = [];
  const isFunction = functionPointers({ units, body });
  for (let at = 0; at < code.count; at++) {
    if (code.word(at) !== '&' || code.word(at + 1) === '&' || code.word(at - 1) === '&') continue;
    const operand = operandAt(code, at);
    if (operand === null || !view.isMember(operand)) continue;
    let [before, behind] = [at - 1, operand.end];
    // Out of casts and parentheses.
    while (true) {
      const open = openOfCast(view, before);
      if (open !== null) before = open - 1;
      else if (code.word(before) === '(' && code.word(behind) === ')' && !code.isName(before - 1)) {
        before--;
        behind++;
      } else break;
    }
    const isArithmetic = /^[-+<>[]$/.test(code.word(behind)) || /^[-+<>]$/.test(code.word(before));
    const isArgument = /^[(,]$/.test(code.word(before)) && /^[),]$/.test(code.word(behind));
    const isKept =
      /^[=]$|^return$/.test(code.word(before)) && code.word(before - 1) !== '=' && code.word(before - 1) !== '!';
    if (isArithmetic || (isKept && !isArgument && isFunction.has(operand.names.at(-1) ?? '')))
      found.push(reasonAt(code, at, "this goes from one member's address to others"));
  }
  return found;
}

function openOfCast({ code }: MemoryView, close: number): number | null {
  if (code.word(close) !== ')') return null;
  for (let open = close - 1; open >= Math.max(0, close - 16); open--)
    if (code.word(open) === '(' && code.closing(open) === close)
      return pointerCastAt(code, open) === null ? null : open;
  return null;
}

function functionPointers({ units, body }: Pick<Reordered, 'units' | 'body'>): ReadonlySet<string> {
  const { text } = body.header.source;
  return new Set(
    units.flatMap(({ items, names }) =>
      items.some(({ span }) => /\(\s*(?:\w+\s+)*\*/.test(text.slice(span.start, span.end))) ? names : [],
    ),
  );
}
