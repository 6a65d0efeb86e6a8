import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * What gcc says of a unit that includes the given files of the tree, one after another: each message once, without the
 * place where it was met.
 */
export async function messagesOf({ root, dirs, scratch, compilerDir }, files) {
  const unit = join(scratch, 'unit.c');
  writeFileSync(unit, files.map((file) => `#include <${file}>\n`).join(''));
  const folders = [...dirs, '', ...ancestors(files[0])];
  const words = ['-std=gnu17', '-fsyntax-only', '-Wall', '-Werror=implicit', '-nostdinc', '-isystem', compilerDir];
  const search = [...new Set(folders)].flatMap((dir) => ['-I', join(root, dir)]);
  const glib = ['-isystem', '/usr/lib/x86_64-linux-gnu/glib-2.0/include'];
  try {
    const { stderr } = await run('gcc', [...words, ...search, ...glib, unit], { encoding: 'latin1', maxBuffer: 1e8 });
    return { accepted: true, messages: read(stderr) };
  } catch (error) {
    if (typeof error.stderr !== 'string') throw error;
    return { accepted: false, messages: read(error.stderr) };
  }
}

function ancestors(file) {
  const folders = file.split('/').slice(0, -1);
  return folders.map((_, at) => folders.slice(0, at + 1).join('/')).reverse();
}

function read(stderr) {
  const lines = stderr.split('\n').filter((line) => /: (?:fatal )?(?:error|warning): /.test(line));
  return new Set(lines.map((line) => line.replace(/^.*?: ((?:fatal )?(?:error|warning): )/, '$1')));
}

/** Where the compiler's own headers are. */
export async function compilerFolder() {
  return (await run('gcc', ['-print-file-name=include'])).stdout.trim();
}

/** The worst that an order of files says and the header did not; null: nothing. */
export async function newMessage(place, before, files) {
  const after = await messagesOf(place, files);
  const fresh = [...after.messages].filter((message) => !before.messages.has(message));
  if (before.accepted && !after.accepted)
    return `${files.join(' + ')}: ${fresh.find((one) => /error/.test(one)) ?? 'refused'}`;
  return before.accepted && fresh.length > 0 ? `${files.join(' + ')}: ${fresh[0]}` : null;
}

/** Puts the changes over the links below the root for as long as `look` runs. */
export async function withChanges({ root, from }, changes, look) {
  try {
    for (const { path, after } of changes) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      rmSync(join(root, path), { force: true });
      writeFileSync(join(root, path), after, 'latin1');
    }
    return await look();
  } finally {
    for (const { path } of changes) {
      rmSync(join(root, path), { force: true });
      if (existsSync(join(from, path))) symlinkSync(join(from, path), join(root, path));
    }
  }
}
