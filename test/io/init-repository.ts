import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes a repository of a folder, unless it is one: what `git init` made once is written again. Whether it made one. */
export function initRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return false;
  emptyGitFolder ??= readEmptyGitFolder();
  for (const [path, content] of emptyGitFolder) {
    if (content === null) mkdirSync(join(folder, '.git', path), { recursive: true });
    else writeFileSync(join(folder, '.git', path), content);
  }
  return true;
}

/** Gives a repository, by its git folder, a user whom a series can name. */
export function identify(gitFolder: string, name = 'Ada Lovelace', email = 'ada@example.org'): void {
  appendFileSync(join(gitFolder, 'config'), `[user]\n\tname = ${name}\n\temail = ${email}\n`);
}

/** Contents by path, null for a folder; a folder comes before what is in it. Without the examples of hooks. */
type GitFolder = ReadonlyMap<string, Buffer | null>;

let emptyGitFolder: GitFolder | undefined;

function readEmptyGitFolder(): GitFolder {
  const folder = mkdtempSync(join(tmpdir(), 'header-split-test-'));
  try {
    const env = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' };
    execFileSync('git', ['-C', folder, 'init', '-q'], { env });
    const top = join(folder, '.git');
    const paths = readdirSync(top, { recursive: true, encoding: 'utf8' }).filter((path) => !path.endsWith('.sample'));
    return new Map(
      ['', ...paths.sort()].map((path) => {
        const isFolder = statSync(join(top, path)).isDirectory();
        return [path, isFolder ? null : readFileSync(join(top, path))];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
