import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openSections } from '../../../src/io/audit/section-file.ts';
import { bundleScript } from '../bundle-script.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

const TIMES = 150;

/** node writer.mjs PATH LETTER: writes a file of two sections of one letter again and again, and says how often it was kept. */
const writer = `
import { writeSections } from './io/audit/section-file.ts';
const [path, letter] = process.argv.slice(2);
let kept = 0;
for (let time = 0; time < ${TIMES}; time++) {
  const piece = Buffer.alloc(20000, letter);
  const sections = ['a', 'b'].map((name) => ({ name, pieces: [piece, piece] }));
  if (writeSections(path, 'build', { letter }, sections)) kept++;
}
process.stdout.write(String(kept));
`;

test('of two that write at once, a reader finds one whole file or none', async () => {
  await inTemporaryFolder(async (folder) => {
    bundleScript(writer, join(folder, 'writer.mjs'));
    mkdirSync(join(folder, 'git'));
    const path = join(folder, 'git', 'facts');
    const written = ['x', 'y'].map(
      (letter) =>
        new Promise<number>((resolve) => {
          const child = spawn(process.execPath, [join(folder, 'writer.mjs'), path, letter]);
          let said = '';
          child.stdout.on('data', (bytes) => (said += bytes));
          child.on('close', () => resolve(Number(said)));
        }),
    );
    let isDone = false;
    const all = Promise.all(written).finally(() => {
      isDone = true;
    });
    const wrong: string[] = [];
    while (!isDone) {
      const opened = openSections(path, 'build');
      if (opened.kind === 'rejected') wrong.push(opened.reason);
      if (opened.kind === 'sections') {
        const { letter } = opened.sections.about as { letter: string };
        for (const name of ['a', 'b']) {
          const bytes = opened.sections.read(name);
          if (bytes === null || Buffer.from(bytes).toString() !== letter.repeat(40000))
            wrong.push(`${name} of ${letter}`);
        }
        opened.sections.close();
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    const kept = await all;
    expect(wrong).toEqual([]);
    expect(kept.every((count) => count > 0)).toBe(true);
    expect(readdirSync(join(folder, 'git')).filter((name) => name !== 'facts')).toEqual([]);
  });
});
