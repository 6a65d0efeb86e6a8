import { fact, source } from './facts.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './tokens.ts';
import { valuesOf } from './values.ts';

/**
 * `_Generic(x, int: f, default: g)(y)`: gives `take` each function that may be called, with the code of the fact. Returns the
 * comma behind what is selected by, which is not run. `open` is the parenthesis.
 */
export function readSelection(
  state: ScanState,
  open: number,
  take: (code: number, value: number, open: number) => void,
): number {
  const { kind, match } = state.tokens;
  const close = match[open] ?? 0;
  if (close === 0) return open;
  const comma = nextAt(state, open + 1, close, token.comma);
  if (kind[close + 1] !== token.open) return comma;
  for (let at = comma + 1; at < close; ) {
    const end = nextAt(state, at, close, token.comma);
    const value = nextAt(state, at, end, token.colon) + 1;
    const found = valuesOf(state, value, end);
    const { kinds, numbers } = state.values;
    const all = Array.from({ length: found }, (_, one) => [kinds[one] ?? 0, numbers[one] ?? 0] as const);
    for (const [of, number] of all)
      take(of === source.parameter ? fact.parameterCall : fact.valueCall, number, close + 1);
    at = end + 1;
  }
  return comma;
}

/** The next token of a kind outside brackets; `to`: there is none. */
function nextAt({ tokens: { kind, match } }: ScanState, from: number, to: number, wanted: number): number {
  let at = from;
  while (at < to && kind[at] !== wanted) {
    const here = kind[at];
    const isBracket = here === token.open || here === token.openIndex || here === token.openBrace;
    at = isBracket && (match[at] ?? 0) > at ? (match[at] ?? 0) + 1 : at + 1;
  }
  return Math.min(at, to);
}
