#!/usr/bin/env node
// Starts the command line. Everything it does is in src/cli; here is only what must hold before that is loaded.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const BAD_USAGE = 2;
const BUG = 70;
// Bytes of bytecode that a function runs through before V8 optimises it, thirty times the default: most runs are over
// before that pays.
setFlagsFromString('--interrupt-budget=2000000');
const main = new URL('../dist/bin/main.js', import.meta.url);

if (!currentFolderExists()) {
  process.stderr.write('header-split: the current folder does not exist any more; change to another one\n');
  process.exitCode = BAD_USAGE;
} else if (existsSync(main)) {
  try {
    const cli = await import(main.href);
    process.exitCode = await cli.main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`header-split: a bug of ours, please report it with the lines below\n${describe(error)}\n`);
    process.exitCode = BUG;
  }
} else {
  process.stderr.write(
    `header-split is not built: run \`npm run build\` in ${fileURLToPath(new URL('..', import.meta.url))}\n`,
  );
  process.exitCode = BUG;
}

/** Libraries ask for it while they load. */
function currentFolderExists() {
  try {
    return process.cwd() !== '';
  } catch {
    return false;
  }
}

function describe(error) {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
