import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * Makes one script of a text that imports from `src`, for child processes: a test of being killed needs one to kill, and
 * one script starts sooner than its modules.
 */
export function bundleScript(text: string, script: string): void {
  buildSync({
    stdin: { contents: text, resolveDir: join(import.meta.dirname, '../../src') },
    outfile: script,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['tree-sitter', 'tree-sitter-c'],
    logLevel: 'error',
  });
}
