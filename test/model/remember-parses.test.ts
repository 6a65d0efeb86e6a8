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
  expect(parse(source, options)).not.toBe(header);
  expect(parse({ ...source, path: 'b.h' }, options).source.path).toBe('b.h');
  expect(parse(source)).toEqual(parseHeader(source));
});
