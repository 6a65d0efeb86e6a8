// Bundles the command line into dist/bin: node takes longer to find and load 150 small modules than to run `--help`.
// dist/ itself stays what tsc makes of src/, for those who import the library.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

rmSync(`${root}/dist/bin`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts'],
  outdir: 'dist/bin',
  bundle: true,
  // Keeps apart what is imported when it is needed.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  legalComments: 'inline',
  // yargs measures its help with it; that alone took a third of the time of `--help`.
  alias: { 'string-width': './scripts/ascii-width.mjs' },
  // Native addons; fast-glob is not seen, as it is required at run time.
  external: ['tree-sitter', 'tree-sitter-c'],
  // What is left of CommonJS packages calls `require`.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  logLevel: 'warning',
});
