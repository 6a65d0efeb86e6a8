// Writes a compile database from what make says: make V=1 2>&1 | node scripts/compile-database.mjs >compile_commands.json
// Takes each line that starts a compiler with `-c`, and the directories that `make -w` tells. Whatever else a line does, as
// after `;`, is not carried out by anyone: `verify` refuses such a command by name.
import process from 'node:process';
import { text } from 'node:stream/consumers';

const COMPILER =
  /^\s*(?:(?:cc|ccache|distcc)\s+)?(?:\S*\/)?(?:[\w.]+-)*(?:cc|c\+\+|gcc|g\+\+|clang|clang\+\+)(?:-[\d.]+)?\s/;
const SOURCE = /(?:^|\s)([^\s'"]+\.(?:c|cc|cpp|cxx|S))(?=\s|$)/g;

export function databaseOf(log, top) {
  const folders = [top];
  const entries = [];
  for (const line of log.replace(/\\\n\s*/g, ' ').split('\n')) {
    const [, entered] = /: Entering directory '(.*)'$/.exec(line) ?? [];
    if (entered !== undefined) folders.push(entered);
    else if (/: Leaving directory '/.test(line)) folders.pop();
    else if (COMPILER.test(line) && / -c(\s|$)/.test(line)) {
      const sources = [...line.matchAll(SOURCE)].map(([, source]) => source);
      const file = sources.at(-1);
      if (file !== undefined) entries.push({ directory: folders.at(-1), file, command: line.trim() });
    }
  }
  return entries;
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(`${JSON.stringify(databaseOf(await text(process.stdin), process.cwd()), null, 1)}\n`);
}
