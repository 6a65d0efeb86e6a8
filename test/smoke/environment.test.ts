import { expect, test } from '@jest/globals';
import Parser from 'tree-sitter';
import C from 'tree-sitter-c';
import { applyEdits } from '../../src/text/text-edit.ts';

test('a source file is imported as TypeScript', () => {
  expect(applyEdits('int a;', [{ span: { start: 4, end: 5 }, insert: 'b' }])).toBe('int b;');
});

test('tree-sitter parses C', () => {
  const parser = new Parser();
  parser.setLanguage(C as unknown as Parser.Language);
  expect(parser.parse('int blk_new(void);\n').rootNode.hasError).toBe(false);
});
