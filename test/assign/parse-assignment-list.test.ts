import { describe, expect, test } from '@jest/globals';
import { parseAssignmentList } from '../../src/assign/parse-assignment-list.ts';
import { bytesOfText } from '../../src/text/source-text.ts';

/** Assignments as `pattern=part`, findings as `line:column message`. */
function read(text: string): { readonly assigned: readonly string[]; readonly found: readonly string[] } {
  const { assignments, findings } = parseAssignmentList({ path: 'parts', text: bytesOfText(text) });
  return {
    assigned: assignments.map(({ pattern, part }) => `${pattern}=${part}`),
    found: findings.map(({ message, places: [{ place }] }) => `${place.line}:${place.column} ${message}`),
  };
}

describe('what is assigned', () => {
  test.each<[string, string, readonly string[]]>([
    ['lines', 'a=io\nb=graph\n', ['a=io', 'b=graph']],
    ['blanks, comments, no final newline', '# mine\n\n  a = io  # why\n\t\nb=graph', ['a=io', 'b=graph']],
    ['CRLF and a byte order mark', '\ufeffa=io\r\nb=graph\r\n', ['a=io', 'b=graph']],
    ['globs and regular expressions', 'rdb*=io\n/^a=?b: c/=graph\n', ['rdb*=io', '/^a=?b: c/=graph']],
    ['YAML', '# mine\na: io\n"b*": graph # why\n', ['a=io', 'b*=graph']],
    ['YAML in one line', '{ a: io, größe: graph }', ['a=io', 'größe=graph']],
    ['JSON', '{\n  "a": "io",\n  "y": "graph"\n}\n', ['a=io', 'y=graph']],
    ['words that YAML takes for others', 'on: io\nnull: io\n"1": no\n', ['on=io', 'null=io', '1=no']],
  ])('%s', (_, text, assigned) => {
    expect(read(text)).toEqual({ assigned, found: [] });
  });
});

describe('what is refused, with its place', () => {
  test.each<[string, string, readonly string[]]>([
    ['a line without a part', 'a=io\nb=\n', ["2:1 'b=' has no part after the '='"]],
    ['a line without =', 'a=io\n  b io\n', ["2:3 'b io' lacks '=' and a part"]],
    ['a line without a name', 'a=io\n=io\n', ["2:1 '=io' has no pattern before the '='"]],
    [
      'a bad pattern',
      'a=io\n/(/=io\n',
      [
        "2:1 '/(/' cannot be read, or contains more than characters, classes, groups, `|`, `*`, `+`, `?`, `^`, `$`, `\\d`, `\\s` and `\\w`",
      ],
    ],
    ['an entry without a part', 'a: io\nb:\n', ["2:1 'b' has no part"]],
    ['an entry with more', 'a: { part: io, assert: no }\n', ["1:16 'assert' is neither 'part' nor 'why'"]],
    ['an alias', 'a: &x io\nb: *x\n', ["2:4 the alias '*x' is not allowed"]],
    ['a list', '- a\n', ['0:0 this is neither lines `PATTERN=PART` nor a mapping from patterns to parts']],
    ['nothing', '# nothing\n', ['0:0 nothing is assigned']],
    ['a manifest', 'version: 1\nheader: a.h\nparts: {}\n', ['0:0 this is a manifest, not a list of assignments']],
    ['broken YAML', '{ a: io\n', ['2:1 Flow map must end with a }']],
    ['binary', 'a=\0', ['1:3 a NUL byte: this is not a text file']],
  ])('%s', (_, text, found) => {
    expect(read(text).found).toEqual(found);
  });
});

test('bytes that are no UTF-8 are refused', () => {
  const { findings } = parseAssignmentList({ path: 'parts', text: 'gr\xf6=io\n' });
  expect(findings.map(({ code }) => code)).toEqual(['manifest-not-text']);
});

test('what is malformed has a code of its own', () => {
  const { findings } = parseAssignmentList({ path: 'parts', text: 'a\n' });
  expect(findings.map(({ code }) => code)).toEqual(['assignment-malformed']);
});

test('an entry of a mapping may have a reason, in one line, and nothing else', () => {
  const read = (text: string) => parseAssignmentList({ path: 'parts', text });
  expect(read('a: { part: io, why: "x\\n y" }\n').assignments).toMatchObject([
    { pattern: 'a', part: 'io', why: 'x y' },
  ]);
  expect(
    read('a: { part: io, why: null }\nb: { part: io, why: " " }\nc: io\n').assignments.map(({ why }) => why),
  ).toEqual(['', '', null]);
  expect(read('a: { part: io, why: [x] }\n').findings[0]?.message).toBe("'why' of 'a' is no text");
  expect(read('a: { part: io, assert: false }\n').findings[0]?.message).toBe("'assert' is neither 'part' nor 'why'");
  expect(read('a: { why: x }\n').findings[0]?.message).toBe("'a' has no part");
});
