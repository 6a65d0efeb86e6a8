import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { tagsOf } from '../ctags.mjs';
import { headerSplit, isInstalled, mustRun, run } from '../processes.mjs';

/** At most this share of all items may be opaque. */
const LIMIT = 0.005;

/**
 * On all of QEMU's include/ and of the kernel headers: few items are opaque, each is reported by `check`, and none of
 * them swallows a function that universal-ctags sees outside of it.
 */
export async function containment({ context, tally, scratch }) {
  const qemu = mustRun('git', ['-C', context.before, 'ls-files', 'include'])
    .split('\n')
    .filter((path) => path.endsWith('.h'));
  await contain({ context, tally, scratch, title: "QEMU 5.2's include/", tree: context.before, paths: qemu });
  const listed = run('dpkg', ['-L', 'linux-libc-dev']);
  if (listed.status !== 0) return tally.skip('opaque items of the kernel headers', 'linux-libc-dev is not installed');
  const kernel = listed.stdout.split('\n').filter((path) => path.startsWith('/usr/include/') && path.endsWith('.h'));
  const paths = kernel.map((path) => path.slice('/usr/include/'.length));
  await contain({ context, tally, scratch, title: 'the kernel headers', tree: '/usr/include', paths });
}

async function contain({ context, tally, scratch, title, tree, paths }) {
  const headers = await parseAll(
    context,
    tree,
    paths.filter((one) => existsSync(join(tree, one))),
  );
  const items = headers.reduce((sum, header) => sum + header.items, 0);
  const opaque = headers.filter(({ spans }) => spans.length > 0);
  const count = opaque.reduce((sum, { spans }) => sum + spans.length, 0);
  const share = `${((100 * count) / items).toFixed(3)} %`;
  const tooMany = count < items * LIMIT ? [] : [`${share} is not under ${100 * LIMIT} %`];
  tally.check(
    `opaque items of ${title}`,
    `${count} of ${items} items in ${headers.length} headers (${share})`,
    tooMany,
  );
  for (const { path, text, spans } of opaque)
    for (const { start, end } of spans)
      tally.note(`  ${path}:${lineOf(text, start)}: ${brief(text.slice(start, end))}`);
  const folder = join(scratch, `opaque-${title.replace(/\W+/g, '-')}`);
  const [sample] = await parseAll(context, sampleFolder(scratch), ['sample.h']);
  reported({ context, tally, title, opaque: [...opaque, sample], folder });
  if (isInstalled('ctags')) swallowed({ tally, title, tree, headers });
  else tally.skip(`functions in ${title}`, 'universal-ctags is not installed');
}

async function parseAll(context, tree, paths) {
  const { parseHeader } = await import(join(context.dist, 'model/lower-header.js'));
  const headers = [];
  for (const path of paths) {
    const text = readFileSync(join(tree, path), 'latin1');
    const header = parseHeader({ path, text });
    const spans = header.items.filter(isOpaque).map(({ span }) => span);
    headers.push({ path, text, spans, items: header.items.length, functions: functionsOf(header) });
    // The parser's memory is given back only when the event loop turns.
    await setImmediate();
  }
  return headers;
}

/** A header that nobody could understand, because real ones may all be understood. */
function sampleFolder(scratch) {
  const text = '#ifndef SAMPLE_H\n#define SAMPLE_H\nint one(void);\n@ what is ( this ] ;\n\nint two(void);\n#endif\n';
  writeFileSync(join(scratch, 'sample.h'), text);
  return scratch;
}

/** `check` on each header with an opaque item, all its prototypes in the shared part, on a tree of that header alone. */
function reported({ context, tally, title, opaque, folder }) {
  const differences = [];
  let stopped = 0;
  for (const { path, text, spans } of opaque) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, 'latin1');
    const manifest = join(folder, 'manifest.yaml');
    headerSplit(context, ['init', '-C', folder, join(folder, path), '-o', manifest, '--parts', 'common']);
    const assigned = readFileSync(manifest, 'utf8').replace(/^( {2}"?\w+"?:) *$/gm, '$1 common');
    writeFileSync(manifest, assigned);
    const { stdout } = headerSplit(context, ['check', '-C', folder, manifest, '--format', 'json']);
    const { findings } = JSON.parse(stdout);
    const found = findings.filter(({ code }) => code === 'opaque-item').length;
    const isStopped = found === 0 && findings.some(({ severity }) => severity === 'error');
    if (isStopped) stopped++;
    else if (found !== spans.length) differences.push(`${path}: ${found} reported of ${spans.length}`);
    mustRun('rm', [manifest]);
  }
  const told = `${opaque.length} headers have one; ${stopped} of them stop the run for another reason`;
  tally.check(`opaque items of ${title} are reported`, told, differences);
}

/**
 * Each prototype and inline that universal-ctags sees is found, or stands within an opaque item. What it takes for one
 * at a macro call (`DECLARE_BITMAP(…)` beginning a line) is none.
 */
function swallowed({ tally, title, tree, headers }) {
  const tags = tagsOf(
    tree,
    headers.map(({ path }) => path),
    'pf',
  );
  const byPath = new Map(headers.map((header) => [header.path, header]));
  const missing = tags.filter((tag) => !byPath.get(tag.path).functions.has(tag.name));
  const calls = missing.filter((tag) => isMacroCall(byPath.get(tag.path).text.split('\n')[tag.line - 1], tag.name));
  const differences = missing
    .filter((tag) => !calls.includes(tag) && !isWithin(byPath.get(tag.path), tag.line))
    .map(({ name, path, line }) => `${path}:${line}: ${name}`);
  const figures = `${tags.length - missing.length} found of ${tags.length} by universal-ctags, which takes ${calls.length} macro calls for some`;
  tally.check(`functions in ${title}`, figures, differences);
}

function isMacroCall(line, name) {
  return name === 'offsetof' || new RegExp(String.raw`^\s*${name}\s*\(`).test(line);
}

function isWithin({ text, spans }, line) {
  return spans.some(({ start, end }) => lineOf(text, start) <= line && line <= lineOf(text, end));
}

function isOpaque({ content }) {
  return content.kind === 'broken' || (content.kind === 'declaration' && content.declaration.kind === 'opaque');
}

function functionsOf(header) {
  const declared = header.items.flatMap(({ content }) =>
    content.kind === 'declaration' ? content.declaration.functions : [],
  );
  return new Set(declared.map(({ name }) => name));
}

function brief(text) {
  return text.replace(/\s+/g, ' ').slice(0, 100);
}

function lineOf(text, offset) {
  return text.slice(0, offset).split('\n').length;
}
