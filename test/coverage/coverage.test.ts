import { describe, expect, test } from '@jest/globals';
import { coverAssertions, coverageLookup } from '../../src/coverage/cover-assertions.ts';
import { coverageBuilder } from '../../src/coverage/coverage-data.ts';
import { standingAssertions } from '../../src/coverage/find-assertions.ts';
import { parseCoverage } from '../../src/coverage/parse-coverage.ts';
import { manifestOf } from '../series/demo-project.ts';

function parsed(text: string) {
  const builder = coverageBuilder();
  return { isRead: parseCoverage(text, '/b', builder), data: builder.data };
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
    expect(data.get('/t/a.c')).toEqual({ lines: new Map([[3, 2]]), functions: new Map([['f', 1]]) });
  });

  test('of lcov', () => {
    const { data } = parsed('TN:\nSF:/t/a.c\nFN:2,f\nFNDA:4,f\nDA:3,4\r\nDA:5,0\nend_of_record\nSF:b.c\nDA:1,1\n');
    expect(data.get('/t/a.c')).toEqual({
      lines: new Map([
        [3, 4],
        [5, 0],
      ]),
      functions: new Map([['f', 4]]),
    });
    expect(data.get('/b/b.c')?.lines).toEqual(new Map([[1, 1]]));
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
        [3, 5],
        [4, 5],
        [5, 0],
        [6, 5],
      ]),
      functions: new Map([['f', 5]]),
    });
  });

  test.each(['', 'hello', '{}', '{"files": 1}', '[1]', '{'])('%j is none', (text) => {
    expect(parsed(text).isRead).toBe(false);
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
  const all = [
    of('ran'),
    of('never', 'src/a.c', 7),
    of('entered', 'src/a.c', 9),
    of('unentered', 'src/a.c', 9),
    of('unknown', 'src/a.c', 9),
    of('elsewhere', 'b.c'),
  ];
  const covered = coverAssertions(all, coverageLookup(builder.data, '/new'), (name) => name.length);
  expect(covered.map(({ name, execution, calls }) => [name, execution, calls])).toEqual([
    ['elsewhere', 'unmeasured', 9],
    ['unentered', 'never', 9],
    ['entered', 'ran', 7],
    ['unknown', 'unmeasured', 7],
    ['never', 'never', 5],
    ['ran', 'ran', 3],
  ]);
  const doubled = coverAssertions(
    [of('entered', 'src/a.c', 9), of('entered', 'src/a.c', 6)],
    coverageLookup(builder.data, '/new'),
    () => 0,
  );
  expect(doubled.map(({ first, execution }) => [first, execution])).toEqual([
    [9, 'unmeasured'],
    [6, 'ran'],
  ]);
});
