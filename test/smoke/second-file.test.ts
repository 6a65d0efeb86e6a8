import { expect, test } from '@jest/globals';
import Parser from 'tree-sitter';
import C from 'tree-sitter-c';

test('tree-sitter still parses in a second test file of the same process', () => {
  const parser = new Parser();
  parser.setLanguage(C as unknown as Parser.Language);
  expect(parser.parse('struct Disk { int heads; };\n').rootNode.firstNamedChild?.type).toBe('struct_specifier');
});
