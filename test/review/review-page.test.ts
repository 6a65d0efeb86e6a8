import { beforeAll, describe, expect, test } from '@jest/globals';
import { drawPicture } from '../../src/review/draw-picture.ts';
import { firstLinesIn } from '../../src/review/first-lines.ts';
import { packRows, unpackRows } from '../../src/review/packed-rows.ts';
import { pictureOf } from '../../src/review/picture.ts';
import { graphOf } from '../../src/review/picture-layout.ts';
import type { ReviewData } from '../../src/review/review-data.ts';
import { reviewPage } from '../../src/review/review-page.ts';
import { runsOf } from '../../src/review/split-lines.ts';
import { reviewed } from './reviewed-tree.ts';

const header = `#ifndef D_H
#define D_H
/* Opens it. </script><img src=x onerror=alert(1)> */
int d_open(void);
/* \u202e esrever */
int d_read(int n);
void d_close(void);
void d_cb(void);
struct ops { void (*done)(void); };
#endif
`;
const source = `#include "d.h"
static struct ops o = { .done = d_cb };
static int helper(void) { return d_read(1); }
int d_open(void)
{
    assert_main();
    return helper();
}
int d_read(int n) { d_close(); return n; }
void d_close(void) { assert_main(); }
void d_cb(void) { }
`;
const yaml = `version: 1
header: d.h
parts:
  common: {}
  graph: { assert: "assert_main();", may_call: [io] }
  io: { may_call: [] }
prototypes:
  d_open: { part: graph, why: "it <b>waits</b>" }
  d_read: io
  d_close: graph
  d_cb:
`;

describe('what a page shows of a tree', () => {
  let data: ReviewData;
  let texts: Awaited<ReturnType<typeof reviewed>>['texts'];
  beforeAll(async () => {
    ({ data, texts } = await reviewed({ 'd.h': header, 'd.c': source, 'x.c': 'int x;\n' }, yaml));
  });

  test('each function has its place, its neighbours, its roles and its findings', () => {
    const [open, read, close, callback] = data.functions;
    expect(open).toMatchObject({ name: 'd_open', part: 'graph', why: 'it <b>waits</b>', line: 4 });
    expect(data.files).toEqual(['d.c']);
    expect(open?.defined).toEqual([[0, 4]]);
    expect(read?.callers.shown.map(([node]) => data.others[node - 4]?.name)).toEqual(['helper']);
    expect(data.others[0]).toMatchObject({ name: 'helper', from: [0], part: null });
    expect(callback?.roles.map(([text]) => text)).toEqual(['is ops.done']);
    expect(data.findings.map(({ ends }) => ends)).toEqual([[1, 2]]);
    expect([read?.findings, close?.findings]).toEqual([[0], [0]]);
    expect(close?.evidence.map(({ text, signs }) => [text, signs])).toEqual([['called by d_read (io)', [0, -1, 1]]]);
  });

  test('the data in a page is shorter, and the same when it is read', () => {
    const odd = [
      data,
      [{ a: 1 }, { a: [{ '#': 2 }] }],
      [{ a: 1 }, { b: 1 }],
      [[], null, 'x'],
      [{}, {}],
      { __proto__x: [] },
    ];
    expect(unpackRows(JSON.parse(JSON.stringify(packRows(odd))))).toEqual(odd);
    expect(JSON.stringify(packRows(data)).length).toBeLessThan(JSON.stringify(data).length * 0.9);
  });

  test('nothing of the tree is markup or script, and what is invisible is shown', () => {
    const page = reviewPage(data, texts, null, { script: '', style: '' });
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<b>waits');
    expect(page).toContain('/* ‹U+202E› esrever */\nint d_read(int n);');
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<details id="f\d"/g)).toHaveLength(4);
  });

  test('a caller without part tells where the code comes from that calls it', async () => {
    const bodies = `#include "d.h"
static void deep(void) { d_close(); }
static void middle(void) { deep(); }
static void on_event(void) { middle(); }
int main(void) { middle(); d_open(); return 0; }
struct ops o = { .done = on_event };
int d_open(void) { return 0; }
int d_read(int n) { return n; }
void d_close(void) { }
void d_cb(void) { }
`;
    const { data: other } = await reviewed({ 'd.h': header, 'd.c': bodies }, yaml);
    const origins = other.others.map(({ name, origins: own }) => [name, own]);
    expect(origins).toContainEqual(['deep', ['on_event, is ops.done', 'main']]);
    expect(origins).toContainEqual(['main', []]);
    expect(other.diffstat).toContain('d-graph.h');
    expect(other.diffstat).toMatch(/ d\.c +\|/);
  });

  test('the files that the header becomes say where their lines come from', () => {
    const [split] = data.split;
    expect(split?.provisional).toBe(1);
    const graph = split?.files.find(({ path }) => path === 'd-graph.h');
    expect(graph?.runs).toContainEqual([3, 2]);
    expect(graph?.runs[0]).toContain('#ifndef D_GRAPH_H');
  });

  test('the picture has the calls across parts, those that are forbidden first', () => {
    const picture = pictureOf(data);
    expect([...picture.boxes]).toEqual([['d.c', [1, 2]]]);
    expect(picture.edges).toEqual([{ from: 1, to: 2, isForbidden: true, isWay: false }]);
    expect(pictureOf(data, 1)).toMatchObject({ nodes: 0, left: 2, leftCalls: 1 });
    expect(graphOf(picture, (node) => data.functions[node]?.name ?? '')).toContain('n1->n2;');
    const layout = {
      bb: '0,0,200,100',
      objects: [
        { name: 'cluster_0', bb: '4,4,190,90' },
        { name: 'n1', pos: '30,50' },
        { name: 'n2', pos: '150,50' },
      ],
    };
    const drawn = drawPicture(picture, layout, data).html;
    expect(drawn).toContain('<path class="e bad" data-f="1" data-t="2" d="M56 50C89 50 89 50 122 50"/>');
    expect(drawn).toContain('class="n p2" data-n="1"');
  });
});

test('a call of a name that several files define is one call', async () => {
  const files = {
    'd.h': '#ifndef D_H\n#define D_H\nint d_open(void);\n#endif\n',
    'd.c': '#include "d.h"\nint note(int);\nint d_open(void) { return note(1) + note(2); }\n',
    'linux.c': 'int note(int n) { return n; }\n',
    'other.c': 'int note(int n) { return -n; }\n',
  };
  const { data } = await reviewed(files, 'version: 1\nheader: d.h\nparts: { common: {}, io: {} }\n');
  const [{ callees } = { callees: { all: 0, shown: [] } }] = data.functions;
  expect(callees.shown.map(([node]) => data.others[node - 1]?.name)).toEqual(['note']);
  expect(callees.all).toBe(1);
});

test('runs of lines: a second section is found again, and a lone ` *` comes from nowhere', () => {
  const from = '/*\n *\n */\nint first(void);\n\nint second(void);\nint third(void);\nint fourth(void);\n';
  const to = '/*\n *\n * New words.\n */\nint second(void);\nint third(void);\nint first(void);\n';
  expect(runsOf(from, to)).toEqual(['/*\n *\n * New words.\n */\n', [6, 2], 'int first(void);\n']);
  const more = `int third(void);\nint fourth(void);\n\n/* b */\n\nint first(void);\n\nint second(void);\n`;
  expect(runsOf(from, more)).toEqual([[7, 2], '\n/* b */\n\n', [4, 3]]);
});

test('a definition is shown from its first line to its end', () => {
  const text = 'int x;\n\nstatic int\nf(void)\n{\n    return 1;\n}\nint y;\n';
  const tree = { read: () => text };
  expect(firstLinesIn(tree)('a.c', 4)).toBe('static int\nf(void)\n{\n    return 1;\n}');
});
