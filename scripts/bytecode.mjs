// Leaves the bytecode of the bundle beside it. V8 compiles a function when it is first called, so what a run needs is
// called first, on the demo.
import { fileURLToPath } from 'node:url';
import { loadBundle, writeBytecode } from '../bin/load-bundle.js';

const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const [manifest, project] = [pathOf('manifests/demo/volume.yaml'), pathOf('manifests/demo/project')];
const RUNS = [
  ['--help'],
  ['check', manifest, '-C', project],
  ['diff', manifest, '-C', project],
  ['patch', manifest, '-C', project],
];

const bundle = pathOf('dist/bin/main.cjs');
const { exports, script } = loadBundle(bundle);
for (const run of RUNS) {
  const exitCode = await exports.main(run);
  if (exitCode !== 0) throw new Error(`${run.join(' ')} ended with ${exitCode}`);
}
writeBytecode(bundle, script);
