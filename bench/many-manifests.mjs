// Manifests for many headers of QEMU, as `init` writes them, with the functions dealt to two parts in turn.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Headers of QEMU 5.2, below include/, whose functions can be dealt so. */
const HEADERS = readFileSync(new URL('headers.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean);

const ASSERTION = 'assert: g_assert(qemu_mutex_iothread_locked());';

/** Writes `count` manifests for headers of the tree at `qemu` into `folder`. `tool`: how it is started. Their paths. */
export function manyManifests({ qemu, folder, tool: [program, ...words], count }) {
  return HEADERS.slice(0, count).map((header, at) => {
    const argv = [...words, 'init', '-C', qemu, '--parts', 'common,graph,io', join(qemu, header)];
    const { stdout, status, stderr } = spawnSync(program, argv, { encoding: 'latin1', cwd: qemu });
    if (status !== 0) throw new Error(`no manifest for ${header}: ${stderr}`);
    const path = join(folder, `many-${at}.yaml`);
    writeFileSync(path, withParts(stdout), 'latin1');
    return path;
  });
}

function withParts(manifest) {
  let next = 0;
  return manifest
    .replace(/^( {2}graph:)$/m, `$1\n    ${ASSERTION}`)
    .replace(/^( {2}[A-Za-z_]\w*:) *(#.*)?$/gm, (line, name, comment) => {
      if (['graph:', 'io:', 'common:'].includes(name.trim())) return line;
      return `${name} ${next++ % 2 === 0 ? 'graph' : 'io'} ${comment ?? ''}`.trimEnd();
    });
}
