// Draws headers of a copy of /usr/include by seed, assigns their prototypes at random, splits, and lets gcc judge.
// usage: node test/real/include-tree/survey.mjs [--seeds 1,2,3] [--count N] [--only REGEX] [--from DIR] [--verbose]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from '../packaged-headers.mjs';
import { copiedTree } from './copied-tree.mjs';
import { compilerFolder, messagesOf, newMessage, withChanges } from './gcc-judge.mjs';

const dist = process.env.HEADER_SPLIT_DIST ?? new URL('../../../dist/', import.meta.url).pathname;
const { parseManifest } = await import(join(dist, 'manifest/parse-manifest.js'));
const { readUnassigned } = await import(join(dist, 'plan/names/unseen-annotations.js'));
const { functionNames } = await import(join(dist, 'plan/placement.js'));
const { splitTree } = await import(join(dist, 'split/split-tree.js'));
const { codes } = await import(join(dist, 'diagnostics/codes.js'));

const args = process.argv.slice(2);
const option = (name, otherwise) => (args.includes(name) ? args[args.indexOf(name) + 1] : otherwise);
const seeds = option('--seeds', '1').split(',').map(Number);
const count = Number(option('--count', '300'));
const wanted = new RegExp(option('--only', '.'));
const isVerbose = args.includes('--verbose');
const workers = 2;

const compilerDir = await compilerFolder();
const copies = Array.from({ length: workers }, () => copiedTree(option('--from', '/usr/include')));
const { tree } = copies[0];
const scratches = copies.map(() => mkdtempSync(join(tmpdir(), 'header-split-unit-')));
try {
  for (const seed of seeds) if (!(await survey(seed))) process.exitCode = 1;
} finally {
  for (const copy of copies) copy.dispose();
  for (const scratch of scratches) rmSync(scratch, { recursive: true, force: true });
}

async function survey(seed) {
  const queue = copies[0].files
    .filter((path) => path.endsWith('.h') && !/(^|\/)c\+\+\/|^node\//.test(path) && wanted.test(path))
    .sort((a, b) => hash(`${seed}/${a}`) - hash(`${seed}/${b}`));
  const results = [];
  await Promise.all(
    copies.map(async ({ root, dirs }, at) => {
      const place = { root, dirs, scratch: scratches[at], compilerDir };
      while (results.length < count) {
        const path = queue.shift();
        if (path === undefined) break;
        const names = namesIn(path);
        if (names.length < 2) continue;
        const before = await messagesOf(place, [path]);
        if (!before.accepted) continue;
        results.push(await tryHeader(place, seed, path, names, before));
      }
    }),
  );
  const kinds = groupBy(results, ({ kind }) => kind);
  const refused = kinds.get('refused') ?? [];
  for (const one of results)
    if (one.kind === 'failed' || (isVerbose && one.kind === 'refused'))
      console.log(`${one.kind}: ${one.path}: ${one.why}`);
  const causes = groupBy(refused, ({ code }) => code);
  const kindsTold = [...kinds].map(([kind, list]) => `${kind} ${list.length}`).join(', ');
  const causesTold = [...causes].map(([code, list]) => `${code} ${list.length}`).join(', ') || 'nothing';
  console.log(`seed ${seed}: ${results.length} headers: ${kindsTold}; refused by ${causesTold}`);
  return !kinds.has('failed') && refused.length <= results.length * 0.03;
}

function namesIn(path) {
  const { header } = readUnassigned(tree, { path, text: tree.read(path) });
  return [...new Set(header.items.flatMap(functionNames))];
}

function manifestOf(path, parts, lines) {
  const text = [
    'version: 1',
    `header: ${JSON.stringify(path)}`,
    'parts: { common: {}, graph: {}, io: {} }',
    ...lines,
    'prototypes:',
    ...[...parts].map(([name, part]) => `  "${name}": ${part}`),
    '',
  ].join('\n');
  const { manifest, findings } = parseManifest({ path: `${path}.yaml`, text });
  if (!manifest) throw new Error(`${text}\n${findings[0]?.message}`);
  return manifest;
}

async function tryHeader(place, seed, path, names, before) {
  const parts = new Map(names.map((name) => [name, ['common', 'graph', 'io'][hash(`${seed}/${path}/${name}`) % 3]]));
  try {
    let lines = [];
    let split = await splitTree(tree, manifestOf(path, parts, lines));
    let errors = split.findings.filter(({ code }) => codes[code].severity === 'error');
    let once = false;
    if (errors.some(({ code }) => code === 'guard-missing' || code === 'code-outside-guard')) {
      once = true;
      lines = ['reinclude: once'];
      split = await splitTree(tree, manifestOf(path, parts, lines));
      errors = split.findings.filter(({ code }) => codes[code].severity === 'error');
    }
    if (errors.length > 0)
      return {
        path,
        kind: 'refused',
        code: errors[0].code,
        why: errors
          .map((e) => `${e.code} ${e.message} @${e.places.map(({ place }) => place.line).join()} | ${e.next ?? ''}`)
          .join('\n     '),
      };
    const users = await usersOf(place, path);
    const fault = await withChanges(place.root, split.headers, () =>
      judge(
        place,
        path,
        split.headers.map((one) => one.path),
        before,
        users,
      ),
    );
    return fault === null ? { path, kind: once ? 'well-once' : 'well' } : { path, kind: 'failed', why: fault };
  } catch (error) {
    return { path, kind: 'failed', why: error.stack };
  }
}

/** Some headers that include the header, and what gcc says of each before. */
async function usersOf(place, path) {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const line = new RegExp(`#[ \\t]*include[ \\t]*[<"](?:[^>"]*/)?${base.replaceAll('.', '\\.')}[>"]`);
  const naming = [
    ...tree.filesNaming([base], (file) => file.endsWith('.h') && file !== path && !file.startsWith('node/')).keys(),
  ];
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
