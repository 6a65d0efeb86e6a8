import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import { type Span, span } from '../../text/span.ts';
import { type Finding, finding } from '../finding.ts';
import type { Decoded } from './decode.ts';
import type { ScalarType, YamlEntry, YamlNode } from './yaml-node.ts';

/**
 * The library's nodes as ours. Aliases are refused, wherever they are: a manifest has no use for them, and they are what
 * YAML bombs are made of.
 */
export function lowerDocument(
  document: Document.Parsed,
  decoded: Decoded,
): { readonly root: YamlNode | null; readonly findings: readonly Finding[] } {
  const lowering: Lowering = { decoded, findings: [] };
  const { contents } = document;
  const isEmpty = contents === null || (isScalar(contents) && scalarType(contents) === 'nothing');
  return { root: isEmpty ? null : lower(contents, lowering, 0), findings: lowering.findings };
}

type Lowering = { readonly decoded: Decoded; readonly findings: Finding[] };

/** `after` is the index at which a missing node (`key:` at the end of a flow mapping) would stand. */
function lower(node: unknown, lowering: Lowering, after: number): YamlNode {
  if (isScalar(node)) {
    return { kind: 'scalar', span: spanOf(node, lowering, after), type: scalarType(node), text: sourceOf(node) };
  }
  if (isMap(node)) {
    const entries = node.items.flatMap((pair) => lowerPair(pair, lowering));
    return { kind: 'map', span: spanOf(node, lowering, after), entries };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => lower(item, lowering, after));
    return { kind: 'list', span: spanOf(node, lowering, after), items };
  }
  if (isAlias(node)) {
    const at = spanOf(node, lowering, after);
    lowering.findings.push(finding('manifest-alias', `the alias '*${node.source}' is not allowed`, at));
    return { kind: 'unreadable', span: at };
  }
  return { kind: 'scalar', span: spanOf(null, lowering, after), type: 'nothing', text: '' };
}

function lowerPair(pair: Pair, lowering: Lowering): YamlEntry[] {
  const key = lower(pair.key, lowering, 0);
  const end = (pair.key as Node | null)?.range?.[1] ?? 0;
  const value = lower(pair.value, lowering, end);
  if (key.kind === 'scalar') return [{ key: key.text, keySpan: key.span, value }];
  if (key.kind !== 'unreadable') {
    lowering.findings.push(finding('manifest-wrong-type', `a key must be text, not a ${key.kind}`, key.span));
  }
  return [];
}

function sourceOf(scalar: Scalar): string {
  return scalar.source ?? String(scalar.value ?? '');
}

function scalarType({ value }: Scalar): ScalarType {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' || typeof value === 'bigint' ? 'number' : 'text';
}

function spanOf(node: Pick<Node, 'range'> | null, { decoded }: Lowering, after: number): Span {
  const [start, end] = node?.range ?? [after, after];
  return span(decoded.byteAt(start), decoded.byteAt(end));
}
