import { describe, expect, test } from '@jest/globals';
import { blameFigures } from '../../../src/io/series/blame-figures.ts';
import { movedLines, type TracedLine } from '../../../src/io/series/mails/moved-lines.ts';
import { slimHistories } from '../../../src/io/series/slim-history.ts';
import { benchOutput } from '../../../src/io/series/workbench.ts';
import { built, inRepository, made, onSite } from './series-fixture.ts';

const long = (name: string): string => `int ${name}_with_a_name_that_is_long_enough_for_git(void);\n`;
const short = 'int tiny(void);\n';

test('lines that blame traces behind the split, and those too short for it', async () => {
  const header = `/* licence */\n\n${long('first')}${short}\n${long('second')}${long('third')}`;
  const io = `#ifndef IO_H\n#define IO_H\n\n${long('second')}${long('third')}\n#endif\n`;
  const graph = `#ifndef GRAPH_H\n\n${short}\n/* new */\n#endif\n`;
  await inRepository({ 'sub/ä[1].h': header }, async (top) => {
    await onSite(`${top}/sub`, async (site) => {
      const commits = built(site, [
        made('before', { 'x.h': [null, '1\n'] }),
        made('split', { 'ä[1].h': [header, '#include "io.h"\n'], 'io.h': [null, io], 'graph.h': [null, graph] }),
        made('assert', { 'io.h': [io, `${io}int later(void);\n`] }),
      ]);
      const at = { id: commits[1]?.id ?? '', header: 'ä[1].h', files: ['io.h', 'graph.h', 'none.h'], licence: null };
      expect(await blameFigures(site.bench, commits[2]?.id ?? '', [at])).toEqual([
        { path: 'io.h', moved: 3, traced: 3, short: 0 },
        { path: 'graph.h', moved: 2, traced: 0, short: 2 },
      ]);
    });
  });
});

test('a slim history has the files of its group, and the commits that change one of them', async () => {
  await inRepository({ 'a.h': 'a\n', 'b.h': 'b\n', 'c.h': 'c\n' }, async (top) => {
    await onSite(top, ({ bench, start }) => {
      const commits = built({ bench, start }, [
        made('a', { 'a.h': ['a\n', 'A\n'] }),
        made('b', { 'b.h': ['b\n', null], 'ö.h': [null, 'ö\n'] }),
        made('c', { 'c.h': ['c\n', 'C\n'] }),
      ]).map(({ id }) => id);
      const names = (commit: string): string => benchOutput(bench, 'list', ['ls-tree', '-z', '--name-only', commit]);
      const [a, b] = slimHistories(bench, start.commit, commits[2] ?? '', [
        { files: ['a.h'], standing: [] },
        { files: ['b.h', 'ö.h'], standing: ['c.h', 'none.h'] },
      ]);
      expect([...(a?.commits.keys() ?? [])]).toEqual(commits.slice(0, 1));
      expect(names(a?.commits.get(commits[0] ?? '') ?? '')).toBe('a.h\0');
      expect([...(b?.commits.keys() ?? [])]).toEqual(commits.slice(1, 2));
      expect(names(b?.parent ?? '')).toBe('b.h\0c.h\0');
      expect(names(b?.commits.get(commits[1] ?? '') ?? '')).toBe('c.h\0\xc3\xb6.h\0');
    });
  });
});

describe('lines that were moved', () => {
  const header = 'a1\n\n/*\n * bbbbbbbbbbbbbbbbbbbbbbbbbb\n */\nccccccccccccccccccccccc\nd\n\ne\n';
  const figures = (...lines: readonly string[]): unknown =>
    movedLines(
      header,
      lines.map((line): TracedLine => {
        const traced = line.startsWith('^') ? 'header' : line.startsWith('!') ? 'elsewhere' : 'no';
        return { text: line.replace(/^[!^]/, ''), traced };
      }),
    );

  test('blank lines and frames of comments follow the line above', () => {
    expect(figures('new', '', '/*', ' */')).toEqual({ moved: 0, traced: 0, short: 0 });
    expect(figures('d', '', 'new', '')).toEqual({ moved: 2, traced: 0, short: 2 });
  });

  test('what blame finds in another file counts when it stood in the header as well', () => {
    expect(figures('!d', '!', '!licence', '^e')).toEqual({ moved: 2, traced: 2, short: 0 });
  });

  test('the licence, of which each file has a copy, did not move', () => {
    const licensed = `/*\n * MIT\n */\n\n/* a */\nint a;\n`;
    const copy = ['/*', ' * MIT', ' */', ''].map((text): TracedLine => ({ text, traced: 'header' }));
    const moved = ['/* a */', 'int a;'].map((text): TracedLine => ({ text, traced: 'header' }));
    expect(movedLines(licensed, [...copy, { text: '#ifndef A_H', traced: 'no' }, ...moved])).toEqual({
      moved: 2,
      traced: 2,
      short: 0,
    });
    expect(movedLines('int a;\n', moved.slice(1))).toEqual({ moved: 1, traced: 1, short: 0 });
  });

  test('a run is as long as it stands in the header', () => {
    const b = ' * bbbbbbbbbbbbbbbbbbbbbbbbbb';
    const c = 'ccccccccccccccccccccccc';
    expect(figures(b, ' */', c)).toEqual({ moved: 3, traced: 0, short: 0 });
    expect(figures(b, c)).toEqual({ moved: 2, traced: 0, short: 2 });
    expect(figures(b, '^ */', c)).toEqual({ moved: 3, traced: 1, short: 2 });
  });
});
