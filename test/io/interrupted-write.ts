/**
 * node interrupted-write.mjs ROOT CHANGES.json KIND COUNT: makes the changes, but at the COUNTth file operation that
 * can change the disk, dies (`kill`) or is told that the disk is full (an error code). Prints the outcome; a run that
 * ends before that operation prints `{ "kind": "whole" }`.
 */
export const interruptedWrite = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { writeChanges } from './io/write/writer.ts';
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
const outcome = writeChanges(root, JSON.parse(fs.readFileSync(changes, 'utf8')));
process.stdout.write(JSON.stringify(left > 0 ? { kind: 'whole' } : outcome));
`;
