import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { auditJsonSchema } from '../../src/manifest/audit/json-schema.ts';
import { manifestJsonSchema } from '../../src/manifest/json-schema.ts';
import { parseManifest } from '../../src/manifest/parse-manifest.ts';

const shipped = readFileSync('schema/manifest.schema.json', 'utf8');

type Node = {
  description?: string;
  properties?: Record<string, Node>;
  anyOf?: Node[];
  additionalProperties?: Node | false;
};

test('the shipped schema is the generated one (npm run schema)', () => {
  expect(shipped).toBe(`${JSON.stringify(manifestJsonSchema(), null, 2)}\n`);
});

describe('the schema and the validator know the same keys', () => {
  const schema = JSON.parse(shipped) as Node;

  test('of the manifest', () => {
    expect(unknownKeys([...keysOf(schema), 'other'], (keys) => keys.map((key) => `${key}: 1`).join('\n'))).toEqual([
      'other',
    ]);
  });

  test('of a part', () => {
    const keys = [...keysOf(record(schema.properties?.['parts']?.additionalProperties)), 'other'];
    expect(unknownKeys(keys, (all) => `parts: { io: { ${all.map((key) => `${key}: 1`).join(', ')} } }`)).toEqual([
      'other',
    ]);
  });

  test('of a prototype', () => {
    const keys = [...keysOf(record(record(schema.properties?.['prototypes']).additionalProperties)), 'other'];
    expect(unknownKeys(keys, (all) => `prototypes: { f: { ${all.map((key) => `${key}: 1`).join(', ')} } }`)).toEqual([
      'other',
    ]);
  });
});

test('every key has a description', () => {
  const lacking: string[] = [];
  const visit = (node: Node): void => {
    for (const [key, value] of Object.entries(node.properties ?? {})) {
      if (!value.description?.endsWith('.') && !value.description?.includes(': ')) lacking.push(key);
      visit(value);
    }
    for (const one of node.anyOf ?? []) visit(one);
    if (node.additionalProperties) visit(node.additionalProperties);
  };
  visit(JSON.parse(shipped) as Node);
  expect(lacking).toEqual([]);
});

function keysOf(node: Node): string[] {
  return Object.keys(node.properties ?? {});
}

/** The alternative of a schema that is a mapping. */
function record(node: Node | false | undefined): Node {
  const all = node ? [node, ...(node.anyOf ?? [])] : [];
  const found = all.find(({ properties, additionalProperties }) => properties ?? additionalProperties);
  if (found === undefined) throw new Error('the schema has no mapping here');
  return found;
}

function unknownKeys(keys: string[], write: (keys: string[]) => string): string[] {
  const { findings } = parseManifest({ path: 'x', text: write(keys) });
  return findings.flatMap(({ code, message }) =>
    code === 'manifest-unknown-key' ? [/'(.*?)'/.exec(message)?.[1] ?? message] : [],
  );
}

test('the shipped schema of audit files is the generated one (npm run schema)', () => {
  const audit = readFileSync('schema/audit.schema.json', 'utf8');
  expect(audit).toBe(`${JSON.stringify(auditJsonSchema(), null, 2)}\n`);
});
