import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from '@jest/globals';
import { removeAbandoned, sign } from '../../../src/io/verify/abandoned-scratch.ts';
import { processStarter } from '../../../src/io/verify/process-starter.ts';
import { commitAll, inTemporaryFolder, putFiles } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';
import { inTree, verify } from './prove.ts';

/** Puts a database of these commands, each for the last of its words, into a directory. */
function putDatabase(folder: string, directory: string, ...commands: readonly string[]): void {
  const entries = commands.map((command) => ({ directory, file: command.split(' ').at(-1), command }));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'compile_commands.json'), JSON.stringify(entries));
}

test('what a sanitizer says of lines and variables is no change of code', async () => {
  const source = [
    '#include "v.h"',
    'int table[4] = { 1, 2 };',
    'int g(int n) { int local[4] = { 0 }; local[n & 3] = n; return table[n] / local[1] + (n << 3); }',
    'int f(int n) { if (n < 0) __builtin_unreachable(); return g(n); }',
  ].join('\n');
  const header =
    'static const int one[2] = { 1, 2 };\nstatic int pick(int n) { int own[2]; own[n] = one[n]; return own[1]; }\n';
  await inTemporaryFolder(async (tree) => {
    const flags = ['address,undefined', 'undefined', 'thread', 'kernel-address'].map(
      (kind) => `gcc -O1 -fsanitize=${kind} -c a.c`,
    );
    putDatabase(tree, tree, ...flags);
    putFiles(tree, { 'v.h': header, 'a.c': `${source}\nint h(int n) { return pick(n); }\n` });
    commitAll(tree);
    putFiles(tree, { 'v.h': `int f(int);\n\n${header}` });
    commitAll(tree);
    const { codes, report } = await verify(tree, '-p', '.');
    expect([codes, report.patches?.[0]?.units.length]).toEqual([[], flags.length]);
    putFiles(tree, { 'v.h': `int f(int);\n\n${header.replace('1, 2', '1, 3')}` });
    commitAll(tree);
    expect((await verify(tree, '-p', '.')).codes).toContain('object-changed');
  });
});

test('a system header of the tree is read from the copy, so that its unit is not compiled again', async () => {
  await inTree({ 'a.c': '#include <s.h>\n#include "include/v.h"\n', 'sys/s.h': 'int s;\n' }, async (folder, tree) => {
    putDatabase(tree, tree, `gcc -isystem ${tree}/sys -c a.c`);
    const words = ['-p', '.', '--state', join(folder, 'state')];
    const compiled = [await verify(tree, ...words), await verify(tree, ...words)].map(({ report }) => report.compiled);
    expect(compiled).toEqual([2, 0]);
  });
});

test('a helper process starts programs, and ends what runs when it is ended', async () => {
  const starter = processStarter();
  const where = { folder: '/', env: process.env };
  expect(await starter.start('sh', ['-c', 'echo no >&2; exit 3'], where)).toEqual(
    expect.objectContaining({ kind: 'ended', status: 3, errors: 'no\n' }),
  );
  expect(await starter.start('/no/such', [], where)).toEqual(expect.objectContaining({ kind: 'not-run' }));
  const running = starter.start('sleep', ['600'], where);
  const ended = starter.end();
  expect(await running).toEqual(expect.objectContaining({ kind: 'not-run' }));
  await ended;
});

test('with a command line, too, a makefile says what a header is made of', async () => {
  const made = { 'made.h': 'int m;\n', Makefile: 'made.h: gen.in\n\tcp $< $@\n', 'gen.in': 'int m;\n' };
  await inTree(
    { 'a.c': '#include "made.h"\n#include "include/v.h"\n', '.gitignore': 'made.h\nMakefile\n', ...made },
    async (_, tree) => {
      expect((await verify(tree, '--cc', 'gcc')).codes).toEqual([]);
      putFiles(tree, { Makefile: 'all:\n' });
      expect((await verify(tree, '--cc', 'gcc')).codes).toEqual(['generated-unknown']);
    },
  );
});

test('entries without a source, or of another language, are named', async () => {
  await inTree({ 'a.c': '#include "include/v.h"\nint f(int n) { return n; }\n', 'b.pas': '' }, async (_, tree) => {
    putDatabase(tree, tree, 'gcc -c a.c', 'gcc -c gone.c', 'gcc -c lost.c', 'gcc -c b.pas');
    const { exitCode, report } = await verify(tree, '-p', '.');
    expect([exitCode, report.findings.map(({ code, message }) => `${code}: ${message}`)]).toEqual([
      0,
      [
        'source-unknown: 1 entry is of no language that verify compiles: b.pas',
        'source-missing: 2 sources of . cannot be found: gone.c, lost.c',
      ],
    ]);
  });
});

test('compilers start in directories that hold objects alone, and in none that is missing', async () => {
  await inTree({ 'a.c': '#include "include/v.h"\n', 'b.c': '', 'obj/x.o': '' }, async (_, tree) => {
    const [built, gone] = [join(tree, 'obj'), join(tree, 'gone')];
    const entries = [
      { directory: built, file: '../a.c', command: 'gcc -c ../a.c' },
      { directory: gone, file: '../b.c', command: 'gcc -c ../b.c' },
    ];
    writeFileSync(join(tree, 'compile_commands.json'), JSON.stringify(entries));
    const { exitCode, report } = await verify(tree, '-p', '.');
    expect([exitCode, report.patches?.[0]?.units, report.findings.map(({ message }) => message)]).toEqual([
      0,
      [expect.objectContaining({ file: 'a.c', verdict: 'identical' })],
      [`../b.c is not compiled: ${gone}: its directory does not exist`],
    ]);
  });
});

test('a database of another tree is called so', async () => {
  await inTree({ 'a.c': 'int f(int n) { return n; }\n' }, async (folder, tree) => {
    const other = join(folder, 'other');
    putFiles(folder, { 'other/a.c': '', 'other/b.c': '' });
    for (const build of [other, join(other, 'build'), join(tree, 'build')]) {
      putDatabase(build, other, 'gcc -c a.c', 'gcc -c b.c');
      const { exitCode, report } = await verify(tree, '-p', build);
      expect(exitCode).toBe(2);
      expect(report.findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
        `database-elsewhere: ${build} is of another tree: none of its 2 sources lies in ${tree}; the first is ${other}/a.c`,
        'verify-nothing: the compile databases have no unit that can be compiled',
      ]);
    }
  });
});

test('the environment leads compilers to the headers of the copy, and to no program or file', async () => {
  await inTree({ 'a.c': '#include "v.h"\nint f(int n) { return n; }\n' }, async (folder, tree) => {
    const written = join(folder, 'written');
    putFiles(tree, { cc1: `#!/bin/sh\ntouch ${written}\n`, as: `#!/bin/sh\ntouch ${written}\n` });
    for (const name of ['cc1', 'as']) chmodSync(join(tree, name), 0o755);
    const proved = async (variables: Readonly<Record<string, string>>) => {
      const before = { ...process.env };
      Object.assign(process.env, variables);
      try {
        const { exitCode, codes, report } = await verify(tree, '--cc', 'gcc');
        return [exitCode, codes, report.patches?.[0]?.units.map(({ verdict }) => verdict)];
      } finally {
        for (const name of Object.keys(variables)) delete process.env[name];
        Object.assign(process.env, before);
      }
    };
    const way = join(folder, 'way');
    symlinkSync(tree, way);
    for (const [name, value] of [
      ['CPATH', `/nowhere:${way}/include:`],
      ['C_INCLUDE_PATH', ':./include'],
    ] as const) {
      expect([name, await proved({ [name]: value })]).toEqual([name, [0, [], ['identical']]]);
    }
    // What was proved with a variable does not hold without it.
    expect(await proved({})).toEqual([2, ['verify-nothing'], []]);
    const hostile = {
      GCC_EXEC_PREFIX: `${tree}/`,
      COMPILER_PATH: tree,
      DEPENDENCIES_OUTPUT: written,
      SUNPRO_DEPENDENCIES: written,
      GCC_COMPARE_DEBUG: '-gtoggle',
      CPATH: join(tree, 'include'),
    };
    expect(await proved(hostile)).toEqual([0, [], ['identical']]);
    expect(readdirSync(folder).sort()).toEqual(['tree', 'way']);
  });
});

test('scratch directories of runs that were killed are removed, and nothing else', async () => {
  await inTemporaryFolder(async (folder) => {
    const top = join(folder, 'tmp');
    const make = (name: string, mode = 0o700): string => {
      const path = join(top, `header-split-verify-${name}`);
      mkdirSync(path, { recursive: true });
      chmodSync(path, mode);
      return path;
    };
    sign(make('running'));
    const [place = '', , started = ''] = readFileSync(join(make('running'), 'owner'), 'utf8').split('\n');
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const outside = join(folder, 'outside');
    putFiles(folder, { 'outside/kept': '', owner: `${place}\n${dead}\n${started}` });
    const owned = (name: string, owner: string, mode?: number): void => {
      writeFileSync(join(make(name, mode), 'owner'), owner);
    };
    owned('killed', `${place}\n${dead}\n${started}`);
    symlinkSync(outside, join(make('killed'), 'link'));
    mkdirSync(join(make('killed'), 'before'));
    owned(`${userInfo().uid}-again`, `${place}\n${process.pid}\n1`);
    const kept = ['unsigned', 'damaged', 'negative', 'elsewhere', 'open', 'running', 'signed-by-link', 'is-link'];
    make('unsigned');
    owned('damaged', '{}');
    owned('negative', `${place}\n-1\n1`);
    owned('elsewhere', `elsewhere\n${dead}\n${started}`);
    owned('open', `${place}\n${dead}\n${started}`, 0o755);
    symlinkSync(join(folder, 'owner'), join(make('signed-by-link'), 'owner'));
    owned('real', `${place}\n${dead}\n${started}`);
    rmSync(make('real'), { recursive: true });
    symlinkSync(outside, join(top, 'header-split-verify-is-link'));
    writeFileSync(join(outside, 'owner'), `${place}\n${dead}\n${started}`);
    removeAbandoned(top);
    expect(readdirSync(top).sort()).toEqual(kept.map((name) => `header-split-verify-${name}`).sort());
    expect(readdirSync(outside).sort()).toEqual(['kept', 'owner']);
    removeAbandoned(join(folder, 'none'));
  });
});

test('a run removes what a killed one left', async () => {
  await inTree({ 'a.c': '#include "v.h"\nint f(int n) { return n; }\n' }, async (folder, tree) => {
    const TMPDIR = join(folder, 'tmp');
    const left = join(TMPDIR, 'header-split-verify-left');
    mkdirSync(left, { recursive: true });
    chmodSync(left, 0o700);
    sign(left);
    const [place, , started] = readFileSync(join(left, 'owner'), 'utf8').split('\n');
    writeFileSync(join(left, 'owner'), `${place}\n${spawnSync(process.execPath, ['--version']).pid}\n${started}`);
    const words = ['verify', '--range', 'HEAD~1..HEAD', '--cc', 'gcc -Iinclude'];
    expect((await runCommand(tree, words, { env: { TMPDIR } })).exitCode).toBe(0);
    expect(readdirSync(TMPDIR)).toEqual([]);
  });
});

test('an assertion shifts no number that a macro makes of a line, and a true difference stays one', async () => {
  const header = `void bug(const char *);
#define S2(x) #x
#define S(x) S2(x)
#define BUG_ON(c) do { if (c) bug(S(__LINE__) #c); } while (0)
#define CAT2(a, b) a##b
#define CAT(a, b) CAT2(a, b)
#define REG(f) static int (*CAT(reg_, __LINE__))(void) __attribute__((used, section("regs"))) = f;
`;
  const source = (a: string, last = 'f_b') => `#include "b.h"
int x;
int f_a(void)
{
${a}    return x;
}
int f_b(void) { BUG_ON(x > 3); return h(x); }
REG(f_a)
REG(${last})
`;
  const h = 'static inline int h(int n)\n{\n    return n;\n}\n';
  const prove = async (after: string, inHeader = h, first = h, before = source('')) => {
    const found: { exitCode: number; codes: readonly string[]; about: readonly string[] }[] = [];
    await inTemporaryFolder(async (tree) => {
      putFiles(tree, { 'include/b.h': header + first, 'f.c': before });
      commitAll(tree);
      putFiles(tree, { 'include/b.h': header + inHeader, 'f.c': after });
      commitAll(tree);
      const { exitCode, codes, report } = await verify(tree, '--cc', 'gcc -O2 -Iinclude');
      found.push({ exitCode, codes, about: report.findings.map(({ message }) => message) });
    });
    return found[0];
  };
  const assertion = '    BUG_ON(x == 9);\n';
  expect(await prove(source(assertion))).toEqual({ exitCode: 0, codes: [], about: [] });
  expect(await prove(source(`#ifdef OFF\n${assertion}#endif\n    /* why\n     */\n${assertion}`))).toMatchObject({
    codes: [],
  });
  const asserted = h.replace('    return', '    BUG_ON(n == 9);\n    return');
  expect(await prove(source(''), asserted)).toMatchObject({ codes: [] });
  const below = 'static inline int below(int n)\n{\n    BUG_ON(n > 5);\n    return n;\n}\n';
  const calling = source('').replace('return h(x)', 'return below(x)');
  expect(await prove(calling, asserted + below, h + below, calling)).toMatchObject({ codes: [] });
  const otherwise = await prove(calling, asserted + below.replace('5', '6'), h + below, calling);
  expect(otherwise).toMatchObject({
    codes: ['object-changed'],
    about: [expect.stringContaining("is now '… below ( int n ) { do { if ( n > 6")],
  });
  const other = await prove(source(assertion, 'f_a'));
  expect(other).toEqual({
    exitCode: 1,
    codes: ['object-changed'],
    about: [expect.stringContaining('changes the code of reg_9 in f.c')],
  });
});
