import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { qemuManifests } from '../manifests.mjs';

const BLOCK_LAYER = /^\.\.\/(?:block|nbd|job)/;

/** Percent. */
const LEAST = { found: 99, precise: 97 };

/** Functions that gcc sees called and the graph does not, with the reason. */
const EXPLAINED = {
  qapi_enum_lookup: 'by macros of headers that the build generates',
  bswap16: 'by names that ## makes',
  bswap32: 'by names that ## makes',
  bswap64: 'by names that ## makes',
  register_module_init: 'in functions that block_init() defines',
  object_dynamic_cast_assert: 'in functions that OBJECT_DECLARE macros define',
  object_class_dynamic_cast_assert: 'in functions that OBJECT_DECLARE macros define',
  nbd_read: 'in functions that DEF_NBD_READ_N() defines',
  be16_to_cpu: 'in functions that DEF_NBD_READ_N() defines',
  be32_to_cpu: 'in functions that DEF_NBD_READ_N() defines',
  be64_to_cpu: 'in functions that DEF_NBD_READ_N() defines',
  error_propagator_cleanup: 'in functions that G_DEFINE_AUTO_CLEANUP macros define',
  nbd_extent_array_free: 'in functions that G_DEFINE_AUTO_CLEANUP macros define',
};

/**
 * Direct calls of the block layer as gcc has them in its call graph, against the graph that `audit` makes of the sources
 * without a build: of functions that QEMU's program defines, called in files that the build does not generate.
 *
 * @param tree QEMU 5.2, configured and otherwise untouched
 */
export async function callEdges({ context, tally, tree, scratch }) {
  const units = JSON.parse(readFileSync(join(tree, 'build/compile_commands.json'), 'utf8'));
  const theirs = await edgesOfGcc(
    tree,
    units.filter(({ file }) => BLOCK_LAYER.test(file)),
    join(scratch, 'callgraph'),
  );
  const program = new Set(units.map(({ directory, file }) => relative(tree, resolve(directory, file))));
  const ours = await edgesOfAudit(context, tree, (path) => program.has(path) || path.startsWith('include/'));
  let [all, found, made, extra] = [0, 0, 0, 0];
  const unexplained = [];
  for (const [caller, callees] of theirs) {
    const mine = ours.callees.get(caller) ?? new Set();
    for (const callee of callees) {
      if (!ours.defined.has(callee)) continue;
      all++;
      if (mine.has(callee)) found++;
      else if (!(callee in EXPLAINED)) unexplained.push(`${caller} calls ${callee}: not found`);
    }
    made += mine.size;
    for (const callee of mine) if (!callees.has(callee)) extra++;
  }
  const percent = { found: (100 * found) / all, precise: 100 - (100 * extra) / made };
  const figures = `${found} of ${all} (${percent.found.toFixed(2)} %), ${extra} of ${made} are more than gcc has (${percent.precise.toFixed(2)} % are right)`;
  const low = Object.entries(LEAST).flatMap(([what, least]) =>
    percent[what] < least ? [`${what}: below ${least} %`] : [],
  );
  tally.check("calls of QEMU's block layer", figures, [...low, ...unexplained]);
}

/** `path:function` -> the functions that it calls directly, as gcc writes them for each unit. */
async function edgesOfGcc(tree, units, out) {
  mkdirSync(out, { recursive: true });
  const edges = new Map();
  const left = [...units.entries()];
  const work = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const [index, { directory, command }] = next;
      const output = join(out, `${index}.s`);
      await promisify(execFile)('gcc', [...flagsOf(command), '-o', output], { cwd: directory });
      readGraph(readFileSync(join(out, `${index}.ci`), 'latin1'), { tree, directory, edges });
    }
  };
  await Promise.all(cpus().map(work));
  return edges;
}

function flagsOf(command) {
  const words = command.split(' ').slice(1);
  const isValue = (at) => ['-o', '-MF', '-MQ'].includes(words[at - 1]);
  const isDropped = (word) => /^-(?:o|c|g|O\d|MD|MF|MQ|W.*|D_FORTIFY_SOURCE.*)$/.test(word);
  const kept = words.filter((word, at) => !isValue(at) && !isDropped(word));
  return [...kept, '-w', '-O0', '-S', '-fcallgraph-info'];
}

function readGraph(text, { tree, directory, edges }) {
  const nodes = new Map();
  for (const [, title, label, rest] of text.matchAll(/^node: \{ title: "([^"]*)" label: "([^"]*)"(.*)\}/gm)) {
    const [name, place = ''] = label.split('\\n');
    const path = relative(tree, resolve(directory, place.replace(/:\d+:\d+$/, '')));
    nodes.set(title, { name, key: `${path}:${name}` });
    const isOfTree = !rest.includes('ellipse') && !path.startsWith('..') && !path.startsWith('build/');
    if (isOfTree && !edges.has(`${path}:${name}`)) edges.set(`${path}:${name}`, new Set());
  }
  for (const [, from, to] of text.matchAll(/^edge: \{ sourcename: "([^"]*)" targetname: "([^"]*)"/gm)) {
    if (to !== '__indirect_call') edges.get(nodes.get(from)?.key)?.add(nodes.get(to)?.name ?? to);
  }
}

/** The same of the audit's graph, through macros, and the names of the functions that files of the program define. */
async function edgesOfAudit({ dist }, tree, isOfProgram) {
  const load = (path) => import(join(dist, path));
  const { readCallGraph } = await load('audit/audit-tree.js');
  const { readEach } = await load('io/tree/scan-files.js');
  const { openDiskTree } = await load('io/tree/disk-tree.js');
  const { parseManifest } = await load('manifest/parse-manifest.js');
  const manifests = qemuManifests().map(
    ({ path }) => parseManifest({ path, text: readFileSync(path, 'latin1') }).manifest,
  );
  const source = openDiskTree(tree);
  const paths = source.files().filter((path) => !path.startsWith('build/'));
  const { graph } = readCallGraph(paths, (some, visit) => readEach(source.root, some, visit), manifests);
  const { nodes, edges, first, files } = graph;
  const definitions = [];
  for (let node = 0; node < nodes.count; node++) {
    if (nodes.kind(node) === 'function' && nodes.file(node) >= 0) definitions.push(node);
  }
  const named = definitions.filter((node) => isOfProgram(files[nodes.file(node)]));
  const defined = new Set(named.map(nodes.name));
  const add = (node, found, seen) => {
    for (let edge = first[node]; edge < first[node + 1]; edge++) {
      const to = edges.to[edge];
      if (edges.kind[edge] !== 0) continue;
      if (nodes.kind(to) === 'function' && defined.has(nodes.name(to))) found.add(nodes.name(to));
      if (nodes.kind(to) !== 'macro' || seen.has(to)) continue;
      seen.add(to);
      add(to, found, seen);
    }
  };
  const callees = new Map();
  for (const node of definitions) {
    const key = `${files[nodes.file(node)]}:${nodes.name(node)}`;
    const found = callees.get(key) ?? new Set();
    callees.set(key, found);
    add(node, found, new Set());
  }
  return { callees, defined };
}
