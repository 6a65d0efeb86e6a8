import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { identify } from '../../io/init-repository.ts';
import { commitAll, inTemporaryFolder, putFiles, snapshot } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';

const demo = join(import.meta.dirname, '../../../manifests/demo');
const CC = 'gcc -std=gnu11 -Wall -Wextra -Iinclude -O1';

type Report = {
  readonly findings: readonly {
    readonly code: string;
    readonly message: string;
    readonly places: readonly { file: string; line: number }[];
  }[];
  readonly patches: readonly {
    readonly kind: string;
    readonly units: readonly { file: string; verdict: string; differing: string[] }[];
  }[];
  readonly compiled: number;
  readonly known: number;
};

async function verify(folder: string, ...args: readonly string[]): Promise<{ exitCode: number; report: Report }> {
  const { exitCode, out } = await runCommand(folder, ['verify', ...args, '--format', 'json']);
  return { exitCode, report: JSON.parse(out) as Report };
}

test('the demo: the split changes no code, the assertions only functions that get one, and a second run compiles nothing', async () => {
  await inTemporaryFolder(async (folder) => {
    cpSync(join(demo, 'project'), folder, { recursive: true });
    commitAll(folder);
    const before = snapshot(folder);
    const first = await verify(folder, join(demo, 'volume.yaml'), '--cc', CC);
    // The project has another configuration, LARGE.
    const unproved = ['declaration-unproved', 'declaration-unproved'];
    expect([first.exitCode, first.report.findings.map(({ code }) => code)]).toEqual([0, unproved]);
    const [split, assertions] = first.report.patches;
    expect(split?.units.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 5 }, () => 'identical'));
    expect(assertions?.units.find(({ file }) => file === 'src/snapshot.c')?.differing).toEqual(['volume_snapshot']);
    expect(assertions?.units.map(({ verdict }) => verdict).sort()).toEqual([
      'asserted',
      'asserted',
      'asserted',
      'identical',
      'identical',
    ]);
    expect(snapshot(folder)).toEqual(before);

    const second = await verify(folder, join(demo, 'volume.yaml'), '--cc', CC);
    expect(second.report.compiled).toBe(0);
    expect(second.report.patches).toEqual(first.report.patches);

    // A damaged proof counts as none, and so does one of another content.
    const state = join(folder, '.git/header-split/verify');
    const [kept = ''] = readdirSync(state, { recursive: true, encoding: 'utf8' }).filter((path) => path.length > 10);
    writeFileSync(join(state, kept), readFileSync(join(state, kept), 'utf8').replace(/"symbols":"./, '"symbols":"X'));
    expect((await verify(folder, join(demo, 'volume.yaml'), '--cc', CC)).report.compiled).toBeGreaterThan(0);
  });
});

const files = {
  'a.h': '#ifndef A_H\n#define A_H\n#define SIZE 4\ntypedef int number;\nint f(number n);\nint g(number n);\n#endif\n',
  'a.c': '#include "a.h"\nint f(number n) { return n + SIZE; }\n#ifdef LATE\nint late(void) { return 1; }\n#endif\n',
  'b.c': '#include "a.h"\nint g(number n) { return f(n); }\n',
};

test('a hostile compile database: each entry is refused by name, nothing outside is written or run', async () => {
  await inTemporaryFolder(async (folder) => {
    const tree = join(folder, 'tree');
    mkdirSync(tree);
    const script = `#!/bin/sh\ntouch ${folder}/ran\n`;
    putFiles(tree, { ...files, 'tools/gcc': script, 'flags.rsp': '-fplugin=./x.so', as: script, cc1: script });
    for (const name of ['tools/gcc', 'as', 'cc1']) chmodSync(join(tree, name), 0o755);
    symlinkSync('/usr/bin/gcc', join(tree, 'linked-gcc'));
    const outside = join(folder, 'written');
    const commands = [
      `gcc -o ${outside} -c a.c`,
      `gcc -MD -MF ${outside} -c a.c`,
      'gcc -fplugin=./x.so -c a.c',
      'gcc -B. -c a.c',
      'gcc -specs=x.specs -c a.c',
      'gcc @flags.rsp -c a.c',
      `gcc @${folder}/flags -c a.c`,
      `gcc -c a.c; touch ${outside}`,
      `gcc -c a.c \`touch ${outside}\``,
      'tools/gcc -c a.c',
      './linked-gcc -c a.c',
      'gcc -wrapper ./as -c a.c',
      `gcc -Wp,-MMD,${outside} -c a.c`,
      `sh -c 'touch ${outside}' a.c`,
    ];
    const entries = commands.map((command) => ({ directory: tree, file: 'a.c', command }));
    const good = {
      directory: tree,
      file: 'b.c',
      arguments: ['gcc', '-save-temps', '-fdump-tree-all', '-c', 'b.c', '-o', 'b.o'],
    };
    writeFileSync(join(tree, 'compile_commands.json'), JSON.stringify([...entries, good]));
    commitAll(tree);
    putFiles(tree, { 'a.h': files['a.h'].replace('SIZE 4', 'SIZE 5') });
    commitAll(tree);
    const before = snapshot(folder);
    const { exitCode, report } = await verify(tree, '--range', 'HEAD~1..HEAD', '--state', join(folder, 'state'));
    expect(report.findings.map(({ code }) => code)).toEqual(commands.map(() => 'command-refused'));
    expect(exitCode).toBe(0);
    for (const word of [
      `-o ${outside}`,
      `-MF ${outside}`,
      '-fplugin=./x.so',
      '-B.',
      '-specs=x.specs',
      `@${folder}/flags`,
      'unquoted ;',
      'unquoted `touch',
      'tools/gcc',
      './linked-gcc',
      '-wrapper',
      `-Wp,-MMD ${outside}`,
      'sh: it does not',
    ])
      expect(report.findings.some(({ message }) => message.includes(word))).toBe(true);
    expect(report.patches[0]?.units.map(({ file, verdict }) => [file, verdict])).toEqual([['b.c', 'identical']]);
    const after = snapshot(folder);
    const added = Object.keys(after).filter((path) => !(path in before) && !path.startsWith('state/'));
    expect(added).toEqual([]);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });
});

test('a commit that changes what a number is is found in the function that uses it, and a late option in its configuration', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, files);
    commitAll(folder);
    putFiles(folder, { 'a.h': files['a.h'].replace('SIZE 4', 'SIZE 5') });
    commitAll(folder);
    const { exitCode, report } = await verify(folder, '--range', 'HEAD~1..HEAD', '--cc', 'gcc -O1');
    expect(exitCode).toBe(1);
    expect(report.findings.map(({ code, places: [place] }) => [code, place?.file, place?.line])).toEqual([
      ['object-changed', 'a.c', 2],
    ]);
    expect(report.findings[0]?.message).toContain(
      "'int f ( number n ) { return n + 4 ; }' is now 'int f ( number n ) { return n + 5 ; }'",
    );
  });
});

test('what cannot be proved is said', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, { ...files, 'b.c': '#include "a.h"\n#include "made.h"\n' });
    commitAll(folder);
    putFiles(folder, { 'a.h': files['a.h'].replace('int g(', 'extern int g(') });
    commitAll(folder);
    const range = ['--range', 'HEAD~1..HEAD'];
    const proved = await verify(folder, ...range, '--cc', 'gcc');
    expect(proved.exitCode).toBe(0);
    expect(proved.report.findings.map(({ code, places: [place] }) => [code, place?.file, place?.line])).toEqual([
      ['unit-unproved', 'b.c', 2],
    ]);
    const without = await verify(folder, ...range);
    expect([without.exitCode, without.report.findings.map(({ code }) => code)]).toEqual([2, ['verify-nothing']]);
    const launched = await verify(folder, ...range, '--cc', 'gcc -O1', '--launcher', './no-such-launcher');
    expect([launched.exitCode, new Set(launched.report.findings.map(({ code }) => code))]).toEqual([
      1,
      new Set(['compiler-failed']),
    ]);
  });
});

test('the letter says what was proved of exactly these patches, and the page shows it without a script', async () => {
  await inTemporaryFolder(async (folder) => {
    cpSync(join(demo, 'project'), folder, { recursive: true });
    cpSync(join(demo, 'volume.yaml'), join(folder, 'volume.yaml'));
    writeFileSync(join(folder, 'series.yaml'), 'version: 1\nmanifests: [volume.yaml]\n');
    commitAll(folder);
    identify(join(folder, '.git'));
    const letter = async (): Promise<string> => {
      const { out } = await runCommand(folder, ['series', '--file', 'series.yaml', '-o', '-']);
      return out.slice(0, out.indexOf('\nFrom ', 1)).replace(/\n {2}(?=\S)/g, ' ');
    };
    expect(await letter()).not.toContain('header-split verify');
    const { exitCode } = await verify(folder, '--series', 'series.yaml', '--cc', CC, '--html', 'proof.html');
    expect(exitCode).toBe(0);
    expect(await letter()).toContain('compiled 5 units of the configuration');
    expect(await letter()).toContain('The patches that split change no object code');
    const page = readFileSync(join(folder, 'proof.html'), 'utf8');
    for (const word of [
      'Proof of 2 patches',
      'include/volume-graph.h',
      'src/snapshot.c',
      'object code unchanged in 5 units',
    ])
      expect(page).toContain(word);
    expect(page).not.toMatch(/https?:|src=/);
    // A proof of the manifests counts as well, if it is of the same patches and the files are those of the commit.
    const records = join(folder, '.git/header-split/verify/records');
    const again = async (): Promise<string> => {
      rmSync(records, { recursive: true, force: true });
      expect((await verify(folder, 'volume.yaml', '--cc', CC)).exitCode).toBe(0);
      return letter();
    };
    expect(await again()).toContain('compiled 5 units of the configuration');
    const source = readFileSync(join(folder, 'src/snapshot.c'), 'utf8');
    writeFileSync(join(folder, 'src/snapshot.c'), `${source}/* mine */\n`);
    expect(await again()).not.toContain('header-split verify');
    writeFileSync(join(folder, 'src/snapshot.c'), source);
    const manifest = readFileSync(join(folder, 'volume.yaml'), 'utf8');
    writeFileSync(join(folder, 'volume.yaml'), manifest.replace('Graph API: drivers', 'The graph API: drivers'));
    expect(await letter()).not.toContain('header-split verify');
  });
});

test('users, declarations and generated files that no configuration compiled are named; another configuration proves more', async () => {
  await inTemporaryFolder(async (folder) => {
    const split = {
      'a.h': '#ifndef A_H\n#define A_H\n#include "a-io.h"\n#endif\n',
      'a-io.h': '#ifndef A_IO_H\n#define A_IO_H\nint f(void);\n#ifdef ARM\nint arm(void);\n#endif\n#endif\n',
    };
    putFiles(folder, {
      'a.h': split['a-io.h'].replaceAll('A_IO_H', 'A_H'),
      'a.c': '#include "a.h"\n#include "made.h"\nint f(void) { return MADE; }\n',
      'win.c': '\n#include "a.h"\n',
      'b/made.h': '#define MADE 1\n',
      'b/build.ninja': 'build made.h: CUSTOM_COMMAND ../a.h\n',
      'arm/made.h': '#define MADE 1\n',
    });
    for (const [build, option] of [
      ['b', '-O1'],
      ['arm', '-DARM'],
    ] as const) {
      const words = ['gcc', option, '-I.', '-c', '../a.c', '-o', 'a.o'];
      const entry = { directory: join(folder, build), file: '../a.c', arguments: words };
      putFiles(folder, { [`${build}/compile_commands.json`]: JSON.stringify([entry]) });
    }
    commitAll(folder);
    putFiles(folder, split);
    commitAll(folder);
    const found = async (...databases: readonly string[]) => {
      const { exitCode, report } = await verify(
        folder,
        '--range',
        'HEAD~1..HEAD',
        ...databases.flatMap((one) => ['-p', one]),
      );
      expect(exitCode).toBe(databases.length === 1 ? 2 : 0);
      return report.findings.map(({ code, places: [place] }) => `${code} ${place?.file}:${place?.line}`);
    };
    const both = ['users-unproved win.c:2', 'generated-unproved a.h:1'];
    expect(await found('b')).toEqual([both[0], 'declaration-unproved a-io.h:4', both[1], 'verify-nothing a-io.h:0']);
    expect(await found('b', 'arm')).toEqual(both);
  });
});
