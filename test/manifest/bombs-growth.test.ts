import { describe, expect, test } from '@jest/globals';
import { parseManifest } from '../../src/manifest/parse-manifest.ts';
import { findingsOf } from './check-manifest.ts';

describe('bombs', () => {
  test.each([
    ['brackets', '['.repeat(1e6)],
    ['dashes', '- '.repeat(1e6)],
    ['braces', '{a: '.repeat(1e5)],
    ['indentation', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('%s too deep', (_name, yaml) => {
    const findings = findingsOf(yaml);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain('manifest-too-deep: more than 40 levels of nesting');
  });

  test('a billion laughs', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}, *a${i}]`);
    const findings = findingsOf(`a0: &a0 x\n${lines.join('\n')}\n`);
    expect(findings.filter((line) => line.includes('manifest-alias')).length).toBeGreaterThan(50);
  });

  test('too large', () => {
    expect(findingsOf(`#${'x'.repeat(5e6)}`)).toEqual([
      '0:0-0 manifest-too-large: the manifest has 5000001 bytes; at most 4194304 are read',
    ]);
  });

  test('a syntax error in every line', () => {
    expect(findingsOf('}]"\'{[\n'.repeat(50_000)).length).toBe(101);
  });

  test('too many tokens', () => {
    expect(findingsOf('\t:\n'.repeat(1e6))).toEqual([
      expect.stringContaining('manifest-too-large: more than 500000 YAML tokens up to here'),
    ]);
  });

  test('more findings than anyone reads', () => {
    const text = `version: 1\nheader: x.h\nparts: { io: {} }\n${'zzzzzzzzzz: 1\n'.repeat(1000)}`;
    const { findings } = parseManifest({ path: 'x', text });
    expect(findings).toHaveLength(101);
    expect(findings[100]?.code).toBe('manifest-findings-cut');
    expect(findings[100]?.message).toBe('1899 more findings are not shown; this is the place of the next');
  });
});
