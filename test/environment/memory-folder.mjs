// Tests make and remove some hundred thousand small files. In memory that takes a third less of the system's time.
import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
const needed = 2 * 2 ** 30;

/** Makes `os.tmpdir()` of the tests a folder in memory, where there is plenty and the caller named no other place. */
export function keepTemporaryFilesInMemory() {
  if (process.env.TMPDIR || !isRoomy()) return;
  const folder = mkdtempSync(join(memory, 'header-split-tests-'));
  // As /tmp: tests run the tool as a user without rights.
  chmodSync(folder, 0o1777);
  // A worker that ends later may still write.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  if (runsPrograms(folder)) process.env.TMPDIR = folder;
}

function isRoomy() {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return Math.min(bavail * bsize, freemem()) > needed;
  } catch {
    return false;
  }
}

/** Many systems forbid that where memory is shared, and fixtures have scripts. */
function runsPrograms(folder) {
  const script = join(folder, 'script');
  writeFileSync(script, '#!/bin/sh\n', { mode: 0o755 });
  try {
    execFileSync(script, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(script);
  }
}
