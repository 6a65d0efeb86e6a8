/**
 * What a text may be, character by character: the common ground of globs and of regular expressions from a tree. A
 * text is compared in time that grows with its length, whatever the pattern is: nothing is tried again.
 */
export type Pattern =
  /** One code point; `startOfText` and `endOfText` are none. */
  | { readonly kind: 'one'; readonly accepts: (code: number) => boolean }
  | { readonly kind: 'row'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly ways: readonly Pattern[] }
  /** Any number of times, but no fewer than `least`. */
  | { readonly kind: 'repeat'; readonly of: Pattern; readonly least: 0 | 1 };

/** What stands for the ends of a text in `searchFor`. */
export const startOfText = -1;
export const endOfText = -2;

export function oneOf(accepts: (code: number) => boolean): Pattern {
  return { kind: 'one', accepts };
}

export function character(text: string): Pattern {
  const wanted = text.codePointAt(0);
  return oneOf((code) => code === wanted);
}

/** In an array, as a stranger's pattern has more parts than a call takes arguments. */
export function row(parts: readonly Pattern[]): Pattern {
  return { kind: 'row', parts };
}

export function either(ways: readonly Pattern[]): Pattern {
  return { kind: 'either', ways };
}

export function repeat(of: Pattern, least: 0 | 1 = 0): Pattern {
  return { kind: 'repeat', of, least };
}

export function optional(of: Pattern): Pattern {
  return either([of, row([])]);
}

/** Which of some patterns a whole text is, by their indices. */
export function matcherOf(patterns: readonly Pattern[]): (text: string) => readonly number[] {
  const machine = compile(patterns);
  return (text) => {
    let state = machine.start();
    for (const character of text) {
      if (state.units.length === 0) return [];
      state = machine.step(state, character.codePointAt(0) ?? 0);
    }
    return state.ended;
  };
}

/** Whether a pattern stands anywhere in a text; it may ask for the ends of the text as if they were characters. */
export function searchFor(pattern: Pattern): (text: string) => boolean {
  const anything = repeat(oneOf(() => true));
  const machine = compile([row([anything, pattern, anything])]);
  return (text) => {
    let state = machine.step(machine.start(), startOfText);
    for (const character of text) state = machine.step(state, character.codePointAt(0) ?? 0);
    return machine.step(state, endOfText).ended.length > 0;
  };
}

/** A place in a pattern: before a code point, at a fork, or at the end of the pattern of an index. */
type Node =
  | { readonly kind: 'unit'; readonly accepts: (code: number) => boolean; readonly next: number }
  | { readonly kind: 'fork'; next: readonly number[] }
  | { readonly kind: 'end'; readonly pattern: number };

/** All places that a text may have come to. */
type State = {
  readonly units: readonly number[];
  readonly ended: readonly number[];
  readonly next: Map<number, State>;
};

type Machine = { readonly start: () => State; readonly step: (state: State, code: number) => State };

/** Places in the states that are kept; a pattern can have more states than any memory holds. */
const MOST_PLACES = 100_000;

function compile(patterns: readonly Pattern[]): Machine {
  const nodes: Node[] = [];
  const entries = patterns.map((pattern, at) => build(nodes, pattern, add(nodes, { kind: 'end', pattern: at })));
  const states = new Map<string, State>();
  let places = 0;
  const stateAt = (from: readonly number[]): State => {
    const state = settle(nodes, from);
    const key = `${state.units.join()};${state.ended.join()}`;
    const known = states.get(key);
    if (known !== undefined) return known;
    if (places > MOST_PLACES) {
      for (const old of states.values()) old.next.clear();
      states.clear();
      places = 0;
    }
    states.set(key, state);
    places += state.units.length + state.ended.length;
    return state;
  };
  const first = stateAt(entries);
  const step = (state: State, code: number): State => {
    const known = state.next.get(code);
    if (known !== undefined) return known;
    const reached = state.units.flatMap((at) => {
      const node = nodes[at];
      return node?.kind === 'unit' && node.accepts(code) ? [node.next] : [];
    });
    const next = stateAt(reached);
    state.next.set(code, next);
    return next;
  };
  return { start: () => first, step };
}

/** Follows every fork. */
function settle(nodes: readonly Node[], from: readonly number[]): State {
  const seen = new Set<number>();
  const open = [...from];
  const units: number[] = [];
  const ended = new Set<number>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const node = nodes[at];
    if (node === undefined || seen.has(at)) continue;
    seen.add(at);
    if (node.kind === 'unit') units.push(at);
    else if (node.kind === 'end') ended.add(node.pattern);
    else open.push(...node.next);
  }
  return { units: units.sort((a, b) => a - b), ended: [...ended].sort((a, b) => a - b), next: new Map() };
}

/** The place where a pattern begins that goes on at `next`. */
function build(nodes: Node[], pattern: Pattern, next: number): number {
  switch (pattern.kind) {
    case 'one':
      return add(nodes, { kind: 'unit', accepts: pattern.accepts, next });
    case 'row':
      return pattern.parts.reduceRight((after, part) => build(nodes, part, after), next);
    case 'either':
      return add(nodes, { kind: 'fork', next: pattern.ways.map((way) => build(nodes, way, next)) });
    case 'repeat': {
      const fork: Node = { kind: 'fork', next: [] };
      const at = add(nodes, fork);
      const body = build(nodes, pattern.of, at);
      fork.next = [body, next];
      return pattern.least === 0 ? at : body;
    }
  }
}

function add(nodes: Node[], node: Node): number {
  return nodes.push(node) - 1;
}
