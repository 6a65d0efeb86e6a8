import { fact } from './facts.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './tokens.ts';
import { valuesOf } from './values.ts';

/** A step that goes from the member before it so many places on, which are subtracted. */
export const BEHIND = -(1 << 24);

/** Deeper braces are left out. */
const DEEPEST = 32;

/**
 * Tells of the functions that a braced initialiser stores, each with the way to its member: a member's name where it is
 * designated, else -1 - its position, or the member that was designated last and how far behind it. `type` is what the outermost braces initialise, an array of so many `dimensions`.
 */
export function readInitialiser(state: ScanState, open: number, type: number, dimensions: number): void {
  if (type === 0) return;
  const { steps } = state;
  const { length } = steps;
  readBraces(state, open, { type, dimensions, outer: length });
  steps.length = length;
}

/** What the outermost braces initialise; the way begins behind the `outer` steps of another initialiser around. */
type Target = { readonly type: number; readonly dimensions: number; readonly outer: number };

function readBraces(state: ScanState, open: number, target: Target): void {
  const { kind, match } = state.tokens;
  const { steps } = state;
  const { length } = steps;
  const close = match[open] ?? 0;
  if (length - target.outer >= DEEPEST) return;
  let [after, position] = [0, 0];
  for (let start = open + 1; start < close; ) {
    let end = start;
    while (end < close && kind[end] !== token.comma) {
      const here = kind[end];
      const isBracket = here === token.open || here === token.openIndex || here === token.openBrace;
      end = isBracket && (match[end] ?? 0) > end ? (match[end] ?? 0) + 1 : end + 1;
    }
    // Tables of numbers and texts are long.
    const isPlain = end - start < 2 && kind[start] !== token.name;
    if (!isPlain) readElement(state, start, end, target, { after, position });
    const designated = memberDesignated(state, start, end);
    if (designated >= 0) [after, position] = [designated, 0];
    steps.length = length;
    position++;
    start = end + 1;
  }
}

/** Of `.m = f` the name m; -1 of what is not designated, or more than one step inward. */
function memberDesignated({ tokens: { kind, name } }: ScanState, from: number, to: number): number {
  if (kind[from] === token.dot && kind[from + 2] === token.assign && from + 2 < to) return name[from + 1] ?? 0;
  return -1;
}

/** So many places behind a member, which is 0 for the beginning. */
type Place = { readonly after: number; readonly position: number };

function readElement(state: ScanState, from: number, to: number, target: Target, place: Place): void {
  const { kind, name, match } = state.tokens;
  const { steps } = state;
  const before = steps.length;
  let at = from;
  while (at < to && (kind[at] === token.dot || kind[at] === token.openIndex)) {
    if (kind[at] === token.dot) {
      steps.push(name[at + 1] ?? 0);
      at += 2;
    } else {
      steps.push(-1);
      at = (match[at] || to) + 1;
    }
    if (steps.length - before > DEEPEST) return;
  }
  // The old spelling of gcc: `member: value`.
  if (steps.length === before && kind[at] === token.name && kind[at + 1] === token.colon) {
    steps.push(name[at] ?? 0);
    at += 2;
  } else if (steps.length > before && kind[at] === token.assign) at++;
  if (steps.length === before) {
    if (place.after === 0) steps.push(-1 - place.position);
    else steps.push(place.after, BEHIND - place.position);
  }
  if (kind[at] === token.openBrace && match[at] === to - 1) readBraces(state, at, target);
  else tellValues(state, at, to, target);
}

function tellValues(state: ScanState, from: number, to: number, { type, dimensions, outer }: Target): void {
  const { out, steps, values, tokens } = state;
  const found = valuesOf(state, from, to);
  for (let one = 0; one < found; one++) {
    const [source, value] = [values.kinds[one] ?? 0, values.numbers[one] ?? 0];
    out.put(fact.initialiser, tokens.line[from] ?? 0, type, dimensions, source, value);
    out.put(steps.length - outer);
    for (let step = outer; step < steps.length; step++) out.put(steps[step] ?? 0);
  }
}
