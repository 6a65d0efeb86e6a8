// node run-shape.mjs NAME STEP,STEP,… SIZE,SIZE,…: prints the seconds of CPU that each step takes on the shape at each
// size, a line of JSON as soon as it is known. One process for all, after a first run of each step that warms it up, so
// that start and compilation count for none.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { shapes } from './shapes.mjs';
import { steps } from './steps.mjs';

const [name, chosen, sizes] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const { loadBundle } = require('../../bin/load-bundle.js');
const { main } = loadBundle(fileURLToPath(new URL('../../dist/bin/main.cjs', import.meta.url))).exports;
const silent = {
  stdout: () => undefined,
  stderr: () => undefined,
  env: process.env,
  stdoutIsTerminal: false,
  stderrIsTerminal: false,
  flush: async () => null,
};

for (const step of chosen.split(',')) {
  await timeOf(step, 200);
  for (const size of sizes.split(',').map(Number)) {
    const { seconds, exitCode } = await timeOf(step, size);
    process.stdout.write(`${JSON.stringify({ step, size, seconds, exitCode })}\n`);
  }
}

async function timeOf(step, size) {
  const folder = mkdtempSync(join(tmpdir(), 'header-split-growth-'));
  const tool = (argv) => main([...argv, '-C', '.'], { ...silent, cwd: folder });
  try {
    const files = shapes.get(name).tree(size);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text, 'latin1');
    }
    const { argv, prepare } = steps.get(step);
    await prepare?.(folder, tool);
    const manifests = Object.keys(files).filter((path) => path.endsWith('.yaml'));
    const before = process.cpuUsage();
    const exitCode = await tool(argv(manifests));
    const { user, system } = process.cpuUsage(before);
    if (exitCode === 70) throw new Error('a bug of the tool');
    return { seconds: (user + system) / 1e6, exitCode };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
