import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { commitAll, inTemporaryFolder, putFiles } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';
import { inTree, verify } from './prove.ts';

const A = { 'a.c': '#include "v.h"\nint f(int n) { return n; }\n' };

test('proofs go to a real directory only, and a run that cannot keep them goes on', async () => {
  await inTree(A, async (folder, tree) => {
    for (const state of ['/proc/self', '/proc/self/x', join(tree, 'a.c')]) {
      const { exitCode, codes } = await verify(tree, '--state', state);
      expect([state, exitCode, codes]).toEqual([state, 2, ['state-unusable']]);
    }
    const unkept = await verify(tree, '--state', `/proc/${process.pid}`);
    expect([unkept.exitCode, unkept.codes]).toEqual([0, ['proofs-not-kept']]);
    const outside = join(folder, 'outside');
    mkdirSync(outside);
    const own = join(tree, '.git/header-split');
    for (const link of [own, join(own, 'verify')]) {
      rmSync(own, { recursive: true, force: true });
      if (link !== own) mkdirSync(own);
      symlinkSync(outside, link);
      const { exitCode, codes } = await verify(tree);
      expect([exitCode, codes, readdirSync(outside)]).toEqual([2, ['state-unusable'], []]);
    }
  });
});

/** Writes a file of the store again in place, so with its number, and with right sums. */
function forge(path: string, body: (text: string) => string): void {
  const bytes = readFileSync(path, 'latin1');
  const [, at = '', mark = ''] = /^header-split sections 1 (\d+) \d+ \w+ (\S+)/.exec(bytes) ?? [];
  const text = body(bytes.slice(Number(at)));
  const sum = createHash('sha256').update(text, 'latin1').digest('hex');
  const head = `header-split sections 1 ${at} ${text.length} ${sum} ${mark}`.padEnd(Number(at) - 1);
  writeFileSync(path, `${head}\n${text}`, 'latin1');
}

test('a proof of another shape or from another place is compiled again', async () => {
  await inTree(A, async (_folder, tree) => {
    const state = join(tree, '.git/header-split/verify');
    const kept = (): readonly string[] =>
      readdirSync(state, { recursive: true, encoding: 'utf8' })
        .filter((path) => /^..\/.{30}/.test(path))
        .map((path) => join(state, path));
    expect((await verify(tree)).report.compiled).toBe(2);
    expect((await verify(tree)).report.compiled).toBe(0);
    const withAbout = (about: string) => (text: string) =>
      JSON.stringify({ ...JSON.parse(text), about: JSON.parse(about) });
    for (const body of [() => 'not json', () => 'null', withAbout('[{"read":"x"},null,3]'), withAbout('{}')]) {
      for (const path of kept()) forge(path, body);
      const { exitCode, report } = await verify(tree);
      expect([exitCode, report.compiled]).toEqual([0, 2]);
    }
    for (const path of kept()) forge(path, (text) => text);
    expect((await verify(tree)).report.compiled).toBe(0);
    cpSync(state, `${state}-copied`, { recursive: true });
    rmSync(state, { recursive: true });
    renameSync(`${state}-copied`, state);
    expect((await verify(tree)).report.compiled).toBe(2);
  });
});

test('temporary files in what is copied, or nowhere, are refused before anything is copied', async () => {
  await inTree(A, async (folder, tree) => {
    const build = join(folder, 'build');
    putFiles(folder, { 'build/t/x': '' });
    const entry = {
      directory: build,
      file: join(tree, 'a.c'),
      arguments: ['gcc', `-I${tree}/include`, '-c', `${tree}/a.c`],
    };
    writeFileSync(join(build, 'compile_commands.json'), JSON.stringify([entry]));
    mkdirSync(join(tree, 't'));
    for (const TMPDIR of [tree, join(tree, 't'), build, join(build, 't'), join(folder, 'none'), '/proc/self']) {
      const argv = ['verify', '--range', 'HEAD~1..HEAD', '-p', build];
      const { exitCode, err } = await runCommand(tree, argv, { env: { TMPDIR } });
      expect([TMPDIR, exitCode, err]).toEqual([TMPDIR, 2, expect.stringContaining('[scratch-unusable]')]);
    }
    expect([readdirSync(join(tree, 't')), readdirSync(join(build, 't')), existsSync(join(folder, 'none'))]).toEqual([
      [],
      ['x'],
      false,
    ]);
  });
});

const USER = 'int f(int n) { return n; }\n';

test('links within the tree and directories of odd names lead to the headers, so who reads them is a user', async () => {
  await inTemporaryFolder(async (tree) => {
    putFiles(tree, {
      'include/v.h': 'int f(int);\n',
      'etc.d/lib.so/v.h': 'int f(int);\n',
      'a.c': `#include "inc2/v.h"\n${USER}`,
      'b.c': `#include "fwd/w.h"\n${USER}`,
      'c.c': `#include "etc.d/lib.so/v.h"\n${USER}`,
    });
    symlinkSync('include', join(tree, 'inc2'));
    mkdirSync(join(tree, 'fwd'));
    symlinkSync('../include/v.h', join(tree, 'fwd/w.h'));
    commitAll(tree);
    putFiles(tree, { 'include/v.h': 'extern long f(int);\n', 'etc.d/lib.so/v.h': 'extern int f(int);\n' });
    commitAll(tree);
    for (const run of ['first', 'second']) {
      const { report } = await verify(tree);
      const verdicts = report.patches?.[0]?.units.map(({ file, verdict }) => [file, verdict]);
      expect([run, verdicts]).toEqual([
        run,
        [
          ['a.c', 'broken'],
          ['b.c', 'broken'],
          ['c.c', 'identical'],
        ],
      ]);
    }
  });
});

test('a unit that reads the tree itself and not the copy is unproved', async () => {
  await inTemporaryFolder(async (folder) => {
    const tree = join(folder, 'tree');
    mkdirSync(tree);
    symlinkSync(tree, join(folder, 'way'));
    putFiles(tree, {
      'include/v.h': 'int f(int);\n',
      'a.c': `#include "${tree}/include/v.h"\n${USER}`,
      'b.c': `#include "${folder}/way/include/v.h"\n${USER}`,
      'c.c': `#include "top${tree}/include/v.h"\n${USER}`,
      'd.c': `#include "v.h"\n${USER}`,
    });
    symlinkSync('/', join(tree, 'top'));
    commitAll(tree);
    putFiles(tree, { 'include/v.h': 'extern int f(int);\n' });
    commitAll(tree);
    // The tree itself may hold either state.
    for (const word of ['extern ', '']) {
      putFiles(tree, { 'include/v.h': `${word}int f(int);\n` });
      const { exitCode, codes, report } = await verify(tree);
      expect(report.patches?.[0]?.units.map(({ file, verdict }) => [file, verdict])).toEqual([
        ['a.c', 'unproved'],
        ['b.c', 'unproved'],
        ['c.c', 'unproved'],
        ['d.c', 'identical'],
      ]);
      expect([exitCode, codes.filter((code) => code === 'unit-reads-original').length]).toEqual([0, 3]);
    }
    rmSync(join(tree, 'd.c'));
    commitAll(tree);
    const { exitCode: none, codes: why } = await verify(tree, '--range', 'HEAD~2..HEAD~1');
    expect([none, why.at(-1)]).toEqual([2, 'verify-nothing']);
  });
});

test('a patch of code that no unit reads exits with 2, one of a text does not', async () => {
  await inTree({ 'a.c': USER, 'notes.txt': '' }, async (_folder, tree) => {
    const { exitCode, codes } = await verify(tree);
    expect([exitCode, codes]).toEqual([2, ['verify-nothing']]);
    putFiles(tree, { 'notes.txt': 'more\n' });
    commitAll(tree);
    expect(await verify(tree)).toMatchObject({ exitCode: 0, codes: [] });
  });
});

test('what is a directory in the commit and a link on disk is not written through', async () => {
  await inTree(A, async (folder, tree) => {
    const outside = join(folder, 'outside');
    renameSync(join(tree, 'include'), outside);
    symlinkSync(outside, join(tree, 'include'));
    writeFileSync(join(outside, 'v.h'), 'not yours\n');
    const { exitCode } = await verify(tree);
    expect(exitCode).toBeLessThanOrEqual(2);
    expect(readFileSync(join(outside, 'v.h'), 'utf8')).toBe('not yours\n');
  });
});

test('each part file is compiled alone however its include is spelt, and one that was not is named', async () => {
  const g = '#ifndef G\n#define G\nstruct g { int a; };\n#endif\n';
  const guarded = (name: string, text: string) => `#ifndef ${name}\n#define ${name}\n${text}\n#endif\n`;
  const split = async (from: string, users: string, needs = '') => {
    const found: (readonly [number, readonly string[]])[] = [];
    await inTemporaryFolder(async (tree) => {
      const f = guarded('F', `${needs}#include <p/g.h>\ntypedef int f_t;\nf_t f_a(void);\nint f_b(int);`);
      const body = 'f_t f_a(void) { return 1; }\nint f_b(int x) { return x; }\n';
      const before = needs === '' ? '' : 'typedef int missing;\n';
      putFiles(tree, { 'include/p/g.h': g, 'include/p/f.h': f, 'f.c': `${before}#include <p/f.h>\n${body}` });
      commitAll(tree);
      putFiles(tree, {
        'include/p/f.h': guarded('F', `#include ${from.replace('@', 'common')}\n#include ${from.replace('@', 'conf')}`),
        'include/p/f-common.h': guarded('FC', `${needs}#include <p/g.h>\ntypedef int f_t;\nint f_b(int);`),
        'include/p/f-conf.h': guarded('FO', 'f_t f_a(void);'),
        'f.c': `${before}${users}\n${body}`,
      });
      commitAll(tree);
      const { exitCode, codes } = await verify(tree);
      found.push([exitCode, codes]);
    });
    return found[0];
  };
  const whole = '#include <p/f.h>';
  for (const from of ['<p/f-@.h>', '"f-@.h"', '"../p/f-@.h"']) {
    expect(await split(from, whole)).toEqual([1, ['header-not-alone']]);
  }
  expect(await split('<p/f-@.h>', '#include <p/f-common.h>\n#include <p/f-conf.h>')).toEqual([1, ['header-not-alone']]);
  const unchecked = ['alone-unproved', 'alone-unproved', 'alone-unproved'];
  expect(await split('<p/f-@.h>', whole, 'extern missing m;\n')).toEqual([0, unchecked]);
});
