import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { commitAll, inTemporaryFolder, putFiles, snapshot } from '../../io/temporary-folder.ts';
import { verify } from './prove.ts';

/** Writes the number of lines with `int` of a header into another, and fails at the word `odd`. */
const GENERATOR = `#!/bin/sh
grep -q odd "$1" && { echo "error: $1 is odd" >&2; exit 1; }
echo "#define COUNT $(grep -c int "$1")" > "$2"
`;

const header = (...lines: readonly string[]): string => `int f(int);\n${lines.join('\n')}\n`;

/** A tree with a build directory made once, whose ninja names files in both ways. */
async function inBuild(work: (tree: string, build: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const [tree, build] = [join(folder, 'tree'), join(folder, 'build')];
    const ninja = [
      'rule CUSTOM_COMMAND',
      '  command = $COMMAND',
      'rule cc',
      '  command = exit 1',
      `build made.h: CUSTOM_COMMAND ${tree}/a.h | ../tree/gen.sh`,
      `  COMMAND = cd ${build} && ${tree}/gen.sh ${tree}/a.h made.h`,
      'build a.o: cc ../tree/a.c || made.h',
      '',
    ].join('\n');
    const words = ['gcc', '-O1', '-I.', '-c', '../tree/a.c', '-o', 'a.o'];
    putFiles(folder, {
      'tree/a.h': header(),
      'tree/a.c': '#include "a.h"\n#include "made.h"\nint f(int n) { return n + COUNT; }\n',
      'tree/b.c': '#include "a.h"\n',
      'tree/gen.sh': GENERATOR,
      'build/build.ninja': ninja,
      'build/made.h': '#define COUNT 1\n',
      'build/compile_commands.json': JSON.stringify([
        { directory: build, file: '../tree/a.c', arguments: words },
        { directory: build, file: '../tree/b.c', arguments: ['gcc', '-c', '../tree/b.c'] },
      ]),
    });
    chmodSync(join(tree, 'gen.sh'), 0o755);
    commitAll(tree);
    await work(tree, build);
  });
}

test('what a generator makes of a changed file is unproved, or made again in a copy by the build tool', async () => {
  await inBuild(async (tree, build) => {
    const prove = async (lines: readonly string[], ...args: readonly string[]) => {
      writeFileSync(join(tree, 'a.h'), header(...lines));
      commitAll(tree);
      const before = [snapshot(tree), snapshot(build)];
      const { exitCode, report } = await verify(tree, '-p', build, ...args);
      const kept = snapshot(tree);
      expect(Object.keys(kept).filter((path) => !path.startsWith('.git/')).length).toBeGreaterThan(3);
      expect(snapshot(build)).toEqual(before[1]);
      const units = report.patches?.[0]?.units.map(({ file, verdict }) => `${file} ${verdict}`);
      return { exitCode, units, findings: report.findings.map(({ code, message }) => `${code}: ${message}`) };
    };
    const ninja = ['--build', 'ninja -C {dir} {target}'];
    expect(await prove(['/* one */'])).toEqual({
      exitCode: 0,
      units: ['a.c unproved', 'b.c identical'],
      findings: [
        'generated-unproved: made.h is made from a.h, and was compiled as before the patches: nothing is proved of a.c',
      ],
    });
    expect(await prove(['/* two */'], ...ninja)).toEqual({
      exitCode: 0,
      units: ['a.c identical', 'b.c identical'],
      findings: [],
    });
    const { units, findings } = await prove(['/* an int */'], ...ninja);
    expect([units, findings]).toEqual([
      ['a.c changed', 'b.c identical'],
      [expect.stringContaining("'int f ( int n ) { return n + 1 ; }' is now 'int f ( int n ) { return n + 2 ; }'")],
    ]);
    expect(await prove(['/* odd */'], ...ninja)).toMatchObject({
      exitCode: 1,
      units: ['a.c unproved', 'b.c identical'],
      findings: [expect.stringMatching(/^build-failed: .* after '.*': error: .*a\.h is odd/), expect.anything()],
    });
    expect((await prove(['/* three */'], '--build', './no-such-tool -C {dir} {target}')).findings[0]).toMatch(
      /^build-failed: .* before any patch: .*no-such-tool could not be run/,
    );
    rmSync(join(build, 'build.ninja'));
    expect(await prove(['/* four */'], ...ninja)).toMatchObject({
      exitCode: 2,
      findings: ['build-unusable: --build needs a build directory with a build.ninja or a makefile, and there is none'],
    });
  });
});

test('what make makes by a rule that only make understands is named, or made by whatever make would make', async () => {
  await inBuild(async (tree, build) => {
    rmSync(join(build, 'build.ninja'));
    const rule = 'all: made.h\nmade%: ../tree/a%\n\t../tree/gen.sh $< $@\n';
    writeFileSync(join(build, 'Makefile'), rule);
    const prove = async (line: string, ...args: readonly string[]) => {
      writeFileSync(join(tree, 'a.h'), header(line));
      commitAll(tree);
      const { report } = await verify(tree, '-p', build, ...args);
      const [found] = report.findings.map(({ code, message }) => `${code}: ${message}`);
      return [report.patches?.[0]?.units.map(({ verdict }) => verdict), found];
    };
    expect(await prove('/* an int */')).toEqual([
      ['identical', 'identical'],
      `generated-unknown: a file that units read is not tracked by git, and no build file says what it makes it of: ${build}/made.h; compiled as before the patches`,
    ]);
    const whole = ['--build', 'make -C {dir}'];
    expect(await prove('/* none */', ...whole)).toEqual([['changed', 'identical'], expect.stringContaining('n + 1')]);
    writeFileSync(join(build, 'Makefile'), `all: made.h\nmade.h: ../tree/a.h\n\t../tree/gen.sh $< $@\n`);
    const named = ['--build', 'make -C {dir} {target}'];
    expect(await prove('/* int */', ...named)).toEqual([['changed', 'identical'], expect.stringContaining('n + 2')]);
    expect(await prove('/* an int */', ...named)).toEqual([['identical', 'identical'], undefined]);
    const database = JSON.stringify(
      ['../tree/b.c', 'made.c'].map((file) => ({ directory: build, file, arguments: ['gcc', '-c', file] })),
    );
    const echo = 'made.c: ../tree/a.h\n\techo "int made(void) { return $$(grep -c int $<); }" > $@\n';
    putFiles(build, { 'made.c': '', Makefile: echo, 'compile_commands.json': database });
    expect(await prove('/* none */', ...named)).toEqual([
      ['identical', 'changed'],
      expect.stringContaining('return 2 ; }'),
    ]);
  });
});
