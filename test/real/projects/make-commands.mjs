import { join, relative, resolve } from 'node:path';
import { mustRun } from '../processes.mjs';

/**
 * The units that `make` would compile, from what it would run: file from the tree's top, folder the compiler runs in,
 * and its words without what names outputs.
 */
export function compiledByMake(tree, args) {
  const output = mustRun('make', ['-n', '-k', '-w', ...args], { cwd: tree, stdio: ['ignore', 'pipe', 'ignore'] });
  const units = new Map();
  const folders = [tree];
  for (const line of output.replaceAll('\\\n', ' ').split('\n')) {
    const entered = /^make(?:\[\d+\])?: Entering directory '(.*)'$/.exec(line);
    if (entered) folders.push(entered[1]);
    else if (/^make(?:\[\d+\])?: Leaving directory/.test(line)) folders.pop();
    else
      for (const words of shellCommands(line)) {
        const unit = unitOf(tree, folders.at(-1), words);
        if (unit) units.set(unit.file, unit);
      }
  }
  return [...units.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** What a unit's compiler is told, when these words compile one. */
export function unitOf(tree, directory, [program, ...words]) {
  if (!/^(?:gcc|cc)$/.test(program ?? '') || !words.includes('-c')) return null;
  const argv = [];
  const files = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (/^-(?:o|MF|MQ|MT)$/.test(word)) at++;
    else if (/^-(?:D|I|U|include|iquote|isystem)$/.test(word)) argv.push(word, words[++at]);
    else if (/\.c$/.test(word)) files.push(word);
    else if (!/^(?:-c|-pipe|-M.*|-Wp,-M.*)$/.test(word)) argv.push(word);
  }
  const file = relative(tree, resolve(directory, files[0] ?? ''));
  return files.length === 1 && !file.startsWith('..') ? { file, directory, argv, source: join(tree, file) } : null;
}

/** The simple commands of a shell line, as words without their quotes. Nothing is expanded. */
export function shellCommands(line) {
  const commands = [[]];
  const token = /\s+|[;&|()]+|(?:[^\s;&|()'"\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+|./g;
  for (const [text] of line.matchAll(token)) {
    if (/^\s/.test(text)) continue;
    if (/^[;&|()]/.test(text)) commands.push([]);
    else commands.at(-1).push(unquoted(text));
  }
  return commands;
}

function unquoted(word) {
  return word.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g, (_, single, double, escaped) =>
    single !== undefined ? single : double !== undefined ? double.replace(/\\(["\\$`])/g, '$1') : escaped,
  );
}
