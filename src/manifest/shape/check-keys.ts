import { nearestName } from '../../text/nearest-name.ts';
import { type Finding, finding } from '../finding.ts';
import type { YamlEntry, YamlMap } from '../yaml/yaml-node.ts';
import type { Key, Shape } from './shape.ts';

type Keys = Readonly<Record<string, Key>>;

/** A mapping with known keys: the unknown, repeated and missing ones. `where` is empty for the document itself. */
export function checkKeys(node: YamlMap, keys: Keys, document: string, where: string): Finding[] {
  const findings = duplicates(node, where);
  const meant = new Set<string>();
  for (const [at, { key, keySpan }] of node.entries.entries()) {
    if (Object.hasOwn(keys, key)) {
      meant.add(key);
      continue;
    }
    if (isCutOff(node, at, keys)) {
      // Of a value with several commas the first says all.
      if (!isCutOff(node, at - 1, keys)) findings.push(cutOff(node, at, keys, where));
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

/** Whether a key between `{` and `}` is rather what follows a comma in the value before it: it has no value of its own. */
function isCutOff({ entries, span }: YamlMap, at: number, keys: Keys): boolean {
  const [first, before, own] = [entries[0], entries[at - 1], entries[at]];
  if (first === undefined || before === undefined || own === undefined) return false;
  const isFlow = first.keySpan.start > span.start;
  const hasNone = own.value.kind === 'scalar' && own.value.type === 'nothing';
  const isText = Object.hasOwn(keys, before.key)
    ? keys[before.key]?.shape.kind === 'text' && before.value.kind === 'scalar'
    : isCutOff({ kind: 'map', entries, span }, at - 1, keys);
  return isFlow && hasNone && isText && !Object.hasOwn(keys, own.key);
}

function cutOff(node: YamlMap, at: number, keys: Keys, where: string): Finding {
  const { entries } = node;
  let end = at + 1;
  while (isCutOff(node, end, keys)) end++;
  const rest = entries.slice(at, end).map(({ key }) => key);
  const { key = '', value } = entries[at - 1] ?? {};
  const whole = [value?.kind === 'scalar' ? value.text : '', ...rest].join(', ');
  const message = `the value of '${key}'${within(where)} ends at its comma, and '${rest[0]}' is no key`;
  const next = `Quote it: ${key}: ${JSON.stringify(whole)}`;
  return { ...finding('manifest-unknown-key', message, entries[at]?.keySpan ?? node.span), next };
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
