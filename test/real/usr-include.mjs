// Splits every header of some Debian packages at random and lets gcc compare before and after.
// usage: node test/real/usr-include.mjs [--seed N] [--only REGEX] [--verbose]
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compareUnits } from './gcc-units.mjs';
import { indexedTree } from './indexed-tree.mjs';
import { everyFile, hash, INCLUDE_DIRS, PACKAGES, packagedHeaders, ROOT } from './packaged-headers.mjs';
import { countTokens, difference, guardOf } from './token-count.mjs';

const dist = process.env.HEADER_SPLIT_DIST ?? new URL('../../dist/', import.meta.url).pathname;
const { parseManifest } = await import(join(dist, 'manifest/parse-manifest.js'));
const { readUnassigned } = await import(join(dist, 'plan/names/unseen-annotations.js'));
const { splitTree } = await import(join(dist, 'split/split-tree.js'));
const { codes } = await import(join(dist, 'diagnostics/codes.js'));

const run = promisify(execFile);
const args = process.argv.slice(2);
const option = (name, otherwise) => (args.includes(name) ? args[args.indexOf(name) + 1] : otherwise);
const seed = Number(option('--seed', '1'));
const wanted = new RegExp(option('--only', '.'));
const isVerbose = args.includes('--verbose');

const headers = packagedHeaders().filter((path) => wanted.test(path));
if (headers.length === 0) {
  console.log(`usr-include: none of ${PACKAGES.join(', ')} is installed; skipped`);
  process.exit(0);
}
const workers = Number(option('--workers', '2'));
const tree = indexedTree(ROOT, everyFile(ROOT));
const results = [];
const queue = [...headers];
const copies = Array.from({ length: workers }, copyOfIncludes);
try {
  await Promise.all(
    copies.map(async (copy) => {
      for (let path = queue.shift(); path !== undefined; path = queue.shift())
        results.push(await tryHeader(copy, path));
    }),
  );
} finally {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
}
process.exitCode = report(results.sort((a, b) => (a.path < b.path ? -1 : 1)));

function copyOfIncludes() {
  const copy = mkdtempSync(join(tmpdir(), 'header-split-include-'));
  cpSync(ROOT, join(copy, 'include'), { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** A manifest that sends each prototype to one of two parts by its name and the seed. */
function manifestFor(path, names, reinclude) {
  const partOf = (name) => (hash(`${seed}/${name}`) % 2 === 0 ? 'graph' : 'io');
  const text = [
    'version: 1',
    `header: ${path}`,
    'parts: { common: {}, graph: {}, io: {} }',
    `include_dirs: [${['.', ...INCLUDE_DIRS].join(', ')}]`,
    ...(reinclude ? ['reinclude: once'] : []),
    names.length === 0 ? 'prototypes: {}' : 'prototypes:',
    ...names.map((name) => `  "${name}": ${partOf(name)}`),
    '',
  ].join('\n');
  return parseManifest({ path: `${path}.yaml`, text });
}

async function tryHeader(copy, path) {
  const text = tree.read(path);
  try {
    const names = [
      ...new Set(
        readUnassigned(tree, { path, text }).header.items.flatMap((item) =>
          item.content.kind === 'declaration' ? item.content.declaration.functions.map(({ name }) => name) : [],
        ),
      ),
    ];
    let split = await splitBy(path, names, false);
    const unguarded = split.findings.some(({ code }) => code === 'guard-missing' || code === 'code-outside-guard');
    // What a maintainer would answer to that finding; without it the header stays whole.
    if (unguarded) split = await splitBy(path, names, true);
    const errors = split.findings.filter((finding) => isError(finding.code));
    if (errors.length > 0) return { path, kind: 'stopped', code: errors[0].code, why: describe(errors[0]) };
    if (split.headers.length === 0) return { path, kind: 'empty', why: 'no item to put anywhere' };
    const wrapper = split.headers.find((change) => change.path === path);
    const guards = [guardOf(text), guardOf(wrapper?.after ?? '')];
    const parts = split.headers.map((change) => change.after);
    const lost = difference(countTokens([text], guards), countTokens(parts, guards));
    if (lost.length > 0) return { path, kind: 'failed', why: `law 1: ${lost.slice(0, 5).join(' ')}` };
    const compared = await compareUnits({ copy, path, changes: split.headers, run });
    return { path, ...compared, unguarded };
  } catch (error) {
    return { path, kind: 'failed', why: `crash: ${error.stack}` };
  }
}

async function splitBy(path, names, reinclude) {
  const { manifest, findings } = manifestFor(path, names, reinclude);
  if (!manifest) throw new Error(`manifest: ${findings[0]?.message}`);
  return splitTree(tree, manifest);
}

function describe(finding) {
  if (!finding) return '';
  return `${finding.message} (${finding.places.map(({ place }) => `${place.line}: ${place.sourceLine.trim().slice(0, 60)}`).join(' | ')})`;
}

function isError(code) {
  return codes[code]?.severity === 'error';
}

function report(all) {
  const kinds = {};
  for (const one of all) {
    kinds[one.kind] ??= [];
    kinds[one.kind].push(one);
  }
  const count = (kind) => kinds[kind]?.length ?? 0;
  for (const one of [...(kinds.failed ?? []), ...(isVerbose ? (kinds.stopped ?? []) : [])])
    console.log(`${one.kind}: ${one.path}: ${one.code ?? ''} ${one.why}`);
  const stopped = count('stopped');
  const share = ((100 * stopped) / all.length).toFixed(2);
  const causes = {};
  for (const one of kinds.stopped ?? []) causes[one.code] = (causes[one.code] ?? 0) + 1;
  console.log(
    `${all.length} headers, seed ${seed}: ${count('same')} compared by gcc and same (${all.filter((one) => one.kind === 'same' && one.unguarded).length} by reinclude: once), ${count('empty')} without items, ${count('alone')} not accepted alone by gcc (law 1 only), ${stopped} stopped (${share} %), ${count('failed')} failed`,
  );
  console.log(
    `causes of stops: ${
      Object.entries(causes)
        .map(([code, number]) => `${code} ${number}`)
        .join(', ') || 'none'
    }`,
  );
  return count('failed') > 0 || stopped > all.length * 0.03 ? 1 : 0;
}
