import { expect, test } from '@jest/globals';
import { planAssertions } from '../../src/edits/assertion-changes.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { memoryTree } from '../../src/text/tree.ts';
import { soundManifest } from '../manifest/check-manifest.ts';

const YAML = `version: 1
header: a.h
parts:
  common: {}
  graph: { assert: GRAPH_CODE();, assert_include: qemu/main-loop.h }
  io: {}
prototypes: { f: graph, g: graph, h: io }
`;

async function plan(files: Record<string, string>, extra = '') {
  const manifest = soundManifest(YAML + extra);
  const wanted = [...manifest.prototypes].flatMap(([name, entry]) => {
    const part = manifest.parts.find((one) => one.name === entry.part);
    return part
      ? [{ name, part, assert: entry.assert, declaredAt: { source: manifest.source, span: entry.span } }]
      : [];
  });
  const planned = await planAssertions({ tree: memoryTree(files), manifest, wanted });
  return {
    after: Object.fromEntries(planned.changes.map(({ path, before, edits }) => [path, applyEdits(before, edits)])),
    findings: planned.findings.map(({ code, message }) => `${code}: ${message}`),
    definitions: planned.definitions.map(({ name, file, line, action }) => `${file}:${line} ${name} ${action}`),
  };
}

const INCLUDED = '#include "qemu/main-loop.h"\n';

test('asserts, includes after the last include, a conditional one too, says what has no definition', async () => {
  const { after, findings, definitions } = await plan({
    'a.c':
      '#include "x.h"\n#include <a.h>\n#ifdef X\n#include "y.h"\n#endif\n\nint f(void)\n{\n    int a = h(), b = k();\n    return a;\n}\n',
  });
  expect(after).toEqual({
    'a.c': `#include "x.h"\n#include <a.h>\n#ifdef X\n#include "y.h"\n#endif\n${INCLUDED}\nint f(void)\n{\n    int a = h(), b = k();\n    GRAPH_CODE();\n    return a;\n}\n`,
  });
  expect(definitions).toEqual(['a.c:7 f insert']);
  expect(findings).toEqual([
    'definition-missing: no definition found, so no assertion: g()',
    'initialiser-before-assertion: f() calls h() in an initialiser, before its assertion',
    'include-added: a.c now includes qemu/main-loop.h, for its assertions',
  ]);
});

test('several definitions are listed by default, asserted where globs name them', async () => {
  const files = {
    'a.c': `${INCLUDED}int f(void) { return 1; }\n`,
    'stubs/a.c': 'int f(void) { return 0; }\n',
    'b.c': 'static int f(void) { return 2; }\n',
  };
  const byDefault = await plan(files);
  expect(byDefault.after).toEqual({});
  expect(byDefault.findings[0]).toBe('several-definitions: f() is defined in several files; none is asserted');
  const named = await plan(files, 'definitions: ["**/*.c", "!stubs/**"]\n');
  expect(named.after).toEqual({ 'a.c': `${INCLUDED}int f(void) { GRAPH_CODE(); return 1; }\n` });
});

test('what another part asserts stays in a tree that is not split, and is told of', async () => {
  const { after, findings } = await plan({ 'a.c': 'int h(void)\n{\n    GRAPH_CODE();\n    return 1;\n}\n' });
  expect(after).toEqual({});
  expect(findings).toContain("assertion-foreign: h() of part 'io' has the assertion of part 'graph'");
});

test("a file's own functions, static or not", async () => {
  const files = { 'a.c': `${INCLUDED}static void mine(void) { }\n` };
  const { after } = await plan(files, 'functions: { a.c: { mine: graph } }\n');
  expect(after).toEqual({ 'a.c': `${INCLUDED}static void mine(void) { GRAPH_CODE(); }\n` });
  const { findings } = await plan(files, 'functions: { a.c: { mien: graph }, b.c: { x: graph } }\n');
  expect(findings.slice(0, 2)).toEqual([
    'function-not-defined: a.c does not define mien()',
    'function-not-defined: b.c, said to define x(), does not exist',
  ]);
});

test('a body that cannot be told apart is skipped with the reason', async () => {
  const { after, findings } = await plan({
    'a.c': '#ifdef X\nint f(int a)\n{\n#else\nint f(long a)\n{\n#endif\n    return a;\n}\n',
  });
  expect(after).toEqual({});
  expect(findings[0]).toBe(
    'definition-unreadable: f() is not asserted: its opening brace is inside an #if that begins in its head',
  );
});

test.each([
  [
    '/* licence */\n\nint f(void);\nint f(void) { return 1; }\n',
    `/* licence */\n\n${INCLUDED}\nint f(void);\nint f(void) { GRAPH_CODE(); return 1; }\n`,
  ],
  ['/* f */\nint f(void) { return 1; }\n', `${INCLUDED}\n/* f */\nint f(void) { GRAPH_CODE(); return 1; }\n`],
  [
    '#include <qemu/osdep.h>\r\n\r\nint f(void) { return 1; }\r\n',
    '#include <qemu/osdep.h>\r\n#include <qemu/main-loop.h>\r\n\r\nint f(void) { GRAPH_CODE(); return 1; }\r\n',
  ],
])('the include in %j', async (before, expected) => {
  expect((await plan({ 'a.c': before })).after['a.c']).toBe(expected);
});
