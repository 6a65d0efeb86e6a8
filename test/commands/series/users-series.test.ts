import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { inRepository } from '../../io/series/series-fixture.ts';
import { git, putFiles, snapshot } from '../../io/temporary-folder.ts';
import { manifest, project } from '../../series/users/users-project.ts';
import { runCommand } from '../run-command.ts';
import { amInClone, mailsIn, series, subjectsIn } from '../series-project.ts';

const hasGcc = spawnSync('gcc', ['--version']).status === 0;

function inProject(users: string, group: string, work: (top: string, folder: string) => Promise<void>): Promise<void> {
  return inRepository(project, async (top, folder) => {
    const settings = `version: 1\nmanifests: [top/api.yaml]\ncover: { body: Readers. }\nusers: { group: ${group} }\n`;
    putFiles(folder, { 'top/api.yaml': `${manifest}users: ${users}\n`, 'series.yaml': settings });
    git(top, 'add', '-A');
    git(top, 'commit', '-q', '-m', 'manifest');
    await work(top, folder);
  });
}

/** What gcc says of a clone as it stands. */
function broken(clone: string): string {
  const sources = readdirSync(clone, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.inc)\.c$/.test(path),
  );
  return spawnSync('gcc', ['-fsyntax-only', '-Werror', '-Iinclude', ...sources], { cwd: clone, encoding: 'utf8' })
    .stderr;
}

(hasGcc ? describe : describe.skip)('the users in patches', () => {
  test('the groups come in any order, each state compiles, and all is what apply writes', async () => {
    await inProject('{ rewrite: all }', 'folder', async (top, folder) => {
      await series(top, '--file', '../series.yaml', '-o', '../mails');
      const [split = '', ...patches] = Object.keys(mailsIn(join(folder, 'mails'))).slice(1);
      const clone = join(folder, 'reverse');
      git(top, 'clone', '-q', top, clone);
      const headers = patches.pop() ?? '';
      expect(patches).toHaveLength(3);
      for (const mail of [split, ...patches.reverse(), headers]) {
        git(clone, 'am', '-q', join(folder, 'mails', mail));
        expect(broken(clone)).toBe('');
      }
      expect((await runCommand(top, ['apply', 'api.yaml'])).exitCode).toBe(0);
      expect(snapshot(clone)).toEqual(snapshot(top));
    });
  });

  test('the wrapper goes in a patch of its own, and the letter says who reads what', async () => {
    await inProject('{ rewrite: all }\nwrapper: { remove: true }', 'folder', async (top, folder) => {
      const made = await series(top, '--file', '../series.yaml', '-o', '../mails');
      expect(made.exitCode).toBe(0);
      const clone = amInClone(top, join(folder, 'mails'));
      expect(subjectsIn(clone).at(-1)).toBe('api: remove api.h');
      expect(broken(clone)).toBe('');
      const letter = mailsIn(join(folder, 'mails'))['0000-cover-letter.patch'] ?? '';
      expect(letter).toContain('Patch 1 splits the header; patches 2 to 5 include what each file needs');
      expect(letter).toContain('of the new headers; patch 6 removes what no file includes any');
      expect(letter).toMatch(/\n {2}include\/api-graph\.h +9 +5\n/);
    });
  });
});

test('a group by maintainers needs the file, and the run says so', async () => {
  await inProject('{ rewrite: all }', 'maintainers', async (top) => {
    git(top, 'rm', '-q', 'MAINTAINERS');
    git(top, 'commit', '-q', '-m', 'gone');
    const made = await series(top, '--file', '../series.yaml', '-o', '../mails');
    expect(made.exitCode).toBe(2);
    expect(made.err).toContain('the tree has no file MAINTAINERS to group the users by [maintainers-missing]');
  });
});

test('without a change of includes the series has no patch of them', async () => {
  await inProject('{ rewrite: none }', 'folder', async (top, folder) => {
    await series(top, '--file', '../series.yaml', '-o', '../mails');
    expect(subjectsIn(amInClone(top, join(folder, 'mails')))).toHaveLength(1);
  });
});
