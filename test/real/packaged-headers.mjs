import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Debian packages whose headers are split at random, as far as they are installed. */
export const PACKAGES = [
  'libc6-dev',
  'linux-libc-dev',
  'libglib2.0-dev',
  'libssl-dev',
  'zlib1g-dev',
  'libcurl4-openssl-dev',
  'libsqlite3-dev',
  'libpq-dev',
];

export const ROOT = '/usr/include';

/** What a compiler is told to look into besides the root, relative to it. */
export const INCLUDE_DIRS = ['x86_64-linux-gnu', 'glib-2.0', 'gio-unix-2.0', 'postgresql', 'postgresql/internal'];

/** The headers of the packages, relative to the root. */
export function packagedHeaders() {
  const listed = PACKAGES.flatMap((name) => {
    try {
      return execFileSync('dpkg', ['-L', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n');
    } catch {
      return [];
    }
  });
  return [...new Set(listed)]
    .filter((path) => path.startsWith(`${ROOT}/`) && path.endsWith('.h'))
    .map((path) => path.slice(ROOT.length + 1))
    .sort();
}

export function everyFile(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
}

/** The same number for the same text, spread evenly. */
export function hash(text) {
  let value = 2166136261;
  for (const letter of text) value = Math.imul(value ^ letter.charCodeAt(0), 16777619);
  return (value ^ (value >>> 15)) >>> 1;
}
