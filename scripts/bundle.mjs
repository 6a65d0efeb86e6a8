// Bundles the command line into dist/bin: node takes longer to find and load 150 small modules than to run `--help`.
// main.cjs knows what is asked for; the commands, which are ten times as large, are loaded when one is run.
// dist/ itself stays what tsc makes of src/, for those who import the library.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const MAIN = 'src/cli/main.ts';

rmSync(`${root}/dist/bin`, { recursive: true, force: true });
const ofTool = {
  absWorkingDir: root,
  bundle: true,
  // What is imported when it is needed is run when it is needed.
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  legalComments: 'inline',
  // yargs measures and wraps its help with them; that alone took a third of the time of `--help`.
  alias: { 'string-width': './scripts/ascii-width.mjs', 'wrap-ansi': './scripts/ascii-wrap.mjs' },
  // Native addons, which are CommonJS; fast-glob is not seen, as it is required at run time.
  external: ['tree-sitter', 'tree-sitter-c'],
  // Node 20.0 cannot import from a script that it did not load itself.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'fileUrl' },
  // As `require` wraps a module; what was written as modules stays strict.
  banner: {
    js:
      "(function (exports, require, module, __filename, __dirname) {'use strict';" +
      " const fileUrl = require('node:url').pathToFileURL(__filename).href;",
  },
  footer: { js: '})' },
  logLevel: 'warning',
};
const commandsApart = {
  name: 'commands-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\.\/commands\// }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './commands.cjs', external: true } : undefined,
    ),
};
await build({
  ...ofTool,
  entryPoints: [MAIN],
  outfile: 'dist/bin/main.cjs',
  alias: { ...ofTool.alias, assert: './scripts/plain-assert.mjs' },
  plugins: [commandsApart],
});
await build({ ...ofTool, stdin: { contents: allCommands(), resolveDir: root }, outfile: 'dist/bin/commands.cjs' });
// The page of `review` for browsers, and what lays out its picture when it is made.
rmSync(`${root}/dist/page`, { recursive: true, force: true });
const ofPage = { absWorkingDir: root, bundle: true, minify: true, legalComments: 'none', logLevel: 'warning' };
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
});
await build({ ...ofPage, entryPoints: { review: 'src/page/style.css' }, outdir: 'dist/page' });
await build({
  ...ofPage,
  stdin: { contents: "export { instance } from '@viz-js/viz';", resolveDir: root },
  outfile: 'dist/page/viz.cjs',
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  legalComments: 'inline',
});
const bytecode = fileURLToPath(new URL('bytecode.mjs', import.meta.url));
for (const bundle of ['main.cjs', 'commands.cjs']) {
  const { status, stderr } = spawnSync(process.execPath, [bytecode, bundle], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`no bytecode of ${bundle}: ${stderr}`);
}

/** A module of the functions that the command line imports when it calls them, each in the same way. */
function allCommands() {
  const imports = readFileSync(`${root}/${MAIN}`, 'utf8').matchAll(/import\('\.\.\/(commands\/[^']+)'\)\)\.(\w+)/g);
  return [...imports]
    .map(([, path, run]) => `export const ${run} = async (...all) => (await import('./src/${path}')).${run}(...all);\n`)
    .join('');
}
