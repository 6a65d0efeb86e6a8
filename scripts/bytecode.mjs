// usage: node bytecode.mjs main.cjs|commands.cjs: leaves the bytecode of a bundle of the command line beside it. V8 compiles
// a function when it is first called, so what a run needs is called first, on the demo. Each bundle has a process of its
// own, since the flags of V8 that are set for commands are not those with which main.cjs is loaded.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { loadBundle, writeBytecode } from '../bin/load-bundle.js';

const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const [manifest, project] = [pathOf('manifests/demo/volume.yaml'), pathOf('manifests/demo/project')];
const RUNS = {
  'main.cjs': [['--help'], ['diff', '--help'], ['--version']],
  'commands.cjs': ['check', 'diff', 'patch'].map((command) => [command, manifest, '-C', project]),
};

const name = process.argv[2];
const { exports } = loadBundle(pathOf('dist/bin/main.cjs'));
for (const run of RUNS[name]) {
  const exitCode = await exports.main(run);
  if (exitCode !== 0) throw new Error(`${run.join(' ')} ended with ${exitCode}`);
}
const bundle = pathOf(`dist/bin/${name}`);
writeBytecode(bundle, loadBundle(bundle).script);
