import { expect, test } from '@jest/globals';
import { parseHeader } from '../../src/model/lower-header.ts';
import { rememberParses } from '../../src/model/remember-parses.ts';

const source = { path: 'a.h', text: 'int f(void) MARK;\n' };
const options = { annotations: ['MARK'], brackets: [] };

test('the same file and options give the same header', () => {
  const parse = rememberParses();
  const header = parse(source, options);
  expect(header).toEqual(parseHeader(source, options));
  expect(parse({ ...source }, { ...options })).toBe(header);
});

test('another text, another path or other options are parsed', () => {
  const parse = rememberParses();
  const header = parse(source, options);
  expect(parse({ ...source, text: 'int g(void);\n' }, options)).not.toBe(header);
  expect(parse(source, options)).toEqual(header);
  expect(parse({ ...source, path: 'b.h' }, options).source.path).toBe('b.h');
  expect(parse(source)).toEqual(parseHeader(source));
});

test('what was parsed last is not parsed again, by whomever it is asked', () => {
  const header = parseHeader(source, options);
  expect(parseHeader({ ...source }, { ...options })).toBe(header);
  const differing = ['A', 'B', 'C', 'D'].map((mark) => parseHeader(source, { annotations: [mark], brackets: [] }));
  expect(new Set([header, ...differing]).size).toBe(5);
  expect(parseHeader(source, options)).not.toBe(header);
  expect(parseHeader({ ...source, path: 'b.h' }, options).source.path).toBe('b.h');
});
