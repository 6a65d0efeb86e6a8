import type { Span } from '../../text/span.ts';

/** YAML as the manifest's readers see it, with byte offsets. They know nothing of the YAML library. */
export type YamlNode = YamlScalar | YamlMap | YamlList | YamlUnreadable;

/**
 * `text` is what is written, before YAML takes `null`, `true` or `12` for something else (`type` says for what); a name
 * may be any of these words. Quoted scalars and blocks are always text.
 */
export type YamlScalar = {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly type: ScalarType;
  readonly text: string;
};

export type ScalarType = 'text' | 'boolean' | 'number' | 'nothing';

/** Keys may repeat: that is for `check-shape.ts` to report. */
export type YamlMap = { readonly kind: 'map'; readonly span: Span; readonly entries: readonly YamlEntry[] };

export type YamlEntry = { readonly key: string; readonly keySpan: Span; readonly value: YamlNode };

export type YamlList = { readonly kind: 'list'; readonly span: Span; readonly items: readonly YamlNode[] };

/** Something already reported (an alias, say): fits everywhere, so that it is not reported twice. */
export type YamlUnreadable = { readonly kind: 'unreadable'; readonly span: Span };

/** The value of a key, the first when it repeats; null when the node is no mapping or has no such key. */
export function valueAt(node: YamlNode | null, key: string): YamlNode | null {
  return entriesOf(node).find((entry) => entry.key === key)?.value ?? null;
}

export function entriesOf(node: YamlNode | null): readonly YamlEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

export function itemsOf(node: YamlNode | null): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

/** A scalar's text as written; null for nothing (`key:`) and for what is no scalar. */
export function textOf(node: YamlNode | null): string | null {
  return node?.kind === 'scalar' && node.type !== 'nothing' ? node.text : null;
}
