import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** Files with these names say that git would leave files out, or keep other bytes of them. */
const speaksToGit = new Set(['.git', '.gitattributes', '.gitconfig', '.gitignore', '.config']);

/**
 * Makes the first commit of a repository that has none, of all that is in `folder`, as `git add -A` and `git commit` do:
 * most fixtures need no more, and two processes of git take ten times as long. False, and nothing done, where the
 * folder has more than plain files.
 */
export function makeFirstCommit(folder: string, authorDate?: string): boolean {
  const files = plainFilesIn(folder, '');
  if (files === null) return false;
  const gitFolder = join(folder, '.git');
  const entries = files.map((path) => readEntry(gitFolder, folder, path));
  writeFileSync(join(gitFolder, 'index'), indexOf(entries));
  const who = 'Nobody <nobody@example.org>';
  const now = `${Math.floor(Date.now() / 1000)} +0000`;
  const text = [
    `tree ${writeTree(gitFolder, entries, '')}`,
    `author ${who} ${authorDate ?? now}`,
    `committer ${who} ${now}`,
    '',
    'before\n',
  ].join('\n');
  const commit = writeObject(gitFolder, 'commit', Buffer.from(text)).toString('hex');
  const branch = readFileSync(join(gitFolder, 'HEAD'), 'utf8').trim().replace('ref: ', '');
  const log = `${'0'.repeat(40)} ${commit} ${who} ${now}\tcommit (initial): before\n`;
  mkdirSync(join(gitFolder, 'logs/refs/heads'), { recursive: true });
  for (const path of ['logs/HEAD', `logs/${branch}`]) writeFileSync(join(gitFolder, path), log);
  writeFileSync(join(gitFolder, branch), `${commit}\n`);
  return true;
}

type Entry = { readonly path: string; readonly isExecutable: boolean; readonly id: Buffer; readonly stat: Buffer };

/** Null where git would have to be asked what to keep of the folder. */
function plainFilesIn(folder: string, inside: string): readonly string[] | null {
  const found: string[] = [];
  for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
    if (inside === '' && entry.name === '.git') continue;
    if (!isPlain(entry)) return null;
    const path = `${inside}${entry.name}`;
    const below = entry.isFile() ? [path] : plainFilesIn(folder, `${path}/`);
    if (below === null) return null;
    found.push(...below);
  }
  return found;
}

function isPlain(entry: Dirent): boolean {
  if (!entry.isFile() && !entry.isDirectory()) return false;
  return !speaksToGit.has(entry.name) && !entry.name.includes('\ufffd');
}

function readEntry(gitFolder: string, folder: string, path: string): Entry {
  const bytes = readFileSync(join(folder, path));
  const stat = lstatSync(join(folder, path), { bigint: true });
  const isExecutable = (stat.mode & 0o100n) !== 0n;
  const second = 1_000_000_000n;
  const times = [stat.ctimeNs, stat.mtimeNs].flatMap((time) => [time / second, time % second]);
  const mode = isExecutable ? 0o100755n : 0o100644n;
  const numbers = [...times, stat.dev, stat.ino, mode, stat.uid, stat.gid, stat.size];
  const id = writeObject(gitFolder, 'blob', bytes);
  return { path, isExecutable, id, stat: Buffer.concat(numbers.map((one) => bigEndian(one))) };
}

/** https://git-scm.com/docs/index-format, version 2. */
function indexOf(entries: readonly Entry[]): Buffer {
  const records = entries
    .map(({ path, id, stat }) => ({ name: Buffer.from(path), id, stat }))
    .sort((a, b) => Buffer.compare(a.name, b.name))
    .map(({ name, id, stat }) => {
      const length = Buffer.from([Math.min(name.length, 0xfff) >> 8, Math.min(name.length, 0xfff) & 0xff]);
      const record = Buffer.concat([stat, id, length, name]);
      return Buffer.concat([record, Buffer.alloc(8 - (record.length % 8))]);
    });
  const content = Buffer.concat([Buffer.from('DIRC'), bigEndian(2n), bigEndian(BigInt(records.length)), ...records]);
  return Buffer.concat([content, createHash('sha1').update(content).digest()]);
}

function bigEndian(number: bigint): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(Number(number & 0xffff_ffffn));
  return bytes;
}

/** The id of the tree of the entries below the folder `inside`, which is empty or ends in `/`. */
function writeTree(gitFolder: string, entries: readonly Entry[], inside: string): string {
  const lines = new Map<string, Buffer>();
  for (const { path, isExecutable, id } of entries.filter((entry) => entry.path.startsWith(inside))) {
    const [name = '', ...below] = path.slice(inside.length).split('/');
    // A folder is sorted as if its name ended in `/`.
    if (below.length === 0)
      lines.set(name, Buffer.concat([Buffer.from(`${isExecutable ? 100755 : 100644} ${name}\0`), id]));
    else if (!lines.has(`${name}/`)) {
      const tree = Buffer.from(writeTree(gitFolder, entries, `${inside}${name}/`), 'hex');
      lines.set(`${name}/`, Buffer.concat([Buffer.from(`40000 ${name}\0`), tree]));
    }
  }
  const sorted = [...lines].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return writeObject(gitFolder, 'tree', Buffer.concat(sorted.map(([, line]) => line))).toString('hex');
}

function writeObject(gitFolder: string, kind: 'blob' | 'tree' | 'commit', content: Buffer): Buffer {
  const bytes = Buffer.concat([Buffer.from(`${kind} ${content.length}\0`), content]);
  const id = createHash('sha1').update(bytes).digest();
  const name = id.toString('hex');
  const folder = join(gitFolder, 'objects', name.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name.slice(2)), deflateSync(bytes, { level: 1 }), { mode: 0o444 });
  return id;
}
