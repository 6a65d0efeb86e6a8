import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';

const source = join(import.meta.dirname, '../../src');

/** Compiles what `src/io` is made of into `folder`, for child processes: a test of being killed needs one to kill. */
export function compileIo(folder: string): void {
  for (const layer of ['text', 'diagnostics', 'patch', 'io', 'io/series']) {
    for (const name of readdirSync(join(source, layer)).filter((one) => one.endsWith('.ts'))) {
      const { code } = transformSync(readFileSync(join(source, layer, name), 'utf8'), {
        filename: name,
        module: { type: 'es6' },
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      });
      const compiled = join(folder, layer, name.replace(/ts$/, 'js'));
      mkdirSync(dirname(compiled), { recursive: true });
      writeFileSync(compiled, code.replace(/(from ['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2'));
    }
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'interrupted-write.js'), interruptedWrite);
}

/**
 * node interrupted-write.js ROOT CHANGES.json KIND COUNT: makes the changes, but at the COUNTth file operation that
 * can change the disk, dies (`kill`) or is told that the disk is full (an error code). Prints the outcome; a run that
 * ends before that operation prints `{ "kind": "whole" }`.
 */
const interruptedWrite = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const [root, changes, kind, count] = process.argv.slice(2);
let left = Number(count);
for (const name of ['openSync', 'writeSync', 'fsyncSync', 'mkdirSync', 'linkSync', 'renameSync', 'rmSync', 'rmdirSync']) {
  const original = fs[name];
  fs[name] = (...args) => {
    if (args[0].toString().startsWith(root) || typeof args[0] === 'number') {
      if (--left === 0) {
        if (kind === 'kill') process.kill(process.pid, 'SIGKILL');
        const path = typeof args[0] === 'string' ? args[0] : undefined;
        throw Object.assign(new Error(kind + ': simulated, ' + name), { code: kind, path });
      }
    }
    return original(...args);
  };
}
syncBuiltinESMExports();
const { writeChanges } = await import('./io/writer.js');
const outcome = writeChanges(root, JSON.parse(fs.readFileSync(changes, 'utf8')));
process.stdout.write(JSON.stringify(left > 0 ? { kind: 'whole' } : outcome));
`;
