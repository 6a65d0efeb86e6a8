// Tries the laws on thousands of generated headers and on some of the system's, on the built library in dist/.
// usage: npm run test:properties -- [--headers 2000] [--system 200] [--edits 20] [--users 1000] [--seed 1] [--law NAME] [--workers 2]
// --headers 1 with the seed of a failure tries that case again.
import { fork } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

/** At most this share of the attempts may stop with a finding, by law. */
const CEILINGS = { split: 0.1, 'manifest-edits': 0.15, 'hand-edits': 0.25, system: 0.25, users: 0 };

const root = fileURLToPath(new URL('../../..', import.meta.url));
const dist = process.env.HEADER_SPLIT_DIST ?? join(root, 'dist');
const { values } = parseArgs({
  options: {
    headers: { type: 'string', default: '2000' },
    system: { type: 'string', default: '200' },
    edits: { type: 'string', default: '20' },
    users: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    law: { type: 'string' },
    workers: { type: 'string', default: '2' },
  },
});

const bundle = await bundleWorker();
const workers = Number(values.workers);
const totals = {};
let failures = 0;
const start = Date.now();
await Promise.all(Array.from({ length: workers }, (_, index) => runWorker(index)));
process.exitCode = report();

/** The worker and what it takes from this folder in one file; what it takes from src/ comes from dist/. */
async function bundleWorker() {
  if (!existsSync(join(dist, 'index.js'))) throw new Error(`${dist} has no library: npm run build`);
  const outfile = join(root, 'node_modules/.cache/header-split/properties-worker.mjs');
  mkdirSync(dirname(outfile), { recursive: true });
  const fromDist = {
    name: 'from-dist',
    setup({ onResolve }) {
      onResolve({ filter: /\/src\/.*\.ts$/ }, ({ path }) => ({
        path: join(dist, path.replace(/^.*\/src\//, '').replace(/ts$/, 'js')),
        external: true,
      }));
    },
  };
  const entry = fileURLToPath(new URL('worker.mjs', import.meta.url));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    plugins: [fromDist],
    logLevel: 'warning',
  });
  return outfile;
}

function runWorker(index) {
  return new Promise((resolve, reject) => {
    const child = fork(bundle, [JSON.stringify({ ...values, index, workers })], { cwd: root });
    child.on('message', ({ law, verdict }) => {
      totals[law] ??= { cases: 0, attempts: 0, stops: 0, failed: 0 };
      totals[law].cases++;
      if (verdict.kind === 'failed') {
        failures++;
        totals[law].failed++;
        console.log(`failed: ${verdict.message}\n`);
        return;
      }
      totals[law].attempts += verdict.counts.attempts;
      totals[law].stops += verdict.counts.stops;
    });
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`a worker ended: ${code ?? signal}`)),
    );
  });
}

function report() {
  let tooMany = 0;
  for (const [law, { cases, attempts, stops, failed }] of Object.entries(totals)) {
    const share = attempts === 0 ? 0 : stops / attempts;
    const isTooMuch = share > CEILINGS[law];
    if (isTooMuch) tooMany++;
    console.log(
      `${law}: ${cases} headers, ${attempts} attempts, ${stops} stopped with a finding (${(100 * share).toFixed(1)} %${isTooMuch ? ', too many' : ''}), ${failed} headers failed`,
    );
  }
  console.log(`seed ${values.seed}, ${((Date.now() - start) / 1000).toFixed(0)} s`);
  return failures > 0 || tooMany > 0 ? 1 : 0;
}
