import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headerSplit, isInstalled, mustHeaderSplit, mustRun } from '../processes.mjs';
import { newRandom } from '../random.mjs';
import { clone } from '../scratch.mjs';
import { assignedManifest } from './assigned-manifest.mjs';
import { syntaxOf } from './compile.mjs';
import { projects } from './projects.mjs';
import { compare, configure, refusal } from './split-projects.mjs';

/** Of the units that read a changed file, how many are compiled. */
const SAMPLE = 12;

/** Headers that most of their projects' units read. */
const HEADERS = { redis: 'src/server.h', git: 'cache.h', busybox: 'include/libbb.h' };

/**
 * The users' includes of such a header, all rewritten: include lines alone change, `users FILE` explains each part that a
 * file includes then, gcc takes the same units with the same warnings, and a second run is empty.
 */
export async function narrowedProjects({ context, tally, scratch }) {
  for (const tool of ['gcc', 'make'])
    if (!isInstalled(tool)) return tally.skip('users of C projects', `${tool} is not installed`);
  for (const [name, path] of Object.entries(HEADERS)) {
    if (!context.projects.test(name)) continue;
    const source = join(context.dir, name);
    if (existsSync(join(source, '.git'))) await narrowedProject({ context, tally, scratch }, name, path);
    else tally.skip(`users of ${name}`, `no sources in ${context.dir}; scripts/fetch-projects.sh brings them`);
  }
}

async function narrowedProject({ context, tally, scratch }, name, path) {
  const project = projects.find((one) => one.name === name);
  const title = `users of ${name} ${path}`;
  const tree = clone(join(context.dir, name), join(scratch, `users-${name}`));
  const configured = configure(project, tree);
  if (configured.why) return tally.skip(title, `not ready to compile: ${configured.why}`);
  const { units } = configured;
  const header = project.headers.find((one) => one.path === path);
  const manifest = join(scratch, `users-${name}.yaml`);
  writeFileSync(manifest, `${assignedManifest(context, tree, header, 'by file').text}\nusers: { rewrite: all }\n`);
  mustHeaderSplit(context, ['apply', manifest, '-C', tree, '--only', 'headers']);
  mustRun('git', ['-C', tree, 'add', '-A']);
  const patch = headerSplit(context, ['patch', manifest, '-C', tree, '--only', 'users']);
  if (patch.status !== 0) return tally.check(title, 'planned', refusal(patch));
  const changes = changesIn(patch.stdout);
  const explained = JSON.parse(
    mustHeaderSplit(context, ['users', '--format', 'json', manifest, '-C', tree, ...changes.keys()]),
  ).files;
  const random = newRandom(1);
  const tried = context.allUnits ? units : random.some(units, SAMPLE);
  const before = await syntaxOf(tried, scratch);
  mustHeaderSplit(context, ['apply', manifest, '-C', tree, '--only', 'users']);
  compare(tally, `${title}: compile`, before, await syntaxOf(tried, scratch));
  const others = [...changes].flatMap(([file, lines]) =>
    lines.filter((line) => !/^[+-][ \t]*#[ \t]*include\b/.test(line)).map((line) => `${file}: ${line}`),
  );
  tally.check(`${title}: changes`, `${changes.size} files, include lines alone`, others);
  const why = new Map(explained.map(({ file: one, names }) => [one, names]));
  const unexplained = [...changes].flatMap(([file, lines]) => unexplainedIn(file, lines, why.get(file) ?? []));
  tally.check(`${title}: explained`, 'a name for each include that is added', unexplained);
  const again = headerSplit(context, ['diff', '--exit-code', '--only', 'users', manifest, '-C', tree]);
  tally.check(`${title}: second run`, 'empty', again.status === 0 ? [] : [again.stdout.slice(0, 500)]);
  rmSync(tree, { recursive: true, force: true });
}

/** The includes that a file gets and no name of it asks for; who uses nothing gets one. */
function unexplainedIn(file, lines, names) {
  if (names.length === 0 && lines.length === 2) return [];
  const added = lines.flatMap((line) => /^\+.*["<](?:.*\/)?(.*)[">]/.exec(line)?.[1] ?? []);
  const isAsked = (base) => names.some(({ from }) => from.some((path) => path.split('/').at(-1) === base));
  return added.filter((base) => !isAsked(base)).map((base) => `${file}: ${base}`);
}

/** File -> the lines that a patch adds and removes. */
function changesIn(patch) {
  const changes = new Map();
  for (const part of patch.split(/^diff --git /m).slice(1)) {
    const file = /^\+\+\+ b\/(.*)$/m.exec(part)?.[1];
    const lines = part
      .slice(part.indexOf('\n@@'))
      .split('\n')
      .filter((line) => /^[+-]/.test(line));
    changes.set(file, lines);
  }
  return changes;
}
