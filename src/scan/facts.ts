/**
 * What a file of C says about calls, as one row of numbers: records that begin with one of these codes. It depends on
 * the file's bytes alone; which function or type a name means is for `calls` to find out.
 *
 *     function   flags name line start result n parameter…    then what its body says, until `end`
 *     macro      flags name line result n parameter…          likewise
 *     end
 *     call       name line start
 *     parameterCall  index line start                         the function's own parameter is called
 *     memberCall line start n base member…                    `x->m(…)`
 *     valueCall  name line start                          what a local pointer holds: a function, perhaps
 *     pointerCall    line start                               what is called cannot be told
 *     generatedCall  line start                               a name that `##` makes, or the value of a macro
 *     argument   index source value line                      of the call before; a function may be handed over
 *     store      line source value n base member…             `x->m = f`
 *     initialiser    line base dimensions source value n step…   a step is a member, or -1 - a position
 *     typedef    name type
 *     struct     type line n (member type dimensions)…
 *     global     flags name type dimensions                   a variable, or a function and what it returns
 *     opaque     name line                                    a definition that a macro names
 *
 * `start` is a byte offset. `source` says what `value` is. Types and bases are `reference`s.
 */
export const fact = {
  function: 1,
  macro: 2,
  end: 3,
  call: 4,
  parameterCall: 5,
  memberCall: 6,
  pointerCall: 7,
  generatedCall: 8,
  argument: 9,
  store: 10,
  initialiser: 11,
  typedef: 12,
  struct: 13,
  global: 14,
  opaque: 15,
  valueCall: 16,
} as const;

/** Flags of functions, macros and globals, to be added up; `variable` may be a pointer to a function. */
export const flag = {
  static: 1,
  inline: 2,
  functionLike: 4,
  untyped: 8,
  alias: 16,
  guard: 32,
  variable: 64,
  bracketed: 128,
} as const;

/** What a value is: the name of a function (perhaps), or the index of a parameter of the function around. */
export const source = { name: 0, parameter: 1 } as const;

/** What a reference's number means. A reference without any is 0: not known. */
export const reference = {
  /** A type by its name, as `typedef` made it. */
  typedef: 1,
  /** `struct x`. */
  tag: 2,
  /** A struct without a name; its number is unique in the file. */
  anonymous: 3,
  /** The type of a global variable. */
  global: 4,
  /** The type of what a function or a macro returns. */
  result: 5,
  /** The type that stands in a macro's parameter. */
  parameter: 6,
} as const;

export function refer(kind: number, number: number): number {
  return number * 8 + kind;
}

export function kindOfReference(of: number): number {
  return of & 7;
}

export function numberOfReference(of: number): number {
  return of >> 3;
}

export type FactWriter = {
  /** A list of arguments would be an array for each record. */
  readonly put: (code: number, b?: number, c?: number, d?: number, e?: number, f?: number) => void;
  readonly putAll: (numbers: readonly number[]) => void;
  readonly length: () => number;
  readonly truncate: (length: number) => void;
  /** All that was put, as a copy; the writer is empty then. */
  readonly take: () => Int32Array;
};

/** In numbers. */
const LARGEST_PAGE = 1 << 20;

export function makeFactWriter(): FactWriter {
  let numbers = new Int32Array(1 << 14);
  let length = 0;
  /** What was taken stands here, one behind the other: memory of its own for each file would make garbage collection slow. */
  let page = new Int32Array(1 << 14);
  let used = 0;
  const push = (number: number): void => {
    if (length === numbers.length) {
      const larger = new Int32Array(numbers.length * 2);
      larger.set(numbers);
      numbers = larger;
    }
    numbers[length++] = number;
  };
  return {
    put: (code, b, c, d, e, f) => {
      push(code);
      if (b !== undefined) push(b);
      if (c !== undefined) push(c);
      if (d !== undefined) push(d);
      if (e !== undefined) push(e);
      if (f !== undefined) push(f);
    },
    putAll: (added) => {
      // An iterator would be an object for each record.
      for (let at = 0; at < added.length; at++) push(added[at] ?? 0);
    },
    length: () => length,
    truncate: (to) => {
      length = to;
    },
    take: () => {
      if (length > page.length - used) {
        page = new Int32Array(Math.max(length, Math.min(2 * page.length, LARGEST_PAGE)));
        used = 0;
      }
      const taken = page.subarray(used, used + length);
      for (let at = 0; at < length; at++) taken[at] = numbers[at] ?? 0;
      used += length;
      length = 0;
      return taken;
    },
  };
}
