// A series of twenty headers with its second version, against the git work in it and `diff` of the same manifests.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureInTurns } from './measure.mjs';

const HEADERS = 20;
/** Of each header. */
const PROTOTYPES = 150;
const ROUNDS = 3;
/** Of the sum of what git does and `diff`, wall clock and CPU. */
const TIME_LIMIT = 2;

/** Measures in a repository that it makes in `folder`; `tool` is the command line's first words. Returns lines to print. */
export function seriesLines({ folder, tool }) {
  const tree = join(folder, 'series');
  const earlier = join(folder, 'earlier');
  for (const path of [join(tree, 'include'), join(tree, 'src'), earlier]) mkdirSync(path, { recursive: true });
  const names = Array.from({ length: HEADERS }, (_, at) => `mod${at + 1}`);
  for (const name of names) writeModule(tree, name);
  git(tree, 'init', '-q');
  for (const [key, value] of [
    ['user.name', 'bench'],
    ['user.email', 'bench@localhost'],
  ])
    git(tree, 'config', key, value);
  git(tree, 'add', '-A');
  git(tree, 'commit', '-q', '-m', 'Modules');
  const before = names.map((name) => manifestFile(earlier, name, 0));
  const now = names.map((name, at) => manifestFile(folder, name, at % 7 === 0 ? 1 : 0));
  const [program, ...words] = tool;
  run(program, [...words, 'series', '-C', tree, ...before, '--branch', 'v1']);
  run(program, [...words, 'series', '-C', tree, ...now, '--branch', 'v2']);
  const mails = join(folder, 'mails');
  const second = ['-v', '2', '--previous', 'HEAD..v1', '--was', earlier, '-o', mails];
  const times = measureInTurns(
    new Map([
      ['series', { argv: [...tool, 'series', ...now, ...second], cwd: tree }],
      ['diff', { argv: [...tool, 'diff', ...now], cwd: tree }],
      ['commit-tree', { argv: ['sh', '-c', COMMIT_TREES], cwd: tree }],
      [
        'format-patch',
        { argv: ['git', 'format-patch', '--cover-letter', '-o', join(folder, 'patches'), 'HEAD..v2'], cwd: tree },
      ],
      ['range-diff', { argv: ['git', 'range-diff', '--no-color', 'HEAD..v1', 'HEAD..v2'], cwd: tree }],
    ]),
    ROUNDS,
  );
  const sum = (key) => [...times].reduce((total, [name, time]) => (name === 'series' ? total : total + time[key]), 0);
  const ours = times.get('series');
  const [wall, cpu] = [ours.wall / sum('wall'), ours.cpu / sum('cpu')];
  const verdict = Math.max(wall, cpu) <= TIME_LIMIT ? 'holds' : 'MISSED';
  return [
    ...[...times].map(
      ([name, time]) => `${name} of ${HEADERS} headers: ${time.wall.toFixed(3)} s wall, ${time.cpu.toFixed(3)} s CPU`,
    ),
    `series / git's work and diff: ${wall.toFixed(3)} wall, ${cpu.toFixed(3)} CPU (at most ${TIME_LIMIT}) ${verdict}`,
  ];
}

/** Each commit of version 2 made once more. */
const COMMIT_TREES = `parent=$(git rev-parse HEAD)
for commit in $(git rev-list --reverse HEAD..v2); do
  parent=$(git log -1 --format=%B $commit | git commit-tree $commit^{tree} -p $parent)
done`;

function writeModule(tree, name) {
  const functions = Array.from({ length: PROTOTYPES }, (_, at) => `${name}_function_${at}`);
  const prototypes = functions.map(
    (one, at) =>
      `/* What ${one} does to the device that it is given. */\nint ${one}(struct device *device_${at}, int flags);\n`,
  );
  const guard = `${name.toUpperCase()}_H`;
  const header = `/* SPDX-License-Identifier: MIT */\n#ifndef ${guard}\n#define ${guard}\n\nstruct device;\n\n${prototypes.join('\n')}\n#endif\n`;
  const bodies = functions.map(
    (one, at) =>
      `int ${one}(struct device *device_${at}, int flags)\n{\n    int result = flags + ${at};\n\n    return result;\n}\n`,
  );
  writeFileSync(join(tree, 'include', `${name}.h`), header);
  writeFileSync(join(tree, 'src', `${name}.c`), `#include "${name}.h"\n\n${bodies.join('\n')}`);
}

/** Writes a manifest; `shift` moves every fiftieth function to the other part. Its path. */
function manifestFile(folder, name, shift) {
  const partOf = (at) => ((at % 50 === 7 ? at + shift : at) % 2 === 0 ? 'graph' : 'io');
  const prototypes = Array.from({ length: PROTOTYPES }, (_, at) => `  ${name}_function_${at}: ${partOf(at)}\n`);
  const parts = 'parts:\n  common: {}\n  graph: { assert: "assert(locked());" }\n  io: {}\n';
  const path = join(folder, `${name}.yaml`);
  writeFileSync(
    path,
    `version: 1\nheader: include/${name}.h\ninclude_dirs: [include]\n${parts}prototypes:\n${prototypes.join('')}`,
  );
  return path;
}

function git(tree, ...args) {
  run('git', ['-C', tree, ...args]);
}

function run(program, args) {
  const { status, error, stderr } = spawnSync(program, args, { encoding: 'latin1', env: process.env });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: exit ${status}\n${stderr.slice(-500)}`);
}
