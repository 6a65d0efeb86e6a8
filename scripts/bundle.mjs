// Bundles the command line into dist/bin: node takes longer to find and load 150 small modules than to run `--help`.
// main.cjs knows what is asked for; the commands, which are ten times as large, are loaded when one is run, and are the
// library of those who import it as well. Libraries are part of the bundles, and of the parsers only what was compiled of
// them is beside, so the package depends on none. The rest of dist/ is what tsc makes of src/, for the tests.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { writeLibrary } from './library.mjs';
import { licencesOf } from './licences.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const MAIN = 'src/cli/main.ts';
const ADDONS = ['tree-sitter', 'tree-sitter-c'];

for (const folder of ['bin', 'page', 'library']) rmSync(`${root}/dist/${folder}`, { recursive: true, force: true });
const ofAll = { absWorkingDir: root, bundle: true, logLevel: 'warning', metafile: true };
const ofTool = {
  ...ofAll,
  // What is imported when it is needed is run when it is needed.
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  legalComments: 'inline',
  // Names stay, for the traces that are reported to us.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 160,
  // yargs measures and wraps its help with them; that alone took a third of the time of `--help`.
  alias: { 'string-width': './scripts/bundled/ascii-width.mjs', 'wrap-ansi': './scripts/bundled/ascii-wrap.mjs' },
  // Node 20.0 cannot import from a script that it did not load itself.
  supported: { 'dynamic-import': false },
  // yargs asks for the width of the terminal while it loads, and makes node load its streams; our help has a width of its own.
  define: { 'import.meta.url': 'fileUrl', 'process.stdout.columns': 'undefined' },
  // As `require` wraps a module; what was written as modules stays strict.
  banner: {
    js:
      "(function (exports, require, module, __filename, __dirname) {'use strict';" +
      " const fileUrl = require('node:url').pathToFileURL(__filename).href;",
  },
  footer: { js: '})' },
};
const commandsApart = {
  name: 'commands-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\.\/commands\// }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './commands.cjs', external: true } : undefined,
    ),
};
/** What finds its way on disk when it is a package of its own. */
const inTheBundle = {
  name: 'in-the-bundle',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^(?:tree-sitter|tree-sitter-c|node-gyp-build)$/ }, ({ path }) => insteadOf(path));
    onResolve({ filter: /\/load-fast-glob\.ts$/ }, () => insteadOf('load-fast-glob'));
  },
};
const bundles = [
  await build({
    ...ofTool,
    entryPoints: [MAIN],
    outfile: 'dist/bin/main.cjs',
    alias: { ...ofTool.alias, assert: './scripts/bundled/plain-assert.mjs' },
    plugins: [commandsApart],
  }),
  await build({
    ...ofTool,
    stdin: { contents: allCommands(), resolveDir: root },
    outfile: 'dist/bin/commands.cjs',
    // The parser's script names the addons of all platforms, for another program than node.
    loader: { '.node': 'empty' },
    plugins: [inTheBundle],
  }),
];
// The helper process of `verify`, which stays small.
bundles.push(
  await build({
    ...ofAll,
    entryPoints: { 'process-starter': 'src/io/verify/process-starter-main.ts' },
    outdir: 'dist/bin',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
  }),
);
const require = createRequire(import.meta.url);
for (const addon of ADDONS) {
  const from = dirname(require.resolve(`${addon}/package.json`));
  cpSync(join(from, 'prebuilds'), `${root}/dist/bin/prebuilds`, { recursive: true });
}
// The page of `review` for browsers, and what lays out its picture when it is made.
const ofPage = { ...ofAll, minify: true, legalComments: 'none' };
bundles.push(
  await build({
    ...ofPage,
    entryPoints: { review: 'src/page/main.tsx' },
    outdir: 'dist/page',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'ascii',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  }),
  await build({ ...ofPage, entryPoints: { review: 'src/page/style.css' }, outdir: 'dist/page' }),
);
// Packed: it is larger than all else of the page, and most runs draw no picture.
writeFileSync(`${root}/dist/page/viz.cjs.gz`, gzipSync(readFileSync(require.resolve('@viz-js/viz')), { level: 9 }));
const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
writeFileSync(`${root}/dist/bin/LICENSES.txt`, licencesOf(root, inputs, [...ADDONS, '@viz-js/viz']));
writeLibrary(`${root}/dist`);
const help = spawnSync(process.execPath, [`${root}/bin/header-split.js`, '--help'], { encoding: 'utf8' });
if (help.status !== 0) throw new Error(`no help: ${help.stderr}`);
writeFileSync(`${root}/dist/bin/help.txt`, help.stdout);
const bytecode = fileURLToPath(new URL('bytecode.mjs', import.meta.url));
for (const bundle of ['main.cjs', 'commands.cjs']) {
  const { status, stderr } = spawnSync(process.execPath, [bytecode, bundle], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`no bytecode of ${bundle}: ${stderr}`);
}

function insteadOf(name) {
  return { path: join(root, `scripts/bundled/${name}.cjs`) };
}

/** A module of the functions that the command line imports when it calls them, each in the same way, and the library. */
function allCommands() {
  const imports = readFileSync(`${root}/${MAIN}`, 'utf8').matchAll(/import\('\.\.\/(commands\/[^']+)'\)\)\.(\w+)/g);
  return [
    ...[...imports].map(
      ([, path, run]) => `export const ${run} = async (...all) => (await import('./src/${path}')).${run}(...all);\n`,
    ),
    "export const library = () => require('./src/index.ts');\n",
  ].join('');
}
