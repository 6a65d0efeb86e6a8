// Speed and memory of header-split on QEMU, as ratios of whole processes measured in one run.
// usage: npm run bench -- [QEMU-5.2-DIR] [QEMU-7.2-DIR] [qemu-asserts.json]
//        npm run bench -- --audit QEMU-5.2-DIR [--linux DIR]
//        npm run bench -- --growth [REGEX]
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseManifest } from '../dist/manifest/parse-manifest.js';
import { auditLines } from './audit.mjs';
import { growthOfShapes } from './growth.mjs';
import { measureInTurns, measureOnce, peakMemory } from './measure.mjs';
import { regenerateLines } from './regenerate.mjs';
import { seriesLines } from './series.mjs';
import { hasSpatch, semanticPatch } from './spatch.mjs';

const ROUNDS = 7;
/** Megabytes. */
const MEMORY_LIMIT = 200;

if (process.argv[2] === '--growth') process.exit(growthOfShapes(process.argv[3] ?? '') > 0 ? 1 : 0);

const tool = [process.execPath, fileURLToPath(new URL('../bin/header-split.js', import.meta.url))];
const given = process.argv.slice(2);
const linux = given.includes('--linux') ? given.splice(given.indexOf('--linux'), 2)[1] : undefined;
const isAuditAlone = given[0] === '--audit';
if (isAuditAlone) given.shift();
const [qemu = process.env.HEADER_SPLIT_QEMU, later, list] = given;
if (qemu === undefined || !existsSync(join(qemu, 'block/block-backend.c'))) {
  console.log('bench: give the folder of an unpacked QEMU 5.2 under git, as in `npm run bench -- ../qemu-5.2`,');
  console.log('or in HEADER_SPLIT_QEMU.');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'header-split-bench-'));
try {
  if (!isAuditAlone) await bench(resolve(qemu), later, list);
  for (const line of await auditLines({ qemu: resolve(qemu), folder, tool, linux })) console.log(line);
} finally {
  rmSync(folder, { recursive: true });
}

async function bench(cwd, after, assertions) {
  const manifestPath = fileURLToPath(new URL('../manifests/qemu/5.2/block-backend.yaml', import.meta.url));
  const text = readFileSync(manifestPath, 'latin1');
  const { manifest } = parseManifest({ path: manifestPath, text });
  const asserting = manifest.parts.filter((part) => part.assert !== null);
  const asserted = [...manifest.prototypes].filter(([, { part }]) => asserting.some(({ name }) => name === part));
  const wide = file('wide.yaml', text.replace(/^definitions:.*\n/m, ''));
  const narrow = file('narrow.yaml', text.replace(/^definitions:.*$/m, 'definitions: [block.c, "block/**/*.c"]'));
  const names = file('names', [...manifest.prototypes.keys(), ''].join('\n'));
  const rules = semanticPatch(
    asserted.map(([name]) => name),
    asserting[0].assert,
  );
  const spatch = ['spatch', '--very-quiet', '--sp-file', file('assert.cocci', rules)];
  const commands = new Map([
    ['diff, every .c file', { argv: [...tool, 'diff', wide], cwd }],
    ['git grep', { argv: ['git', 'grep', '-lwF', '-f', names, '--', '*.c', '*.h'], cwd }],
    ['diff, block layer', { argv: [...tool, 'diff', narrow], cwd }],
    ['--help', { argv: [...tool, '--help'], cwd }],
    ['node -e 0', { argv: [process.execPath, '-e', '0'], cwd }],
  ]);
  if (hasSpatch()) commands.set('spatch, one file', { argv: [...spatch, 'block/block-backend.c'], cwd });
  else console.log("Coccinelle's spatch is missing: without it two ratios and its accuracy are left out.");

  const times = measureInTurns(commands, ROUNDS);
  for (const [name, { wall, cpu }] of times)
    console.log(`${name.padEnd(22)} ${seconds(wall)} wall ${seconds(cpu)} CPU`);
  ratio(times, 'diff, every .c file', 'git grep', 1.5);
  ratio(times, '--help', 'node -e 0', 3);
  if (times.has('spatch, one file')) {
    ratio(times, 'diff, block layer', 'spatch, one file', 1);
    // Minutes, so once: the files one by one, as spatch does by itself in a folder.
    const all = [
      measureOnce({ argv: [...spatch, 'block.c'], cwd }),
      measureOnce({ argv: [...spatch, '--dir', 'block'], cwd }),
    ];
    const sum = { wall: all[0].wall + all[1].wall, cpu: all[0].cpu + all[1].cpu };
    ratio(new Map([...times, ['spatch, same files', sum]]), 'diff, block layer', 'spatch, same files', 1 / 20);
  }
  for (const name of ['diff, every .c file', 'diff, block layer']) {
    const peak = await peakMemory(commands.get(name));
    console.log(`${name}: ${peak === null ? 'unknown' : peak.toFixed(0)} MB at the peak (at most ${MEMORY_LIMIT})`);
  }
  for (const line of await regenerateLines({ qemu: cwd, folder, tool })) console.log(line);
  for (const line of seriesLines({ folder, tool })) console.log(line);
  await tellAccuracy(cwd, after, assertions);
}

async function tellAccuracy(before, after, list) {
  if (after === undefined || list === undefined) {
    console.log('Accuracy is left out: it needs QEMU 7.2 and the list of its assertions as second and third argument.');
    return;
  }
  const { accuracyLines } = await import('./accuracy.mjs');
  for (const line of await accuracyLines({ before, after, list })) console.log(line);
}

function ratio(times, ours, theirs, limit) {
  const [a, b] = [times.get(ours), times.get(theirs)];
  const [wall, cpu] = [a.wall / b.wall, a.cpu / b.cpu];
  const verdict = Math.max(wall, cpu) <= limit ? 'holds' : 'MISSED';
  console.log(`${ours} / ${theirs}: ${wall.toFixed(3)} wall, ${cpu.toFixed(3)} CPU (at most ${limit}) ${verdict}`);
}

function seconds(value) {
  return `${value.toFixed(3)} s`;
}

function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content, 'latin1');
  return path;
}
