import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runSlowly } from './processes.mjs';

/** The headers of some Debian packages, split at random; a program of its own, because it takes a seed and a filter. */
export async function systemHeaders({ context, tally }) {
  const script = fileURLToPath(new URL('usr-include.mjs', import.meta.url));
  const env = { ...process.env, HEADER_SPLIT_DIST: context.dist };
  const { stdout, stderr, status } = await runSlowly(process.execPath, [script], { env });
  const lines = `${stdout}${stderr}`.trim().split('\n');
  const figures = lines.find((line) => line.startsWith('usr-include:') || / headers, seed /.test(line)) ?? lines.at(-1);
  if (figures.endsWith('skipped')) tally.skip('headers below /usr/include', figures);
  else tally.check('headers below /usr/include', figures, status === 0 ? [] : lines.filter((line) => line !== figures));
}
