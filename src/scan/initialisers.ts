import { fact } from './facts.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './tokens.ts';
import { valuesOf } from './values.ts';

/** Deeper braces are left out. */
const DEEPEST = 32;

/**
 * Tells of the functions that a braced initialiser stores, each with the way to its member: a member's name where it is
 * designated, else -1 - its position. `type` is what the outermost braces initialise, an array of so many `dimensions`.
 */
export function readInitialiser(state: ScanState, open: number, type: number, dimensions: number): void {
  if (type !== 0) readBraces(state, open, { type, dimensions, steps: [] });
}

type Target = { readonly type: number; readonly dimensions: number; readonly steps: readonly number[] };

function readBraces(state: ScanState, open: number, target: Target): void {
  const { kind, match } = state.tokens;
  const close = match[open] ?? 0;
  if (target.steps.length >= DEEPEST) return;
  let position = 0;
  for (let start = open + 1; start < close; ) {
    let end = start;
    while (end < close && kind[end] !== token.comma) {
      const here = kind[end];
      const isBracket = here === token.open || here === token.openIndex || here === token.openBrace;
      end = isBracket && (match[end] ?? 0) > end ? (match[end] ?? 0) + 1 : end + 1;
    }
    // Tables of numbers and texts are long.
    const isPlain = end - start < 2 && kind[start] !== token.name;
    if (!isPlain) readElement(state, start, end, { target, position });
    position++;
    start = end + 1;
  }
}

function readElement(
  state: ScanState,
  from: number,
  to: number,
  { target, position }: { readonly target: Target; readonly position: number },
): void {
  const { kind, name, match, line } = state.tokens;
  const steps: number[] = [];
  let at = from;
  while (at < to && (kind[at] === token.dot || kind[at] === token.openIndex)) {
    if (kind[at] === token.dot) {
      steps.push(name[at + 1] ?? 0);
      at += 2;
    } else {
      steps.push(-1);
      at = (match[at] || to) + 1;
    }
    if (steps.length > DEEPEST) return;
  }
  // The old spelling of gcc: `member: value`.
  if (steps.length === 0 && kind[at] === token.name && kind[at + 1] === token.colon) {
    steps.push(name[at] ?? 0);
    at += 2;
  } else if (steps.length > 0 && kind[at] === token.assign) at++;
  if (steps.length === 0) steps.push(-1 - position);
  const inner: Target = { ...target, steps: [...target.steps, ...steps] };
  if (kind[at] === token.openBrace && match[at] === to - 1) readBraces(state, at, inner);
  else {
    valuesOf(state, at, to, (source, value) => {
      const { type, dimensions, steps: way } = inner;
      state.out.put(fact.initialiser, line[at] ?? 0, type, dimensions, source, value);
      state.out.put(way.length);
      state.out.putAll(way);
    });
  }
}
