#!/usr/bin/env node
// Starts the command line. Everything it does is in src/cli; here is only what must hold before that is loaded. This
// folder is CommonJS: node's loader of modules takes longer to start than `--help` to run.
const { existsSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');
const process = require('node:process');
const { loadBundle } = require('./load-bundle.js');

// As in src/commands/exit-codes.ts, which is not there before the build.
const BAD_USAGE = 2;
const BUG = 70;

start(join(__dirname, '../dist/bin/main.cjs')).then((exitCode) => {
  process.exitCode = exitCode;
});

async function start(bundle) {
  if (!currentFolderExists()) {
    process.stderr.write('header-split: the current directory no longer exists; change to another one\n');
    return BAD_USAGE;
  }
  if (!existsSync(bundle) || !existsSync(join(dirname(bundle), 'commands.cjs'))) {
    process.stderr.write(
      `header-split is not built, or was by an older version: run \`npm run build\` in ${resolve(__dirname, '..')}\n`,
    );
    return BUG;
  }
  try {
    return await loadBundle(bundle).exports.main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`header-split: a bug of ours, please report it with the lines below\n${describe(error)}\n`);
    return BUG;
  }
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
