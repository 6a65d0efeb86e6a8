import { describe, expect, test } from '@jest/globals';
import { codes } from '../../src/diagnostics/codes.ts';
import { diagnostic, withNext } from '../../src/diagnostics/diagnostic.ts';
import { sarifLog } from '../../src/report/sarif.ts';
import { placeOfFile } from '../../src/text/place.ts';
import { codeOf, placeIn } from './sample-findings.ts';

type Message = { readonly text: string };
type Location = {
  readonly id?: number;
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region?: { readonly startLine: number; readonly startColumn: number; readonly endColumn: number };
  };
  readonly message?: Message;
};
type Result = {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: Message;
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
};
type Rule = { readonly id: string; readonly shortDescription: Message; readonly help: Message };
type Log = {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly Rule[] };
    };
    readonly columnKind: string;
    readonly results: readonly Result[];
  }[];
};

const findings = [
  withNext(
    diagnostic(codeOf('error'), 'b goes nowhere', placeIn('int ä, 𝒳, b;', 'b'), {
      place: placeIn('blk: io\n', 'io', 'my manifests/ä#1.yaml'),
      label: 'assigned here',
    }),
    'Assign it.',
  ),
  diagnostic(codeOf('warning'), 'two definitions', placeOfFile('block/a.c')),
  diagnostic(codeOf('note'), 'copied', placeIn('/* x */', '/*', '../elsewhere/m.yaml')),
];

function logOf(...args: Parameters<typeof sarifLog>): Log {
  return JSON.parse(sarifLog(...args));
}

/** What the 2.1.0 schema and text demand of the objects that this tool writes. */
function expectConformance(log: Log): void {
  expect(log.version).toBe('2.1.0');
  expect(log.$schema).toMatch(/^https:.*sarif.*2\.1\.0.*\.json$/);
  expect(log.runs).toHaveLength(1);
  for (const run of log.runs) {
    expect(['utf16CodeUnits', 'unicodeCodePoints']).toContain(run.columnKind);
    expect(run.tool.driver.name).not.toBe('');
    const ids = run.tool.driver.rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of run.tool.driver.rules) {
      expect(rule.shortDescription.text).not.toBe('');
      expect(rule.help.text).not.toBe('');
    }
    for (const result of run.results) {
      expect(['none', 'note', 'warning', 'error']).toContain(result.level);
      expect(ids[result.ruleIndex]).toBe(result.ruleId);
      expect(result.message.text).not.toBe('');
      expect(result.locations).toHaveLength(1);
      const related = result.relatedLocations ?? [];
      expect(new Set(related.map((location) => location.id)).size).toBe(related.length);
      for (const location of [...result.locations, ...related]) expectLocation(location);
    }
  }
}

function expectLocation({ physicalLocation: { artifactLocation, region } }: Location): void {
  expect(artifactLocation.uri).toMatch(/^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-F]{2})+$/);
  if (artifactLocation.uriBaseId !== undefined)
    expect(artifactLocation.uri).not.toMatch(/^\/|^[a-z]+:|(^|\/)\.\.(\/|$)/);
  if (region === undefined) return;
  expect(region.startLine).toBeGreaterThanOrEqual(1);
  expect(region.startColumn).toBeGreaterThanOrEqual(1);
  expect(region.endColumn).toBeGreaterThan(region.startColumn);
}

describe('sarifLog', () => {
  test('conforms, with and without findings', () => {
    expectConformance(logOf(findings, '1.2.3'));
    expectConformance(logOf([], '1.2.3'));
  });

  test('has a rule for every code', () => {
    const driver = logOf([], '1.2.3').runs[0]?.tool.driver;
    expect(driver?.version).toBe('1.2.3');
    expect(driver?.rules.map((rule) => rule.id)).toEqual(Object.keys(codes));
  });

  test('levels are the severities', () => {
    expect(logOf(findings, '1').runs[0]?.results.map((result) => result.level)).toEqual(['error', 'warning', 'note']);
  });

  test('byte columns become UTF-16 columns, labels messages, and paths URIs', () => {
    const [first, second, third] = logOf(findings, '1').runs[0]?.results ?? [];
    expect(first?.message.text).toBe('b goes nowhere\nAssign it.');
    expect(first?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'include/block.h', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 12, endColumn: 13 },
    });
    expect(first?.relatedLocations?.[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: 'my%20manifests/%C3%A4%231.yaml' } },
      message: { text: 'assigned here' },
    });
    expect(second?.locations[0]?.physicalLocation.region).toBeUndefined();
    expect(third?.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri: '../elsewhere/m.yaml' });
  });
});
