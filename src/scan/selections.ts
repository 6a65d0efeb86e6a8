import { fact, source } from './facts.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './tokens.ts';
import { valuesOf } from './values.ts';
import { word } from './words.ts';

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
  if (kind[close + 1] === token.open) takeSelected(state, open, (code, value) => take(code, value, close + 1), 0);
  return nextAt(state, open + 1, close, token.comma);
}

/** Selections in one another beyond this are left out. */
const DEEPEST = 8;

function takeSelected(
  state: ScanState,
  open: number,
  take: (code: number, value: number) => void,
  depth: number,
): void {
  const { kind, name, match } = state.tokens;
  const close = match[open] ?? 0;
  for (let at = nextAt(state, open + 1, close, token.comma) + 1; at < close; ) {
    const end = nextAt(state, at, close, token.comma);
    const value = nextAt(state, at, end, token.colon) + 1;
    const isInner = name[value] === word.generic && kind[value + 1] === token.open && match[value + 1] === end - 1;
    if (isInner && depth < DEEPEST) takeSelected(state, value + 1, take, depth + 1);
    const found = isInner ? 0 : valuesOf(state, value, end);
    const { kinds, numbers } = state.values;
    const all = Array.from({ length: found }, (_, one) => [kinds[one] ?? 0, numbers[one] ?? 0] as const);
    for (const [of, number] of all) take(of === source.parameter ? fact.parameterCall : fact.valueCall, number);
    at = end + 1;
  }
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
