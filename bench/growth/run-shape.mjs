// node run-shape.mjs NAME COMMAND SIZE,SIZE,…: prints the seconds of CPU that the command takes on the shape at each size,
// as JSON. One process for all, after a first run that warms it up, so that start and compilation count for none.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { shapes } from './shapes.mjs';

const [name, command, sizes] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const { loadBundle } = require('../../bin/load-bundle.js');
const { main } = loadBundle(fileURLToPath(new URL('../../dist/bin/main.cjs', import.meta.url))).exports;
const silent = {
  stdout: () => undefined,
  stderr: () => undefined,
  env: {},
  stdoutIsTerminal: false,
  stderrIsTerminal: false,
  flush: async () => null,
};

const times = [];
for (const size of [200, ...sizes.split(',').map(Number)]) times.push(await timeOf(size));
process.stdout.write(JSON.stringify(times.slice(1)));

async function timeOf(size) {
  const folder = mkdtempSync(join(tmpdir(), 'header-split-growth-'));
  try {
    const files = shapes.get(name).tree(size);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text, 'latin1');
    }
    const manifests = Object.keys(files).filter((path) => path.endsWith('.yaml'));
    const argv = [command, ...(command === 'init' ? ['h.h'] : manifests), '-C', '.'];
    const before = process.cpuUsage();
    const exitCode = await main(argv, { ...silent, cwd: folder });
    const { user, system } = process.cpuUsage(before);
    if (exitCode === 70) throw new Error('a bug of the tool');
    return (user + system) / 1e6;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
