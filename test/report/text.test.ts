import { describe, expect, test } from '@jest/globals';
import { type Code, codes } from '../../src/diagnostics/codes.ts';
import { diagnostic, withNext } from '../../src/diagnostics/diagnostic.ts';
import { formatCounts, formatFindings } from '../../src/report/text.ts';
import { placeOfFile } from '../../src/text/place.ts';
import { codeOf, placeIn } from './sample-findings.ts';

const error = codeOf('error');
const warning = codeOf('warning');
const note = codeOf('note');
const text = 'int a;\nint b;\nint c;\n';

describe('formatFindings', () => {
  test('no findings, no text', () => {
    expect(formatFindings([], false)).toBe('');
  });

  test('a finding shows message, code, every place and the next step', () => {
    const other = { place: placeIn('x: io\n', 'io', 'm.yaml'), label: 'assigned here' };
    const finding = withNext(diagnostic(error, 'b has two parts', placeIn(text, 'b'), other), 'Choose one.');
    expect(formatFindings([finding], false)).toBe(
      [
        `error: b has two parts [${error}]`,
        ' --> include/block.h:2:5',
        '  |',
        '2 | int b;',
        '  |     ^',
        ' --> m.yaml:1:4',
        '  |',
        '1 | x: io',
        '  |    ^^ assigned here',
        'next: Choose one.',
        '',
        '1 error',
        '',
      ].join('\n'),
    );
  });

  test('goes by file in order of appearance, then by line, not by severity', () => {
    const findings = [
      diagnostic(warning, 'third', placeIn(text, 'c')),
      diagnostic(error, 'fourth', placeOfFile('a.c')),
      diagnostic(error, 'second', placeIn(text, 'b')),
      diagnostic(warning, 'first', placeIn(text, 'a')),
    ];
    const heads = formatFindings(findings, false)
      .split('\n')
      .filter((line) => /^(error|warning):/.test(line));
    expect(heads.map((line) => line.split(' ')[1])).toEqual(['first', 'second', 'third', 'fourth']);
  });

  test('notes of one code share a block, one line each', () => {
    const findings = ['a', 'b', 'c'].map((name) => diagnostic(note, `about ${name}`, placeIn(text, name)));
    expect(formatFindings(findings, false)).toBe(
      [
        `note: ${codes[note].title} [${note}]`,
        '  include/block.h:1:5: about a',
        '  include/block.h:2:5: about b',
        '  include/block.h:3:5: about c',
        `next: ${codes[note].help}`,
        '',
        '3 notes',
        '',
      ].join('\n'),
    );
  });

  test('summed up, notes are a line for each code, and warnings keep their frames', () => {
    const [first, second] = Object.keys(codes).filter((code): code is Code => codes[code as Code].severity === 'note');
    if (first === undefined || second === undefined) throw new Error('two notes');
    const findings = [
      diagnostic(first, 'about b', placeIn(text, 'b')),
      diagnostic(first, 'about a', placeIn(text, 'a')),
      diagnostic(second, 'about m', placeOfFile('m.txt'), { place: placeIn(text, 'c') }),
      diagnostic(warning, 'about c', placeIn(text, 'c')),
    ];
    expect(formatFindings(findings, false, 'summed').split('\n')).toEqual([
      `warning: about c [${warning}]`,
      ' --> include/block.h:3:5',
      '  |',
      '3 | int c;',
      '  |     ^',
      `next: ${codes[warning].help}`,
      '',
      `note: ${codes[first].title} [${first}]: 2, the first at include/block.h:1:5`,
      `note: m.txt: about m [${second}]`,
      '1 warning, 3 notes; `--notes` shows them in full',
      '',
    ]);
    expect(formatFindings([diagnostic(warning, 'about c', placeIn(text, 'c'))], false, 'summed')).toMatch(
      /\n1 warning\n$/,
    );
  });

  test('summed up, of many warnings of one code the first has its frame', () => {
    const findings = ['a', 'b', 'c'].map((name) => diagnostic(warning, `about ${name}`, placeIn(text, name)));
    const told = formatFindings(findings, false, 'summed');
    expect(told.match(/-->/g)).toHaveLength(1);
    expect(told).toContain(
      `\n\nwarning: 2 more [${warning}], the next at include/block.h:2:5\n3 warnings; \`--notes\` shows them in full\n`,
    );
    expect(formatFindings(findings, false).match(/-->/g)).toHaveLength(3);
  });

  test('colour adds escapes and nothing else', () => {
    const findings = [diagnostic(error, 'one', placeIn(text, 'a')), diagnostic(note, 'two', placeIn(text, 'b'))];
    const coloured = formatFindings(findings, true);
    expect(coloured).toContain('\x1b[31m');
    expect(coloured.replaceAll(new RegExp(`${'\x1b'}\\[\\d+m`, 'g'), '')).toBe(formatFindings(findings, false));
  });

  test('a message cannot steer the terminal', () => {
    expect(formatFindings([diagnostic(error, 'bad \x1b[2J name', placeOfFile('a.h'))], false)).not.toContain('\x1b');
  });
});

test('formatCounts names each severity that occurs', () => {
  const one = placeOfFile('a.h');
  expect(formatCounts([diagnostic(warning, 'w', one), diagnostic(error, 'e', one), diagnostic(error, 'f', one)])).toBe(
    '2 errors, 1 warning',
  );
  expect(formatCounts([])).toBe('no findings');
});

test('hundreds of one code are counted after the first twenty, unless all are asked for', () => {
  const many = Array.from({ length: 300 }, (_, at) => diagnostic(error, `about ${at}`, placeOfFile(`${at}.h`)));
  const lines = formatFindings(many, false, 'summed').split('\n');
  expect(lines.filter((line) => line.includes('about '))).toHaveLength(20);
  expect(lines).toContain('  and 280 more; `--notes` lists them all');
  expect(
    formatFindings(many, false)
      .split('\n')
      .filter((line) => line.includes('about ')),
  ).toHaveLength(300);
});

test('many functions without a part are one finding with the commands that help, unless all are asked for', () => {
  const many = Array.from({ length: 30 }, (_, at) =>
    diagnostic('prototype-unassigned', `prototype 'f${at}' has no part`, placeOfFile('f.h'), {
      place: placeOfFile('f.yaml'),
      label: 'listed here, without a part',
    }),
  );
  const told = formatFindings(many, false, 'summed');
  expect(told.split('\n')).toHaveLength(6);
  expect(told).toContain("[prototype-unassigned]: 30, the first at f.h\n  'f0', 'f1', 'f2' and 27 more;");
  expect(told).toContain('`header-split assign f.yaml ');
  expect(formatFindings(many, false)).toContain("'f29'");
});

test('lines that are each to be dealt with are told one by one, when notes are summed up too', () => {
  const left = ['a', 'b', 'c'].map((name) =>
    diagnostic('consumer-line-left', `Makefile installs ${name}.h alone`, placeIn(text, name)),
  );
  const told = formatFindings(left, false, 'summed');
  for (const name of ['a', 'b', 'c']) expect(told).toContain(`Makefile installs ${name}.h alone`);
  expect(told).not.toContain('more [');
});
