// Draws headers of /usr/include as one tree by seed, assigns their functions at random, inline ones included, splits, and
// lets gcc judge: each part file, the wrapper, each two of them in either order, and some headers that include the header.
// What the tool advises where it refuses is carried out to the letter, and gcc judges what comes of that.
// usage: node test/real/include-tree/survey.mjs [--seeds 1,2,3] [--count N] [--only REGEX] [--from DIR] [--verbose]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from '../packaged-headers.mjs';
import { drawManifest, follow, textOf } from './drawn-manifest.mjs';
import { compilerFolder, messagesOf, newMessage, withChanges } from './gcc-judge.mjs';
import { includeFolder, linkedTree } from './linked-tree.mjs';

const dist = process.env.HEADER_SPLIT_DIST ?? new URL('../../../dist/', import.meta.url).pathname;
const { parseManifest } = await import(join(dist, 'manifest/parse-manifest.js'));
const { readUnassigned } = await import(join(dist, 'plan/names/unseen-annotations.js'));
const { functionNames } = await import(join(dist, 'plan/placement.js'));
const { splitTree } = await import(join(dist, 'split/split-tree.js'));
const { helpOf, stopsTheRun, severityOf } = await import(join(dist, 'diagnostics/diagnostic.js'));

const args = process.argv.slice(2);
const option = (name, otherwise) => (args.includes(name) ? args[args.indexOf(name) + 1] : otherwise);
const seeds = option('--seeds', '1').split(',').map(Number);
const count = Number(option('--count', '300'));
const wanted = new RegExp(option('--only', '.'));
const isVerbose = args.includes('--verbose');
const workers = 2;

const compilerDir = await compilerFolder();
const folder = includeFolder(option('--from', '/usr/include'));
const { tree, from, files, dirs } = folder;
const copies = Array.from({ length: workers }, () => linkedTree(folder));
const scratches = copies.map(() => mkdtempSync(join(tmpdir(), 'header-split-unit-')));
try {
  for (const seed of seeds) if (!(await survey(seed))) process.exitCode = 1;
} finally {
  for (const copy of copies) copy.dispose();
  for (const scratch of scratches) rmSync(scratch, { recursive: true, force: true });
}

async function survey(seed) {
  const queue = files
    .filter((path) => path.endsWith('.h') && wanted.test(path))
    .sort((a, b) => hash(`${seed}/${a}`) - hash(`${seed}/${b}`));
  const results = [];
  await Promise.all(
    copies.map(async ({ root }, at) => {
      const place = { root, from, dirs, scratch: scratches[at], compilerDir };
      while (results.length < count) {
        const path = queue.shift();
        if (path === undefined) break;
        const names = namesIn(path);
        if (names.length < 2) continue;
        const before = await messagesOf(place, [path]);
        if (!before.accepted) continue;
        results.push(tell(await tryHeader(place, seed, path, names, before)));
      }
    }),
  );
  return report(seed, results);
}

/** Says at once what is wrong with a header: a run takes many minutes. */
function tell(result) {
  const { kind, path, why } = result;
  if (kind === 'failed' || kind === 'refused' || (isVerbose && why !== null)) console.log(`${kind}: ${path}: ${why}`);
  return result;
}

/** Whether the figures are as they should be: nothing differs for gcc, and few headers are refused as they were drawn. */
function report(seed, results) {
  const ofKind = (kind) => results.filter((one) => one.kind === kind);
  const [refused, advised] = [ofKind('refused'), ofKind('advised')];
  const causes = groupBy([...refused, ...advised], ({ code }) => code);
  const told = [...causes].map(([code, list]) => `${code} ${list.length}`).join(', ') || 'nothing';
  const share = ((100 * (refused.length + advised.length)) / results.length).toFixed(1);
  console.log(
    `${results.length} headers, seed ${seed}: ${ofKind('well').length} well, ${ofKind('once').length} well by reinclude: once, ${refused.length + advised.length} refused (${share} %; ${told}), of these ${advised.length} well by the advice, ${ofKind('failed').length} failed`,
  );
  return ofKind('failed').length === 0 && refused.length + advised.length <= Math.ceil(results.length * 0.03);
}

function namesIn(path) {
  const { header } = readUnassigned(tree, { path, text: tree.read(path) });
  return [...new Set(header.items.flatMap(functionNames))];
}

async function splitBy(drawn) {
  const text = textOf(drawn);
  const { manifest, findings } = parseManifest({ path: `${drawn.path}.yaml`, text });
  if (!manifest) throw new Error(`${text}\n${findings[0]?.message}`);
  return splitTree(tree, manifest);
}

/** Splits a header as it was drawn, and then by the advice for as long as there is some that can be carried out. */
async function tryHeader(place, seed, path, names, before) {
  try {
    let drawn = drawManifest(seed, path, names);
    let split = await splitBy(drawn);
    let cause = null;
    while (stopsTheRun(split.findings)) {
      const errors = split.findings.filter((finding) => severityOf(finding) === 'error');
      const why = errors.map(toldOf).join('\n     ');
      const changed = errors.map((finding) => follow(drawn, helpOf(finding))).find((one) => one !== null);
      // A header without a guard is not refused for what was drawn.
      if (!changed || changed.lines === drawn.lines) cause ??= { code: errors[0].code, why };
      if (!changed) return { path, kind: 'refused', ...cause };
      drawn = changed;
      split = await splitBy(drawn);
    }
    const users = await usersOf(place, path);
    const written = split.headers.map((one) => one.path);
    const fault = await withChanges(place, split.headers, () => judge(place, path, written, before, users));
    if (fault !== null) return { path, kind: 'failed', why: fault };
    if (cause) return { path, kind: 'advised', ...cause };
    return { path, kind: drawn.lines.length > 0 ? 'once' : 'well', why: null };
  } catch (error) {
    return { path, kind: 'failed', why: error.stack };
  }
}

function toldOf(finding) {
  const lines = finding.places.map(({ place }) => place.line).join();
  return `${finding.code}: ${finding.message} (line ${lines}). ${helpOf(finding)}`;
}

/** Some headers that include the header, and what gcc says of each before. */
async function usersOf(place, path) {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const line = new RegExp(`#[ \\t]*include[ \\t]*[<"](?:[^>"]*/)?${base.replaceAll('.', '\\.')}[>"]`);
  const naming = [...tree.filesNaming([base], (file) => file.endsWith('.h') && file !== path).keys()];
  const users = naming
    .filter((file) => line.test(tree.read(file)))
    .sort((a, b) => hash(a) - hash(b))
    .slice(0, 4);
  const found = [];
  for (const user of users) found.push({ user, before: await messagesOf(place, [user]) });
  return found;
}

async function judge(place, path, written, before, users) {
  const files = [...new Set([...written, path])];
  for (const { user, before: alone } of users) {
    const fault = await newMessage(place, alone, [user]);
    if (fault !== null) return `user ${fault}`;
  }
  for (const file of files) {
    const fault = await newMessage(place, before, [file]);
    if (fault !== null) return fault;
  }
  for (const first of files)
    for (const second of files) {
      const fault = first === second ? null : await newMessage(place, before, [first, second]);
      if (fault !== null) return fault;
    }
  return null;
}

function groupBy(list, keyOf) {
  const groups = new Map();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
