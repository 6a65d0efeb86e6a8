import { type FactWriter, makeFactWriter } from './facts.ts';
import type { Names } from './names.ts';
import { makeTokens, type Tokens } from './tokens.ts';

/** What the scanner of one file knows while it goes over the tokens. */
export type ScanState = {
  readonly names: Names;
  /** Numbers of the words `cleanup` and `__cleanup__`. */
  readonly cleanups: readonly number[];
  tokens: Tokens;
  readonly out: FactWriter;
  /** What the names of the function that is being read mean; see `locals.ts`. */
  readonly locals: Locals;
  readonly values: Values;
  /** The tokens of the body that is being read. */
  body: { readonly from: number; readonly to: number };
  /** The way to the element of an initialiser that is being read. */
  readonly steps: number[];
  /** How many structs without a name were met. */
  anonymous: number;
};

/** By a name's number; an entry is of the function that is being read when its `epoch` is. */
export type Locals = {
  epoch: number;
  epochs: Int32Array;
  types: Int32Array;
  /** The parameter's index, -1 for a variable. */
  parameters: Int32Array;
};

/** Alternatives of an expression that are looked at: `c ? f : g` has two. */
export const MOST_ALTERNATIVES = 8;

/** What an expression may be the address of, as it was found last; see `values.ts`. */
export type Values = {
  count: number;
  /** A `source`, and what it says of the number beside it. */
  readonly kinds: Int32Array;
  readonly numbers: Int32Array;
};

function makeValues(): Values {
  const most = 2 * MOST_ALTERNATIVES;
  return { count: 0, kinds: new Int32Array(most), numbers: new Int32Array(most) };
}

export function makeScanState(names: Names): ScanState {
  return {
    names,
    cleanups: cleanupWords(names),
    tokens: makeTokens(),
    out: makeFactWriter(),
    locals: {
      epoch: 0,
      epochs: new Int32Array(1 << 16),
      types: new Int32Array(1 << 16),
      parameters: new Int32Array(1 << 16),
    },
    values: makeValues(),
    body: { from: 0, to: 0 },
    steps: [],
    anonymous: 0,
  };
}

/** Of an attribute: what it names is called where the scope of the variable ends. */
export function cleanupWords(names: Names): readonly number[] {
  return [names.numberOf('cleanup'), names.numberOf('__cleanup__')];
}

/** Forgets the names of the function before. */
export function beginLocals({ locals }: ScanState, names: number): void {
  locals.epoch++;
  if (names <= locals.epochs.length) return;
  for (const column of ['epochs', 'types', 'parameters'] as const) {
    const larger = new Int32Array(names * 2);
    larger.set(locals[column]);
    locals[column] = larger;
  }
}

export function declareLocal({ locals }: ScanState, name: number, type: number, parameter = -1): void {
  locals.epochs[name] = locals.epoch;
  locals.types[name] = type;
  locals.parameters[name] = parameter;
}

export function isLocal({ locals }: ScanState, name: number): boolean {
  return locals.epochs[name] === locals.epoch;
}

/** The index of a parameter; -1 for what is none. */
export function parameterOf({ locals }: ScanState, name: number): number {
  return locals.epochs[name] === locals.epoch ? (locals.parameters[name] ?? -1) : -1;
}
