import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runSlowly } from '../processes.mjs';

const SAMPLE = ['--count', '40', '--seeds', '1'];
const WHOLE = ['--count', '300', '--seeds', '1,2,3'];

/** /usr/include as one tree: a sample of its headers, or many with `--include-tree`. */
export async function includeTree({ context, tally }) {
  const script = fileURLToPath(new URL('survey.mjs', import.meta.url));
  const env = { ...process.env, HEADER_SPLIT_DIST: context.dist };
  const words = [script, ...(context.wholeIncludeTree ? WHOLE : SAMPLE)];
  const { stdout, stderr, status } = await runSlowly(process.execPath, words, { env });
  const lines = `${stdout}${stderr}`.trim().split('\n');
  const figures = lines.filter((line) => / headers, seed /.test(line));
  const others = lines.filter((line) => !figures.includes(line));
  tally.check('/usr/include as one tree', figures.join('; ') || 'no figures', status === 0 ? [] : others);
}
