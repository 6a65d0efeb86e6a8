import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeFirstCommit } from './first-commit.ts';
import { initRepository } from './init-repository.ts';

/** Runs `work` in a new real folder, which is removed afterwards. */
export async function inTemporaryFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'header-split-test-')));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Contents are latin1. */
export function putFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, 'latin1');
  }
}

/** Every file below the folder but those of git (latin1), and every folder as a path that ends in `/`. No link is followed. */
export function snapshot(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  // `recursive` of readdir follows links to directories from node 22 on.
  const walk = (inside: string): void => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = `${inside}${entry.name}`;
      if (path === '.git') continue;
      if (entry.isDirectory()) {
        found[`${path}/`] = '';
        walk(`${path}/`);
      } else found[path] = entry.isFile() ? readFileSync(join(folder, path), 'latin1') : '(not a file)';
    }
  };
  walk('');
  return found;
}

// A fixture lives for a second: nothing in it needs tidying, or to survive a power cut.
const identity = ['user.name=Nobody', 'user.email=nobody@example.org', 'core.autocrlf=false'];
const haste = ['gc.auto=0', 'maintenance.auto=false', 'core.fsync=none'];
const settings = [...identity, ...haste].flatMap((setting) => ['-c', setting]);

/** git with a fixed identity and none of the user's configuration. */
export function git(folder: string, ...args: readonly string[]): string {
  const env = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' };
  return execFileSync('git', ['-C', folder, ...settings, ...args], { env, encoding: 'latin1', stdio: 'pipe' });
}

export function commitAll(folder: string): void {
  if (initRepository(folder) && makeFirstCommit(folder)) return;
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'before');
}
