import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { parseSeries } from '../../../src/manifest/series/parse-series.ts';
import { defaultSeries } from '../../../src/manifest/series/series-file.ts';
import type { Place } from '../../../src/text/place.ts';
import { bytesOfText } from '../../../src/text/source-text.ts';

/** Two lines, so that what a case adds begins at line 3. */
const HEAD = 'version: 1\nmanifests: [a.yaml]\n';

function findingsOf(yaml: string): readonly string[] {
  const { series, findings } = parseSeries({ path: 'series.yaml', text: bytesOfText(yaml) });
  expect(series === null).toBe(findings.length > 0);
  return findings.map(format);
}

function format({ code, message, places: [first, ...others] }: Diagnostic): string {
  const related = others.map(({ place, label }) => ` (${position(place)} ${label})`);
  return `${position(first.place)}-${first.place.endColumn} ${code}: ${message}${related.join('')}`;
}

function position({ line, column }: Place): string {
  return `${line}:${column}`;
}

test('what a series file leaves out has a default', () => {
  const { series, findings } = parseSeries({ path: 'series.yaml', text: HEAD });
  expect(findings).toEqual([]);
  expect(series).toMatchObject({ ...defaultSeries, manifests: [{ value: 'a.yaml' }] });
});

test('every key', () => {
  const yaml = `version: 1
manifests: [../a.yaml, /b.yaml]
cover:
  title: Split {{names}}
  body: |
    Why — because.
order: splits-first
assertions: part
functions: apart
subjects: { split: 's1', assertions: s2, functions: s3, consumers: s4 }
bodies: { split: b1 }
prerequisites:
  - { mail: 0001.patch }
  - { commit: HEAD~1, before: include/a.h }
consumers:
  - { file: meson.build, with: split, header: include/a.h }
  - { file: Makefile, patch: make.patch }
  - { file: x.mk, replace: { from: é, to: "" } }
cc_command: [scripts/get_maintainer.pl, --no-rolestats]
`;
  const { series, findings } = parseSeries({ path: 'series.yaml', text: bytesOfText(yaml) });
  expect(findings).toEqual([]);
  expect(series).toMatchObject({
    manifests: [{ value: '../a.yaml' }, { value: '/b.yaml' }],
    cover: { title: { text: 'Split {{names}}' }, body: { text: 'Why — because.\n' } },
    order: 'splits-first',
    assertions: 'part',
    functions: 'apart',
    subjects: {
      split: { text: 's1' },
      assertions: { text: 's2' },
      functions: { text: 's3' },
      consumers: { text: 's4' },
    },
    bodies: { split: { text: 'b1' }, assertions: null, functions: null, consumers: null },
    prerequisites: [
      { kind: 'mail', path: { value: '0001.patch' }, before: null },
      { kind: 'commit', revision: { value: 'HEAD~1' }, before: { value: 'include/a.h' } },
    ],
    consumers: [
      { file: { value: 'meson.build' }, with: 'split', header: { value: 'include/a.h' }, hunk: { kind: 'proposed' } },
      {
        file: { value: 'Makefile' },
        with: 'own',
        header: null,
        hunk: { kind: 'patch', path: { value: 'make.patch' } },
      },
      { file: { value: 'x.mk' }, with: 'own', hunk: { kind: 'replace', from: '\xc3\xa9', to: '' } },
    ],
    ccCommand: ['scripts/get_maintainer.pl', '--no-rolestats'],
  });
});

describe('findings', () => {
  test.each<readonly [name: string, yaml: string, expected: readonly string[]]>([
    ['an empty file', '', ['1:1-2 manifest-missing-key: the series file is empty']],
    ['a list', '- a\n', ['1:1-4 manifest-wrong-type: the series file must be a mapping, not a list of 1']],
    [
      'everything required is missing',
      'order: interleaved\n',
      [
        "1:1-2 manifest-missing-key: the series file lacks the key 'version'",
        "1:1-2 manifest-missing-key: the series file lacks the key 'manifests'",
      ],
    ],
    [
      'an unknown key',
      `${HEAD}manifest: a\ncovr: {}\n`,
      [
        "3:1-9 manifest-unknown-key: unknown key 'manifest'; did you mean 'manifests'?",
        "4:1-5 manifest-unknown-key: unknown key 'covr'; did you mean 'cover'?",
      ],
    ],
    [
      'an unknown key below',
      `${HEAD}cover: { tilte: x }\nsubjects: { splt: x }\n`,
      [
        "3:10-15 manifest-unknown-key: unknown key 'tilte' in cover; did you mean 'title'?",
        "4:13-17 manifest-unknown-key: unknown key 'splt' in subjects; did you mean 'split'?",
      ],
    ],
    [
      'a key that stands twice',
      `${HEAD}order: interleaved\norder: splits-first\n`,
      ["4:1-6 manifest-duplicate-key: the key 'order' is given twice (3:1 the first one)"],
    ],
    [
      'a word that is none',
      `${HEAD}order: inter\nassertions: file\n`,
      [
        "3:8-13 manifest-value: order must be interleaved or splits-first, not 'inter'",
        "4:13-17 manifest-value: assertions must be header or part, not 'file'",
      ],
    ],
    [
      'no manifest',
      'version: 1\nmanifests: []\n',
      ['2:12-14 manifest-value: manifests is empty; it needs at least one manifest'],
    ],
    [
      'a manifest twice',
      'version: 1\nmanifests: [a.yaml, b.yaml, a.yaml]\n',
      ["2:29-35 manifest-value: manifests names 'a.yaml' twice (2:13 the first one)"],
    ],
    [
      'a subject of two lines',
      `${HEAD}subjects: { split: "a\\nb", functions: " " }\n`,
      [
        '3:20-26 manifest-value: subjects.split must be one line',
        '3:39-42 manifest-value: subjects.functions is empty',
      ],
    ],
    [
      'a prerequisite that is neither, and one that is both',
      `${HEAD}prerequisites: [{ before: a.h }, { mail: a, commit: b }]\n`,
      [
        "3:17-32 manifest-value: prerequisites[0] must have 'mail' or 'commit', and has neither",
        "3:34-56 manifest-value: prerequisites[1] must have 'mail' or 'commit', and has both",
      ],
    ],
    [
      'a commit that is an option',
      `${HEAD}prerequisites: [{ commit: --all }, { commit: a b }]\n`,
      [
        "3:27-32 manifest-value: prerequisites[0].commit must not begin with '-'",
        '3:46-49 manifest-value: prerequisites[1].commit must be one word',
      ],
    ],
    [
      'a header that leaves the root',
      `${HEAD}prerequisites: [{ commit: a, before: ../a.h }]\n`,
      ["3:38-44 path-leaves-root: prerequisites[0].before leads out of the root of the tree by '..'"],
    ],
    [
      'a consumer with two changes, and one with none to look for',
      `${HEAD}consumers:\n  - { file: a, patch: p, replace: { from: x, to: y } }\n  - { file: b, replace: { from: "", to: y } }\n`,
      [
        "4:5-55 manifest-value: consumers[0] must have 'patch' or 'replace', and has both",
        '5:33-35 manifest-value: consumers[1].replace.from is empty',
      ],
    ],
    [
      'a consumer without file',
      `${HEAD}consumers: [{ with: split }]\n`,
      ["3:13-14 manifest-missing-key: consumers[0] lacks the key 'file'"],
    ],
    [
      'a command as text',
      `${HEAD}cc_command: scripts/get_maintainer.pl --git\n`,
      ['3:13-44 manifest-wrong-type: cc_command must be a list, not text'],
    ],
    [
      'an alias',
      `${HEAD}cover: &a { title: x }\nbodies: *a\n`,
      ["4:9-11 manifest-alias: the alias '*a' is not allowed"],
    ],
    [
      'a syntax error, which hides that a key is missing',
      'ordr: 1\nmanifests: [a.yaml]\ncover: {\n',
      [
        "1:1-5 manifest-unknown-key: unknown key 'ordr'; did you mean 'order'?",
        '4:1-2 manifest-syntax: Flow map in block collection must be sufficiently indented and end with a }',
      ],
    ],
    ['bytes that are no text', 'version: 1\0', ['1:11-12 manifest-not-text: a NUL byte: this is not a text file']],
  ])('%s', (_name, yaml, expected) => {
    expect(findingsOf(yaml)).toEqual(expected);
  });
});
