import { nearestName } from '../../text/nearest-name.ts';
import { type Finding, finding } from '../finding.ts';
import type { YamlEntry, YamlMap } from '../yaml/yaml-node.ts';
import type { Key, Shape } from './shape.ts';

type Keys = Readonly<Record<string, Key>>;

/** A mapping with known keys: the unknown, repeated and missing ones. `where` is empty for the document itself. */
export function checkKeys(node: YamlMap, keys: Keys, document: string, where: string): Finding[] {
  const findings = duplicates(node, where);
  const meant = new Set<string>();
  for (const { key, keySpan } of node.entries) {
    if (Object.hasOwn(keys, key)) {
      meant.add(key);
      continue;
    }
    const nearest = nearestName(key, Object.keys(keys));
    if (nearest !== null) meant.add(nearest);
    const offer = nearest === null ? `the keys are ${Object.keys(keys).join(', ')}` : `did you mean '${nearest}'?`;
    findings.push(finding('manifest-unknown-key', `unknown key '${key}'${within(where)}; ${offer}`, keySpan));
  }
  for (const [key, { required, describe }] of Object.entries(keys)) {
    // A misspelt key is one mistake, not two.
    if (required === undefined || meant.has(key)) continue;
    const message = `${where || document} lacks the key '${key}'`;
    findings.push({ ...finding('manifest-missing-key', message, firstByte(node)), next: `Add it. ${describe}` });
  }
  return findings;
}

/** A mapping from names: their spelling, and the repeated ones. */
export function checkNames(node: YamlMap, shape: Extract<Shape, { kind: 'map' }>, where: string): Finding[] {
  const findings = duplicates(node, where);
  if (node.entries.length === 0 && !shape.mayBeEmpty) {
    findings.push(finding('manifest-value', `${where} is empty; it needs at least one entry`, node.span));
  }
  for (const { key, keySpan } of node.entries) {
    const problem = shape.key.problem(key);
    if (problem === null) continue;
    findings.push(finding(problem.code, `the name '${key}'${within(where)} ${problem.message}`, keySpan));
  }
  return findings;
}

function duplicates(node: YamlMap, where: string): Finding[] {
  const firsts = new Map<string, YamlEntry>();
  const findings: Finding[] = [];
  for (const entry of node.entries) {
    const first = firsts.get(entry.key);
    if (first === undefined) {
      firsts.set(entry.key, entry);
      continue;
    }
    const related = { at: first.keySpan, label: 'the first one' };
    const message = `the key '${entry.key}' is given twice${within(where)}`;
    findings.push(finding('manifest-duplicate-key', message, entry.keySpan, related));
  }
  return findings;
}

function within(where: string): string {
  return where === '' ? '' : ` in ${where}`;
}

/** A key that is missing has no place of its own; the mapping's beginning stands for it. */
function firstByte({ span }: YamlMap): { start: number; end: number } {
  return { start: span.start, end: span.start + 1 };
}
