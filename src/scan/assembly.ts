import { fact, source } from './facts.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './tokens.ts';
import { valuesOf } from './values.ts';

/** An instruction that calls and returns, before the function's name; jumps are not followed. */
const CALL = /(?<![\w.%])(?:call[lqw]?|blx?|jal|bsr|jsr)\s+(?:%?\w+\s*,\s*)?([A-Za-z_][\w$]*)(?![\w$%(,])/g;
/** The same with an operand of the statement. */
const CALLS_OPERAND = /(?<![\w.%])(?:call[lqw]?|blx?|jal|bsr|jsr)\s[^;\n]*%/;

/** Bytes of one text; longer ones are no code that a person wrote. */
const LONGEST = 1 << 14;

/** Tells of the functions that a statement of assembly calls, by name or by an operand `"i" (f)`; `open` is its parenthesis. */
export function readAssembly(state: ScanState, open: number): void {
  const { kind, match, line, start } = state.tokens;
  const { out, names } = state;
  const close = match[open] ?? 0;
  let template = '';
  let at = open + 1;
  for (; at < close && kind[at] === token.text; at++) template += textAt(state, at);
  const [lineOf, startOf] = [line[open] ?? 0, start[open] ?? 0];
  const code = template.replaceAll(/\\[nt]/g, ' ; ');
  for (const [, called = ''] of code.matchAll(CALL)) out.put(fact.valueCall, names.numberOf(called), lineOf, startOf);
  if (!CALLS_OPERAND.test(code)) return;
  for (; at < close; at++) {
    if (kind[at] !== token.text || kind[at + 1] !== token.open || !/[isXrm]/.test(textAt(state, at))) continue;
    const found = valuesOf(state, at + 2, match[at + 1] || close);
    const { kinds, numbers } = state.values;
    for (let one = 0; one < found; one++) {
      if (kinds[one] === source.name) out.put(fact.valueCall, numbers[one] ?? 0, lineOf, startOf);
    }
  }
}

/** What stands between the quotes. */
export function textAt({ tokens: { bytes, start } }: ScanState, at: number): string {
  const from = (start[at] ?? 0) + 1;
  let text = '';
  for (let one = from; one < bytes.length && one - from < LONGEST; one++) {
    const byte = bytes[one] ?? 0;
    if (byte === 34) break;
    text += String.fromCharCode(byte);
  }
  return text;
}
