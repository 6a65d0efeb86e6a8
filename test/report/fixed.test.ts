import { expect, test } from '@jest/globals';
import { diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatFixed, formatRemainder } from '../../src/report/fixed.ts';
import { placeOfFile } from '../../src/text/place.ts';
import { placeIn } from './sample-findings.ts';

const fixed = diagnostic('prototype-misplaced', "'b' stands in io.h", placeIn('int b;', 'b', 'io.h'));

test('a line for each finding that is mended', () => {
  expect(formatFixed([])).toBe('');
  expect(formatFixed([fixed])).toBe("fixed: io.h:1:5: 'b' stands in io.h [prototype-misplaced]\n");
});

test('what is left is counted by who mends it, notes are not', () => {
  const left = (['prototype-unlisted', 'sibling-forbidden', 'manifest-value', 'comment-copied'] as const).map((code) =>
    diagnostic(code, 'so it is', placeOfFile('a.h')),
  );
  expect(formatRemainder([fixed], 1, left)).toBe(
    '1 fixed in 1 file, 3 left: 1 for `header-split sync`, 2 for you to decide\n',
  );
  expect(formatRemainder([], 0, [fixed])).toBe('0 fixed, 1 left: 1 for you to decide\n');
  expect(formatRemainder([fixed], 2, [])).toBe('1 fixed in 2 files, 0 left\n');
});
