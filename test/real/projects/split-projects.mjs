import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headerSplit, isInstalled, lastLines } from '../processes.mjs';
import { newRandom } from '../random.mjs';
import { clone } from '../scratch.mjs';
import { assignedManifest, rules } from './assigned-manifest.mjs';
import { codeOf, syntaxOf } from './compile.mjs';
import { compiledByMake } from './make-commands.mjs';
import { projects } from './projects.mjs';
import { changedSources, treeState, undoSplit, untracked } from './tree-state.mjs';

/** Of a project's units, how many are compiled: those that the patch edits, others, and to code. */
const SAMPLE = { edited: 16, tried: 24, code: 8 };

/**
 * Headers of projects that know nothing of the tool, each with a part for every prototype by a rule: gcc takes the same
 * units, with the same warnings, before the split, after it and with assertions; the split alone changes no function's code;
 * `check` is content and a second `apply` changes nothing.
 */
export async function splitProjects({ context, tally, scratch }) {
  for (const tool of ['gcc', 'make'])
    if (!isInstalled(tool)) return tally.skip('C projects', `${tool} is not installed`);
  for (const project of projects) {
    if (!context.projects.test(project.name)) continue;
    const folders = (project.folders ?? [project.name]).map((folder) => join(context.dir, folder));
    const source = folders.find((folder) => existsSync(join(folder, '.git')));
    if (source) await splitProject({ context, tally, scratch }, project, source);
    else tally.skip(project.name, `no sources in ${context.dir}; scripts/fetch-projects.sh brings them`);
  }
}

async function splitProject({ context, tally, scratch }, project, source) {
  const tree = clone(source, join(scratch, project.name));
  const { units, why } = configure(project, tree);
  if (why) return tally.skip(project.name, `not ready to compile: ${why}`);
  const sample = { ...SAMPLE, ...project.sample };
  const run = { context, tally, scratch, tree, units, sample, made: untracked(tree), syntax: new Map() };
  for (const header of project.headers)
    for (const rule of context.allUnits ? Object.keys(rules) : ['by file'])
      await splitHeader(run, {
        title: `${project.name} ${header.path} ${rule}`,
        header: { prelude: project.prelude, ...header },
        rule,
      });
  rmSync(tree, { recursive: true, force: true });
}

/** Makes a clone ready to compile: its units, or why there are none. */
export function configure({ configure, makeArguments = [] }, tree) {
  try {
    configure?.(tree);
    const units = compiledByMake(tree, makeArguments);
    return units.length > 0 ? { units } : { why: 'make names no unit' };
  } catch (error) {
    return { why: error.message };
  }
}

async function splitHeader(run, { title, header, rule }) {
  const { context, tally, scratch, tree, sample } = run;
  const { text, count } = assignedManifest(context, tree, header, rule);
  const manifest = join(scratch, 'manifest.yaml');
  writeFileSync(manifest, text);
  const tool = (command, ...options) => headerSplit(context, [command, manifest, '-C', tree, ...options]);

  const patch = tool('patch');
  if (patch.status !== 0) return tally.check(`${title}: split`, `${count} prototypes`, refusal(patch));
  const users = await chosenUsers(run, header.path, changedSources(patch.stdout));
  const sampled = context.allUnits ? users : users.slice(0, sample.code);
  const code = await codeOf(sampled, scratch);
  try {
    tool('apply', '--only', 'headers');
    compare(tally, `${title}: split compiles`, run.syntax, await syntaxOf(users, scratch));
    sameCode(tally, `${title}: split moves nothing`, code, await codeOf(sampled, scratch));
    if (header.assert) {
      tool('apply');
      compare(tally, `${title}: with assertions compiles`, run.syntax, await syntaxOf(users, scratch));
    }
    tally.check(`${title}: second run`, 'check is content, apply changes nothing', secondRun(tool, tree, scratch));
  } finally {
    undoSplit(tree, run.made);
  }
}

/** Each error with its first place. */
export function refusal({ stderr }) {
  return [...stderr.matchAll(/^error: .*\n(?: *--> .*)?/gm)].map(([error]) => error.replace(/\n */, ' '));
}

/** The units that read the header, before the split, and what gcc says of them; those whose own text changes first. */
async function chosenUsers({ context, scratch, units, tree, sample, syntax }, path, changed) {
  const random = newRandom(1);
  const some = (list, count) => (context.allUnits ? list : random.some(list, count));
  const edited = some(
    units.filter(({ file }) => changed.has(file)),
    sample.edited,
  );
  const tried = [...new Set([...edited, ...some(units, sample.tried)])];
  const unseen = tried.filter(({ file }) => !syntax.has(file));
  for (const [file, result] of await syntaxOf(unseen, scratch)) syntax.set(file, result);
  const header = join(tree, path);
  return tried.filter(({ file }) => syntax.get(file).dependencies.includes(header));
}

/** Fails for each unit of `after` that gcc takes and did not take before, or the reverse, or warns of otherwise. */
export function compare(tally, name, before, after) {
  const verdict = ({ error, warnings }) => (error === null ? `takes it with ${JSON.stringify(warnings)}` : 'fails');
  const wrong = [...after].flatMap(([file, now]) => {
    const then = before.get(file);
    return verdict(then) === verdict(now) ? [] : [`${file}: ${now.error ?? verdict(now)}, before ${verdict(then)}`];
  });
  const taken = [...after.values()].filter(({ error }) => error === null).length;
  tally.check(name, `${taken} of ${after.size} units, the same as before`, wrong);
}

/**
 * Fails for each unit of whose functions and variables one is not as before. Their order in the object may differ: gcc
 * orders them by its graph of calls, and a prototype that names a section (`__init`) is in that from its own line on.
 */
function sameCode(tally, name, before, after) {
  const differing = [...after].filter(([file, now]) => !isSame(now, before.get(file), 'each'));
  const moved = [...after].filter(([file, now]) => !isSame(now, before.get(file), 'inOrder')).length;
  const order = moved > differing.length ? `, of ${moved - differing.length} in another order` : '';
  const lines = differing.map(([file, now]) => `${file}: ${now.error ?? 'a function or variable differs'}`);
  tally.check(name, `code of ${after.size} units, each function and variable as before${order}`, lines);
}

function isSame(now, before, sum) {
  return now.error === before.error && now[sum] === before[sum];
}

function secondRun(tool, tree, scratch) {
  const state = treeState(tree, scratch);
  const check = tool('check');
  const again = tool('apply');
  return [
    ...(check.status === 0 ? [] : [`check: exit ${check.status}: ${lastLines(check)}`]),
    ...(again.status === 0 ? [] : [`apply: exit ${again.status}: ${lastLines(again)}`]),
    ...(treeState(tree, scratch) === state ? [] : ['a second apply changed the tree']),
  ];
}
