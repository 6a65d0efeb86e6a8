// The review page of a large header: how long it takes to make when the audit's index is warm, its size, and what a key
// costs on it. `init` writes the manifest; its functions are dealt to two parts in turn, of which one asserts.
import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { findChromium } from '../test/browser/chromium.mjs';
import { tellKeys } from './keys.mjs';
import { measureInTurns } from './measure.mjs';

/** `tree`: redis. Tells lines as they are known. */
export async function tellPage({ tree, folder, tool, rounds, tell, header = 'src/server.h' }) {
  const [program, ...words] = tool;
  const argv = [...words, 'init', '-C', tree, '--parts', 'common,graph,io', join(tree, header)];
  const { stdout, stderr, status } = spawnSync(program, argv, { encoding: 'latin1', cwd: tree });
  if (status !== 0) throw new Error(`no manifest for ${header}: ${stderr}`);
  const pages = ['one part', 'half of it asserting'].map((title, isDealt) => {
    const manifest = join(folder, `page-${isDealt}.yaml`);
    writeFileSync(manifest, withParts(stdout, isDealt === 1), 'latin1');
    const file = join(folder, `page-${isDealt}.html`);
    return { title, file, argv: [...tool, 'review', manifest, '-C', tree, '-o', file] };
  });
  const commands = new Map(pages.map(({ title, argv: command }) => [title, { argv: command, cwd: tree }]));
  // The first run of each fills the audit's index.
  measureInTurns(commands, 1);
  const times = measureInTurns(commands, rounds);
  for (const { title, file } of pages) {
    const { wall, cpu } = times.get(title);
    const bytes = (statSync(file).size / 1e6).toFixed(2);
    tell(`page of ${header}, ${title}: ${wall.toFixed(2)} s (3), ${cpu.toFixed(2)} s CPU, ${bytes} MB (3)`);
  }
  const chromium = findChromium();
  if (chromium === null) tell('no Chromium here: the keys were not measured');
  else await tellKeys({ chromium, file: pages[1].file, tell, presses: Number(process.env.BENCH_PRESSES ?? 100) });
}

function withParts(manifest, isDealt) {
  const rules =
    '    assert: serverAssert(inMainThread());\n    assert_include: server.h\n    may_call: [graph, io, common]';
  let next = 0;
  return manifest
    .replace(/^( {2}graph:)$/m, `$1\n${rules}`)
    .replace(/^( {2}io:)$/m, '$1\n    may_call: [io, common]')
    .replace(/^( {2}[A-Za-z_]\w*:) *(?:#.*)?$/gm, (line, name) => {
      if (/^ {2}(?:common|graph|io):$/.test(line)) return line;
      return `${name} ${isDealt && next++ % 2 === 0 ? 'graph' : 'io'}`;
    });
}
