// Bundles the command line into dist/bin: node takes longer to find and load 150 small modules than to run `--help`.
// dist/ itself stays what tsc makes of src/, for those who import the library.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

rmSync(`${root}/dist/bin`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/bin/main.cjs',
  bundle: true,
  // What is imported when it is needed is run when it is needed.
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  legalComments: 'inline',
  // yargs measures its help with it; that alone took a third of the time of `--help`.
  alias: { 'string-width': './scripts/ascii-width.mjs' },
  // Native addons, which are CommonJS; fast-glob is not seen, as it is required at run time.
  external: ['tree-sitter', 'tree-sitter-c'],
  // Node 20.0 cannot import from a script that it did not load itself.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'fileUrl' },
  // What was written as modules stays strict.
  banner: { js: "'use strict'; const fileUrl = require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
});
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
const { status, stderr } = spawnSync(process.execPath, [bytecode], { cwd: root, encoding: 'utf8' });
if (status !== 0) throw new Error(`no bytecode of the bundle: ${stderr}`);
