// What is measured on QEMU 5.2, and against what.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { stemsOf } from '../dist/io/tree/word-stems.js';
import { parseManifest } from '../dist/manifest/parse-manifest.js';
import { manyManifests } from './many-manifests.mjs';
import { regenerateBench } from './regenerate.mjs';
import { hasSpatch, semanticPatch } from './spatch.mjs';

/** Megabytes. */
const MEMORY_LIMIT = 200;
const PROTOTYPES = 50_000;
/** Of one stem git makes one search; the tool asks for at most so many when few do. */
const STEMS = 16;

export function qemuBench({ cwd, folder, tool }) {
  const file = (name, content) => {
    writeFileSync(join(folder, name), content, 'latin1');
    return join(folder, name);
  };
  const node = process.execPath;
  const script = (name) => fileURLToPath(new URL(name, import.meta.url));
  const shipped = ['block-backend', 'block', 'block_int'].map((name) => shippedManifest(name));
  const [{ text, manifest }] = shipped;
  const asserting = manifest.parts.filter((part) => part.assert !== null);
  const asserted = [...manifest.prototypes].filter(([, { part }]) => asserting.some(({ name }) => name === part));
  const wide = shipped.map((one, at) => file(`wide-${at}.yaml`, withoutDefinitions(one)));
  const withUsers = shipped.map((one, at) =>
    file(`users-${at}.yaml`, `${withoutDefinitions(one)}\nusers: { rewrite: all }\n`),
  );
  const narrow = file('narrow.yaml', text.replace(/^definitions:.*$/m, 'definitions: [block.c, "block/**/*.c"]'));
  const names = file('names', [...manifest.prototypes.keys(), ''].join('\n'));
  const sources = tracked(cwd, '*.c');
  const list = file('sources', sources.join('\n'));
  const thousands = file('thousands', identifiers(cwd, tracked(cwd, 'include/*.h'), 3000).join('\n'));
  const fifty = manyManifests({ qemu: cwd, folder, tool, count: 50 });
  const mails = join(folder, 'series-of-one');
  const series = {
    argv: [...tool, 'series', wide[0], '-o', mails],
    cwd,
    prepare: () => rmSync(mails, { recursive: true, force: true }),
  };
  const large = largeHeader(folder);
  const regenerate = regenerateBench({ qemu: cwd, folder, tool });
  const commands = new Map([
    ['diff', { argv: [...tool, 'diff', wide[0]], cwd }],
    ['floor', { argv: ['sh', '-c', floor(stems(manifest))], cwd }],
    ['git grep of the names', { argv: ['git', 'grep', '-lwF', '-f', names, '--', '*.c', '*.h'], cwd }],
    ['diff, block layer', { argv: [...tool, 'diff', narrow], cwd }],
    ['three headers', { argv: [...tool, 'diff', ...wide], cwd }],
    ['three headers and their users', { argv: [...tool, 'diff', ...withUsers], cwd }],
    ['fifty headers', { argv: [...tool, 'diff', ...fifty], cwd }],
    ['3,000 names', { argv: [node, script('search.mjs'), cwd, thousands, '20'], cwd }],
    ['series', series],
    ['heads and calls', { argv: [node, script('heads.mjs'), cwd, list], cwd }],
    ['call graph', { argv: [node, script('heads.mjs'), cwd, list, 'graph'], cwd }],
    ['ctags', { argv: ['ctags', '--options=NONE', '--language-force=C', '-f', join(folder, 'tags'), '-L', list], cwd }],
    ['--help', { argv: [...tool, '--help'], cwd }],
    ['node -e 0', { argv: [node, '-e', '0'], cwd }],
    ['50,000 prototypes', { argv: [...tool, 'diff', '-C', large.root, large.manifest], cwd }],
    ...regenerate.commands,
  ]);
  const rows = [
    { work: 'diff of one header, every .c file', ours: 'diff', theirs: 'floor', cpu: 1.4, wall: 1.4 },
    { work: 'the same', ours: 'diff', theirs: 'git grep of the names', wall: 1 },
    { work: 'diff of three headers', ours: 'three headers', theirs: 'diff', cpu: 1.5 },
    {
      work: 'diff of three headers and their users',
      ours: 'three headers and their users',
      theirs: 'three headers',
      cpu: 2,
    },
    { work: 'diff of fifty headers', ours: 'fifty headers', theirs: 'diff', cpu: 5 },
    { work: '3,000 names of twenty manifests', ours: '3,000 names', cpu: 1.5 },
    ...regenerate.rows,
    { work: 'series of one header', ours: 'series', theirs: 'diff', cpu: 2 },
    { work: 'heads and calls of every .c file', ours: 'heads and calls', theirs: 'ctags', cpu: 0.5 },
    { work: 'the same, and their call graph', ours: 'call graph', theirs: 'ctags' },
    { work: '--help', ours: '--help', theirs: 'node -e 0', cpu: 1.6 },
    { work: '50,000 prototypes', ours: '50,000 prototypes', cpu: 10 },
  ];
  if (hasSpatch()) {
    const rules = semanticPatch(
      asserted.map(([name]) => name),
      asserting[0].assert,
    );
    const theirs = 'spatch on one file';
    const spatch = ['spatch', '--very-quiet', '--sp-file', file('assert.cocci', rules), 'block/block-backend.c'];
    commands.set(theirs, { argv: spatch, cwd });
    rows.splice(2, 0, { work: 'diff, block layer', ours: 'diff, block layer', theirs, cpu: 1, wall: 1 });
  }
  const memories = [
    { work: 'diff of one header, memory', command: commands.get('diff'), limit: MEMORY_LIMIT },
    { work: '50,000 prototypes, memory', command: commands.get('50,000 prototypes'), limit: 400 },
    regenerate.memory,
  ];
  return { commands, rows, memories, processes: [{ work: 'series of one header', command: series, limit: 20 }] };
}

function shippedManifest(name) {
  const path = fileURLToPath(new URL(`../manifests/qemu/5.2/${name}.yaml`, import.meta.url));
  const text = readFileSync(path, 'latin1');
  return { text, manifest: parseManifest({ path, text }).manifest };
}

function withoutDefinitions({ text }) {
  return text.replace(/^definitions:.*\n/m, '');
}

/** What any tool has to do that finds the files which a header's words stand in: node's start, and git's two answers. */
function floor(strings) {
  const patterns = strings.map((string) => `-e '${string}'`).join(' ');
  return `'${process.execPath}' -e 0; git ls-files; git grep -lF ${patterns}`;
}

/** The tool's own strings: the words of assertions are in files that it reads for the others. */
function stems({ header, prototypes }) {
  const base = header.value.split('/').at(-1);
  return stemsOf([base, `${base.replace(/\W/g, '_').toUpperCase()}`, ...prototypes.keys()], STEMS);
}

function tracked(cwd, glob) {
  return spawnSync('git', ['ls-files', glob], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
    .stdout.split('\n')
    .filter(Boolean);
}

/** The first `count` names of functions that files declare, by the look of them. */
function identifiers(cwd, files, count) {
  const found = new Set();
  for (const path of files) {
    for (const [, name] of readFileSync(join(cwd, path), 'latin1').matchAll(/^\w[\w* ]*[ *](\w{6,})\([^;{}]*\);/gm))
      found.add(name);
    if (found.size >= count) break;
  }
  return [...found].slice(0, count);
}

function largeHeader(folder) {
  const root = join(folder, 'large');
  mkdirSync(root);
  const all = Array.from({ length: PROTOTYPES }, (_, at) => `large_function_${at}`);
  const header = all.map((name) => `/* What ${name} does. */\nint ${name}(struct device *device, int flags);\n`);
  writeFileSync(join(root, 'large.h'), `#ifndef LARGE_H\n#define LARGE_H\n\n${header.join('\n')}\n#endif\n`);
  const parts = 'parts:\n  common: {}\n  graph: {}\n  io: {}\n';
  const prototypes = all.map((name, at) => `  ${name}: ${at % 2 === 0 ? 'graph' : 'io'}\n`);
  const manifest = join(root, 'large.yaml');
  writeFileSync(manifest, `version: 1\nheader: large.h\n${parts}prototypes:\n${prototypes.join('')}`);
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
  ])
    spawnSync('git', args, { cwd: root });
  return { root, manifest };
}
