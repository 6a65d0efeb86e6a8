import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readCase } from '../../audit/audit-case.ts';
import { commitAll, git, inTemporaryFolder, putFiles } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';

const CACHE = '.git/header-split/facts-v1';

/** A repository in which `audit` ran once, and what it said. */
async function inAudited(work: (folder: string, said: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, readCase('goto-state'));
    commitAll(folder);
    const { out, err } = await audit(folder);
    expect(err).not.toContain('facts-rejected');
    await work(folder, out);
  });
}

const audit = (folder: string, ...more: readonly string[]) =>
  runCommand(folder, ['audit', '-C', '.', '--file', 'audit.yaml', ...more]);

/** Names the first function otherwise, in words of the same length: facts that are believed would tell the old one. */
function falsify(folder: string): void {
  const path = join(folder, CACHE);
  const bytes = readFileSync(path, 'latin1');
  expect(bytes).toContain('pool_get');
  writeFileSync(path, bytes.replaceAll('pool_get', 'pool_xxx'), 'latin1');
}

/** Puts another table in place, with its sum right and the file's own mark kept. */
function forge(folder: string, tableOf: (own: string) => string, where?: string): void {
  const path = join(folder, CACHE);
  const bytes = readFileSync(path);
  const head = bytes.toString('latin1', 0, 192);
  const [, at = '', mark = ''] = /1 (\d+) \d+ \w+ (\S+)/.exec(head) ?? [];
  const table = Buffer.from(tableOf(bytes.toString('utf8', Number(at))));
  const sum = createHash('sha256').update(table).digest('hex');
  const forged = `header-split sections 1 ${where ?? at} ${table.length} ${sum} ${mark}`.padEnd(191);
  writeFileSync(path, Buffer.concat([Buffer.from(`${forged}\n`), bytes.subarray(192, Number(at)), table]));
}

const edited = (edit: (table: Record<string, unknown>) => unknown) => (own: string) =>
  JSON.stringify({ ...JSON.parse(own), ...(edit(JSON.parse(own)) as object) });

describe('the facts of earlier runs', () => {
  test('change nothing that is said, whatever is edited', async () => {
    await inAudited(async (folder, said) => {
      expect((await audit(folder)).out).toBe(said);
      const source = join(folder, 'src/a.c');
      writeFileSync(source, readFileSync(source, 'latin1').replace('    control_lock();', '\n    /* none */'));
      const edited = (await audit(folder)).out;
      expect(edited).not.toBe(said);
      expect(edited).toBe((await audit(folder, '--no-cache')).out);
      git(folder, 'checkout', '-q', '--', 'src/a.c');
      expect((await audit(folder)).out).toBe(said);
      writeFileSync(
        join(folder, 'src/b.c'),
        '#include "pool.h"\nint pool_submit_all(void) { return pool_resize(2); }\n',
      );
      expect((await audit(folder)).out).toBe((await audit(folder, '--no-cache')).out);
    });
  });

  test('are used: the second run writes nothing', async () => {
    await inAudited(async (folder) => {
      git(folder, 'update-index', '--refresh');
      const before = readFileSync(join(folder, CACHE));
      await audit(folder);
      await audit(folder, '--why', 'pool_get');
      expect(readFileSync(join(folder, CACHE)).equals(before)).toBe(true);
      expect(readdirSync(join(folder, '.git/header-split'))).toEqual(['facts-v1']);
    });
  });

  test('answer who takes a lock', async () => {
    await inAudited(async (folder) => {
      const question = ['--locks', 'control_lock/control_unlock'];
      const { exitCode, out } = await audit(folder, ...question);
      expect({ exitCode, out }).toEqual({ exitCode: 0, out: (await audit(folder, '--no-cache', ...question)).out });
    });
  });

  test('are made anew where they are damaged, and that is said', async () => {
    const damages: readonly ((folder: string) => void)[] = [
      falsify,
      (folder) => truncateSync(join(folder, CACHE), 5000),
      (folder) => writeFileSync(join(folder, CACHE), 'header-split sections 1 1 1 \0'),
      (folder) => writeFileSync(join(folder, CACHE), ''),
      (folder) => chmodSync(join(folder, CACHE), 0o666),
    ];
    for (const damage of damages) {
      await inAudited(async (folder, said) => {
        damage(folder);
        const { out, err, exitCode } = await audit(folder, '--notes');
        expect({ out, exitCode }).toEqual({ out: said, exitCode: 1 });
        expect(err).toContain('facts-rejected');
        expect((await audit(folder, '--notes')).err).not.toContain('facts-rejected');
      });
    }
  });

  test('are made anew where the table is another one, though its sum is right', async () => {
    const row = { at: 0, length: 99_999_999, sum: '' };
    const forgeries: readonly ((folder: string) => void)[] = [
      (folder) => forge(folder, () => 'not json'),
      (folder) => forge(folder, () => 'null'),
      (folder) => forge(folder, () => '[]'),
      (folder) => forge(folder, (own) => own, '99999999999999999999'),
      (folder) =>
        forge(
          folder,
          edited(() => ({ sections: null })),
        ),
      (folder) =>
        forge(
          folder,
          edited(() => ({ sections: { words: row } })),
        ),
      (folder) =>
        forge(
          folder,
          edited(() => ({ sections: { words: { ...row, length: -1 } } })),
        ),
      (folder) =>
        forge(
          folder,
          edited(() => ({ about: null })),
        ),
      (folder) =>
        forge(
          folder,
          edited(({ about }) => ({ about: { ...(about as object), files: [null] } })),
        ),
      (folder) =>
        forge(
          folder,
          edited(({ about }) => ({ about: { ...(about as object), graph: 3 } })),
        ),
    ];
    await inAudited(async (folder, said) => {
      for (const forgery of forgeries) {
        forgery(folder);
        const { out, err, exitCode } = await audit(folder, '--notes');
        expect({ out, exitCode }).toEqual({ out: said, exitCode: 1 });
        expect(err).toContain('facts-rejected');
      }
      forge(folder, (own) => own);
      expect((await audit(folder, '--notes')).err).not.toContain('facts-rejected');
    });
  });

  test('are not believed where a stranger put them: a copy, a link, a folder', async () => {
    await inAudited(async (folder, said) => {
      const path = join(folder, CACHE);
      copyFileSync(path, `${path}.copy`);
      rmSync(path);
      copyFileSync(`${path}.copy`, path);
      expect(await audit(folder, '--notes')).toMatchObject({
        out: said,
        err: expect.stringContaining('not written here'),
      });
      rmSync(path);
      symlinkSync(`${path}.copy`, path);
      expect((await audit(folder, '--notes')).err).toContain('is not a regular file');
      rmSync(path);
      mkdirSync(path);
      expect(await audit(folder)).toMatchObject({ out: said, exitCode: 1 });
    });
  });

  test('are not written through a link in the git folder, nor without git, nor with --no-cache', async () => {
    await inTemporaryFolder(async (folder) => {
      putFiles(folder, readCase('goto-state'));
      await audit(folder);
      expect(readdirSync(folder)).not.toContain('.git');
      commitAll(folder);
      await audit(folder, '--no-cache');
      expect(existsSync(join(folder, '.git/header-split'))).toBe(false);
      mkdirSync(join(folder, 'elsewhere'));
      symlinkSync(join(folder, 'elsewhere'), join(folder, '.git/header-split'));
      expect((await audit(folder)).exitCode).toBe(1);
      expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
    });
  });

  test('are those of the bytes on disk, where git changes line ends', async () => {
    await inAudited(async (folder) => {
      git(folder, 'config', 'core.autocrlf', 'true');
      rmSync(join(folder, 'src/a.c'));
      git(folder, '-c', 'core.autocrlf=true', 'checkout', '-q', '--', 'src/a.c');
      expect(readFileSync(join(folder, 'src/a.c'), 'latin1')).toContain('\r\n');
      expect((await audit(folder)).out).toBe((await audit(folder, '--no-cache')).out);
      expect((await audit(folder)).out).toBe((await audit(folder, '--no-cache')).out);
    });
  });
});
