import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { commitAll, git, inTemporaryFolder, putFiles } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';

const yaml =
  'version: 1\nheader: include/q.h\nparts: { common: {}, graph: {}, io: {} }\n' +
  'prototypes: { q_add: graph, q_read: io, q_size: io }\nusers: { rewrite: all }\n';

const project = {
  'q.yaml': yaml,
  'include/q.h':
    '#ifndef Q_H\n#define Q_H\n\ntypedef struct Q Q;\n\nvoid q_add(Q *q);\nint q_read(Q *q);\nint q_size(Q *q);\n\n#endif\n',
  'a.c': '#include "q.h"\n\nint a(Q *q) { return q_read(q) + q_size(q); }\n',
  'b.c': '#include "q.h"\n\nvoid b(Q *q) { q_add(q); }\n',
};

async function run(folder: string, command: string): Promise<string> {
  const { exitCode, out } = await runCommand(folder, [command, 'q.yaml']);
  return `${exitCode} ${out}`;
}

test('a function moves: `regenerate` gives its users the line, and `check` asks for it where it is missing', async () => {
  await inTemporaryFolder(async (folder) => {
    const user = join(folder, 'a.c');
    putFiles(folder, project);
    commitAll(folder);
    expect(await run(folder, 'apply')).toBe('0 ');
    expect(await run(folder, 'check')).toBe('0 ');
    putFiles(folder, { 'b.c': project['b.c'] });
    expect(await run(folder, 'check')).toMatch(
      /^0 [\s\S]*1 file is to get other includes, as `users.rewrite` asks \[users-pending\]/,
    );
    await run(folder, 'apply');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'split');
    const before = readFileSync(user, 'latin1');
    writeFileSync(join(folder, 'q.yaml'), yaml.replace('q_size: io', 'q_size: graph'));
    await run(folder, 'regenerate');
    const after = '#include "q-io.h"\n#include "q-graph.h"\n\nint a(Q *q) { return q_read(q) + q_size(q); }\n';
    expect(readFileSync(user, 'latin1')).toBe(after);
    expect(await run(folder, 'check')).toBe('0 ');
    writeFileSync(user, before);
    expect(await run(folder, 'check')).toBe(
      '1 error: a.c uses q_size and does not read include/q-graph.h, which declares it [user-lost-part]\n' +
        ' --> a.c:3:34\n  |\n3 | int a(Q *q) { return q_read(q) + q_size(q); }\n  |                                  ^^^^^^\n' +
        'next: Include "q-graph.h" in a.c behind `#include "q-io.h"`, or run `regenerate`.\n\n1 error\n',
    );
    await run(folder, 'regenerate');
    expect(readFileSync(user, 'latin1')).toBe(after);
  });
});
