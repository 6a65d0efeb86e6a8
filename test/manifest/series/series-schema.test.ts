import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { seriesJsonSchema } from '../../../src/manifest/series/json-schema.ts';
import { parseSeries } from '../../../src/manifest/series/parse-series.ts';

type Node = { description?: string; properties?: Record<string, Node>; anyOf?: Node[]; items?: Node };

test('the shipped schema is the generated one (npm run schema)', () => {
  const shipped = readFileSync('schema/series.schema.json', 'utf8');
  expect(shipped).toBe(`${JSON.stringify(seriesJsonSchema(), null, 2)}\n`);
});

test('the schema and the validator know the same keys', () => {
  const keys = Object.keys(schema().properties ?? {});
  expect(keys).toHaveLength(14);
  const yaml = [...keys, 'other'].map((key) => `${key}: 1`).join('\n');
  const { findings } = parseSeries({ path: 'series.yaml', text: yaml });
  const unknown = findings.filter(({ code }) => code === 'manifest-unknown-key').map(({ message }) => message);
  expect(unknown).toEqual([expect.stringContaining("unknown key 'other'")]);
});

test('every key has a description', () => {
  const lacking: string[] = [];
  const visit = (node: Node): void => {
    for (const [key, value] of Object.entries(node.properties ?? {})) {
      if (!value.description?.endsWith('.')) lacking.push(key);
      visit(value);
    }
    for (const one of node.anyOf ?? []) visit(one);
    if (node.items) visit(node.items);
  };
  visit(schema());
  expect(lacking).toEqual([]);
});

function schema(): Node {
  return seriesJsonSchema() as Node;
}
