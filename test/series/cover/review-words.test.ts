import { expect, test } from '@jest/globals';
import { diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { defaultSeries } from '../../../src/manifest/series/series-file.ts';
import { reviewSection } from '../../../src/series/cover/cover-review.ts';
import { placedText, strayText } from '../../../src/series/cover/review-words.ts';
import { headerFacts } from '../../../src/series/header-facts.ts';
import { planSeries } from '../../../src/series/plan-series.ts';
import { statementWords } from '../../../src/series/statement-words.ts';
import { placeOfFile } from '../../../src/text/place.ts';
import { demoManifest, demoTree } from '../demo-project.ts';

async function demoHeader() {
  const manifest = demoManifest();
  const { headers } = await planSeries({ tree: demoTree(), manifests: [manifest], series: defaultSeries });
  const [first] = headers;
  if (first === undefined) throw new Error('no header');
  return headerFacts(first, [manifest]);
}

test('what a rule placed is told by file, without parts and wrapper', async () => {
  const header = await demoHeader();
  expect(placedText("this goes to part 'graph': it uses 'x_cmp'", header)).toBe(
    "now in volume-graph.h: it uses 'x_cmp'",
  );
  expect(placedText("this goes to 'io': a.h includes it, and 'graph' needs it", header)).toBe(
    'now in volume-io.h: a.h includes it, and volume-graph.h needs it',
  );
  expect(placedText("include/a-io.h includes include/a-graph.h: 'io' uses 'x_cmp' of 'graph'", header)).toBe(
    "a-io.h includes a-graph.h for 'x_cmp'",
  );
  expect(placedText("this goes to part 'io': 'X_ARG' is used before this, in part 'io'", header)).toBe(
    "now in volume-io.h: 'X_ARG' is used before this, in volume-io.h",
  );
  expect(placedText('this goes to the wrapper: it comes last', header)).toBe('stays in volume.h: it comes last');
});

test.each([
  ['the comment "A" goes to a.h and speaks of \'f\' of b.h', '"A", now in a.h, describes \'f\', now in b.h'],
  [
    "the comment \"A\" goes to a.h and says 'below' of 'f' of b.h",
    "\"A\", now in a.h, says 'below' of 'f', now in b.h",
  ],
  ['the comment "A" goes to a.h and says \'this file\'', '"A", now in a.h, says \'this file\''],
])('a comment on what is elsewhere: %s', (message, said) => {
  expect(strayText(message)).toBe(said);
});

test('a file is named once in an item', async () => {
  const finding = diagnostic('guard-tested', 'b.h names A_H, the guard of a.h', placeOfFile('b.h'));
  expect(
    reviewSection({ findings: [finding], patches: [], words: statementWords([], null) }, [await demoHeader()]).lines,
  ).toContain('- b.h: names A_H, the guard of a.h');
});

test('uses of a parameter above its check are told, lines in order', async () => {
  const findings = [9, 4].map((line) =>
    diagnostic(
      'parameter-before-assertion',
      "f() uses its parameter 'p' in a declaration, before the assertion that names it",
      { ...placeOfFile('a.c'), line },
    ),
  );
  const { lines } = reviewSection({ findings, patches: [], words: statementWords([], null) }, [await demoHeader()]);
  expect(lines).toContain("- a.c, lines 4 and 9: f(): 'p'");
});

test('lines of a changed file that were left are told with what they do', async () => {
  const findings = [9, 4].map((line) =>
    diagnostic('consumer-line-left', 'lib/Makefile installs include/volume.h alone', {
      ...placeOfFile('lib/Makefile'),
      line,
    }),
  );
  const { lines } = reviewSection({ findings, patches: [], words: statementWords([], null) }, [await demoHeader()]);
  expect(lines).toContain('- lib/Makefile, lines 4 and 9: installs volume.h alone');
});
