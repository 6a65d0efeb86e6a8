import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { commitAll, inTemporaryFolder, putFiles } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';

const manifest =
  'version: 1\nheader: a.h\nparts:\n  common: {}\n  graph: { assert: held(1); }\nprototypes: { f: graph, g: graph }\n';

test('what tests ran of the assertions is told beside the proof', async () => {
  await inTemporaryFolder(async (tree) => {
    putFiles(tree, {
      'a.h': '#ifndef A_H\n#define A_H\nvoid held(int);\nint f(void);\nint g(void);\n#endif\n',
      'a.c': '#include "a.h"\nint f(void)\n{\n    return 1;\n}\nint g(void)\n{\n    return 2;\n}\n',
      'm.yaml': manifest.replace('f: graph, g: graph', 'held: common, f: graph, g: graph'),
    });
    commitAll(tree);
    await runCommand(tree, ['apply', 'm.yaml']);
    commitAll(tree);
    const lines = readFileSync(join(tree, 'a.c'), 'utf8').split('\n');
    const [first, second] = lines.flatMap((line, at) => (line.includes('held(1);') ? [at + 1] : []));
    putFiles(tree, { 'a.info': `SF:a.c\nDA:${first},1\nDA:${second},0\n` });
    const words = ['verify', 'm.yaml', '--range', 'HEAD~1..HEAD', '--cc', 'gcc', '--report'];
    const { exitCode, out } = await runCommand(tree, [...words, 'a.info', '--html', 'p.html', '--format', 'json']);
    const { coverage } = JSON.parse(out) as { coverage: { total: unknown; assertions: { name: string }[] } };
    expect([exitCode, coverage.total]).toEqual([0, { assertions: 2, ran: 1, never: 1, unmeasured: 0 }]);
    expect(readFileSync(join(tree, 'p.html'), 'utf8')).toContain('<td><code>g</code></td><td>graph</td>');
    expect((await runCommand(tree, [...words, 'a.info'])).out).toContain('all: 1 of 2 assertions ran (50 %)');
    expect((await runCommand(tree, [...words, 'none.info'])).exitCode).toBe(2);
  });
});

test('assertions that compile to nothing are told', async () => {
  await inTemporaryFolder(async (tree) => {
    putFiles(tree, {
      'a.h': '#ifndef A_H\n#define A_H\nint f(void);\n#endif\n',
      'a.c': '#include "a.h"\nint f(void)\n{\n    return 1;\n}\n',
      'm.yaml':
        'version: 1\nheader: a.h\nparts:\n  common: {}\n  graph: { assert: "assert(&f != (void *)8);", assert_include: assert.h }\nprototypes: { f: graph }\n',
    });
    commitAll(tree);
    const told = async (...flags: readonly string[]) => {
      const words = ['verify', 'm.yaml', '--cc', ['gcc', ...flags].join(' '), '--format', 'json'];
      const { exitCode, out } = await runCommand(tree, words);
      const { findings } = JSON.parse(out) as {
        findings: { code: string; message: string; places: { line: number }[] }[];
      };
      const idle = findings.filter(({ code }) => code === 'assertion-idle');
      return [exitCode, idle.map(({ message, places }) => `${places[0]?.line}: ${message}`)];
    };
    expect(await told()).toEqual([0, []]);
    expect(await told('-DNDEBUG')).toEqual([
      0,
      [expect.stringMatching(/^5: the assertions of .* compile to nothing in 1 unit \(a\.c\)/)],
    ]);
  });
});
