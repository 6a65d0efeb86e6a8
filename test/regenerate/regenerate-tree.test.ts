import { describe, expect, test } from '@jest/globals';
import { helpOf } from '../../src/diagnostics/diagnostic.ts';
import { contentAfter } from '../../src/diff/file-change.ts';
import type { Manifest } from '../../src/manifest/manifest.ts';
import { parseManifest } from '../../src/manifest/parse-manifest.ts';
import { regenerateTree } from '../../src/regenerate/regenerate-tree.ts';
import { splitTree } from '../../src/split/split-tree.ts';
import { memoryTree } from '../../src/text/tree.ts';

type Files = Readonly<Record<string, string>>;

function manifestOf(parts: string, prototypes: string): Manifest {
  const text = `version: 1\nheader: dev.h\nparts: {${parts}}\nprototypes: {${prototypes}}\n`;
  const { manifest, findings } = parseManifest({ path: 'dev.yaml', text });
  if (!manifest) throw new Error(JSON.stringify(findings));
  return manifest;
}

function after(files: Files, result: Awaited<ReturnType<typeof splitTree>>): Files {
  const changed = new Map([...result.headers, ...result.assertions].map((one) => [one.path, contentAfter(one)]));
  const all = new Set([...Object.keys(files), ...changed.keys()]);
  return Object.fromEntries(
    [...all].flatMap((path) => {
      const text = changed.has(path) ? changed.get(path) : files[path];
      return typeof text === 'string' ? [[path, text]] : [];
    }),
  );
}

async function split(files: Files, manifest: Manifest): Promise<Files> {
  return after(files, await splitTree(memoryTree(files), manifest));
}

async function regenerate(files: Files, was: Manifest, now: Manifest, before: Files = {}) {
  const earlier = [{ read: (path: string) => before[path] ?? null }];
  const result = await regenerateTree({ tree: memoryTree(files), was, now, origin: null, earlier, scope: 'edited' });
  return {
    files: after(files, result),
    codes: result.findings.map(({ code }) => code),
    helps: result.findings.map(helpOf),
  };
}

const header = (body: string): string => `#ifndef DEV_H\n#define DEV_H\n\n${body}\n#endif\n`;

describe('without the whole header', () => {
  test("the shared part keeps the header's include, be it one that assertions need elsewhere", async () => {
    const parts = 'common: {}, graph: {assert: assert_main();, assert_include: support.h}';
    const [was, now] = [manifestOf(parts, 'f: common'), manifestOf(parts, 'f: graph')];
    const files = { 'dev.h': header('#include "support.h"\n\nint f(void);\n'), 'support.h': '' };
    const moved = await regenerate(await split(files, was), was, now);
    expect(moved.files['dev-common.h']).toContain('#include "support.h"');
    expect(moved.files['dev-graph.h']).toContain('int f(void);');
  });

  test('a function that lacks the parameter of its new assertion stops the run', async () => {
    const parts = 'common: {}, graph: {assert: check(dev);}';
    const [was, now] = [manifestOf(parts, 'f: graph, g: common'), manifestOf(parts, 'f: graph, g: graph')];
    const files = {
      'dev.h': header('int f(void *dev);\nint g(void);\n'),
      'dev.c': '#include "dev.h"\n\nint f(void *dev)\n{\n    return 1;\n}\n\nint g(void)\n{\n    return 2;\n}\n',
    };
    const made = await split(files, was);
    expect(made['dev.c']).toContain('    check(dev);\n    return 1;');
    const moved = await regenerate(made, was, now);
    expect(moved.codes).toContain('parameter-unknown');
    expect(moved.files).toEqual(made);
  });

  test('one declaration of two functions stops the run where one entry alone is edited', async () => {
    const parts = 'graph: {}, io: {}';
    const was = manifestOf(parts, 'f: graph, g: io, h: io, k: io');
    const made = await split({ 'dev.h': header('int f(void);\nint g(void), h(void);\nint k(void);\n') }, was);
    for (const edited of ['f: graph, g: graph, h: io, k: io', 'f: graph, g: io, h: graph, k: io']) {
      const moved = await regenerate(made, was, manifestOf(parts, edited));
      expect(moved.codes).toEqual(['names-disagree']);
      expect(moved.files).toEqual(made);
    }
    const both = await regenerate(made, was, manifestOf(parts, 'f: graph, g: graph, h: graph, k: io'));
    expect(both.files['dev-graph.h']).toContain('int g(void), h(void);');
  });

  test('a variable that stands with another goes where the manifest names one of them', async () => {
    const parts = 'graph: {}, io: {}';
    const declaring = (declarations: string): Manifest => {
      const base = manifestOf(parts, 'f: graph, g: io');
      const text = `${base.source.text}declarations: {${declarations}}\n`;
      const { manifest } = parseManifest({ path: 'dev.yaml', text });
      if (!manifest) throw new Error('the manifest of the test');
      return manifest;
    };
    const was = declaring('x: io, y: io');
    const made = await split({ 'dev.h': header('int f(void);\nint g(void);\nextern int x, y;\n') }, was);
    expect((await regenerate(made, was, declaring('x: graph, y: io'))).codes).toEqual(['names-disagree']);
    expect((await regenerate(made, was, declaring('x: io'))).files).toEqual(made);
  });

  test('an inline function that lacks it stops the run', async () => {
    const parts = 'common: {}, graph: {assert: check(dev);}';
    const [was, now] = [manifestOf(parts, 'f: graph, g: common'), manifestOf(parts, 'f: graph, g: graph')];
    const files = { 'dev.h': header('int f(void *dev);\nstatic inline int g(void) { return 2; }\n') };
    const made = await split(files, was);
    const moved = await regenerate(made, was, now);
    expect(moved.codes).toContain('parameter-unknown');
    expect(moved.files).toEqual(made);
  });

  test('a file that holds no more than an include of a person stays, and stays included', async () => {
    const parts = 'common: {}, io: {}';
    const [was, now] = [manifestOf(parts, 'f: io, g: common'), manifestOf(parts, 'f: common, g: common')];
    const made = await split({ 'dev.h': header('int f(void);\nint g(void);\n'), 'own.h': '' }, was);
    const edited = { ...made, 'dev-io.h': made['dev-io.h']?.replace('\nint f', '\n#include "own.h"\n\nint f') ?? '' };
    const moved = await regenerate(edited, was, now);
    const again = await regenerate(moved.files, now, manifestOf(parts, 'f: common, g: common'));
    expect(again.files).toEqual(moved.files);
    expect(again.files['dev-io.h']).toContain('#include "own.h"');
    expect(again.files['dev.h']).toContain('#include "dev-io.h"');
  });

  test('a banner goes with its part in whatever style of comment the file is', async () => {
    const parts = 'common: {}, graph: {banner: The graph API.}';
    const [was, now] = [manifestOf(parts, 'f: graph, g: common'), manifestOf(parts, 'f: common, g: common')];
    const made = await split({ 'dev.h': header('// One.\nint f(void);\n\n// Two.\nint g(void);\n') }, was);
    expect(made['dev-graph.h']).toContain('// The graph API.');
    const edited = { ...made, 'dev-graph.h': made['dev-graph.h']?.replace('// One.', '/* One. */\n// One.') ?? '' };
    const moved = await regenerate(edited, was, now);
    expect(moved.codes).toEqual(['joined-from-parts']);
    expect(Object.keys(moved.files)).not.toContain('dev-graph.h');
    expect(moved.files['dev-common.h']).toContain('/* One. */\n// One.\nint f(void);');
  });

  test('a comment that heads a bracket comes along when the file goes', async () => {
    const parts = 'common: {}, graph: {}';
    const [was, now] = [manifestOf(parts, 'f: graph, g: common'), manifestOf(parts, 'f: common, g: common')];
    const linkage = (body: string): string =>
      `#ifdef __cplusplus\nextern "C" {\n#endif\n${body}#ifdef __cplusplus\n}\n#endif\n`;
    const made = await split({ 'dev.h': header(linkage('int f(void);\nint g(void);\n')) }, was);
    const edited = { ...made, 'dev-graph.h': made['dev-graph.h']?.replace('#ifdef', '/* Mine. */\n\n#ifdef') ?? '' };
    const moved = await regenerate(edited, was, now);
    expect(moved.files['dev-common.h']).toContain('/* Mine. */');
    expect(Object.keys(moved.files)).not.toContain('dev-graph.h');
  });

  describe('what is not as the manifest before the edit said', () => {
    const parts = 'common: {}, graph: {assert: assert_main();, assert_include: lock.h}, io: {}';
    const was = manifestOf(parts, 'f: graph, g: graph, h: io');
    const now = manifestOf(parts, 'f: graph, g: io, h: io');
    const body = (name: string): string => `int ${name}(void)\n{\n    return 1;\n}\n`;
    const files = {
      'dev.h': header('int f(void);\nint g(void);\nint h(void);\n'),
      'dev.c': `#include "dev.h"\n\n${body('f')}\n${body('g')}\n${body('h')}`,
      'lock.h': '',
    };

    test('a function that the manifest does not list stays, with a note', async () => {
      const made = await split(files, was);
      const added = { ...made, 'dev-io.h': made['dev-io.h']?.replace('int h', 'int more(void);\nint h') ?? '' };
      const moved = await regenerate(added, was, now);
      expect(moved.codes).toContain('stands-unlisted');
      expect(moved.files['dev-io.h']).toContain('int more(void);');
    });

    test('a function in the file of another part stays there, with a warning', async () => {
      const made = await split(files, was);
      const swapped = {
        ...made,
        'dev-io.h': made['dev-io.h']?.replace('int h(void);\n', '') ?? '',
        'dev-graph.h': made['dev-graph.h']?.replace('int g', 'int h(void);\nint g') ?? '',
      };
      const moved = await regenerate(swapped, was, now);
      expect(moved.codes).toContain('stands-elsewhere');
      expect(moved.helps.join()).toContain('`header-split regenerate --was REV:PATH` with the commit before it');
      expect(moved.files['dev-graph.h']).toContain('int h(void);');
    });

    test('an assertion that was lacking already is not inserted, with a note', async () => {
      const made = await split(files, was);
      const taken = { ...made, 'dev.c': made['dev.c']?.replace('    assert_main();\n', '') ?? '' };
      const moved = await regenerate(taken, was, now);
      expect(moved.codes).toContain('assertion-older');
      expect(moved.files['dev.c']).not.toContain('assert_main');
    });

    test('an include that only assertions needed goes, or stays where it stood before them', async () => {
      const none = manifestOf(parts, 'f: io, g: io, h: io');
      const made = await split(files, was);
      const gone = await regenerate(made, was, none, { 'dev.c': files['dev.c'] });
      expect(gone.codes).toContain('include-removed');
      expect(gone.files['dev.c']).not.toContain('lock.h');
      const moved = await regenerate(made, was, none);
      expect(moved.codes).toContain('include-stays');
      expect(moved.files['dev.c']).toContain('lock.h');
    });

    test('an edit that takes the whole header stops the run', async () => {
      const made = await split(files, was);
      const licensed = await regenerate(made, was, { ...now, reinclude: 'once' });
      expect(licensed.codes).toEqual(['whole-header-wanted']);
      expect(licensed.files).toEqual(made);
    });
  });

  test('a part file that went with its last function is not missed', async () => {
    const parts = 'common: {}, graph: {}';
    const was = manifestOf(parts, 'f: graph, g: common');
    const made = await split({ 'dev.h': header('int f(void);\nint g(void);\n') }, was);
    const { 'dev-graph.h': _, ...rest } = made;
    const gone = { ...rest, 'dev.h': rest['dev.h']?.replace('#include "dev-graph.h"\n', '') ?? '' };
    expect((await regenerate(gone, was, manifestOf(parts, 'f: graph, g: common'))).codes).toEqual(['stands-nowhere']);
    expect((await regenerate(rest, was, manifestOf(parts, 'f: graph, g: common'))).codes).toContain(
      'part-file-missing',
    );
  });

  test('what moves back comes to its old place, and a file gets its new name with all that is in it', async () => {
    const body = header('int a(void);\n\nint b(void);\nint c(void);\n\nint d(void);\n');
    const [was, moved] = [
      manifestOf('common: {}, io: {}', 'a: io, b: io, c: io, d: common'),
      manifestOf('common: {}, io: {}', 'a: io, b: common, c: io, d: common'),
    ];
    const first = await split({ 'dev.h': body }, was);
    const second = (await regenerate(first, was, moved)).files;
    expect((await regenerate(second, moved, was, first)).files).toEqual(first);
    const renamed = manifestOf(
      'common: {}, io: {file: dev-any.h, guard: DEV_ANY}',
      'a: io, b: common, c: io, d: common',
    );
    const third = (await regenerate(second, moved, renamed, first)).files;
    expect(third['dev-any.h']).toBe(second['dev-io.h']?.replaceAll('DEV_IO_H', 'DEV_ANY'));
    expect(third['dev.h']).toBe(second['dev.h']?.replace('dev-io.h', 'dev-any.h'));
    expect(Object.keys(third)).not.toContain('dev-io.h');
  });

  test('a comment of the function goes along when the manifest says that it is its own', async () => {
    const [was, now] = [
      manifestOf('common: {}, io: {}', 'f: common, g: common'),
      manifestOf('common: {}, io: {}', 'f: { part: io, comment: own }, g: common'),
    ];
    const made = await split({ 'dev.h': header('/* Commit. */\nint f(void);\nint g(void);\n') }, was);
    const moved = await regenerate(made, was, now);
    expect(moved.files['dev-io.h']).toContain('/* Commit. */\nint f(void);');
    expect(moved.files['dev-common.h']).not.toContain('Commit');
  });

  test('a banner that was reworded heads its section all the same', async () => {
    const parts = 'common: {}, io: {banner: "These functions are thread-safe, they need no lock."}';
    const [was, now] = [manifestOf(parts, 'f: common, g: io'), manifestOf(parts, 'f: io, g: io')];
    const made = await split({ 'dev.h': header('int f(void);\nint g(void);\n') }, was);
    const edited = { ...made, 'dev-io.h': made['dev-io.h']?.replace('no lock', 'no lock, see the manual') ?? '' };
    const moved = await regenerate(edited, was, now);
    expect(moved.files['dev-io.h']).toContain('see the manual. */\n\nint f(void);\n\nint g(void);');
  });
});

describe('what was added to a part file by hand, and is no function', () => {
  const whole = { 'dev.h': header('#define OLD 1\n\nint f(void);\nint g(void);\n') };
  const declaring = (declarations: string): Manifest => {
    const base = manifestOf('common: {}, graph: {}, io: {}', 'f: graph, g: io').source.text;
    const { manifest } = parseManifest({ path: 'dev.yaml', text: `${base}declarations: {${declarations}}\n` });
    if (!manifest) throw new Error('the manifest of the test');
    return manifest;
  };
  const add = async (line: string): Promise<Files> => {
    const made = await split(whole, declaring(''));
    return { ...made, 'dev-io.h': made['dev-io.h']?.replace('int g', () => `${line}\n\nint g`) ?? '' };
  };
  const edit = async (files: Files, was: Manifest, now: Manifest) => {
    const origin = {
      revision: 'split~',
      isNamed: false,
      header: whole['dev.h'],
      read: (path: string) => (path === 'dev.h' ? whole['dev.h'] : null),
    };
    const result = await regenerateTree({ tree: memoryTree(files), was, now, origin, scope: 'edited' });
    return { files: after(files, result), codes: result.findings.map(({ code }) => code) };
  };

  test.each([
    '#define NEW 1',
    '#define NEW(x) \\\n    ((x) + 1)',
    'struct NEW {\n    int x;\n};',
    'enum NEW { NEW_A, NEW_B };',
    'typedef int NEW;',
    'extern int NEW;',
    '/* Mine. */\nunion NEW {\n    int x;\n};',
  ])('%s moves to the part that the edit says, be it listed before or not', async (line) => {
    const files = await add(line);
    for (const was of ['NEW: io', '']) {
      const moved = await edit(files, declaring(was), declaring('NEW: graph'));
      expect(moved.codes.filter((code) => code !== 'joined-from-parts')).toEqual([]);
      expect(moved.files['dev-graph.h']).toContain(line);
      expect(moved.files['dev-io.h']).not.toContain('NEW');
      expect(moved.files['dev-io.h']).toContain('int g(void);');
    }
  });

  test('moves beside what the whole header has', async () => {
    const moved = await edit(await add('#define NEW 1'), declaring('NEW: io'), declaring('NEW: graph, OLD: graph'));
    for (const name of ['NEW', 'OLD']) expect(moved.files['dev-graph.h']).toContain(`#define ${name} 1\n`);
  });

  test('is told where it stands in a file that neither manifest says', async () => {
    const files = await add('#define NEW 1');
    const stays = await edit(files, declaring('NEW: graph'), declaring('NEW: graph'));
    expect(stays).toEqual({ files, codes: ['stands-elsewhere'] });
    const other = await edit(files, declaring('NEW: common'), declaring('NEW: graph'));
    expect(other).toEqual({ files, codes: ['hand-edit-contradicts'] });
  });
});
