import { describe, expect, test } from '@jest/globals';
import { formatCodeFrame } from '../../src/report/code-frame.ts';
import { placeOfFile } from '../../src/text/place.ts';
import { placeIn } from './sample-findings.ts';

function frame(text: string, marked: string, label?: string): string {
  return formatCodeFrame({ place: placeIn(text, marked), ...(label === undefined ? {} : { label }) });
}

/** What stands above the carets, column by column; for lines without wide characters. */
function underlined(rendered: string): string {
  const [, , line = '', carets = ''] = rendered.split('\n');
  return [...line].slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1).join('');
}

describe('formatCodeFrame', () => {
  test('underlines the marked bytes and puts the label beside them', () => {
    expect(frame('\n\nint *blk_bs(void);\n', 'blk_bs', 'declared here')).toBe(
      [' --> include/block.h:3:6', '  |', '3 | int *blk_bs(void);', '  |      ^^^^^^ declared here'].join('\n'),
    );
  });

  test('the gutter is as wide as the line number', () => {
    expect(frame(`${'\n'.repeat(99)}int a;`, 'a').split('\n')).toEqual([
      '   --> include/block.h:100:5',
      '    |',
      '100 | int a;',
      '    |     ^',
    ]);
  });

  test('a file as a whole has no source line', () => {
    expect(formatCodeFrame({ place: placeOfFile('a.h') })).toBe(' --> a.h');
    expect(formatCodeFrame({ place: placeOfFile('a.h'), label: 'no guard' })).toBe(' --> a.h: no guard');
  });

  test.each([
    ['tabs', '\tint\tfoo(void);', 'foo'],
    ['a marked tab', 'a\tb', '\t'],
    ['UTF-8 before the mark', '/* Größe – é */ int foo;', 'foo'],
    ['UTF-8 in the mark', 'int größe;', 'größe'],
    ['a combining mark', 'int x; /* e\u0301 */ int foo;', 'int foo'],
  ])('aligns after %s', (_, text, marked) => {
    const shown = underlined(frame(text, marked).normalize('NFC'));
    expect(shown).toBe(marked === '\t' ? ' '.repeat(7) : marked);
  });

  test('a wide character takes two columns', () => {
    expect(frame('/* 漢字 */ int a;', 'a;').split('\n').slice(2)).toEqual([
      '1 | /* 漢字 */ int a;',
      `  | ${' '.repeat(15)}^^`,
    ]);
  });

  test('a mark at the end of the line gets one caret behind it', () => {
    const place = { file: 'a.h', line: 1, column: 6, endColumn: 7, sourceLine: 'int a', sourceColumn: 1 };
    expect(formatCodeFrame({ place }).split('\n').at(-1)).toBe('  |      ^');
  });

  test.each([
    ['the start', `foo${' x'.repeat(300)}`],
    ['the middle', `${'x '.repeat(300)}foo${' x'.repeat(300)}`],
    ['the end', `${'x '.repeat(300)}foo`],
    ['the middle of umlauts', `${'äö '.repeat(300)}foo${' ü'.repeat(300)}`],
  ])('cuts a long line around a mark at %s', (_, text) => {
    const rendered = frame(text, 'foo');
    expect(underlined(rendered)).toBe('foo');
    expect(Math.max(...rendered.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(106);
    expect(rendered).toContain('…');
  });

  test('a mark longer than the window is underlined to its edge', () => {
    const rendered = frame('x'.repeat(500), 'x'.repeat(500));
    expect(underlined(rendered)).toBe('x'.repeat(100));
  });

  test('nothing in a line, label or path reaches the terminal as a control', () => {
    const place = placeIn('int\x0c \x1b[31mfoo\x7f; /* \u202e \u0085 \u200b */', 'foo', 'a\x1b]0;b\x07.h');
    const rendered = formatCodeFrame({ place, label: 'two\nlines\r' });
    expect(rendered.split('\n')).toEqual([
      ' --> a\\x1b]0;b\\x07.h:1:11',
      '  |',
      '1 | int\\x0c \\x1b[31mfoo\\x7f; /* \\u202e \\x85 \\u200b */',
      '  |                 ^^^ two\\x0alines\\x0d',
    ]);
  });
});
