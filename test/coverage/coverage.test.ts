import { describe, expect, test } from '@jest/globals';
import { coverAssertions } from '../../src/coverage/cover-assertions.ts';
import { coverageBuilder } from '../../src/coverage/coverage-data.ts';
import { standingAssertions } from '../../src/coverage/find-assertions.ts';
import { fitReports, fitterOf } from '../../src/coverage/fit-reports.ts';
import { parseCoverage } from '../../src/coverage/parse-coverage.ts';
import { manifestOf } from '../series/demo-project.ts';

function parsed(text: string) {
  const builder = coverageBuilder();
  return { problem: parseCoverage(text, '/b', builder), data: builder.data };
}

describe('reports', () => {
  test('of gcov: instances of an inline function are added, paths are of where the compiler ran', () => {
    const file = {
      file: '../a.c',
      lines: [
        { line_number: 3, count: 0 },
        { line_number: 3, count: 2 },
      ],
      functions: [{ name: 'f', execution_count: 1 }],
    };
    const { data } = parsed(JSON.stringify({ current_working_directory: '/t/build', files: [file] }));
    expect(data.get('/t/a.c')).toEqual({ lines: new Map([[3, 2]]), spans: [], functions: new Map([['f', 1]]) });
  });

  test('of lcov', () => {
    const { data } = parsed('TN:\nSF:/t/a.c\nFN:2,f\nFNDA:4,f\nDA:3,4\r\nDA:5,0\nend_of_record\nSF:b.c\nDA:1,1\n');
    expect(data.get('/t/a.c')).toEqual({
      lines: new Map([
        [3, 4],
        [5, 0],
      ]),
      spans: [],
      functions: new Map([['f', 4]]),
    });
    expect(data.get('/b/b.c')?.lines).toEqual(new Map([[1, 1]]));
  });

  test.each([
    'DA:x,1',
    'DA:3,x',
    'DA:3',
    'DA:,1',
    'DA:0x3,1',
    'DA:1e99,1',
    'DA:-1,1',
    'DA:1.5,1',
    'DA:3,NaN',
    'FNDA:f,1',
  ])('lcov with %s is refused, and what lcov writes is not', (row) => {
    const { problem } = parsed(`SF:/t/a.c\nDA:3,1.2e+10\r\nDA:4,-1\nDA:5,1,abc==\n${row}\nend_of_record\n`);
    expect(problem).toMatch(/its line 5, `|has no line from 1/);
    expect(parsed('SF:/t/a.c\nDA:3,1.2e+10\r\nDA:4,-1\nDA:5,1,abc==\nFNDA:1,f,g\n').problem).toBeNull();
  });

  test('of llvm-cov export: a segment counts until the next', () => {
    const segments = [
      [2, 10, 5, true, true, false],
      [4, 3, 0, true, true, false],
      [5, 2, 5, true, false, false],
      [6, 2, 0, false, false, false],
    ];
    const functions = [{ name: 'a.c:f', count: 5, filenames: ['/t/a.c'] }];
    const { data } = parsed(
      JSON.stringify({
        type: 'llvm.coverage.json.export',
        data: [{ files: [{ filename: '/t/a.c', segments }], functions }],
      }),
    );
    expect(data.get('/t/a.c')).toEqual({
      lines: new Map([
        [2, 5],
        [4, 5],
        [5, 0],
        [6, 5],
      ]),
      spans: [{ first: 3, last: 3, count: 5 }],
      functions: new Map([['f', 5]]),
    });
  });

  test('of llvm-cov export: a span of millions of lines is one entry, and answers for each', () => {
    const segments = [
      [2, 1, 5, true, true, false],
      [9_000_000, 1, 0, false, false, false],
    ];
    const { problem, data } = parsed(JSON.stringify({ data: [{ files: [{ filename: '/t/a.c', segments }] }] }));
    expect([problem, data.get('/t/a.c')?.lines.size]).toEqual([null, 2]);
    const one = { name: 'f', file: 'a.c', part: 'graph', header: 'a.h', line: 1, first: 70, last: 71 };
    const covered = coverAssertions([one], fitReports(data, '/t', fitterOf('/t', ['a.c'])).coverageOf, () => 0);
    expect(covered.map(({ execution }) => execution)).toEqual(['ran']);
  });

  test.each([-1e300, -1, 1.5, 1e12, 30_000_000, null, '3', [3], {}])('a line %j is refused', (line) => {
    const llvm = [
      [1, 1, 5, true, true, false],
      [line, 1, 0, true, true, false],
    ];
    for (const segments of [llvm, llvm.toReversed()]) {
      expect(parsed(JSON.stringify({ data: [{ files: [{ filename: 'a.c', segments }] }] })).problem).toContain('a.c');
    }
    const lines = [{ line_number: line, count: 1 }];
    expect(parsed(JSON.stringify({ files: [{ file: 'a.c', lines }] })).problem).toContain('a.c');
  });

  const junk = { toString: 3, valueOf: 3 };
  test.each([
    { files: [junk] },
    { files: [null] },
    { files: [{ file: junk }] },
    { files: [{ file: 'a.c', lines: junk }] },
    { files: [{ file: 'a.c', lines: [[junk]] }] },
    { files: [{ file: 'a.c', lines: [{ line_number: 1, count: junk }] }] },
    { files: [{ file: 'a.c', functions: [{ name: junk, execution_count: 1 }] }] },
    { files: [{ file: 'a.c', functions: [{ name: 'f', execution_count: '1' }] }] },
    { data: [junk, null] },
    { data: [{ files: junk }] },
    { data: [{ files: [{ filename: 'a.c', segments: [junk] }] }] },
    { data: [{ files: [{ filename: 'a.c', segments: [[1, 1, junk, true, true]] }] }] },
    { data: [{ files: [{ filename: 'a.c', segments: [[1, 1, 1, junk, junk]] }] }] },
    { data: [{ functions: [{ name: 'f', count: junk, filenames: ['a.c'] }] }] },
    { data: [{ functions: [{ name: junk, count: 1, filenames: [junk] }] }] },
  ])('%j is refused', (report) => {
    expect(parsed(JSON.stringify(report)).problem).toEqual(expect.any(String));
  });

  test.each(['', 'hello', '{}', '{"files": 1}', '[1]', '{'])('%j is none', (text) => {
    expect(parsed(text).problem).toContain('it is neither of');
  });
});

const manifest = manifestOf(
  'header: a.h\nparts:\n  common: {}\n  graph: { assert: "assert( held ( ) );" }\nprototypes: { f: graph }\n'.replace(
    /^/,
    'version: 1\n',
  ),
);
const text = 'int g(void);\nint f(int a)\n{\n    int b;\n\n    assert(held(\n        ));\n    return a;\n}\n';
const definition = { name: 'f', file: 'src/a.c', line: 2, part: 'graph', action: 'present' } as const;

test('an assertion is found by its words, and others are not counted', () => {
  expect(
    standingAssertions(
      manifest,
      [definition, { ...definition, action: 'insert' }, { ...definition, part: 'common' }],
      () => text,
    ),
  ).toEqual([{ name: 'f', file: 'src/a.c', part: 'graph', header: 'a.h', line: 2, first: 6, last: 7 }]);
});

test('whether one ran: by its lines, else by its function; the most called come first', () => {
  const of = (name: string, file = 'src/a.c', first = 6) => ({
    name,
    file,
    part: 'graph',
    header: 'a.h',
    line: 1,
    first,
    last: first,
  });
  const builder = coverageBuilder();
  for (const [line, count] of [
    [6, 1],
    [7, 0],
  ] as const)
    builder.addLine('/old/src/a.c', line, count);
  builder.addFunction('/old/src/a.c', 'entered', 3);
  builder.addFunction('/old/src/a.c', 'unentered', 0);
  const { coverageOf } = fitReports(builder.data, '/new', fitterOf('/new', ['src/a.c', 'b.c']));
  const all = [
    of('ran'),
    of('never', 'src/a.c', 7),
    of('entered', 'src/a.c', 9),
    of('unentered', 'src/a.c', 9),
    of('unknown', 'src/a.c', 9),
    of('elsewhere', 'b.c'),
  ];
  const covered = coverAssertions(all, coverageOf, (name) => name.length);
  expect(covered.map(({ name, execution, calls }) => [name, execution, calls])).toEqual([
    ['elsewhere', 'unmeasured', 9],
    ['unentered', 'never', 9],
    ['entered', 'ran', 7],
    ['unknown', 'unmeasured', 7],
    ['never', 'never', 5],
    ['ran', 'ran', 3],
  ]);
  const doubled = coverAssertions([of('entered', 'src/a.c', 9), of('entered', 'src/a.c', 6)], coverageOf, () => 0);
  expect(doubled.map(({ first, execution }) => [first, execution])).toEqual([
    [9, 'unmeasured'],
    [6, 'ran'],
  ]);
});

test('paths of reports are those of the tree, else the only ones that end with a file of it', () => {
  const builder = coverageBuilder();
  const paths = ['/new/own.c', '/old/own.c', '/x/two.c', '/y/two.c', '/old/lib/one.c', '/new/sub/kept.c', '/gone.c'];
  for (const path of paths) builder.addLine(path, 1, 1);
  const fitter = fitterOf('/new', ['own.c', 'two.c', 'one.c', 'lib/one.c', 'kept.c', 'sub/kept.c']);
  const fit = fitReports(builder.data, '/new', fitter);
  const files = ['own.c', 'two.c', 'one.c', 'lib/one.c', 'kept.c', 'sub/kept.c', 'none.c'];
  expect(files.filter((file) => fit.coverageOf(file) !== null)).toEqual(['own.c', 'lib/one.c', 'sub/kept.c']);
  expect(fit.doubts(files)).toEqual([
    { kind: 'paths', file: 'two.c', reported: ['/x/two.c', '/y/two.c'] },
    { kind: 'files', file: 'lib/one.c', others: ['one.c'], reported: '/old/lib/one.c' },
  ]);
  expect(fit.doubts(['own.c', 'kept.c'])).toEqual([]);
  expect(fitter('/gone.c')).toEqual([]);
});
