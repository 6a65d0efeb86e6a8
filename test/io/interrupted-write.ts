/**
 * node interrupted-write.mjs CHANGES.json KIND COUNT ROOT...: makes the changes below each root, but at the COUNTth file
 * operation that can change the disk, and one later below each further root, dies (`kill`) or is told that the disk is
 * full (an error code). Prints the outcomes; a run that ends before that operation prints `{ "kind": "whole" }`.
 */
export const interruptedWrite = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { writeChanges } from './io/write/writer.ts';
const [changes, kind, count, ...roots] = process.argv.slice(2);
let [root, left] = ['', 0];
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
const made = JSON.parse(fs.readFileSync(changes, 'utf8'));
const outcomes = roots.map((each, at) => {
  [root, left] = [each, Number(count) + at];
  const outcome = writeChanges(root, made);
  return left > 0 ? { kind: 'whole' } : outcome;
});
process.stdout.write(JSON.stringify(outcomes));
`;
