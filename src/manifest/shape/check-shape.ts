import { assertNever } from '../../diagnostics/assert-never.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { type Finding, finding } from '../finding.ts';
import { itemsOf, type YamlMap, type YamlNode, type YamlScalar } from '../yaml/yaml-node.ts';
import { checkKeys, checkNames } from './check-keys.ts';
import type { Key, Shape } from './shape.ts';
import type { TextRule } from './text-rule.ts';

/** What is being read, as messages call it. */
export type DocumentName = 'the manifest' | 'the series file' | 'the audit file';

/**
 * `where` names the node in messages, as keys joined by dots, and is empty for the document itself; `parts` is null when
 * the parts cannot be known.
 */
export type Site = {
  readonly document: DocumentName;
  readonly where: string;
  readonly parts: readonly string[] | null;
};

/** Everything in which a node differs from its shape, to all depths. */
export function checkShape(node: YamlNode, shape: Shape, site: Site): Finding[] {
  if (node.kind === 'unreadable') return [];
  if (!accepts(node, shape)) return [wrongType(node, shape, site)];
  switch (shape.kind) {
    case 'text':
      return node.kind === 'scalar' ? checkText(node, shape.rule, site) : [];
    case 'part':
      return node.kind === 'scalar' ? checkPart(node, shape.also, site) : [];
    case 'word':
      return node.kind === 'scalar' ? checkWord(node, shape.words, site) : [];
    case 'version':
      return node.kind === 'scalar' ? checkVersion(node, shape.version) : [];
    case 'flag':
    case 'nothing':
      return [];
    case 'list':
      return itemsOf(node).flatMap((item, index) =>
        checkShape(item, shape.of, { ...site, where: `${site.where}[${index}]` }),
      );
    case 'record':
      return node.kind === 'map' ? checkRecord(node, shape.keys, site) : [];
    case 'map':
      return node.kind === 'map' ? checkMap(node, shape, site) : [];
    case 'either': {
      const fitting = shape.of.find((one) => accepts(node, one));
      return fitting === undefined ? [] : checkShape(node, fitting, site);
    }
    default:
      return assertNever(shape);
  }
}

function checkRecord(node: YamlMap, keys: Readonly<Record<string, Key>>, site: Site): Finding[] {
  const ofValues = node.entries.flatMap(({ key, value }) => {
    const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
    return known === undefined ? [] : checkShape(value, known.shape, below(site, key));
  });
  return [...checkKeys(node, keys, site.document, site.where), ...ofValues];
}

function checkMap(node: YamlMap, shape: Extract<Shape, { kind: 'map' }>, site: Site): Finding[] {
  const ofValues = node.entries.flatMap(({ key, value }) => checkShape(value, shape.of, below(site, key)));
  return [...checkNames(node, shape, site.where), ...ofValues];
}

function below(site: Site, key: string): Site {
  return { ...site, where: site.where === '' ? key : `${site.where}.${key}` };
}

/** Whether the kind of node is right; what it holds is another question. */
function accepts(node: YamlNode, shape: Shape): boolean {
  switch (shape.kind) {
    case 'text':
      return node.kind === 'scalar' && (node.type === 'text' || (shape.rule.bare && node.type !== 'nothing'));
    case 'part':
      return node.kind === 'scalar' && node.type !== 'nothing';
    case 'word':
    case 'version':
      return node.kind === 'scalar' && node.type !== 'nothing';
    case 'flag':
      return node.kind === 'scalar' && node.type === 'boolean';
    case 'nothing':
      return node.kind === 'scalar' && node.type === 'nothing';
    case 'list':
      return node.kind === 'list' && (shape.length === null || node.items.length === shape.length);
    case 'record':
    case 'map':
      return node.kind === 'map';
    case 'either':
      return shape.of.some((one) => accepts(node, one));
    default:
      return assertNever(shape);
  }
}

function wrongType(node: YamlNode, shape: Shape, { document, where }: Site): Finding {
  const made = finding(
    'manifest-wrong-type',
    `${where || document} must be ${expected(shape)}, not ${found(node)}`,
    node.span,
  );
  const isQuotable = node.kind === 'scalar' && node.text !== '' && shape.kind === 'text';
  return isQuotable ? { ...made, next: `Quote it if it is meant as text: '${node.text}'.` } : made;
}

function expected(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return shape.rule.expects;
    case 'part':
      return ["a part's name", ...shape.also].join(' or ');
    case 'word':
      return shape.words.join(' or ');
    case 'version':
      return String(shape.version);
    case 'flag':
      return 'true or false';
    case 'nothing':
      return 'nothing';
    case 'list':
      return shape.length === null ? 'a list' : `a list of ${shape.length}`;
    case 'record':
    case 'map':
      return 'a mapping';
    case 'either':
      return shape.of.map(expected).join(' or ');
    default:
      return assertNever(shape);
  }
}

function found(node: YamlNode): string {
  if (node.kind === 'list') return `a list of ${node.items.length}`;
  if (node.kind !== 'scalar') return 'a mapping';
  switch (node.type) {
    case 'text':
      return 'text';
    case 'nothing':
      return 'nothing';
    case 'boolean':
    case 'number':
      return `the ${node.type} ${node.text}`;
    default:
      return assertNever(node.type);
  }
}

function checkText({ text, span }: YamlScalar, rule: TextRule, { where }: Site): Finding[] {
  const problem = rule.problem(text);
  return problem === null ? [] : [finding(problem.code, `${where} ${problem.message}`, span)];
}

function checkPart({ text, span }: YamlScalar, also: readonly string[], { where, parts }: Site): Finding[] {
  if (parts === null || parts.includes(text) || also.includes(text)) return [];
  const nearest = nearestName(text, [...parts, ...also]);
  const offer = nearest === null ? `the parts are ${parts.join(', ')}` : `did you mean '${nearest}'?`;
  return [finding('unknown-part', `${where}: there is no part '${text}'; ${offer}`, span)];
}

function checkWord({ text, span }: YamlScalar, words: readonly string[], { where }: Site): Finding[] {
  if (words.includes(text)) return [];
  return [finding('manifest-value', `${where} must be ${words.join(' or ')}, not '${text}'`, span)];
}

function checkVersion({ text, type, span }: YamlScalar, version: number): Finding[] {
  if (type === 'number' && Number(text) === version) return [];
  return [
    finding(
      'manifest-version',
      `version must be ${version}, not ${type === 'text' ? `the text '${text}'` : text}`,
      span,
    ),
  ];
}
