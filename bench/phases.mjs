// Where the time of a command goes: printed below a row that misses its limit, so that the claim can be checked.
//
// What the process itself takes is known from one of its own, and the rest is that of its children, which are git. The share
// of each phase in it is that of the samples of node's profiler in another run: of each sample, the innermost function
// that begins a phase. Below it stand the functions that take the most themselves, by the same samples.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { measureOnce } from './measure.mjs';

const ROUNDS = 3;
const INTERVAL = 200;
const SHOWN = 15;
const ownCpu = fileURLToPath(new URL('own-cpu.cjs', import.meta.url));

/** Phase -> the functions with which it begins. A bundler numbers those whose names are taken. */
const PHASES = {
  'collect garbage': /^\(garbage collector\)$/,
  load: /^(?:loadBundle|loadCommands|compileForInternalLoader|Module\._load|importParser|src\/.*)$/,
  'read arguments': /^parseCommandLine$/,
  'read manifests': /^readManifests$/,
  'list files': /^(?:listFiles|list)$/,
  'search files':
    /^(?:scanFiles|candidates|filesHolding|search|filesNaming|searchAhead|treeFacts|factsForEach|mentionsOf)$/,
  'cut tokens': /^(?:lex|matchBrackets)$/,
  'read functions': /^(?:readTop|readDefinition)$/,
  'make the graph': /^(?:readCallGraph|buildGraph)$/,
  'read files': /^(?:readThrough|readInside|readEach)$/,
  'edit sources':
    /^(?:planAssertions|searchDefinitions|planFile|assertBody|askGrammar|statementsOf|planMoves|reassert.*)$/,
  'plan headers': /^(?:readHeader|splitHeader|splitWholeHeader|planSplit|parseHeader|checkConservation)$/,
  'make commits and mails': /^(?:makeCommits|commitsOf|formatMails|planSeries|coverLetter)$/,
  print: /^(?:showRun|formatPatch|reportRun)$/,
};

/**
 * Lines: one with the phases of a command, the longest first, and what bare node takes; and one with the functions that take
 * the most, in milliseconds. `folder`: for what is measured.
 */
export function phasesOf({ argv, cwd, prepare }, folder) {
  const [node, ...args] = argv;
  const bare = medianCpu({ argv: [node, '-e', '0'], cwd });
  mkdirSync(folder, { recursive: true });
  process.env.BENCH_OWN_CPU = join(folder, 'own-cpu');
  const runs = Array.from({ length: ROUNDS }, () => {
    prepare?.();
    const { cpu } = measureOnce({ argv: [node, '--require', ownCpu, ...args], cwd });
    return { cpu, ...JSON.parse(readFileSync(process.env.BENCH_OWN_CPU, 'utf8')) };
  }).sort((a, b) => a.own - b.own);
  const { cpu, own, helpers } = runs[ROUNDS >> 1];
  prepare?.();
  const profiles = join(folder, 'profiles');
  rmSync(profiles, { recursive: true, force: true });
  const profiling = ['--cpu-prof', `--cpu-prof-interval=${INTERVAL}`, `--cpu-prof-dir=${profiles}`];
  measureOnce({ argv: [node, ...profiling, ...args], cwd });
  const profile = JSON.parse(readFileSync(join(profiles, readdirSync(profiles)[0]), 'utf8'));
  const shares = sharesIn(profile);
  const left = Math.max(0, own - bare - helpers);
  const phases = [...shares].sort((a, b) => b[1] - a[1]).map(([name, share]) => [name, share * left]);
  const shown = [['git', Math.max(0, cpu - own)], ['bare node', bare], ["V8's helper threads", helpers], ...phases];
  const told = shown
    .filter(([, seconds]) => seconds >= 0.001)
    .map(([name, seconds]) => `${name} ${seconds.toFixed(3)}`);
  return [told.join(', '), `of these in ms: ${longestIn(profile, left * 1000).join(', ')}`];
}

/** A line with what the parts of a floor take, each run by itself; null for a command that is none. */
export function floorOf({ argv: [shell, , script], cwd }) {
  if (shell !== 'sh') return null;
  const told = script.split('; ').map((part) => {
    const words = part.replace(/ -e '.*$/, '').replace(/^'[^']*'/, 'node');
    return `${words} ${medianCpu({ argv: ['sh', '-c', part], cwd }).toFixed(3)}`;
  });
  return [told.join(', ')];
}

function medianCpu(command) {
  const runs = Array.from({ length: ROUNDS }, () => measureOnce(command).cpu);
  return runs.sort((a, b) => a - b)[ROUNDS >> 1];
}

/** The functions in which most samples were taken, callees apart, with their shares of `milliseconds`. */
function longestIn({ nodes, samples }, milliseconds) {
  const byId = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const counts = new Map();
  for (const sample of samples) {
    const { functionName, url, lineNumber } = byId.get(sample);
    if (isWaiting(functionName)) continue;
    const shown = functionName === '' ? `${url.split('/').at(-1)}:${lineNumber + 1}` : functionName;
    const name = shown.length > 40 ? `${shown.slice(0, 40)}...` : shown;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const longest = [...counts].sort((a, b) => b[1] - a[1]).slice(0, SHOWN);
  return longest.map(([name, count]) => `${name} ${((count / all) * milliseconds).toFixed(1)}`);
}

function isWaiting(name) {
  return name === 'spawnSync' || name === '(idle)';
}

/** Phase -> its share of the samples, without those in which the process waits. */
function sharesIn({ nodes, samples }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const phases = new Map();
  const phaseOf = (id) => {
    const known = phases.get(id);
    if (known !== undefined) return known;
    const name = byId.get(id)?.callFrame.functionName.replace(/\d+$/, '') ?? '';
    const begun = Object.entries(PHASES).find(([, functions]) => functions.test(name))?.[0];
    const phase = isWaiting(name) ? null : (begun ?? (parents.has(id) ? phaseOf(parents.get(id)) : 'other'));
    phases.set(id, phase);
    return phase;
  };
  const counts = new Map();
  for (const sample of samples) {
    const phase = phaseOf(sample);
    if (phase !== null) counts.set(phase, (counts.get(phase) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Map([...counts].map(([phase, count]) => [phase, count / all]));
}
