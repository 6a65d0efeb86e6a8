import type { TextRule } from './text-rule.ts';

/**
 * What a place in the manifest may hold. One description serves the validator and the JSON Schema, so that an editor
 * accepts what the tool accepts, up to what needs the whole manifest (whether a part exists).
 */
export type Shape =
  | { readonly kind: 'text'; readonly rule: TextRule }
  /** The name of a part, or one of the words in `also`. */
  | { readonly kind: 'part'; readonly also: readonly string[] }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'version'; readonly version: number }
  /** `key:` without a value, or `null`. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'list'; readonly of: Shape; readonly length: number | null }
  /** A mapping with known keys. */
  | { readonly kind: 'record'; readonly keys: Readonly<Record<string, Key>> }
  /** A mapping from names that the manifest chooses. */
  | { readonly kind: 'map'; readonly key: TextRule; readonly of: Shape; readonly mayBeEmpty: boolean }
  | { readonly kind: 'either'; readonly of: readonly Shape[] };

export type Key = {
  readonly shape: Shape;
  /** Shown by editors. */
  readonly describe: string;
  readonly required?: true;
  /** What holds when the key is left out, where one value can say it. */
  readonly default?: string | boolean;
};

export const nothing: Shape = { kind: 'nothing' };

export const flag: Shape = { kind: 'flag' };

export const part: Shape = { kind: 'part', also: [] };

export function text(rule: TextRule): Shape {
  return { kind: 'text', rule };
}

export function word(...words: readonly string[]): Shape {
  return { kind: 'word', words };
}

export function listOf(of: Shape): Shape {
  return { kind: 'list', of, length: null };
}

export function pairOf(of: Shape): Shape {
  return { kind: 'list', of, length: 2 };
}

export function record(keys: Readonly<Record<string, Key>>): Shape {
  return { kind: 'record', keys };
}

/** An empty section (`functions:` and nothing below it) counts as no entries. */
export function mapOf(key: TextRule, of: Shape): Shape {
  return either({ kind: 'map', key, of, mayBeEmpty: true }, nothing);
}

export function either(...of: readonly Shape[]): Shape {
  return { kind: 'either', of };
}
