// What the shapes are made of.

/** Texts of `one(0)` to `one(n - 1)`. */
export function times(n, one) {
  return Array.from({ length: n }, (_, at) => one(at));
}

/** A guarded header of these lines, with the prototype `f0` that every manifest here assigns. */
export function header(...lines) {
  return ['#ifndef H_H', '#define H_H', ...lines.flat(), 'int f0(void);', '#endif', ''].join('\n');
}

/** A manifest with parts `common` and `io`, where nothing else is said; `entries` are lines of `prototypes`. */
export function manifest({ parts = '  common: {}\n  io: {}', entries = [], rest = '' } = {}) {
  return `version: 1\nheader: h.h\n${rest}parts:\n${parts}\nprototypes:\n${['  f0: io', ...entries].join('\n')}\n`;
}

/** A tree of a header with these lines, and the least manifest for it. */
export function headerOnly(...lines) {
  return { 'h.h': header(...lines), 'm.yaml': manifest() };
}

/** Entries that assign functions `NAME0` to `NAME(n - 1)` to the parts in turn. */
export function entries(n, name, parts = ['common', 'io']) {
  return times(n, (at) => `  ${name}${at}: ${parts[at % parts.length]}`);
}

/** Steps that read the same as others, but for what they do with it: for one shape of each kind. */
export const OTHERS = ['check of many edits', 'init from split', 'assign', 'users', 'audit', 'suggest', 'review'];

/** Parts of which `io` asserts. */
export const ASSERTING = "  common: {}\n  io: { assert: 'assert(locked());' }";
